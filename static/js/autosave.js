/* Parts of a plan save themselves on the server while somebody types: two seconds after the last
   key, and every ten while keys go on. Nothing is kept in the browser's own store: what could not
   be sent stays on the page and goes when the network is back. */
"use strict";

(function () {
  const PAUSE = 2000;
  const LONGEST = 8000;
  const AGAIN = 10000;
  const ICONS = { saved: "cloud-tick", saving: "hourglass", kept: "cloud-off", failed: "triangle" };
  const parts = [];

  function Part(form) {
    this.form = form;
    this.status = form.querySelector(".part-state");
    this.sent = this.words();
    this.since = 0;
    this.timer = 0;
    this.busy = false;
    this.met = false;
    form.classList.add("saves-itself");
    form.addEventListener("input", this.typed.bind(this));
    form.addEventListener("change", this.typed.bind(this));
    form.addEventListener("submit", this.byHand.bind(this));
  }

  Part.prototype.words = function () {
    const data = new FormData(this.form);
    data.delete("csrfmiddlewaretoken");
    data.delete("seen_version");
    return new URLSearchParams(data).toString();
  };

  Part.prototype.isUnsaved = function () { return this.words() !== this.sent; };

  Part.prototype.say = function (state, words) {
    const use = this.status.querySelector("use");
    if (use) use.setAttribute("href", use.getAttribute("href").replace(/#.*/, "#" + ICONS[state]));
    this.status.dataset.state = state;
    this.status.lastElementChild.textContent = words;
    this.form.classList.toggle("needs-hand", state === "failed");
  };

  Part.prototype.typed = function () {
    if (this.met) return;
    const now = Date.now();
    this.since = this.since || now;
    this.wait(Math.max(0, Math.min(PAUSE, this.since + LONGEST - now)));
  };

  Part.prototype.wait = function (delay) {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(this.save.bind(this), delay);
  };

  Part.prototype.byHand = function () {
    window.clearTimeout(this.timer);
    this.sent = this.words();
    this.busy = true;
    window.setTimeout(() => { this.busy = false; }, AGAIN);
  };

  Part.prototype.save = function () {
    if (this.busy || this.met || !this.isUnsaved()) return;
    const words = this.words();
    this.busy = true;
    this.say("saving", "Saving");
    window.fetch(this.form.action, {
      method: "POST",
      body: new FormData(this.form),
      credentials: "same-origin",
      redirect: "manual",
      keepalive: document.visibilityState === "hidden",
      headers: {
        "X-Autosave": "yes",
        "X-CSRFToken": this.form.elements.csrfmiddlewaretoken.value,
      },
    }).then((answer) => this.answered(answer, words), () => this.noNetwork());
  };

  Part.prototype.answered = function (answer, words) {
    const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    if (!isJson) return this.notSaved();
    return answer.json().then((told) => {
      if (answer.ok) this.saved(told, words);
      else this.refused(told, words);
    }, () => this.notSaved());
  };

  Part.prototype.saved = function (told, words) {
    this.busy = false;
    this.since = 0;
    this.sent = words;
    this.form.elements.seen_version.value = told.seen_version;
    this.clear();
    this.say("saved", told.words);
    drawAgain(told.parts);
    if (this.isUnsaved()) this.typed();
  };

  Part.prototype.noNetwork = function () {
    this.busy = false;
    this.say("kept", "Kept on this page, no network");
    this.wait(AGAIN);
  };

  Part.prototype.notSaved = function () {
    this.busy = false;
    this.since = 0;
    this.say("failed", "Not saved. Try again");
  };

  /* Something is to be put right, or somebody else saved the same words. */
  Part.prototype.refused = function (told, words) {
    this.busy = false;
    this.since = 0;
    this.sent = words;
    this.clear();
    this.say("failed", "Not saved. Try again");
    Object.keys(told.errors || {}).forEach((name) => this.put(name, told.errors[name]));
    if (told.differences) this.meet(told);
  };

  Part.prototype.clear = function () {
    this.form.querySelectorAll("[data-said-by-script], .field-error").forEach((said) => said.remove());
    this.form.querySelectorAll(".is-invalid").forEach((box) => {
      box.classList.remove("is-invalid");
      box.removeAttribute("aria-invalid");
    });
  };

  Part.prototype.put = function (name, sentences) {
    const found = name === "__all__" ? null : this.form.querySelector("[name='" + name + "']");
    sentences.forEach((sentence) => {
      const said = document.createElement("p");
      said.className = "field-error";
      said.dataset.saidByScript = "";
      said.textContent = sentence;
      if (found) found.before(said);
      else this.place().append(said);
    });
    if (found) {
      found.classList.add("is-invalid");
      found.setAttribute("aria-invalid", "true");
    }
  };

  Part.prototype.place = function () { return this.form.querySelector("[data-met]"); };

  /* Both are shown; only a press of Save, by the person, decides. */
  Part.prototype.meet = function (told) {
    this.met = true;
    this.form.elements.seen_version.value = told.seen_version;
    const list = document.createElement("dl");
    list.dataset.saidByScript = "";
    list.className = "notice notice-amber met-words";
    told.differences.forEach((pair) => {
      ["dt", "dd"].forEach((tag, at) => {
        const words = document.createElement(tag);
        words.textContent = (at ? "" : "They saved, ") + pair[at];
        list.append(words);
      });
    });
    this.place().append(list);
  };

  function drawAgain(drawn) {
    Object.keys(drawn || {}).forEach((place) => {
      const old = document.getElementById(place);
      if (old && !old.contains(document.activeElement)) old.innerHTML = drawn[place];
    });
  }

  document.querySelectorAll("form[data-autosave]").forEach((form) => parts.push(new Part(form)));

  window.addEventListener("online", () => parts.forEach((part) => part.save()));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") parts.forEach((part) => part.save());
  });
  window.addEventListener("beforeunload", (event) => {
    const leaving = parts.some((part) => part.busy ? false : part.isUnsaved());
    if (leaving) event.preventDefault();
  });

  /* A press on another part's button takes along what is not saved yet. */
  document.addEventListener("submit", (event) => {
    const waiting = parts.filter((part) => part.form !== event.target && !part.met && part.isUnsaved());
    if (!waiting.length || event.defaultPrevented || event.target.method !== "post") return;
    waiting.forEach((part) => part.save());
  });
})();
