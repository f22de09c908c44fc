"""Pages as HTML documents: what is wrong with one, and the form in it."""

import datetime
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from django.db import models

from tests.micro.values import MARKUP, list_values, make_upload

ELSEWHERE = re.compile(r"\s*(?:[a-z]+:)?//", re.IGNORECASE)
LOADING = ("src", "srcset", "action", "formaction", "data", "poster")
RAW = re.compile(MARKUP.partition("{}")[0] + r"(\d|json)")
CONTROLS = ("input", "select", "textarea")
TOKEN = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")\w+')


def read_document(text: str) -> Element:
    """The document, which has to be well formed; not to be changed, for others may have it too."""
    return _parse(TOKEN.sub("token", text))  # without what makes each answer another text


@lru_cache(maxsize=64)
def _parse(text: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(text)


def read_text(element: Element | None) -> str:
    """The text inside an element, with single spaces."""
    return " ".join("".join(element.itertext() if element is not None else ()).split())


def list_faults(text: str) -> Iterator[str]:
    """What is wrong with a page."""
    try:
        document = read_document(text)
    except html5lib.html5parser.ParseError as error:
        yield f"not well formed: {error}"
        return
    if not read_text(document.find(".//title")).strip(" ·"):
        yield "no title"
    if document.find("[@lang]") is None:
        yield "no language"
    if RAW.search(text):
        yield "a value stands unescaped"
    identifiers = [element.get("id") for element in document.iter() if element.get("id")]
    for twice in {one for one in identifiers if identifiers.count(one) > 1}:
        yield f"the id {twice} occurs twice"
    for element in document.iter():
        yield from _judge_element(element)
    yield from _list_unlabelled(document)


def _judge_element(element: Element) -> Iterator[str]:
    loading = [*LOADING, "href"] if element.tag in ("link", "use", "image", "base") else LOADING
    for name in loading:
        if ELSEWHERE.match(element.get(name, "")):
            yield f"<{element.tag} {name}> asks another host: {element.get(name)}"
    if element.get("style") or element.tag == "style":
        yield "inline style"
    if element.tag == "script" and (not element.get("src") or read_text(element)):
        yield f"inline script: {read_text(element)[:40]}"
    if any(name.startswith("on") for name in element.attrib):
        yield f"<{element.tag}> has an event handler"
    if element.get("href", "").lstrip().lower().startswith("javascript:"):
        yield "a link runs a script"


def _list_unlabelled(document: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in document.iter("label")}
    for label in document.iter("label"):
        labelled |= {inner.get("id") for inner in label.iter()}
    unseen = ("hidden", "submit", "search")
    for control in document.iter():
        is_seen = control.tag in CONTROLS and control.get("type") not in unseen
        if is_seen and control.get("id") not in labelled and not control.get("aria-label"):
            yield f"no label for {control.get('name')}"


def find_form(document: Element) -> Element | None:
    """The form that is what a page is for."""
    forms = [form for main in document.iter("main") for form in main.iter("form")]
    return next((form for form in forms if form.get("method", "").lower() == "post"), None)


def fill_form(form: Element, model: type[models.Model], number: int) -> dict[str, Any]:
    """What a person would send who fills in every input, other numbers giving other values."""
    data: dict[str, Any] = {}
    fields = {field.name: field for field in model._meta.concrete_fields}
    for control in form.iter():
        name = control.get("name")
        if control.tag not in CONTROLS or not name or "disabled" in control.attrib:
            continue
        value = _choose_value(control, fields.get(name), number)
        if value is not None and (control.get("type") != "radio" or name not in data):
            data[name] = value
    return data


def _choose_value(control: Element, field: models.Field | None, number: int) -> Any:
    kind = control.get("type", "text")
    if control.tag == "select":
        return _choose_option(control, number)
    if kind == "hidden":
        return control.get("value", "")
    if kind == "checkbox" and str(control.get("name")).endswith("-clear"):
        return None
    if kind == "checkbox":
        return control.get("value", "on") if number % 2 or "required" in control.attrib else None
    if kind == "radio":
        return control.get("value") or None
    if kind in ("submit", "button"):
        return None
    if kind == "file":
        return make_upload(field, number)
    if field is None:
        return f"Text {number}"
    texts = (spell(value, kind) for value in list_values(field, number))
    text = next((text for text in texts if fits(control, text)), None)
    if text is None:
        raise LookupError(f"no value fits both {field} and its input")
    return text


def _choose_option(control: Element, number: int) -> str | None:
    options = [option.get("value", "") for option in control.iter("option")]
    options = [value for value in options if value]
    return options[number % len(options)] if options else ""


def spell(value: Any, kind: str) -> str:
    """A value as an input of this kind sends it."""
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%dT%H:%M:%S}" if kind == "datetime-local" else f"{value:%F %T}"
    if isinstance(value, dict):
        return json.dumps(value)
    return str(value)


def fits(control: Element, text: str) -> bool:
    """Whether a browser would let a text be sent."""
    if len(text) > int(control.get("maxlength") or len(text)):
        return False
    if len(text) < int(control.get("minlength") or 0):
        return False
    if control.get("type") != "number":
        return True
    number, step = float(text), control.get("step", "1")
    least, most = float(control.get("min", number)), float(control.get("max", number))
    start = float(control.get("min", control.get("value") or 0))
    off = 0 if step == "any" else abs((number - start) / float(step) % 1)
    return least <= number <= most and min(off, 1 - off) < 1e-6
