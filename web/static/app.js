// What the pages need beyond htmx: three small components, refusals shown as messages, and polling that rests.
"use strict";

document.addEventListener("alpine:init", () => {
  // The menu of narrow screens: a <details> that also closes by Escape and by a click elsewhere.
  Alpine.data("menu", () => ({
    close(event) {
      if (!this.$root.open) return;
      this.$root.open = false;
      if (event.type === "keydown") this.$refs.button.focus();
    },
  }));

  // A message: a good one leaves after six seconds unless somebody is reading it, a bad one is closed by hand.
  Alpine.data("toast", () => ({
    init() {
      if (this.$root.dataset.kind === "good") setTimeout(() => this.leave(), 6000);
    },
    leave() {
      if (this.$root.matches(":hover, :focus-within")) setTimeout(() => this.leave(), 2000);
      else this.$root.remove();
    },
    close() {
      this.$root.remove();
    },
  }));

  // The search of every page: from the third letter on it offers products and categories. Arrows walk through them, Enter
  // takes one, Escape closes the list; the words stay in the box all the while.
  Alpine.data("search", () => ({
    look() {
      if (this.$refs.input.value.trim().length >= 3) htmx.trigger(this.$refs.input, "suggest");
      else this.shut();
    },
    show() {
      const many = this.options().length;
      const isWanted = many > 0 && document.activeElement === this.$refs.input && this.$refs.input.value.trim().length >= 3;
      this.mark(null);
      this.$refs.list.hidden = !isWanted;
      this.$refs.input.setAttribute("aria-expanded", isWanted);
      this.$refs.told.textContent = many > 0 ? `${many} suggestions` : "No suggestions";
    },
    reopen() {
      if (this.options().length > 0) this.show();
    },
    shut() {
      this.mark(null);
      this.$refs.list.hidden = true;
      this.$refs.input.setAttribute("aria-expanded", "false");
    },
    leave(event) {
      if (!this.$root.contains(event.relatedTarget)) this.shut();
    },
    key(event) {
      if (this.$refs.list.hidden || event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const marked = this.$refs.list.querySelector("[aria-selected=true]");
      if (event.key === "Escape") this.shut();
      else if (step) this.walk(marked, step);
      else if (event.key === "Enter" && marked) marked.click();
      else return;
      event.preventDefault();
    },
    walk(marked, step) {
      const all = this.options();
      const from = marked ? all.indexOf(marked) : step > 0 ? -1 : all.length;
      this.mark(all[from + step] ?? null);
    },
    mark(option) {
      for (const each of this.options()) each.setAttribute("aria-selected", each === option);
      if (option) this.$refs.input.setAttribute("aria-activedescendant", option.id);
      else this.$refs.input.removeAttribute("aria-activedescendant");
      option?.scrollIntoView({ block: "nearest" });
    },
    options() {
      return [...this.$refs.list.querySelectorAll("[role=option]")];
    },
  }));

  // The small pictures move the rail without moving the page, and show which one is in view.
  Alpine.data("gallery", () => ({
    show(event) {
      const link = event.target.closest("a");
      if (!link) return;
      event.preventDefault();
      const at = [...this.$refs.thumbs.children].indexOf(link);
      this.$refs.rail.scrollTo({ left: at * this.$refs.rail.clientWidth });
    },
    follow() {
      const at = Math.round(this.$refs.rail.scrollLeft / this.$refs.rail.clientWidth);
      [...this.$refs.thumbs.children].forEach((link, place) => {
        if (place === at) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    },
  }));

  // Light or dark: shown at once, while the form tells the server to remember it.
  Alpine.data("theme", () => ({
    choose(event) {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.value === "auto") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = button.value;
      for (const each of this.$root.querySelectorAll("button")) each.setAttribute("aria-pressed", each === button);
    },
  }));

  // Minus and plus beside a quantity; the form hears of it as if the number had been typed.
  Alpine.data("stepper", () => ({
    less() {
      this.step(-1);
    },
    more() {
      this.step(1);
    },
    step(by) {
      const input = this.$root.querySelector("input");
      const before = input.value;
      if (by > 0) input.stepUp();
      else input.stepDown();
      if (input.value !== before) input.dispatchEvent(new Event("change", { bubbles: true }));
    },
  }));
});

// A refusal is shown as a message, unless the server said where it goes or the form shows its own.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = event.detail;
  const asked = requestConfig.elt;
  if (xhr.status < 400 || asked.matches("[data-poll], [data-quiet]")) return;
  if (asked.matches("form[data-resets]")) asked.reset();
  event.detail.shouldSwap = true;
  if (asked.matches("[data-swaps-refusals]") && xhr.status === 422) return;
  if (xhr.getResponseHeader("HX-Retarget")) return;
  event.detail.target = document.getElementById("toasts");
  event.detail.swapOverride = "beforeend";
});

