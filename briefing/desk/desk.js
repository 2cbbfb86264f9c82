// The desk: follows what is saved, and makes quotations of the words that are marked in a source's text.
const root = new URL(".", document.currentScript.src);
const OWN = { cache: "no-store", headers: { "Briefing-Serve": "1" } };
const live = document.getElementById("desk_live");
const shown = (id) => document.getElementById(id);

function say(words, isQuiet = false) {
  live.classList.toggle("is-quiet", isQuiet);
  live.textContent = "";
  requestAnimationFrame(() => { live.textContent = words; });
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { live.textContent = ""; }, 6000);
}

// --- What is new: the parts of the page that have changed are put in place of the old ones.
async function renew() {
  const answer = await fetch(location.href, OWN);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  let changed = false;
  for (const part of document.querySelectorAll("[data-renew]")) {
    const other = fresh.querySelector(`[data-renew="${part.dataset.renew}"]`);
    if (!other || plain(part) === plain(other)) continue;
    if (part.contains(panel)) home.append(panel);
    const open = new Set([...part.querySelectorAll("details[open]")].map((d) => d.closest("[id]")?.id));
    for (const details of other.querySelectorAll("details")) details.open = open.has(details.closest("[id]")?.id);
    part.replaceWith(document.adoptNode(other));
    changed = true;
  }
  if (!changed) return;
  offerMarking();
  if (panel) place();
  say(document.querySelector("[data-say]")?.textContent ?? "The page is as the files are now.");
}

// A part as it came from the server: without what this script has added to it.
function plain(part) {
  const copy = part.cloneNode(true);
  for (const own of copy.querySelectorAll("[data-own]")) own.remove();
  for (const details of copy.querySelectorAll("details")) details.open = false;
  return copy.textContent + [...copy.querySelectorAll("mark, a")].map((e) => e.textContent + (e.href ?? "")).join("\n");
}

