// Reads the copy aloud with a voice of this device. Nothing is sent anywhere; without such a voice
// the button stays away, and everything else on the page works as before.
(() => {
  "use strict";
  const button = document.getElementById("listen");
  const speech = window.speechSynthesis;
  const text = document.getElementById("to-hear");
  if (!button || !speech || !text) return;

  const words = button.querySelector("span");
  const play = words.textContent;

  const voiceFor = (language) => {
    const own = speech.getVoices().filter((voice) => voice.localService);
    const start = language.slice(0, 2).toLowerCase();
    return own.find((voice) => voice.lang.toLowerCase().startsWith(start));
  };
  const parts = () =>
    [...text.querySelectorAll("h2, h3, p, li, blockquote")]
      .filter((part) => !part.querySelector("p, li"))
      .map((part) => {
        const marked = part.closest("[lang]");
        return [part.textContent.trim(), marked ? marked.lang : document.documentElement.lang];
      })
      .filter(([said]) => said);

  const show = () => {
    button.hidden = !voiceFor("en");
  };
  const stop = () => {
    speech.cancel();
    words.textContent = play;
  };
  button.addEventListener("click", () => {
    if (speech.speaking) return stop();
    words.textContent = button.dataset.stop;
    const queue = parts();
    queue.forEach(([said, language], place) => {
      const voice = voiceFor(language);
      if (!voice) return;
      const utterance = new SpeechSynthesisUtterance(said);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      if (place === queue.length - 1) utterance.onend = stop;
      speech.speak(utterance);
    });
  });
  window.addEventListener("pagehide", stop);
  speech.addEventListener("voiceschanged", show);
  show();
})();