// The address bar shows the page, not the fragment that was fetched for it, and says nothing about empty filters.
document.addEventListener("htmx:beforeHistoryUpdate", (event) => {
  const { history } = event.detail;
  history.path = history.path.replace(/^\/products\/search\b/, "/products");
});
document.addEventListener("htmx:configRequest", (event) => {
  const { verb, parameters } = event.detail;
  if (verb !== "get") return;
  for (const name of Object.keys(parameters)) if (parameters[name] === "") delete parameters[name];
});

// On the list the search of every page shows the words that were looked for; it follows the list's own box.
document.addEventListener("input", ({ target }) => {
  if (target.matches(".filters-search input")) document.getElementById("search").value = target.value;
});

// No answer at all: say so, but not for polls, which simply ask again.
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => {
    if (event.detail.elt.matches("[data-poll], [data-quiet]")) return;
    const message = document.getElementById("no-answer").content.cloneNode(true);
    document.getElementById("toasts").append(message);
  });
}

// Polling rests while nobody looks, while the menu is open, and while text of the polled part is selected.
const REST_MS = 1000;
const resting = new WeakSet();

function rests(part) {
  const whole = part.closest("[data-polled]") ?? part;
  const selection = getSelection();
  const isReading = !selection.isCollapsed && whole.contains(selection.anchorNode);
  const isOpen = part.querySelector("details[open]:not([data-kept])") ?? document.querySelector(".menu[open]");
  return document.hidden || isReading || isOpen !== null;
}

function askLater(part) {
  if (resting.has(part)) return;
  resting.add(part);
  setTimeout(() => {
    resting.delete(part);
    if (part.isConnected) htmx.trigger(part, "resume");
  }, REST_MS);
}

document.addEventListener("htmx:beforeRequest", (event) => {
  const part = event.detail.elt;
  if (!part.matches("[data-poll]") || !rests(part)) return;
  event.preventDefault();
  askLater(part);
});

// An answer that was under way when the reading began comes too late.
document.addEventListener("htmx:beforeSwap", (event) => {
  const part = event.detail.requestConfig.elt;
  if (!part.matches("[data-poll]") || !rests(part)) return;
  event.detail.shouldSwap = false;
  askLater(part);
});

// What somebody has opened stays open when it is swapped for newer words.
let opened = [];
document.addEventListener("htmx:beforeSwap", (event) => {
  opened = [...event.detail.target.querySelectorAll("details[open][id]")].map((each) => each.id);
});
document.addEventListener("htmx:afterSwap", () => {
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  opened = [];
});

// A poll that is refused for good (logged out, no longer there) ends; the next press of anything says why.
document.addEventListener(
  "htmx:responseError",
  (event) => {
    const { elt, xhr } = event.detail;
    if (elt.matches("[data-poll]") && [401, 403, 404].includes(xhr.status)) event.stopPropagation();
  },
  true,
);

// The country decides in which order the town's line is asked for, what its parts are called and which it needs.
const TOWN_PARTS = { Z: "postal_code", C: "city", S: "region" };
document.addEventListener("change", (event) => {
  const select = event.target;
  if (!select.matches("select[data-address]") || !select.value) return;
  const { order, needs, labels = select.dataset.labels } = select.selectedOptions[0].dataset;
  let last = document.getElementById(`${select.dataset.address}line2`).closest(".field");
  for (const letter of order) {
    const input = document.getElementById(select.dataset.address + TOWN_PARTS[letter]);
    const box = input.closest(".field");
    last.after(box);
    last = box;
    box.querySelector("label").firstChild.textContent = `${labels.split("|")["ZCS".indexOf(letter)]} `;
    box.querySelector(".optional").hidden = needs.includes(letter);
    input.required = needs.includes(letter) && "insists" in select.dataset;
  }
});

// A refusal that answers a POST is a page of its own for Back and Reload, which would else ask to send the form again.
const refused = document.querySelector("form[data-page]");
if (refused) history.replaceState(null, "", refused.dataset.page);

