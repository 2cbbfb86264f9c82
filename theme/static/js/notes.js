// Notes without leaving the line: hover or focus on a mark shows its note, Escape closes it.
(() => {
const box = document.createElement("div");
box.className = "popover";
box.id = "note_popover";
box.setAttribute("role", "tooltip");
box.hidden = true;
let shown = null;
let timer = 0;

function show(mark) {
  clearTimeout(timer);
  const note = document.querySelector(`${mark.hash} .note-words`);
  if (!note || shown === mark) return;
  hide();
  box.textContent = note.textContent.trim().replace(/\s+/g, " ");
  box.hidden = false;
  const at = mark.getBoundingClientRect();
  const room = document.documentElement.clientWidth - box.offsetWidth - 16;
  const above = at.top > box.offsetHeight + 16;
  box.style.left = `${window.scrollX + Math.max(16, Math.min(at.left, room))}px`;
  box.style.top = `${window.scrollY + (above ? at.top - box.offsetHeight - 4 : at.bottom + 4)}px`;
  mark.setAttribute("aria-describedby", box.id);
  shown = mark;
}

function hide() {
  clearTimeout(timer);
  box.hidden = true;
  shown?.removeAttribute("aria-describedby");
  shown = null;
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(hide, 200);
}

const marks = document.querySelectorAll("a.mark[href^='#note-']");
if (marks.length) {
  document.querySelector("main").append(box);
  for (const mark of marks) {
    mark.addEventListener("pointerenter", (event) => event.pointerType === "touch" || show(mark));
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("pointerleave", () => document.activeElement === mark || later());
    mark.addEventListener("blur", hide);
    mark.addEventListener("click", hide);
  }
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", () => document.activeElement === shown || later());
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}
})();
