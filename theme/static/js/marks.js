// Loads what opens the cards of marks when a reader first reaches for one, and hands on how: by pointer, focus or click.
(() => {
  const MARK = "a.mark[data-note]";
  const KINDS = ["pointerover", "focusin", "click"];
  const { card } = document.currentScript.dataset;
  let asked = null; // the last event at a mark while the script is on its way

  function replay() {
    const { type, pointerType, target } = asked;
    if (type === "click") target.click();
    else target.dispatchEvent(type === "focusin" ? new FocusEvent(type, { bubbles: true }) : new PointerEvent(type, { bubbles: true, pointerType }));
  }

  function load(event) {
    if (!event.target.closest(MARK)) return;
    if (event.type === "click") {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
    }
    const first = !asked;
    if (first || event.type !== "pointerover") asked = event;
    if (!first) return;
    const script = Object.assign(document.createElement("script"), { src: card });
    script.addEventListener("load", () => {
      for (const kind of KINDS) document.removeEventListener(kind, load);
      replay();
    });
    script.addEventListener("error", () => asked.type === "click" && location.assign(asked.target.closest("a").href));
    document.head.append(script);
  }

  for (const kind of KINDS) document.addEventListener(kind, load);
  for (const mark of document.querySelectorAll(MARK)) mark.setAttribute("aria-haspopup", "dialog");
})();
