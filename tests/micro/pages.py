"""HTML pages as a person sees them: forms with inputs, links, facts. Knows no Django."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import html5lib

CHOSEN = {"checkbox", "radio"}
BUTTONS = {"submit", "button", "reset", "image"}


@dataclass(frozen=True, slots=True)
class Input:
    """Something in a form that has a name; `attributes` are those of its first element."""

    name: str
    kind: str
    label: str
    value: str
    attributes: dict[str, str]
    options: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_required(self) -> bool:
        """Whether the form can't be sent without it."""
        return "required" in self.attributes


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a page."""

    action: str
    inputs: list[Input]
    can_be_sent: bool


def parse_page(text: str) -> Element:
    """The page's tree. Raises html5lib's ParseError at the first thing that isn't HTML."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(text)
    return tree


def read_text(element: Element) -> str:
    """All text within, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def read_forms(page: Element) -> list[Form]:
    """The forms of the page's main part."""
    main = page.find(".//main")
    forms = [] if main is None else main.findall(".//form[@method='post']")
    return [read_form(form, _read_labels(page)) for form in forms]


def read_form(form: Element, labels: dict[str, str]) -> Form:
    """A form with its inputs, those that share a name as one."""
    groups: dict[str, list[Element]] = {}
    for element in form.iter():
        if element.tag in {"input", "select", "textarea"} and not _is_idle(element):
            groups.setdefault(element.get("name", ""), []).append(element)
    inputs = [_read_input(elements, labels) for elements in groups.values()]
    return Form(form.get("action", ""), inputs, form.find(".//button[@type='submit']") is not None)


def read_facts(page: Element) -> dict[str, str]:
    """What a page of a record says, by title."""
    facts = {}
    for row in page.findall(".//dl/div"):
        title, fact = row.find("dt"), row.find("dd")
        if title is not None and fact is not None:
            facts[read_text(title)] = read_text(fact)
    return facts


def read_links(page: Element) -> Iterator[str]:
    """Where the page leads, and what it loads."""
    for element in page.iter():
        for name in ("href", "src", "action"):
            if element.get(name):
                yield str(element.get(name))


def find_foreign_parts(page: Element) -> list[str]:
    """Whatever shouldn't be on any page: scripts in the text, handlers, doubled ids."""
    found = [f"script {script.text}" for script in page.iter("script") if not script.get("src")]
    ids: set[str] = set()
    for element in page.iter():
        found += [f"handler {name}" for name in element.attrib if name.startswith("on")]
        identity = element.get("id")
        if identity and identity in ids:
            found.append(f"id {identity}")
        ids.add(identity or "")
    return found


def _is_idle(element: Element) -> bool:
    return "disabled" in element.attrib or element.get("type") in BUTTONS or not element.get("name")


def _read_labels(page: Element) -> dict[str, str]:
    """The text of each label, by the input's id, without the remark that it is optional."""
    labels = {}
    for label in page.iter("label"):
        remarks = "".join(read_text(span) for span in label.findall("span"))
        labels[label.get("for", "")] = read_text(label).removesuffix(remarks).strip()
    return labels


def _read_input(elements: list[Element], labels: dict[str, str]) -> Input:
    first = elements[0]
    kind = first.tag if first.tag != "input" else first.get("type", "text")
    label = labels.get(first.get("id", ""), "")
    read = {"select": _read_select, "radio": _read_radio, "checkbox": _read_checkbox}
    value, options = read.get(kind, _read_plain)(elements, labels)
    return Input(first.get("name", ""), kind, label, value, dict(first.attrib), options)


_Reading = tuple[str, list[tuple[str, str]]]


def _read_plain(elements: list[Element], labels: dict[str, str]) -> _Reading:
    first = elements[0]
    # A browser drops the first line's end in a text area, and html5lib does so too.
    text = "".join(first.itertext()) if first.tag == "textarea" else first.get("value", "")
    return text, []


def _read_select(elements: list[Element], labels: dict[str, str]) -> _Reading:
    found = elements[0].findall(".//option")
    options = [(option.get("value", ""), read_text(option)) for option in found]
    chosen = [option.get("value", "") for option in found if "selected" in option.attrib]
    return next(iter(chosen), ""), options


def _read_radio(elements: list[Element], labels: dict[str, str]) -> _Reading:
    options = [(item.get("value", ""), labels.get(item.get("id", ""), "")) for item in elements]
    chosen = [item.get("value", "") for item in elements if "checked" in item.attrib]
    return next(iter(chosen), ""), options


def _read_checkbox(elements: list[Element], labels: dict[str, str]) -> _Reading:
    return "on" if "checked" in elements[0].attrib else "", []
