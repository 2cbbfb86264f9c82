// The colour scheme: a button for automatic, light or dark; the choice stays in this browser.
(() => {
  const NAME = "scheme";
  const CHOICES = ["auto", "light", "dark"];
  const WORDS = { auto: "automatic", light: "light", dark: "dark" };

  function remembered() {
    try {
      const choice = localStorage.getItem(NAME);
      return CHOICES.includes(choice) ? choice : "auto";
    } catch {
      return "auto";
    }
  }

  function apply(choice) {
    if (choice === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
  }

  function button(slot) {
    let choice = remembered();
    const element = document.createElement("button");
    element.type = "button";
    element.className = "scheme";
    const label = () => {
      element.textContent = `Colours: ${WORDS[choice]}`;
    };
    element.addEventListener("click", () => {
      choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
      try {
        localStorage.setItem(NAME, choice);
      } catch {
        // A browser that keeps nothing still changes this page.
      }
      apply(choice);
      label();
    });
    label();
    slot.setAttribute("aria-live", "polite");
    slot.append(element);
  }

  apply(remembered());
  document.querySelectorAll('[data-module="theme"]').forEach(button);
})();
