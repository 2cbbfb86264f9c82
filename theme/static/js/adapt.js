// Two things that a style sheet cannot do: unfold everything on paper, and keep a table a table where it is drawn as cards.
const opened = [];

window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open])")) {
    details.open = true;
    opened.push(details);
  }
});

window.addEventListener("afterprint", () => {
  for (const details of opened.splice(0)) details.open = false;
});

const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", "th[scope=col]": "columnheader", "th[scope=row]": "rowheader", td: "cell" };

for (const table of document.querySelectorAll(".matrix table")) {
  for (const [selector, role] of Object.entries(roles)) {
    for (const element of [table, ...table.querySelectorAll("*")]) if (element.matches(selector)) element.setAttribute("role", role);
  }
}
