/* Says in words that a passkey was not used; the library itself only tells the console. */
"use strict";

document.addEventListener("allauth.error", function (event) {
  const words = document.querySelector("[data-passkey-says]");
  if (!words) return;
  event.preventDefault();
  words.hidden = false;
});
