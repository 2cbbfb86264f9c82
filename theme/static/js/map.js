// The live map. Loads Leaflet and Folium's script when a reader presses a zoom button, then gives the map names and links from the page (as
// text and nodes, never HTML in strings), and what Leaflet lacks for the keyboard. On any error the drawn map stays, without a word.
// The contract with the page is written down in partials/map.html; the one with Folium's script in briefing/maps/live.py.
(() => {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const touch = matchMedia("(pointer: coarse)").matches;
  const SIDES = ["right", "left", "above", "below"];

  const loaded = (element) =>
    new Promise((resolve, reject) => {
      element.addEventListener("load", resolve, { once: true });
      element.addEventListener("error", reject, { once: true });
      document.head.append(element);
    });
  const script = (src) => loaded(Object.assign(document.createElement("script"), { src }));
  const style = (href) => loaded(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));

  /** Lets the browser draw and hear its reader between two pieces of work. */
  const breath = () => new Promise((resolve) => setTimeout(resolve));

  /** The live map of a figure, as Folium's script hands it over. */
  async function load(figure) {
    const { leafletCss, leafletJs, script: drawing } = figure.dataset;
    const ready = new Promise((resolve, reject) => {
      figure.addEventListener("map:ready", (event) => resolve(event.detail), { once: true });
      figure.addEventListener("map:failed", reject, { once: true });
    });
    await Promise.all([style(leafletCss), script(leafletJs)]);
    await script(drawing);
    const live = await ready;
    await breath();
    return live;
  }

  /** Puts a link with number and name on each pin, as the list has them; of dots only marks them, since the list is the way to them. */
  function bindPins(figure, map, pins) {
    return Object.entries(pins).flatMap(([id, layer]) => {
      const entry = document.querySelector(`[data-place="${CSS.escape(id)}"]`);
      const way = entry?.querySelector("a");
      if (!way) {
        layer.remove(); // this page does not name it
        return [];
      }
      if (!layer.setZIndexOffset) {
        layer.getElement().dataset.pin = id;
        return [];
      }
      const pin = Object.assign(document.createElement("a"), { className: "map__marker", href: way.href });
      const label = Object.assign(document.createElement("span"), { className: "map__label", textContent: way.textContent });
      pin.dataset.pin = id;
      pin.append(`${entry.querySelector(".pin").textContent.trim()} `, label);
      pin.addEventListener("focus", () => {
        // Only for the keyboard: under a mouse the pin must not move away between press and release.
        if (pin.matches(":focus-visible")) map.panInside(layer.getLatLng(), { padding: [24, 24], animate: !still });
      });
      layer.getElement().append(pin);
      return [{ layer, pin, label }];
    });
  }

  /** The names of areas, as text from the drawn map; each may stand at one of several spots. */
  function bindAreas(figure, map) {
    const pane = map.createPane("areas");
    pane.classList.add("map__areas");
    pane.setAttribute("aria-hidden", "true");
    return [...figure.querySelector(".map__drawing").querySelectorAll("[data-spots]")].map((text) => {
      const label = document.createElement("span");
      label.textContent = text.textContent;
      const name = `map__area${text.classList.contains("map__area--focus") ? " map__area--focus" : ""}`;
      const spots = text.dataset.spots.split(" ").map((spot) => L.latLng(spot.split(",").map(Number)));
      const icon = L.divIcon({ className: name, iconSize: null, html: label });
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
    for (const control of map.getContainer().querySelectorAll(".leaflet-control, .map__north")) {
      const { left, right, top, bottom } = control.getBoundingClientRect();
      taken.push({ left: left - frame.left, right: right - frame.left, top: top - frame.top, bottom: bottom - frame.top });
    }
    const free = (box) => inside(box, size) && !taken.some((other) => meets(box, other));
    pins.forEach(({ pin, label }, index) => {
      const side = SIDES.find((side) => free(beside(at[index], sizes[index], side))) ?? "none";
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

  /** The buttons of a live map. From farthest out all pins are seen; else zooming keeps the nearest pin where it is, so that no press ends where nothing is. */
  function bindZoom(figure, map, { pins, fit, far }) {
    const zoom = figure.querySelector(".map__zoom");
    const [back, ...steps] = zoom.children;
    const seen = () => ({ zoom: map.getZoom(), middle: map.project(map.getCenter()) });
    const away = () => Math.abs(map.getZoom() - home.zoom) > 0.05 || map.project(map.getCenter()).distanceTo(home.middle) > 2;
    let home = seen();
    const show = () => {
      fit();
      home = seen();
      back.hidden = true;
    };
    const nearest = () => {
      const middle = map.getSize().divideBy(2);
      const points = Object.values(pins).map((layer) => map.latLngToContainerPoint(layer.getLatLng()));
      const seen = points.filter((point) => inside(around(point, 0, 0), map.getSize()));
      return seen.sort((a, b) => a.distanceTo(middle) - b.distanceTo(middle))[0] ?? middle;
    };
    const turn = (by) => {
      const to = Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), map.getZoom() + by));
      if (to < home.zoom && to === map.getMinZoom()) far();
      else if (to !== map.getZoom()) map.setZoomAround(nearest(), to, { animate: !still });
    };
    const update = () => {
      back.hidden = !away();
      for (const step of steps) {
        const last = step.dataset.zoom > 0 ? map.getZoom() >= map.getMaxZoom() : map.getZoom() <= map.getMinZoom();
        step.setAttribute("aria-disabled", String(last));
      }
      // One finger moves the page, until there is more of the map than is seen.
      if (touch) map.getZoom() > home.zoom + 0.05 ? map.dragging.enable() : map.dragging.disable();
    };
    map.on("moveend zoomend zoomlevelschange", update);
    map.on("resize", () => back.hidden && show());
    back.addEventListener("click", () => {
      show();
      steps[1].focus({ preventScroll: true }); // the button is gone
    });
    update();
    return turn;
  }

  /** The arrow to the north, as it is drawn. */
  function arrowOf(north) {
    const arrow = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    arrow.classList.add("map__north");
    arrow.setAttribute("aria-hidden", "true");
    north.removeAttribute("transform");
    arrow.append(north);
    return arrow;
  }

  /** Loads finer lines where they tell more, and lets a reader zoom in on them only. */
  function bindFine(figure, map, { coarse, fine }) {
    const files = figure.dataset.fine?.split(" ") ?? [];
    const most = map.getMaxZoom();
    figure.addEventListener("map:fine", ({ detail }) => {
      fine[detail.layer].shapes.forEach((group, index) =>
        group.eachLayer((shape) => {
          shape.setLatLngs(L.GeoJSON.coordsToLatLngs(detail.shapes[index], shape instanceof L.Polygon ? 2 : 1));
        }),
      );
    });
    const look = () => {
      map.setMaxZoom(fine.some(({ bounds }) => L.latLngBounds(bounds).contains(map.getCenter())) ? most : coarse);
      if (map.getZoom() > coarse - 0.5) for (const file of files.splice(0)) script(file).catch(() => {});
    };
    map.on("moveend", look);
    look();
  }

  /** Keeps something in sight: where a reader has moved the map to where it has neither line nor pin, it goes on to the nearest pin; where
      a place is chosen whose pin is out of sight, it goes there. */
  function bindSight(map, pins) {
    document.addEventListener("choose", ({ detail }) => {
      const spot = pins[detail.place]?.getLatLng();
      if (spot && !map.getBounds().contains(spot)) map.panTo(spot, { animate: !still });
    });
    const spots = Object.values(pins).map((layer) => layer.getLatLng());
    const lines = [];
    map.eachLayer((layer) => layer instanceof L.Polyline && lines.push(layer));
    map.on("moveend", () => {
      const seen = map.getBounds();
      const isSeen = (points) => (Array.isArray(points) ? points.some(isSeen) : seen.contains(points));
      if (isSeen(spots) || lines.some((line) => isSeen(line.getLatLngs()))) return;
      const middle = map.getCenter();
      const [nearest] = spots.sort((a, b) => middle.distanceTo(a) - middle.distanceTo(b));
      map.panInside(nearest, { padding: [60, 60], animate: !still });
    });
  }

  /** Shows the street map, or the built-in one again. */
  function bindStreets(figure, map, tiles) {
    const box = figure.querySelector(".map__streets");
    if (!box) return null;
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
    return () => show(!map.hasLayer(tiles));
  }

  /** Dresses a live map for its figure; gives what its buttons do. */
  function bind(figure, live) {
    const { map, pins, tiles } = live;
    if (still) {
      const pan = map.panBy;
      map.panBy = (offset) => pan.call(map, offset, { animate: false });
    }
    const box = map.getContainer();
    box.setAttribute("role", "group");
    box.setAttribute("aria-labelledby", "map-title");
    map.getPane("overlayPane").setAttribute("aria-hidden", "true");
    const marks = bindPins(figure, map, pins);
    const areas = bindAreas(figure, map);
    const turn = bindZoom(figure, map, live);
    const north = figure.querySelector(".map__length--north")?.parentNode.cloneNode(true);
    if (north) box.append(arrowOf(north));
    bindFine(figure, map, live);
    bindSight(map, pins);
    const streets = bindStreets(figure, map, tiles);
    map.on("moveend resize", () => arrange(map, marks, areas));
    box.addEventListener("focusin", () => map.scrollWheelZoom.enable());
    box.addEventListener("focusout", () => map.scrollWheelZoom.disable());
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(box);
    const focused = document.activeElement.closest?.(".map__drawing [data-pin]")?.dataset.pin;
    figure.classList.add("map--live");
    arrange(map, marks, areas);
    marks.find(({ pin }) => pin.dataset.pin === focused)?.pin.focus({ preventScroll: true });
    figure.dispatchEvent(new CustomEvent("map:live", { bubbles: true }));
    return { turn, streets };
  }

  for (const figure of document.querySelectorAll(".map[data-script]")) {
    const zoom = figure.querySelector(".map__zoom");
    const streets = figure.querySelector(".map__streets");
    let started = null;
    const live = () => (started ??= load(figure).then((parts) => bind(figure, parts)));
    const press = (act) => live().then((parts) => breath().then(() => act(parts)), () => (zoom.hidden = true));
    for (const step of zoom.querySelectorAll("[data-zoom]")) {
      step.addEventListener("click", () => press(({ turn }) => turn(Number(step.dataset.zoom))));
    }
    streets?.querySelector("button").addEventListener("click", () => press(({ streets }) => streets()));
    for (const part of [zoom, streets]) if (part) part.hidden = false;
  }
})();
