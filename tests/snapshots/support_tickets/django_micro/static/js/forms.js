// Forms work without this file. It warns before changes are lost, shows the form that adds
// a missing row in a dialog, and tells assistive technology which fields are wrong.

// Unsaved changes

const CHANGED = "form[data-unsaved][data-changed]";

function markChanged(event) {
  // A page that only searches or filters has nothing to lose.
  event.target.closest("form[data-unsaved]")?.setAttribute("data-changed", "");
}
document.addEventListener("input", markChanged);
document.addEventListener("change", markChanged);

window.addEventListener("beforeunload", (event) => {
  if (document.querySelector(CHANGED)) {
    event.preventDefault();
  }
});

// Sending and cancelling are meant; later listeners may still call the sending off.
document.addEventListener("submit", (event) => {
  event.target.removeAttribute("data-changed");
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-cancel]")) {
    event.target.closest("form").removeAttribute("data-changed");
  }
});

// A form is sent once; where htmx sends it and nothing comes back, it can be sent again.
const SENT_ONCE = "form[data-unsaved], form[data-once]";

function setSending(form, isSending) {
  form.querySelectorAll("button[type=submit]").forEach((button) => {
    button.disabled = isSending;
  });
}
document.addEventListener("submit", (event) => {
  // Later, because a disabled button wouldn't be sent along.
  if (event.target.matches(SENT_ONCE)) {
    setTimeout(() => setSending(event.target, true));
  }
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.elt.matches("form")) {
    setTimeout(() => setSending(event.detail.elt, false));
  }
});

// So can a page that comes back from the browser's memory.
window.addEventListener("pageshow", () => {
  document.querySelectorAll(SENT_ONCE).forEach((form) => setSending(form, false));
});

// htmx swaps pages without unloading them.
document.addEventListener("htmx:beforeRequest", (event) => {
  const { boosted, elt, target } = event.detail;
  const form = document.querySelector(CHANGED);
  if (boosted && form && target.contains(form) && !elt.matches("form")) {
    if (window.confirm(form.dataset.unsaved)) {
      form.removeAttribute("data-changed");
    } else {
      event.preventDefault();
    }
  }
});

// Fields checked on leaving them: only the errors are swapped, the input stays as it is.

document.addEventListener("htmx:afterSwap", (event) => {
  const errors = event.detail.target;
  if (errors.classList.contains("field-errors")) {
    const isWrong = errors.children.length > 0;
    errors.parentElement.querySelectorAll("[aria-describedby], [aria-invalid]").forEach((input) => {
      input.classList.toggle("is-invalid", isWrong);
      input.toggleAttribute("aria-invalid", isWrong);
      if (isWrong) {
        input.setAttribute("aria-invalid", "true");
      }
    });
  }
});

// A missing row, added in a dialog

const getDialog = () => document.getElementById("add-dialog");
let opener = null;

document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.elt.matches("[data-add]")) {
    opener = event.detail.elt;
  }
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const { elt, target, xhr } = event.detail;
  if (target.id !== "add-dialog-form" || event.detail.isError) {
    return;
  }
  const address = new URL(xhr.responseURL);
  const isForm = address.pathname === new URL(opener.href).pathname && address.searchParams.has("fill");
  if (isForm) {
    return;
  }
  const form = opener.closest("form");
  if (elt !== opener && address.pathname === new URL(form.action).pathname) {
    // The way back from the dialog's form is this page with the new row chosen.
    const field = opener.closest(".field");
    event.detail.target = field;
    event.detail.selectOverride = `#${field.id}`;
    event.detail.swapOverride = "outerHTML settle:0ms";
    form.setAttribute("data-changed", "");
    getDialog().querySelector("form").removeAttribute("data-changed");
    getDialog().close();
  } else {
    // Something else, such as the sign-in page.
    event.detail.shouldSwap = false;
    window.location.assign(opener.href);
  }
});

document.addEventListener("htmx:afterSwap", (event) => {
  const dialog = getDialog();
  if (event.detail.target.id === "add-dialog-form" && !dialog.open) {
    dialog.querySelector("h2").textContent = opener.textContent;
    dialog.showModal();
  }
});

document.addEventListener("htmx:afterSettle", (event) => {
  // The field with the new row is where one left off.
  if (opener && !opener.isConnected && event.detail.elt.matches?.(".field")) {
    event.detail.elt.querySelector("select, input, a")?.focus();
    opener = null;
  }
});

document.addEventListener("click", (event) => {
  const dialog = event.target.closest("#add-dialog");
  if (dialog && event.target.closest("[data-close], [data-cancel]")) {
    event.preventDefault();
    event.stopImmediatePropagation();
    dialog.close();
  }
}, true);

// `close` doesn't bubble, but can be caught on its way down.
document.addEventListener("close", (event) => {
  if (event.target.id === "add-dialog") {
    event.target.querySelector("#add-dialog-form").replaceChildren();
  }
}, true);
