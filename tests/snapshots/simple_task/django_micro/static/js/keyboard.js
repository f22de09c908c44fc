// One key each for what people do most; a page lists its own under "?".
(() => {
  const help = document.getElementById("help");

  const actions = {
    "/": () => document.querySelector("input[type=search]")?.focus(),
    n: () => document.querySelector("[data-shortcut=n]")?.click(),
    "?": () => {
      help.querySelectorAll("[data-needs]").forEach((entry) => {
        entry.hidden = !document.querySelector(entry.dataset.needs);
      });
      help.showModal();
    },
  };

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, select, textarea, [contenteditable]");
    const isOther = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
    const act = actions[event.key];
    if (!act || isTyping || isOther || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    act();
  });
})();
