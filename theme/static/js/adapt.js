// Three things that a style sheet cannot do: unfold everything on paper, fold the menu again, and keep a table a table where it is drawn as cards.
(() => {
  const opened = [];

  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("main details:not([open])")) {
      details.open = true;
      opened.push(details);
    }
  });

  addEventListener("afterprint", () => {
    for (const details of opened.splice(0)) details.open = false;
  });

  const menu = document.querySelector(".menu");

  function fold(event) {
    if (!menu?.open || menu.contains(event.target) && event.key !== "Escape") return;
    menu.open = false;
    if (event.key === "Escape") menu.querySelector("summary").focus();
  }

  addEventListener("click", fold);
  addEventListener("keydown", (event) => event.key === "Escape" && fold(event));

  const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", "th[scope=col]": "columnheader", "th[scope=row]": "rowheader", td: "cell" };

  for (const table of document.querySelectorAll(".matrix table")) {
    for (const [selector, role] of Object.entries(roles)) {
      for (const element of [table, ...table.querySelectorAll("*")]) if (element.matches(selector)) element.setAttribute("role", role);
    }
  }
})();
