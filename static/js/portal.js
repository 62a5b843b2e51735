/* The little that every page may use. Pages work without it. */
"use strict";

(function () {
  /* What to put right is read out first. */
  const summary = document.querySelector("[data-takes-focus]");
  if (summary) summary.focus();

  /* A link of the summary puts the cursor into the field, not only the field on the screen. */
  document.addEventListener("click", function (event) {
    const link = event.target.closest(".error-summary a[href^='#']");
    if (!link) return;
    const field = document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  });

  /* A button that has been pressed says so, and a second press sends nothing twice. */
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (form.dataset.sent === "yes") {
      event.preventDefault();
      return;
    }
    if (form.method !== "post" || form.dataset.repeats !== undefined || form.hasAttribute("hx-post")) return;
    form.dataset.sent = "yes";
    window.setTimeout(function () { delete form.dataset.sent; }, 5000);
    const pressed = event.submitter;
    if (pressed && pressed.dataset.busy) {
      pressed.setAttribute("aria-busy", "true");
      pressed.textContent = pressed.dataset.busy;
    }
  });

  /* Back from another page: the form may be sent again. */
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
    });
  });

  /* A drawer shuts behind the person who has chosen a place in it. */
  document.addEventListener("click", function (event) {
    const link = event.target.closest("[popover] a[href]");
    const drawer = link && link.closest("[popover]");
    if (drawer && drawer.matches(":popover-open")) drawer.hidePopover();
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-prints]")) window.print();
  });
})();