// A form whose answer takes a moment says so on its button, and is not sent twice while it waits.
document.addEventListener("submit", (event) => {
  const form = event.target;
  const words = form.dataset.busy;
  if (!words || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  const button = event.submitter ?? form.querySelector("button:not([type=button])");
  button.dataset.words = button.textContent;
  button.textContent = words;
  button.setAttribute("aria-busy", "true");
});

// A page that Back or Forward brings out of memory is asked for anew: the cart, prices and stock may have changed since. What
// answered a form is left as it is, because asking for it would send the form again.
const isRefusal = document.documentElement.hasAttribute("data-refused");
const [navigation] = performance.getEntriesByType("navigation");
if (navigation?.type === "back_forward" && navigation.transferSize === 0 && !isRefusal) location.reload();
window.addEventListener("pageshow", (event) => {
  if (event.persisted && !isRefusal) location.reload();
});

// After a refusal the keyboard is at the sentence that says why, else at the first field it is about.
document.addEventListener("DOMContentLoaded", () => {
  if (!isRefusal) return;
  const told = document.querySelector("main [role=alert]:not(#alarm *)"); // an alarm of the shop is no answer to a form
  if (told) told.tabIndex = -1;
  (told ?? document.querySelector("main [aria-invalid=true]") ?? document.querySelector("main h1"))?.focus();
});

// The keyboard stays where it was when a part of the page is fetched; where that is gone, at what came in its place.
let held = null;
document.addEventListener("htmx:beforeRequest", (event) => {
  const { elt } = event.detail;
  if (elt.matches("[data-poll], [data-quiet]")) return;
  held = elt.contains(document.activeElement) ? document.activeElement : null;
});
document.addEventListener("htmx:afterSettle", (event) => {
  const { elt, target } = event.detail.requestConfig ?? {};
  if (!held || !elt || elt.matches("[data-poll], [data-quiet]")) return;
  if (document.activeElement === document.body) {
    (held.isConnected ? held : document.getElementById(target.id))?.focus({ preventScroll: held.isConnected });
  }
  held = null;
});

// The title says so too, until something goes well.
const TITLE = document.title.replace(/^Error: /, "");
document.addEventListener("htmx:afterRequest", (event) => {
  const { elt, xhr, successful } = event.detail;
  if (elt.matches("[data-poll], [data-quiet]") || !xhr?.status) return;
  document.title = (successful ? "" : "Error: ") + TITLE;
});

// A form that came too late: what was typed waits in this tab, and is back in its page after the login.
const KEPT_FORM = "kept-form";
const pathOf = (url) => new URL(url, location.href).pathname;
function keepForm(form, page) {
  const secrets = new Set([...form.querySelectorAll("input[type=password]")].map((each) => each.name));
  const fields = [...new FormData(form)].filter(([name, text]) => {
    return name !== "csrf_token" && !secrets.has(name) && typeof text === "string";
  });
  sessionStorage.setItem(KEPT_FORM, JSON.stringify({ page, action: pathOf(form.getAttribute("action")), fields }));
}
function fillIn(form, fields) {
  for (const control of form.elements) {
    if (!control.name || control.type === "hidden" || control.type === "password") continue;
    const [given, its] = isChoice(control) ? ["checked", control.value] : ["value", null];
    const at = fields.findIndex(([name, text]) => name === control.name && (its ?? text) === text);
    const now = given === "checked" ? at >= 0 : fields[at]?.[1];
    if (at >= 0) fields.splice(at, 1);
    if (now === undefined || control[given] === now) continue;
    control[given] = now;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
const isChoice = (control) => control.type === "checkbox" || control.type === "radio";
document.addEventListener("DOMContentLoaded", () => {
  const expired = document.querySelector("form[data-expired-form]");
  const kept = JSON.parse(sessionStorage.getItem(KEPT_FORM) ?? "null");
  if (expired) keepForm(expired, expired.dataset.expiredForm);
  else if (kept && kept.page === location.pathname + location.search) {
    sessionStorage.removeItem(KEPT_FORM);
    const forms = [...document.forms].filter((each) => kept.fields.every(([name]) => each.elements[name]));
    const form = forms.find((each) => pathOf(each.getAttribute("action") ?? "") === kept.action);
    if (form) fillIn(form, kept.fields);
  }
});
document.addEventListener("htmx:responseError", (event) => {
  const { xhr, requestConfig } = event.detail;
  const form = requestConfig.elt.closest("form");
  if (!form || !xhr.responseText.includes("data-expired")) return;
  keepForm(form, location.pathname + location.search);
});
