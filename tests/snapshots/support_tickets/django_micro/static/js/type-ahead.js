// <type-ahead> makes a select and its search one input that finds rows while someone types:
// the combobox of the WAI-ARIA Authoring Practices, with a list that is chosen from.
// Without this file the select and the search button do the same in two steps.

const PAUSE = 200; // milliseconds of not typing, before anything is asked

class TypeAhead extends HTMLElement {
  connectedCallback() {
    if (this.input) {
      return;
    }
    this.select = this.querySelector("select");
    this.querySelector(".type-ahead-search").remove();
    this.makeInput();
    this.makeList();
    this.select.hidden = true;
    this.showChosen();
  }

  makeInput() {
    this.input = document.createElement("input");
    // The label, the errors and the help of the select are the input's from now on.
    for (const name of ["id", "aria-describedby", "aria-invalid", "required", "disabled", "autofocus"]) {
      if (this.select.hasAttribute(name)) {
        this.input.setAttribute(name, this.select.getAttribute(name));
        if (name !== "disabled") {
          this.select.removeAttribute(name);
        }
      }
    }
    this.input.className = this.select.className.replace("form-select", "form-control");
    this.input.placeholder = this.dataset.more;
    this.input.maxLength = 100;
    this.input.autocomplete = "off";
    setAttributes(this.input, {
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": `${this.input.id}_list`,
    });
    this.input.addEventListener("input", () => this.searchSoon());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("focus", () => this.input.select());
    this.input.addEventListener("blur", () => this.leave());
    // Half a word is no change yet; choosing is, and says so itself.
    this.input.addEventListener("change", (event) => event.stopPropagation());
    this.append(this.input);
    if (this.input.autofocus) {
      this.input.focus();
    }
  }

  makeList() {
    this.list = document.createElement("ul");
    this.list.className = "type-ahead-list";
    this.list.hidden = true;
    const label = this.closest(".field")?.querySelector("label")?.textContent.trim() ?? "";
    setAttributes(this.list, { role: "listbox", id: `${this.input.id}_list`, "aria-label": label });
    // A click must not take the focus from the input, which would close the list.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[data-value]")));
    this.status = document.createElement("div");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    this.append(this.list, this.status);
  }

  showChosen() {
    const chosen = this.select.selectedOptions[0];
    this.input.value = chosen?.value ? chosen.text : "";
  }

  searchSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), PAUSE);
  }

  async search() {
    this.request?.abort();
    this.request = new AbortController();
    const address = new URL(this.select.form.action);
    address.searchParams.set("form-search", this.dataset.field);
    address.searchParams.set("text", this.input.value);
    try {
      const answer = await fetch(address, { signal: this.request.signal, headers: { Accept: "application/json" } });
      this.show((await answer.json()).matches);
    } catch (error) {
      // Overtaken by the next search, or no answer: what was chosen stays.
      if (error.name !== "AbortError") {
        this.close();
      }
    }
  }

  show(matches) {
    if (document.activeElement !== this.input) {
      return;
    }
    this.list.replaceChildren(...matches.map((match, index) => {
      const option = document.createElement("li");
      option.textContent = match.text;
      option.dataset.value = match.value;
      setAttributes(option, { role: "option", id: `${this.list.id}_${index}`, "aria-selected": "false" });
      return option;
    }));
    this.status.textContent = matches.length ? "" : this.dataset.none;
    this.classList.toggle("has-no-match", !matches.length);
    this.list.hidden = !matches.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.input.removeAttribute("aria-activedescendant");
  }

  get active() {
    return this.list.querySelector("[aria-selected=true]");
  }

  press(event) {
    const isOpen = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen) {
        this.move(event.key === "ArrowDown" ? 1 : -1);
      } else {
        this.search();
      }
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === "Escape" && isOpen) {
      // Within a dialog, the list closes first.
      event.preventDefault();
      this.close();
      this.showChosen();
    }
  }

  move(step) {
    const options = [...this.list.children];
    const next = (options.indexOf(this.active) + step + options.length + (this.active || step > 0 ? 0 : 1)) % options.length;
    this.active?.setAttribute("aria-selected", "false");
    options[next].setAttribute("aria-selected", "true");
    options[next].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", options[next].id);
  }

  choose(option) {
    if (option) {
      this.setValue(option.dataset.value, option.textContent);
      this.close();
    }
  }

  setValue(value, text) {
    const known = [...this.select.options].find((option) => option.value === value);
    if (!known) {
      this.select.add(new Option(text, value));
    }
    const isChanged = this.select.value !== value;
    this.select.value = value;
    this.showChosen();
    if (isChanged) {
      this.select.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  // An emptied input means none; anything else that isn't chosen means what was chosen.
  leave() {
    this.close();
    if (this.input.value.trim()) {
      this.showChosen();
    } else {
      this.setValue("", "");
    }
  }

  close() {
    // What is asked for still must not open the list again.
    clearTimeout(this.timer);
    this.request?.abort();
    this.list.hidden = true;
    this.classList.remove("has-no-match");
    this.status.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

function setAttributes(element, attributes) {
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
}

customElements.define("type-ahead", TypeAhead);
