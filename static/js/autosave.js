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
    this.flight = null;
    this.met = false;
    this.lost = false;
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

  /* A press of Save decides after a conflict too. The page stays, so that nothing typed is lost
     to a sign-in page when the session has ended. */
  Part.prototype.byHand = function (event) {
    event.preventDefault();
    event.stopPropagation();
    this.met = false;
    this.sent = null;
    this.save();
  };

  Part.prototype.save = function () {
    window.clearTimeout(this.timer);
    if (this.flight) return this.flight;
    if (this.met || !this.isUnsaved()) return Promise.resolve();
    const words = this.words();
    this.say("saving", "Saving");
    this.flight = window.fetch(this.form.action, {
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
    return this.flight;
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
    this.landed(false);
    this.sent = words;
    this.form.elements.seen_version.value = told.seen_version;
    this.clear();
    this.say("saved", told.words);
    drawAgain(told.parts);
    if (this.isUnsaved()) this.typed();
  };

  Part.prototype.landed = function (isLost) {
    this.flight = null;
    this.since = 0;
    this.lost = isLost;
  };

  Part.prototype.noNetwork = function () {
    this.landed(true);
    this.say("kept", "Kept on this page, no network");
    this.wait(AGAIN);
  };

  Part.prototype.notSaved = function () {
    this.landed(true);
    this.say("failed", "Not saved. Try again");
  };

  /* Something is to be put right, or somebody else saved the same words. */
  Part.prototype.refused = function (told, words) {
    this.landed(true);
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

  /* The list of sections closes when somebody has chosen one. */
  document.addEventListener("click", (event) => {
    const drawer = event.target.closest("[popover] a[href^='#']")?.closest("[popover]");
    if (drawer && drawer.matches(":popover-open")) drawer.hidePopover();
  });

  document.querySelectorAll("form[data-autosave]").forEach((form) => parts.push(new Part(form)));

  window.addEventListener("online", () => parts.forEach((part) => part.save()));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") parts.forEach((part) => part.save());
  });
  const unsaved = () => parts.filter((part) => part.lost || part.flight || part.isUnsaved());

  /* Going elsewhere takes along what is not saved yet; where that fails the page stays. */
  function afterSaving(event, go) {
    if (!unsaved().length) return;
    event.preventDefault();
    event.stopPropagation();
    Promise.all(parts.map((part) => part.save())).then(() => { if (!unsaved().length) go(); });
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-autosave]") || form.method !== "post") return;
    afterSaving(event, () => form.requestSubmit(event.submitter));
  }, true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (!link || !isPlain || link.getAttribute("href").startsWith("#") || link.target) return;
    const isHere = link.pathname === window.location.pathname && link.search === window.location.search;
    if (!isHere) afterSaving(event, () => window.location.assign(link.href));
  }, true);
  window.addEventListener("beforeunload", (event) => { if (unsaved().length) event.preventDefault(); });
})();
