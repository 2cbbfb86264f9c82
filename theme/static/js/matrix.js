// What a table cannot do by itself: leave out who answers nothing, and stand in the order of the names.
(() => {
  const matrix = document.querySelector(".matrix");
  const tools = document.querySelector(".matrix-tools");
  const rows = [...matrix.querySelectorAll(".matrix-row")];
  if (rows.length < 2) return;
  const own = new Map(rows.map((row) => [row, row.parentElement]));
  const named = document.createElement("tbody");
  const name = (row) => row.querySelector("th").textContent.trim();
  const byName = [...rows].sort((one, other) => name(one).localeCompare(name(other), document.documentElement.lang));

  function leaveOut(silent) {
    matrix.classList.toggle("matrix-answers", silent);
  }

  function order(isByName) {
    matrix.classList.toggle("matrix-named", isByName);
    if (isByName) {
      named.append(...byName);
      matrix.querySelector("table").append(named);
    } else {
      for (const row of rows) own.get(row).append(row);
      named.remove();
    }
  }

  /** Two buttons, of which the first is pressed at the start; `act` hears whether the other one is. */
  function choice(title, words, act) {
    const group = document.createElement("span");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", title);
    const buttons = words.map((text) => Object.assign(document.createElement("button"), { type: "button", textContent: text }));
    const press = (pressed) => buttons.forEach((button) => button.setAttribute("aria-pressed", String(button === pressed)));
    for (const button of buttons) {
      button.addEventListener("click", () => {
        press(button);
        act(button === buttons[1]);
      });
    }
    press(buttons[0]);
    group.append(title, ...buttons);
    return group;
  }

  const choices = [];
  if (rows.some((row) => row.matches(".matrix-silent"))) choices.push(choice("Show", ["Everyone", "Only where someone answers"], leaveOut));
  if (matrix.querySelector(".matrix-side")) choices.push(choice("Order", ["By side", "By name"], order));
  tools.prepend(...choices);
})();
