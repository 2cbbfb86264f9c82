// The live map. Loads Leaflet and Folium's script when the figure comes near the screen, then gives the map names and cards
// from the page (text and cloned nodes, never HTML in strings), and what Leaflet lacks for the keyboard. On any error the drawn map stays, without a word.
// The contract with the page is written down in partials/map.html; the one with Folium's script in briefing/maps/live.py.
(() => {

const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const SIDES = ["right", "left", "above", "below"];
const WIDE = 37.5; // rem: a popup beside a pin fits into a stage of this width

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

/** What a pin opens: what the page has on the place, as a dialog with a button that closes it. */
function card(figure, id, close) {
  const { link, name } = place(figure, id);
  const box = document.createElement("div");
  box.className = "map__card";
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", name);
  const content = figure.querySelector(`[data-card="${id}"]`)?.content.cloneNode(true);
  const button = Object.assign(document.createElement("button"), { type: "button", className: "map__close", textContent: "×" });
  button.setAttribute("aria-label", "Close");
  button.addEventListener("click", close);
  box.append(content ?? Object.assign(document.createElement("a"), { href: link.href, textContent: name }), button);
  return box;
}

/** One card at a time: in a popup beside its pin on a wide stage, else in the panel under the stage. */
function cards(figure, map) {
  const panel = figure.querySelector(".map__panel");
  const wide = () => map.getSize().x >= WIDE * parseFloat(getComputedStyle(document.documentElement).fontSize);
  let shown = null;

  function close() {
    if (!shown) return;
    const { pin, box, popup } = shown;
    shown = null;
    const held = box.contains(document.activeElement);
    popup?.remove();
    panel.replaceChildren();
    panel.hidden = true;
    pin.setAttribute("aria-expanded", "false");
    if (!held) return;
    pin.focus?.({ preventScroll: true });
    if (!popup) map.getContainer().scrollIntoView({ block: "nearest" });
  }

  function open(id, layer) {
    close();
    const pin = layer.getElement();
    const box = card(figure, id, close);
    let popup = null;
    if (wide()) {
      popup = L.popup({
        closeButton: false, autoClose: false, closeOnClick: false, closeOnEscapeKey: false,
        minWidth: 240, maxWidth: 380, maxHeight: map.getSize().y - 66,
        offset: [0, -10], // the tip stands on the pin, not on its number
        autoPanPaddingTopLeft: [72, 16], autoPanPaddingBottomRight: [16, 32], // clear of the buttons
      }).setContent(box).setLatLng(layer.getLatLng()).openOn(map);
    } else {
      panel.hidden = false;
      panel.append(box);
    }
    shown = { pin, box, popup };
    pin.setAttribute("aria-expanded", "true");
    box.focus({ preventScroll: Boolean(popup) });
  }

  map.on("click", close);
  map.on("resize", () => shown && Boolean(shown.popup) !== wide() && close());
  figure.addEventListener("keydown", (event) => event.key === "Escape" && close());
  return open;
}

function bindPin(figure, map, id, layer, open) {
  const { entry, link, name } = place(figure, id);
  if (!link) {
    if (layer.setZIndexOffset) layer.remove(); // a marker that this page does not name
    return null;
  }
  const pin = layer.getElement();
  layer.on("click", () => open(id, layer));
  const raise = (up) => {
    pin.classList.toggle("is-raised", up);
    if (layer.setZIndexOffset) layer.setZIndexOffset(up ? 1000 : 0);
    else if (up) layer.bringToFront();
  };
  for (const type of ["pointerenter", "focusin"]) entry?.addEventListener(type, () => raise(true));
  for (const type of ["pointerleave", "focusout"]) entry?.addEventListener(type, () => raise(false));
  if (!layer.setZIndexOffset) return null; // one of many dots: the list is the way for the keyboard
  const label = document.createElement("span");
  label.className = "map__label";
  label.textContent = name;
  pin.append(" ", label);
  pin.setAttribute("aria-haspopup", "dialog");
  pin.setAttribute("aria-expanded", "false");
  pin.addEventListener("focus", () => {
    raise(true);
    // Only for the keyboard: under a mouse the pin must not move away between press and release.
    if (pin.matches(":focus-visible")) map.panInside(layer.getLatLng(), { padding: [24, 24], animate: !still });
  });
  pin.addEventListener("blur", () => raise(false));
  pin.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open(id, layer);
  });
  return { layer, pin, label, drawn: link.dataset.side };
}

