// Every page works without this file. It keeps one form from being sent twice.
document.addEventListener("submit", (event) => {
  const button = event.target.querySelector("button[type=submit]");
  if (button) {
    setTimeout(() => { button.disabled = true; });
  }
});

// A page that comes back from the browser's memory can be sent again.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("button[type=submit]:disabled").forEach((button) => {
    button.disabled = false;
  });
});
