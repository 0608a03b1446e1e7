// Behind the shop: what is swapped in by itself keeps its ticks, open rows and strips, and one box ticks a whole page.
"use strict";

// On a narrow screen the tab that is open may lie outside of the strip.
for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
  const strip = tab.parentElement;
  strip.scrollLeft = tab.offsetLeft - strip.offsetLeft - (strip.clientWidth - tab.clientWidth) / 2;
}

const kept = new Map();

document.addEventListener("htmx:beforeSwap", (event) => {
  const part = event.detail.target;
  if (!part.matches?.("[data-keeps]")) return;
  kept.set(part.id, {
    strips: [...part.querySelectorAll(".tabs")].map((strip) => strip.scrollLeft),
    open: [...part.querySelectorAll("details[id][open]")].map((row) => row.id),
    ticked: [...part.querySelectorAll("input[type=checkbox][id]:checked")].map((box) => box.id),
    typed: [...part.querySelectorAll("input[id]:not([type=checkbox]):not([type=hidden])")].map((box) => [box.id, box.value]),
  });
});

document.addEventListener("htmx:afterSwap", (event) => {
  const part = document.getElementById(event.detail.target.id);
  const before = part && kept.get(part.id);
  if (!before) return;
  kept.delete(part.id);
  part.querySelectorAll(".tabs").forEach((strip, place) => {
    strip.scrollLeft = before.strips[place] ?? 0;
  });
  const find = (id) => part.querySelector(`#${CSS.escape(id)}`);
  for (const id of before.open) find(id)?.setAttribute("open", "");
  for (const id of before.ticked) {
    const box = find(id);
    if (box) box.checked = true;
  }
  for (const [id, words] of before.typed) {
    const field = find(id);
    if (field) field.value = words;
  }
});

// A poll says which version of its part is shown; the answer to the same version is 304, with nothing to swap.
const versions = new Map();

document.addEventListener("htmx:configRequest", (event) => {
  const { elt, headers } = event.detail;
  const known = elt.matches("[data-poll]") && versions.get(elt.id);
  if (known) headers["If-None-Match"] = known;
});
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 304) event.detail.shouldSwap = false;
});
document.addEventListener("htmx:afterSwap", (event) => {
  const version = event.detail.xhr.getResponseHeader("ETag");
  if (version) versions.set(event.detail.target.id, version);
});

// How long ago something was is counted on here, so that a part does not change by the passing of time alone.
function lengthOf(seconds) {
  if (seconds < 100) return `${Math.floor(seconds)} s`;
  if (seconds < 6000) return `${Math.round(seconds / 60)} min`;
  const [length, unit, finerLength, finer] = seconds < 86400 ? [3600, "h", 60, "min"] : [86400, "d", 3600, "h"];
  const rest = Math.floor((seconds % length) / finerLength);
  return `${Math.floor(seconds / length)} ${unit}${rest ? ` ${rest} ${finer}` : ""}`;
}
function countOn() {
  if (document.hidden) return;
  const now = Date.now() + ahead;
  for (const time of document.querySelectorAll("time[data-ago]")) {
    const words = lengthOf(Math.max(0, (now - Date.parse(time.dateTime)) / 1000));
    if (time.textContent !== words) time.textContent = words;
  }
}
// The server's clock counts, whatever this device believes.
let ahead = 0;
document.addEventListener("htmx:afterRequest", (event) => {
  const date = Date.parse(event.detail.xhr.getResponseHeader("Date") ?? "");
  if (date && Math.abs(date - Date.now()) > 5000) ahead = date - Date.now();
});
setInterval(countOn, 1000);

// The places at the side fold as a whole and group by group; this browser remembers how.
const fold = document.getElementById("fold");
function showFold(isFolded) {
  if (isFolded) document.documentElement.dataset.side = "folded";
  else delete document.documentElement.dataset.side;
  fold?.setAttribute("aria-expanded", String(!isFolded));
}
showFold(localStorage.getItem("side") === "folded");
fold?.addEventListener("click", () => {
  const isFolded = document.documentElement.dataset.side !== "folded";
  localStorage.setItem("side", isFolded ? "folded" : "open");
  showFold(isFolded);
});
for (const group of document.querySelectorAll("#side .side-group")) {
  if (localStorage.getItem(group.id) === "closed" && !group.querySelector("[aria-current]")) group.open = false;
  group.addEventListener("toggle", () => localStorage.setItem(group.id, group.open ? "open" : "closed"));
}

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-ticks-all]")) return;
  const { form, checked, dataset } = event.target;
  for (const box of form.elements) if (box.name === dataset.ticksAll) box.checked = checked;
});
