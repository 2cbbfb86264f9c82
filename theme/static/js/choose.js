// Choosing a place or an actor. The map, the timeline and the table of positions leave out what does not belong to it, the state
// stands in the address, and links carry it from page to page. On the map, pins and the entries of the list raise and open each other.
// The contract with the pages is written down in partials/choose.html and partials/map.html.
(() => {
  const KEYS = ["place", "actor"];
  const PAGES = /\/(places|timeline|actors)\/(index\.html)?$/;
  const form = document.querySelector(".choose");
  const asked = new URLSearchParams(location.search);
  const chosen = Object.fromEntries(KEYS.map((key) => [key, asked.get(key) ?? ""]));
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const quoted = (id) => CSS.escape(id);
  const entryOf = (id) => document.querySelector(`[data-place="${quoted(id)}"]`);
  const pinsOf = (id) => all(`[data-pin="${quoted(id)}"]`);

  /** Whether an element belongs to all that is chosen; of what it says nothing, it belongs to each. */
  const belongs = (element) =>
    KEYS.every((key) => {
      const ids = element.dataset[`${key}s`];
      return !chosen[key] || ids === undefined || ids.split(" ").includes(chosen[key]);
    });

  function remember() {
    const { searchParams: query } = new URL(location.href);
    for (const key of KEYS) chosen[key] ? query.set(key, chosen[key]) : query.delete(key);
    try {
      history.replaceState(null, "", `${location.pathname}${`?${query}`.replace(/^\?$/, "")}${location.hash}`);
    } catch {
      // A browser that does not let pages from disk do this still shows the choice.
    }
    for (const link of all("a[href]")) { // SVG has links, too
      const url = new URL(link.getAttribute("href"), document.baseURI);
      if (url.hash || url.origin !== location.origin || !PAGES.test(url.pathname) || link.closest("[data-place]")) continue;
      for (const key of KEYS) chosen[key] ? url.searchParams.set(key, chosen[key]) : url.searchParams.delete(key);
      link.setAttribute("href", url.href);
    }
  }

  /** Leaves out, or shows again, what does not belong; with entries go their pins and their marks in the drawn timeline. */
  function show() {
    const items = all("[data-places], [data-actors]");
    const left = new Set(items.filter((item) => !belongs(item)));
    const leave = (element, out) => element.classList.toggle("is-left-out", out);
    const parts = all("[data-pin], [data-event]");
    for (const item of items) leave(item, left.has(item));
    for (const { dataset, classList } of parts) {
      classList.toggle("is-left-out", left.has(dataset.pin ? entryOf(dataset.pin) : document.getElementById(dataset.event)));
    }
    for (const group of all("[data-group], .row")) {
      const own = [...items, ...parts].filter((part) => group.contains(part));
      leave(group, own.length > 0 && own.every((part) => part.classList.contains("is-left-out")));
    }
    for (const { dataset } of all("[data-place]")) mark(dataset.place, "is-chosen", dataset.place === chosen.place);
    for (const pin of all("[data-pin]:not([aria-current=page])")) {
      if (pin.dataset.pin === chosen.place) pin.setAttribute("aria-current", "true");
      else pin.removeAttribute("aria-current");
    }
    if (form) report(items, left);
    remember();
  }

  /** Says in the form what is chosen, and how much of it there is. */
  function report(items, left) {
    for (const select of form.elements) if (select.name in chosen) select.value = chosen[select.name];
    const counted = items.filter((item) => item instanceof HTMLElement);
    const shown = counted.filter((item) => !left.has(item)).length;
    const filtered = shown < counted.length;
    form.querySelector("[role=status]").textContent = filtered ? `${shown} of ${counted.length} ${form.dataset.noun}s` : "";
    form.querySelector("[type=reset]").hidden = !filtered;
    form.hidden = false;
  }

  function mark(id, name, on) {
    for (const element of [entryOf(id), ...pinsOf(id)]) element?.classList.toggle(name, on);
  }

  /** Opens the card of a place in the list, and no other, and brings it into view. */
  function open(id, focus) {
    const entry = entryOf(id);
    for (const card of all("[data-place] > div > details[open]")) card.open = entry.contains(card);
    const card = entry.querySelector("details");
    card.open = true;
    if (focus) card.querySelector("summary").focus({ preventScroll: true });
    entry.scrollIntoView({ block: "nearest" });
  }

  function choose(values) {
    Object.assign(chosen, values);
    show();
    document.dispatchEvent(new CustomEvent("choose", { detail: chosen }));
  }

  document.addEventListener("click", (event) => {
    const pin = event.target.closest?.("[data-pin]");
    const entry = pin && entryOf(pin.dataset.pin);
    if (!entry || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    if (entry.querySelector("details")) {
      event.preventDefault();
      choose({ place: pin.dataset.pin });
      open(pin.dataset.pin, true);
    } else if (!pin.closest("a")) {
      entry.querySelector("a").focus(); // a dot has no name of its own
    }
  });

  for (const entry of all("[data-place]")) {
    const id = entry.dataset.place;
    for (const type of ["pointerenter", "focusin"]) entry.addEventListener(type, () => mark(id, "is-raised", true));
    for (const type of ["pointerleave", "focusout"]) entry.addEventListener(type, () => mark(id, "is-raised", false));
    const card = entry.querySelector("details");
    card?.addEventListener("toggle", () => {
      if (card.open && chosen.place !== id) open(id, false), choose({ place: id });
      else if (!card.open && chosen.place === id) choose({ place: "" });
    });
    card?.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !card.open) return;
      card.open = false;
      for (const pin of pinsOf(id)) pin.focus(); // only one of them is drawn
    });
  }

  form?.addEventListener("change", (event) => choose({ [event.target.name]: event.target.value }));
  form?.addEventListener("reset", (event) => {
    event.preventDefault();
    choose(Object.fromEntries(KEYS.map((key) => [key, ""])));
    form.elements[0].focus();
  });
  document.addEventListener("map:live", show);
  show();
  if (chosen.place && entryOf(chosen.place)?.querySelector("details")) open(chosen.place, false);
})();
