// What a table without a script cannot do: leave out who answers nothing, and stand in the order of the names.
(() => {
  for (const matrix of document.querySelectorAll(".matrix")) {
    const table = matrix.querySelector("table");
    const rows = [...table.querySelectorAll(".matrix-row")];
    if (rows.length < 2) continue;
    const own = new Map(rows.map((row) => [row, row.parentElement]));
    const name = (row) => row.querySelector("th").textContent.trim();
    const named = document.createElement("tbody");

    const show = (answers) => matrix.classList.toggle("matrix-answers", answers);

    function order(byName) {
      matrix.classList.toggle("matrix-named", byName);
      named.remove();
      if (byName) {
        named.append(...[...rows].sort((one, other) => name(one).localeCompare(name(other), document.documentElement.lang)));
        table.append(named);
      } else {
        for (const row of rows) own.get(row).append(row);
      }
    }

    const tools = document.createElement("div");
    tools.className = "matrix-tools";

    function choice(title, words, act) {
      const group = document.createElement("span");
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", title);
      const buttons = words.map((text, number) => {
        const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
        button.setAttribute("aria-pressed", String(number === 0));
        button.addEventListener("click", () => {
          for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
          act(number === 1);
        });
        return button;
      });
      group.append(title, ...buttons);
      tools.append(group);
    }

    if (rows.some((row) => row.matches(".matrix-silent"))) choice("Show", ["Everyone", "Only where someone answers"], show);
    if (table.querySelector(".matrix-side")) choice("Order", ["By side", "By name"], order);
    matrix.before(tools);
  }
})();
