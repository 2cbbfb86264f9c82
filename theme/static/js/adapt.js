// Two things that a style sheet cannot do: unfold everything on paper, and fold the menu again.
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
})();
