/* What is typed into a form that records stays on the page, in memory alone, until the server has
   it. Without a network it waits and is sent when the network is back; the form's own token sees to
   it that it is kept once, however often it is sent. */
"use strict";

(function () {
  const AGAIN = 10000;

  function Keeper(form) {
    this.form = form;
    this.status = form.querySelector("[data-kept-words]");
    this.flight = false;
    this.waits = false;
    this.leaves = false;
    this.timer = 0;
    this.began = this.words();
    form.addEventListener("submit", this.pressed.bind(this));
    form.addEventListener("input", this.typed.bind(this));
    window.addEventListener("online", () => { if (this.waits) this.send(); });
    window.addEventListener("offline", () => { if (this.isTyped()) this.say("kept", "Kept on this page, no network"); });
    window.addEventListener("beforeunload", (event) => {
      if (!this.leaves && (this.waits || this.flight || this.isTyped())) event.preventDefault();
    });
  }

  Keeper.prototype.words = function () {
    return new URLSearchParams(new FormData(this.form)).toString();
  };

  Keeper.prototype.isTyped = function () { return this.words() !== this.began; };

  Keeper.prototype.say = function (state, words) {
    this.status.hidden = false;
    this.status.dataset.state = state;
    this.status.lastElementChild.textContent = words;
  };

  Keeper.prototype.typed = function () {
    if (!navigator.onLine) this.say("kept", "Kept on this page, no network");
  };

  Keeper.prototype.pressed = function (event) {
    if (this.leaves) return;
    event.preventDefault();
    event.stopPropagation();
    this.send();
  };

  Keeper.prototype.send = function () {
    window.clearTimeout(this.timer);
    if (this.flight) return;
    this.flight = true;
    this.say("saving", "Saving, one moment");
    window.fetch(this.form.action, {
      method: "POST",
      body: new FormData(this.form),
      credentials: "same-origin",
      redirect: "manual",
      headers: { "X-Kept-Form": "yes" },
    }).then((answer) => this.answered(answer), () => this.noNetwork());
  };

  /* Saved, and on to the next page. What is to be put right, and the lock, are shown by the page
     itself, which is sent again as it stands; nothing else may take the words away. */
  Keeper.prototype.answered = function (answer) {
    this.flight = false;
    this.waits = false;
    if (answer.ok) {
      answer.json().then((told) => this.leave(() => window.location.assign(told.next)), () => this.notSaved());
    } else if (answer.status === 422 || answer.status === 423) {
      this.leave(() => this.form.submit());
    } else {
      this.notSaved();
    }
  };

  Keeper.prototype.leave = function (go) {
    this.leaves = true;
    go();
  };

  Keeper.prototype.noNetwork = function () {
    this.flight = false;
    this.waits = true;
    this.say("kept", "Kept on this page, no network. It is sent when the network is back.");
    this.timer = window.setTimeout(this.send.bind(this), AGAIN);
  };

  Keeper.prototype.notSaved = function () {
    this.say("failed", "Not saved. Your words are still here: press Save again.");
  };

  document.querySelectorAll("form[data-keeps]").forEach((form) => new Keeper(form));

  /* Back from the saved page: the same form may be looked at and sent again. */
  window.addEventListener("pageshow", (event) => { if (event.persisted) window.location.reload(); });
})();
