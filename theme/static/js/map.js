// The live map. Loads Leaflet and Folium's script when the figure comes near the screen, then gives the pins their names and
// popups from the page (text and cloned nodes, never HTML in strings), and what Leaflet lacks for the keyboard. On any error the drawn map stays, without a word.
// The contract with the page is written down in partials/map.html; the one with Folium's script in briefing/worldmap.py.

const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

const loaded = (element) =>
  new Promise((resolve, reject) => {
    element.addEventListener("load", resolve, { once: true });
    element.addEventListener("error", reject, { once: true });
    document.head.append(element);
  });
const script = (src) => loaded(Object.assign(document.createElement("script"), { src }));
const style = (href) => loaded(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));

async function load(figure) {
  const { leafletCss, leafletJs, script: drawing } = figure.dataset;
  figure.addEventListener("map:ready", (event) => bind(figure, event.target, event.detail), { once: true });
  await Promise.all([style(leafletCss), script(leafletJs)]);
  await script(drawing);
}

/** What the page has on one place: its entry in a list, and the link on the drawn map or else in that entry. */
function place(figure, id) {
  const entry = document.querySelector(`[data-place="${id}"]`);
  const link = figure.querySelector(`[data-pin="${id}"]`) ?? entry?.querySelector("a");
  const name = link?.dataset.name ?? link?.textContent.trim() ?? "";
  return { entry, link, name };
}

function popup(figure, id) {
  const { link, name } = place(figure, id);
  const box = document.createElement("div");
  box.className = "map__popup";
  box.tabIndex = -1;
  const content = figure.querySelector(`[data-popup="${id}"]`)?.content;
  if (content) {
    box.append(content.cloneNode(true));
  } else {
    const anchor = document.createElement("a");
    anchor.href = link.getAttribute("href");
    anchor.textContent = name;
    box.append(anchor);
  }
  return box;
}

function bindPin(figure, map, id, layer) {
  const { entry, link, name } = place(figure, id);
  if (!link) {
    if (layer.setZIndexOffset) layer.remove(); // a marker that this page does not name
    return;
  }
  const pin = layer.getElement();
  layer.bindPopup(() => popup(figure, id), { maxWidth: 260, autoPanPadding: [16, 16] });
  layer.on("popupopen", ({ popup: opened }) => {
    const box = opened.getElement();
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", name);
    pin.setAttribute("aria-expanded", "true");
    box.querySelector(".map__popup").focus({ preventScroll: true });
  });
  layer.on("popupclose", ({ popup: closed }) => {
    pin.setAttribute("aria-expanded", "false");
    const held = document.activeElement;
    if (held === document.body || closed.getElement()?.contains(held)) pin.focus?.({ preventScroll: true });
  });
  const raise = (up) => {
    pin.classList.toggle("is-raised", up);
    if (layer.setZIndexOffset) layer.setZIndexOffset(up ? 1000 : 0);
    else if (up) layer.bringToFront();
  };
  for (const type of ["pointerenter", "focusin"]) entry?.addEventListener(type, () => raise(true));
  for (const type of ["pointerleave", "focusout"]) entry?.addEventListener(type, () => raise(false));
  if (!layer.setZIndexOffset) return; // one of many dots: the list is the way for the keyboard
  const label = document.createElement("span");
  label.className = `map__label map__label--${link.dataset.side || "none"}`;
  label.classList.toggle("map__label--roomy", link.classList.contains("map__pin--roomy"));
  label.textContent = name;
  pin.append(" ", label);
  pin.setAttribute("aria-haspopup", "dialog");
  pin.setAttribute("aria-expanded", "false");
  pin.addEventListener("focus", () => {
    raise(true);
    // Only for the keyboard: under a mouse the pin must not move away between press and release.
    if (pin.matches(":focus-visible")) map.panInside(layer.getLatLng(), { padding: [48, 48], animate: !still });
  });
  pin.addEventListener("blur", () => raise(false));
  pin.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    layer.openPopup();
  });
}

function bindStreets(figure, map, tiles) {
  const box = figure.querySelector(".map__streets");
  if (!box || !tiles) return;
  const button = box.querySelector("button");
  const hint = box.querySelector("[role=status]");
  const most = map.getMaxZoom();
  let arrived = false;
  const show = (on) => {
    figure.classList.toggle("map--streets", on);
    button.textContent = on ? button.dataset.back : button.dataset.load;
    map.setMaxZoom(on ? 17 : most);
    if (on) tiles.addTo(map);
    else tiles.remove();
  };
  tiles.on("tileload", () => (arrived = true));
  tiles.on("tileerror", () => {
    if (arrived || !map.hasLayer(tiles)) return;
    show(false);
    hint.textContent = "The street map could not be loaded.";
  });
  button.addEventListener("click", () => show(!map.hasLayer(tiles)));
  box.hidden = false;
}

function bind(figure, box, { map, pins, tiles }) {
  if (still) {
    const pan = map.panBy;
    map.panBy = (offset) => pan.call(map, offset, { animate: false });
  }
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", "map-title");
  map.getPane("overlayPane").setAttribute("aria-hidden", "true");
  for (const [id, layer] of Object.entries(pins)) bindPin(figure, map, id, layer);
  bindStreets(figure, map, tiles);
  box.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  box.addEventListener("focusout", () => map.scrollWheelZoom.disable());
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") map.closePopup();
  });
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(box);
  const drawing = figure.querySelector(".map__drawing");
  const focused = drawing.contains(document.activeElement) && document.activeElement.dataset.pin;
  figure.classList.add("map--live");
  if (focused) pins[focused]?.getElement().focus({ preventScroll: true });
}

for (const figure of document.querySelectorAll(".map[data-script]")) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      load(figure).catch(() => {});
    },
    { rootMargin: "300px" },
  );
  observer.observe(figure);
}
