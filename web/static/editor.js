// Turns a box for rich text into an editor: Squire edits, and the box keeps the HTML that is sent.
"use strict";

const KEPT = ["p", "br", "strong", "b", "em", "i", "ul", "ol", "li", "h2", "h3", "blockquote", "a"];
const TAGS = { bold: "B", italic: "I", h2: "H2", h3: "H3", ul: "UL", ol: "OL", quote: "BLOCKQUOTE", link: "A" };

// What could style or run is taken out first: the policy of the page would complain of each while the text is read.
const ACTIVE = /\s(?:style|on\w+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi;
const sanitized = (html) =>
  DOMPurify.sanitize(html.replace(ACTIVE, ""), { ALLOWED_TAGS: KEPT, ALLOWED_ATTR: ["href"], RETURN_DOM_FRAGMENT: true, RETURN_DOM: true });

// A heading is a block whose element is another one.
function toggleHeading(squire, tag) {
  const to = squire.hasFormat(tag) ? "P" : tag;
  squire.modifyBlocks((fragment) => {
    for (const block of [...fragment.querySelectorAll("P,H2,H3")]) {
      const heading = document.createElement(to);
      heading.append(...block.childNodes);
      block.replaceWith(heading);
    }
    return fragment;
  });
}

const COMMANDS = {
  bold: (squire) => (squire.hasFormat("B") ? squire.removeBold() : squire.bold()),
  italic: (squire) => (squire.hasFormat("I") ? squire.removeItalic() : squire.italic()),
  h2: (squire) => toggleHeading(squire, "H2"),
  h3: (squire) => toggleHeading(squire, "H3"),
  ul: (squire) => (squire.hasFormat("UL") ? squire.removeList() : squire.makeUnorderedList()),
  ol: (squire) => (squire.hasFormat("OL") ? squire.removeList() : squire.makeOrderedList()),
  quote: (squire) => (squire.hasFormat("BLOCKQUOTE") ? squire.decreaseQuoteLevel() : squire.increaseQuoteLevel()),
  clear: (squire) => squire.removeAllFormatting(),
  undo: (squire) => squire.undo(),
  redo: (squire) => squire.redo(),
};

// Empty lines at the end are not meant.
const written = (squire) => squire.getHTML().replace(/(<(p|div)>(<br>)?<\/\2>\s*)+$/, "");

// One button of the bar is reached by Tab, the others by the arrow keys.
function moveWithin(bar, event) {
  const tools = [...bar.querySelectorAll("button")];
  const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -tools.length, End: tools.length };
  if (!(event.key in steps)) return;
  event.preventDefault();
  const at = tools.indexOf(document.activeElement) + steps[event.key];
  const next = tools[Math.max(0, Math.min(tools.length - 1, at))];
  for (const tool of tools) tool.tabIndex = tool === next ? 0 : -1;
  next.focus();
}

function edit(field) {
  const box = field.querySelector("textarea");
  const rich = field.querySelector(".rich");
  const bar = rich.querySelector("[role=toolbar]");
  const area = rich.querySelector("[role=textbox]");
  const link = rich.querySelector(".rich-link");
  const address = link.querySelector("[data-link]");
  const squire = new Squire(area, { blockTag: "P", sanitizeToDOMFragment: sanitized });
  squire.setHTML(box.value);
  for (const key of ["Tab", "Shift-Tab"]) squire.setKeyHandler(key, null); // Tab leaves the editor
  for (const key of ["Ctrl-u", "Ctrl-U", "Meta-u"]) squire.setKeyHandler(key, (_, event) => event.preventDefault());
  box.hidden = true;
  field.querySelector(".hint").hidden = true;
  rich.hidden = false;
  field.querySelector("label").addEventListener("click", () => squire.focus());

  const openLink = () => {
    address.value = squire.getSelection().commonAncestorContainer.parentElement?.closest("a")?.href ?? "";
    link.hidden = false;
    address.focus();
  };
  const closeLink = () => {
    link.hidden = true;
    squire.focus();
  };
  const setLink = () => {
    const href = address.value.trim();
    if (/^(https?:|mailto:)/i.test(href)) squire.makeLink(href);
    closeLink();
  };
  for (const key of ["Ctrl-k", "Ctrl-K", "Meta-k"]) {
    squire.setKeyHandler(key, (_, event) => {
      event.preventDefault();
      openLink();
    });
  }
  bar.addEventListener("click", (event) => {
    const command = event.target.closest("button")?.dataset.command;
    if (command === "link") openLink();
    else if (command) {
      COMMANDS[command](squire);
      squire.focus();
    }
  });
  bar.addEventListener("keydown", (event) => moveWithin(bar, event));
  link.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeLink();
    if (event.key !== "Enter" || event.target !== address) return;
    event.preventDefault();
    setLink();
  });
  link.querySelector("[data-link-set]").addEventListener("click", setLink);
  link.querySelector("[data-link-remove]").addEventListener("click", () => {
    squire.removeLink();
    closeLink();
  });

  const show = () => {
    for (const tool of bar.querySelectorAll("[aria-pressed]")) {
      tool.setAttribute("aria-pressed", String(squire.hasFormat(TAGS[tool.dataset.command])));
    }
  };
  squire.addEventListener("pathChange", show);
  squire.addEventListener("select", show);
  squire.addEventListener("input", () => {
    box.value = written(squire);
  });
  box.addEventListener("change", () => squire.setHTML(box.value)); // what was kept over a login is filled in again
}

document.querySelectorAll("[data-rich]").forEach(edit);
