// What a reader meets on a page: how high and heavy it is, how small its letters, how long its lines, how narrow its targets.
() => {
  const bottom = (block) => document.querySelector(block)?.getBoundingClientRect().bottom;
  const ends = Object.fromEntries([".core", ".upcoming", ".jumps"].map((block) => [block, bottom(block)]));
  const seen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
  };
  const name = (element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
  const where = (element) => `${name(element)} in ${name(element.parentElement)}: ${element.textContent.trim().slice(0, 40)}`;

  const small = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !seen(element) || element.closest("script, template, .visually-hidden")) continue;
    const grown = element.closest("svg") ? Math.hypot(element.getScreenCTM().a, element.getScreenCTM().b) : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * grown;
    if (size < 12.95) small.push(`${size.toFixed(1)} px: ${where(element)}`);
  }

  const LONGEST = 70; // of 66 letters as the design has it; these are of unequal width
  const long = [];
  const pen = document.createElement("canvas").getContext("2d");
  for (const element of document.querySelectorAll("main :is(p, li, dd, blockquote, figcaption), footer p")) {
    const text = element.textContent.replace(/\s+/g, " ").trim();
    if (text.length < 140 || !seen(element) || element.querySelector("p, li, table, svg, div")) continue;
    const { paddingLeft, paddingRight, fontWeight, fontSize, fontFamily, lineHeight } = getComputedStyle(element);
    if (element.clientHeight < 2.5 * parseFloat(lineHeight)) continue; // no running text
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const width = element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    const letters = (width * text.length) / pen.measureText(text).width;
    if (letters > LONGEST) long.push(`${letters.toFixed(0)} letters: ${where(element)}`);
  }

  // A link in the midst of a sentence keeps the sentence's line; a mark is made larger by what is not seen.
  const inRunningText = (element) => {
    const around = element.closest("p, li, dd, dt, td, th, h1, h2, h3, h4, cite, figcaption, summary");
    return around && getComputedStyle(element).display.startsWith("inline") && around.textContent.trim().length > element.textContent.trim().length + 1;
  };
  // Whether a finger that meets the page 21 px above or below the middle of an element still hits it.
  const isHit = (element) => {
    element.scrollIntoView({ block: "center" });
    const { left, top, width, height } = element.getClientRects()[0];
    return [-21, 21].every((off) => {
      const hit = document.elementFromPoint(left + Math.min(width, 40) / 2, top + height / 2 + off);
      return hit && element.contains(hit);
    });
  };
  const narrow = [];
  for (const element of document.querySelectorAll("a[href], button, summary, input, select")) {
    const { height } = element.getBoundingClientRect();
    if (!seen(element) || element.closest("svg, .leaflet-container") || inRunningText(element) || height >= 43.5) continue;
    if (!isHit(element)) narrow.push(`${height.toFixed(0)} px: ${where(element)}`);
  }

  return {
    height: document.documentElement.scrollHeight,
    width: document.documentElement.scrollWidth,
    masthead: document.querySelector(".masthead").getBoundingClientRect().height,
    elements: document.querySelectorAll("*").length,
    ends, small, long, narrow,
  };
}
