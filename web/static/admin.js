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

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-ticks-all]")) return;
  for (const box of event.target.form.querySelectorAll("input[name=job]")) box.checked = event.target.checked;
});
