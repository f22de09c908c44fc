// Every page works without this file. It keeps one form from being sent twice.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (button && !event.defaultPrevented) {
    setTimeout(() => { button.disabled = true; });
  }
});

// A page that comes back from the browser's memory can be sent again.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("button[type=submit]:disabled").forEach((button) => {
    button.disabled = false;
  });
});

// What htmx does, told to those who don't see it.
const announce = (text) => {
  document.getElementById("announcement").textContent = text;
};

document.addEventListener("htmx:afterSettle", () => {
  announce(document.getElementById("rows")?.dataset.status ?? "");
});

for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, () => {
    announce(document.getElementById("announcement").dataset.failed);
  });
}

// An answer from another page, such as the one that asks for a sign-in, is opened as one.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = event.detail;
  const answered = new URL(xhr.responseURL, location.href).pathname;
  const asked = new URL(requestConfig.path, location.href).pathname;
  if (xhr.responseURL && answered !== asked && answered !== location.pathname) {
    event.detail.shouldSwap = false;
    location.assign(xhr.responseURL);
  }
});

// Addresses say only what was chosen.
document.addEventListener("htmx:configRequest", (event) => {
  const { parameters, verb } = event.detail;
  if (verb !== "get") return;
  for (const name of Object.keys(parameters)) {
    if (parameters[name] === "") delete parameters[name];
  }
});
