// The proof of a mark without leaving the line: hover, focus, a click or a tap opens its card, Escape closes it.
(() => {
  const cards = document.querySelector("template.cards");
  if (!cards) return;

  const MARK = "a.mark[data-note]";
  const margin = matchMedia("(min-width: 68.75em)"); // 1100 px: room beside the text, else a sheet
  const card = document.createElement("section");
  const line = document.createElement("div");
  card.className = "card";
  card.id = "card";
  card.tabIndex = -1;
  card.hidden = line.hidden = true;
  card.setAttribute("role", "dialog");
  line.className = "card-line";
  document.body.append(line, card);

  let shown = null; // the mark whose card is open
  let held = false; // whether it stays until it is closed
  let back = false; // whether focus is on its way back to the mark, which opens nothing
  let timer = 0;

  function show(mark, hold) {
    clearTimeout(timer);
    held = hold || (held && shown === mark);
    if (shown === mark) return;
    if (shown) release();
    const note = cards.content.getElementById(`note-${mark.dataset.note}`);
    if (!note) return;
    shown = mark;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "card-close";
    close.setAttribute("aria-label", "Close");
    close.textContent = "×";
    close.addEventListener("click", () => hide(true));
    card.replaceChildren(close, ...note.cloneNode(true).childNodes);
    card.querySelector("p").id = "card_title";
    card.setAttribute("aria-labelledby", "card_title");
    for (const other of card.querySelectorAll(MARK)) other.removeAttribute("data-note");
    mark.setAttribute("aria-expanded", "true");
    card.hidden = false;
    place();
  }

  function release() {
    shown.removeAttribute("aria-expanded");
    shown = null;
    card.hidden = line.hidden = true;
    document.body.style.paddingBlockEnd = "";
  }

  function hide(returns) {
    clearTimeout(timer);
    held = false;
    const mark = shown;
    if (mark) release();
    if (!mark || !returns) return;
    back = true;
    mark.focus({ preventScroll: true });
    back = false;
  }

  function place() {
    if (!shown) return;
    card.removeAttribute("style");
    line.hidden = true;
    card.classList.toggle("card-sheet", !margin.matches);
    if (margin.matches) beside();
    else clear();
  }

  // In the margin, level with the mark and joined to it, where that is free; else below what the mark stands in, or above.
  function beside() {
    const [at] = shown.getClientRects();
    const main = document.querySelector("main").getBoundingClientRect();
    const rtl = getComputedStyle(shown).direction === "rtl";
    const text = shown.closest(".prose, .article, p, li, td, dd, div").getBoundingClientRect();
    const pad = parseFloat(getComputedStyle(document.querySelector("main")).paddingInlineStart);
    const edge = rtl ? main.left + pad : main.right - pad;
    const room = Math.abs(edge - (rtl ? text.left : text.right));
    const free = shown.closest(".prose, .article") && room >= card.offsetWidth + 24;
    if (free) {
      const top = at.top + at.height / 2;
      const below = document.querySelector(".masthead").getBoundingClientRect().bottom + 8;
      const start = Math.max(below, Math.min(top - 28, innerHeight - card.offsetHeight - 12));
      const left = rtl ? edge : edge - card.offsetWidth;
      move(card, left, Math.min(start, at.top));
      const ends = endOfLine(at, rtl);
      const [from, to] = rtl ? [left + card.offsetWidth, ends] : [ends, left];
      move(line, from, top);
      line.style.width = `${Math.max(0, to - from)}px`;
      line.hidden = false;
      return;
    }
    const around = (shown.closest("tr, li, p, dd, div") ?? shown).getBoundingClientRect();
    const left = Math.max(pad, Math.min(rtl ? at.right - card.offsetWidth : at.left, innerWidth - card.offsetWidth - pad));
    const under = around.bottom + card.offsetHeight + 12 < innerHeight || around.top < card.offsetHeight + 64;
    move(card, left, under ? around.bottom + 6 : around.top - card.offsetHeight - 6);
  }

  // Where the words of the mark's line end: the join must not strike through what follows it.
  function endOfLine(at, rtl) {
    const rest = document.createRange();
    rest.setStartAfter(shown);
    rest.setEndAfter(shown.closest("p, li, td, dd, div") ?? shown);
    const same = [...rest.getClientRects()].filter((box) => box.width > 1 && box.top < at.bottom - 2 && box.bottom > at.top + 2);
    return rtl ? Math.min(at.left, ...same.map((box) => box.left)) - 4 : Math.max(at.right, ...same.map((box) => box.right)) + 4;
  }

  function move(box, left, top) {
    box.style.left = `${scrollX + left}px`;
    box.style.top = `${scrollY + top}px`;
  }

  // A sheet at the foot of the window must not cover the line that it proves.
  function clear() {
    const covered = shown.getBoundingClientRect().bottom + 24 - (innerHeight - card.offsetHeight);
    if (covered <= 0) return;
    document.body.style.paddingBlockEnd = `${card.offsetHeight}px`;
    scrollBy({ top: covered, behavior: "instant" });
  }

  function soon(run, wait) {
    clearTimeout(timer);
    timer = setTimeout(run, wait);
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(MARK);
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (shown === mark && held) return hide(true);
    show(mark, true);
    card.focus({ preventScroll: true });
  });

  // Not a click, which some phones send to links and buttons only; one who scrolls gets no pointerup.
  document.addEventListener("pointerup", (event) => {
    if (shown && !card.contains(event.target) && !event.target.closest(MARK)) hide(false);
  });

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || !margin.matches) return;
    const mark = event.target.closest(MARK);
    if (mark) {
      if (!held) soon(() => show(mark, false), shown ? 250 : 120);
      else if (mark === shown) clearTimeout(timer);
    } else if (card.contains(event.target)) clearTimeout(timer);
    else if (!held && document.activeElement !== shown) soon(() => hide(false), 400);
  });

  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest(MARK);
    if (mark?.matches(":focus-visible") && shown !== mark && !back) show(mark, false);
    else if (!mark && shown && !card.contains(event.target)) hide(false);
  });

  document.addEventListener("keydown", (event) => {
    if (!shown) return;
    if (event.key === "Escape") hide(card.contains(document.activeElement) || document.activeElement === shown);
    if (event.key !== "Tab" || !card.contains(document.activeElement)) return;
    // Out of the card the way leads back to its mark, as if it stood behind that.
    const stops = [card, ...card.querySelectorAll("a, button")];
    const at = stops.indexOf(document.activeElement);
    if (event.shiftKey ? at <= 1 : at === stops.length - 1) {
      event.preventDefault();
      hide(true);
    }
  });

  addEventListener("resize", place);
  addEventListener("beforeprint", () => hide(false));
})();