/** The names of areas, as text from the drawn map; each may stand at one of several spots. */
function bindAreas(figure, map) {
  const pane = map.createPane("areas");
  pane.classList.add("map__areas");
  pane.setAttribute("aria-hidden", "true");
  return [...figure.querySelectorAll("[data-spots]")].map((text) => {
    const label = document.createElement("span");
    label.textContent = text.textContent;
    const spots = text.dataset.spots.split(" ").map((spot) => L.latLng(spot.split(",").map(Number)));
    const icon = L.divIcon({ className: "map__area", iconSize: null, html: label });
    const layer = L.marker(spots[0], { icon, pane: "areas", interactive: false, keyboard: false }).addTo(map);
    layer.getElement().classList.remove("leaflet-marker-icon"); // it marks no place
    return { layer, label, spots };
  });
}

const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const inside = (a, size) => a.left >= 2 && a.top >= 2 && a.right <= size.x - 2 && a.bottom <= size.y - 2;
const around = ({ x, y }, width, height) => ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });

/** The box of a label on one side of a pin. */
function beside({ x, y }, { width, height }, side) {
  const [across, down] = { right: [1, 0], left: [-1, 0], above: [0, -1], below: [0, 1] }[side];
  return around({ x: x + across * (18 + width / 2), y: y + down * (18 + height / 2) }, width, height);
}

/** Gives every name a place where it meets nothing and is not cut; hides it when there is none. Pins share the room between them. */
function arrange(map, pins, areas) {
  const measured = ({ label }) => ({ width: label.offsetWidth, height: label.offsetHeight });
  const [sizes, extents] = [pins.map(measured), areas.map(measured)]; // all before the first change, for the browser's sake
  const size = map.getSize();
  const frame = map.getContainer().getBoundingClientRect();
  const at = pins.map(({ layer }) => map.latLngToContainerPoint(layer.getLatLng()));
  const taken = at.map((point) => around(point, 30, 30));
  for (const control of map.getContainer().querySelectorAll(".leaflet-control")) {
    const { left, right, top, bottom } = control.getBoundingClientRect();
    taken.push({ left: left - frame.left, right: right - frame.left, top: top - frame.top, bottom: bottom - frame.top });
  }
  const free = (box) => inside(box, size) && !taken.some((other) => meets(box, other));
  pins.forEach(({ pin, label, drawn }, index) => {
    const sides = SIDES.includes(drawn) ? [drawn, ...SIDES] : SIDES;
    const side = sides.find((side) => free(beside(at[index], sizes[index], side))) ?? "none";
    label.className = `map__label map__label--${side}`;
    if (side !== "none") taken.push(beside(at[index], sizes[index], side));
    const nearest = Math.min(...at.filter((point) => point !== at[index]).map((point) => point.distanceTo(at[index])));
    pin.style.setProperty("--map-reach", `${Math.max(0, Math.min(7, nearest / 2 - 15))}px`);
  });
  areas.forEach(({ layer, label, spots }, index) => {
    const box = (spot) => around(map.latLngToContainerPoint(spot), extents[index].width, extents[index].height);
    const spot = spots.find((spot) => free(box(spot)));
    label.classList.toggle("map__area--none", !spot);
    if (!spot) return;
    layer.setLatLng(spot);
    taken.push(box(spot));
  });
}

/** The button that goes back to all places, there when the reader has moved or zoomed the map. */
function bindAll(figure, map, fit) {
  const button = figure.querySelector(".map__all");
  const seen = () => ({ zoom: map.getZoom(), middle: map.project(map.getCenter()) });
  const away = () => map.getZoom() !== home.zoom || map.project(map.getCenter()).distanceTo(home.middle) > 2;
  let home = seen();
  const show = () => {
    fit();
    home = seen();
    button.hidden = true;
  };
  map.on("moveend", () => (button.hidden = !away()));
  map.on("resize", () => button.hidden && show());
  button.addEventListener("click", () => {
    show();
    map.getContainer().focus({ preventScroll: true }); // the button is gone
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

function bind(figure, box, { map, pins, tiles, fit }) {
  if (still) {
    const pan = map.panBy;
    map.panBy = (offset) => pan.call(map, offset, { animate: false });
  }
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", "map-title");
  map.getPane("overlayPane").setAttribute("aria-hidden", "true");
  const open = cards(figure, map);
  const marks = Object.entries(pins).map(([id, layer]) => bindPin(figure, map, id, layer, open)).filter(Boolean);
  const areas = bindAreas(figure, map);
  bindAll(figure, map, fit);
  bindStreets(figure, map, tiles);
  map.on("moveend resize", () => arrange(map, marks, areas));
  box.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  box.addEventListener("focusout", () => map.scrollWheelZoom.disable());
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(box);
  const drawing = figure.querySelector(".map__drawing");
  const focused = drawing.contains(document.activeElement) && document.activeElement.dataset.pin;
  figure.classList.add("map--live");
  arrange(map, marks, areas);
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
})();
