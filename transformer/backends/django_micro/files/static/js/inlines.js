// Lines of a form work without this file: "Add a line" then asks the server for another one.

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add-line]");
  if (!button) {
    return;
  }
  event.preventDefault();
  const lines = button.closest("[data-lines]");
  const count = lines.querySelector("[data-count]");
  const template = lines.querySelector("template");
  const made = document.createElement("template");
  made.innerHTML = template.innerHTML.replaceAll("__prefix__", count.value);
  count.value = Number(count.value) + 1;
  const line = made.content.querySelector("[data-line]");
  template.before(line);
  window.htmx?.process(line);
  button.closest("form").setAttribute("data-changed", "");
  line.querySelector("input:not([type=hidden]), select, textarea")?.focus();
});