async function follow() {
  for (let version = 0; ;) {
    try {
      const answer = await fetch(new URL(`../briefing-serve-events?${version}`, root), OWN);
      if (!answer.ok) throw new Error(answer.statusText);
      const news = await answer.json();
      if (version && news.version !== version) await renew();
      version = news.version;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

// --- What is marked: stretches as the server reads them, [paragraph, first character, last], some kept from before.
const panel = document.querySelector(".desk-panel");
const home = panel?.parentElement, isWide = matchMedia("(min-width: 64em)");
let kept = [], now = [], asked = 0;

const length = (text) => [...text].length; // in characters, as the server counts

function within(words, node, offset) {
  const before = document.createRange();
  before.selectNodeContents(words);
  before.setEnd(node, offset);
  return length(before.toString());
}

function selected() {
  const found = [], selection = getSelection();
  for (let number = 0; number < selection.rangeCount; number += 1) {
    const range = selection.getRangeAt(number);
    if (range.collapsed) continue;
    for (const words of document.querySelectorAll(".desk-words")) {
      if (!range.intersectsNode(words)) continue;
      const start = words.contains(range.startContainer) ? within(words, range.startContainer, range.startOffset) : 0;
      const whole = length(words.textContent);
      const end = words.contains(range.endContainer) ? within(words, range.endContainer, range.endOffset) : whole;
      if (start < end) found.push([words.dataset.key, start, end]);
    }
  }
  return found;
}

function query(more = {}) {
  const at = [...kept, ...now].map(([key, start, end]) => `${key}:${start}-${end}`).join(",");
  return new URLSearchParams({ source: panel.dataset.source, at, ...more });
}

function list(id, lines) {
  shown(id).replaceChildren(...lines.map((line) => {
    const item = document.createElement("li");
    for (const [number, part] of line.split("`").entries()) {
      item.append(number % 2 ? Object.assign(document.createElement("code"), { textContent: part }) : part);
    }
    return item;
  }));
}

// Where there is no room beside the text, the panel stands below the last paragraph in which something is marked.
function place() {
  const last = [...kept, ...now].at(-1);
  const beside = !isWide.matches && last && shown(`p${last[0]}`);
  if (!beside && panel.parentElement !== home) home.append(panel);
  if (beside && beside.nextElementSibling !== panel) beside.after(panel);
}

async function show() {
  const turn = asked += 1;
  const result = panel.querySelector(".desk-result");
  shown("panel_hint").hidden = kept.length + now.length > 0;
  if (!kept.length && !now.length) {
    result.hidden = true;
    return;
  }
  const answer = await fetch(new URL(`quote.json?${query()}`, root), OWN);
  const quote = answer.ok ? await answer.json() : { fault: "The desk does not answer; is `invoke serve` still running?" };
  if (turn !== asked) return;
  if (quote.fault) {
    result.hidden = true;
    say(quote.fault);
    return;
  }
  result.hidden = false;
  place();
  shown("panel_count").textContent = quote.measure;
  shown("panel_count").classList.toggle("is-long", quote.isLong);
  shown("panel_who").textContent = `${quote.who}.`;
  list("panel_faults", quote.faults);
  shown("panel_hint_language").textContent = quote.hint;
  shown("panel_plain_label").textContent = quote.isBlock ? "Quotation of several paragraphs" : "Quotation";
  shown("panel_plain").value = quote.plain;
  shown("panel_named").value = quote.named;
  shown("panel_by").hidden = !quote.named;
  if (shown("panel_made")) shown("panel_made").hidden = true;
  if (quote.actor && shown("panel_actor") && !panel.dataset.chosen) shown("panel_actor").value = quote.actor;
  const faults = quote.faults.length ? `, ${quote.faults.length} to mend` : "";
  say(`${shown("panel_count").textContent}${faults}`, true);
}

function mark(stretches) {
  if (JSON.stringify(stretches) === JSON.stringify(now)) return;
  now = stretches;
  clearTimeout(mark.timer);
  mark.timer = setTimeout(show, 150);
}

async function copy(id) {
  const field = shown(id);
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    if (!document.execCommand("copy")) return say("The browser does not let this page copy: press Ctrl+C now.");
  }
  return say("Copied.");
}

async function makePosition() {
  const more = { actor: shown("panel_actor").value, question: shown("panel_question").value };
  const answer = await fetch(new URL(`position.json?${query(more)}`, root), OWN);
  const made = answer.ok ? await answer.json() : { fault: "The desk does not answer; is `invoke serve` still running?" };
  if (made.fault) return say(made.fault);
  shown("panel_path").textContent = made.path;
  shown("panel_skeleton").value = made.text;
  list("panel_notes", made.notes);
  shown("panel_made").hidden = false;
  return say(`The skeleton is written${made.notes.length ? `, with ${made.notes.length} remarks` : ""}.`);
}

// --- By keyboard: a paragraph opens as a field in which words are selected as in any other.
function offerMarking() {
  if (!panel) return;
  for (const words of document.querySelectorAll(".desk-words")) {
    const number = words.parentElement.querySelector(".desk-number");
    if (number.querySelector("button")) continue;
    const name = number.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.own = "";
    button.textContent = "Mark words";
    button.setAttribute("aria-label", `Mark words in ${name}`);
    button.addEventListener("click", () => openField(words, name, button));
    number.append(button);
  }
}

function openField(words, name, button) {
  const before = words.parentElement.querySelector("textarea");
  if (before) return before.focus();
  const field = document.createElement("textarea");
  field.readOnly = true;
  field.dataset.own = "";
  field.value = words.textContent;
  field.lang = words.lang;
  field.dir = words.dir;
  field.rows = Math.ceil(length(field.value) / 60) + 1;
  field.setAttribute("aria-label", `${name}: select words with Shift and the arrow keys; Escape closes`);
  words.after(field);
  const read = () => {
    const start = length(field.value.slice(0, field.selectionStart));
    const end = length(field.value.slice(0, field.selectionEnd));
    if (start < end) mark([[words.dataset.key, start, end]]);
  };
  for (const kind of ["select", "keyup", "mouseup"]) field.addEventListener(kind, read);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    field.remove();
    button.focus();
  });
  field.focus();
  field.setSelectionRange(0, /^\s*\S*/.exec(field.value)[0].length);
  return read();
}

if (panel) {
  panel.hidden = false;
  shown("desk_without").remove();
  document.addEventListener("selectionchange", () => {
    if (document.activeElement?.closest("textarea, select")) return;
    const stretches = selected();
    if (stretches.length) mark(stretches);
  });
  for (const button of panel.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () => copy(button.dataset.copy));
  }
  shown("panel_more").addEventListener("click", () => {
    kept.push(...now);
    now = [];
    getSelection().removeAllRanges();
    say("Kept. Mark what follows; the gap is shown by […].");
  });
  shown("panel_clear").addEventListener("click", () => {
    kept = [];
    now = [];
    getSelection().removeAllRanges();
    show();
    say("Nothing is marked.");
  });
  shown("panel_actor")?.addEventListener("change", () => { panel.dataset.chosen = "1"; });
  shown("panel_make")?.addEventListener("click", makePosition);
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.code !== "KeyC" || panel.querySelector(".desk-result").hidden) return;
    event.preventDefault();
    copy("panel_plain");
  });
  isWide.addEventListener("change", place);
  offerMarking();
}
follow();
