// Every page works without scripts; this one tells what htmx does to those who don’t see it.
const announce = (text) => {
  document.getElementById("announcement").textContent = text;
};

document.addEventListener("htmx:afterSettle", () => {
  announce(document.getElementById("rows")?.dataset.status ?? "");
});

// What fails without a new page has to be seen and heard; what works then takes it away.
const failure = document.getElementById("failure");
for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, () => {
    failure.hidden = false;
  });
}
document.addEventListener("htmx:afterOnLoad", (event) => {
  if (event.detail.successful) failure.hidden = true;
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close=failure]")) failure.hidden = true;
});

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

document.addEventListener("htmx:configRequest", (event) => {
  const { elt, parameters, verb } = event.detail;
  // A button of a row leads where it leads without scripts.
  if (elt.matches("button[formaction]")) event.detail.path = elt.getAttribute("formaction");
  // Addresses say only what was chosen.
  if (verb !== "get") return;
  for (const name of Object.keys(parameters)) {
    if (parameters[name] === "") delete parameters[name];
  }
});
