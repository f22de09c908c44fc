"""What the language implies about surfaces: titles, addresses, and what their forms ask for."""

from collections.abc import Callable, Mapping
from string import Template

from transformer.diagnostics.resources import read_table
from transformer.manifest.completion.form_inputs import complete_form
from transformer.manifest.draft import Draft, Record
from transformer.manifest.wording import kebab_name, lower_title, title_from_name
from transformer.model.naming import make_unique

_FORMS = ("create", "edit", "custom")
_SHOWN = ("fields", "computed", "relations")
# Where the first surface of a mode lies below its entity, and where the further ones do.
_PLACES = {
    "list": ("", "list/"),
    "create": ("new/", "new/"),
    "view": ("{key}/", "{key}/view/"),
    "edit": ("{key}/edit/", "{key}/edit/"),
}


def complete_surfaces(draft: Draft) -> None:
    """Fill in everything that the surfaces leave unsaid."""
    entities = {entity["name"]: entity for entity in draft.manifest["entities"]}
    taken: set[str] = set()
    seen: set[tuple[str | None, str]] = set()
    for number, surface in enumerate(draft.manifest["surfaces"]):
        entity = entities.get(surface.get("entity", ""))
        _complete_title(surface, entity, draft.manifest["app"]["language"])
        group = (surface.get("entity"), surface["mode"])
        surface["default"] = group not in seen or entity is None
        seen.add(group)
        surface["address"] = _choose_address(surface, entity, taken)
        taken.add(surface["address"])
        surface["presets"] = []
        if entity:
            _complete_sections(draft, surface, entity, f"surfaces/{number}")
        for part in (*surface["sections"], *surface["actions"]):
            part.setdefault("title", title_from_name(part["name"]))


def _complete_title(surface: Record, entity: Record | None, language: str) -> None:
    """Give a page a heading, if it has none: one of its entity's title or of its own name."""
    called = surface.pop("called", None)
    if called and entity:
        words = {"title": entity["title"], "plural": entity["plural"]}
        words["inner"] = lower_title(entity["title"])
        heading = Template(read_table("language/headings")[language][surface["mode"]])
        surface.setdefault("title", heading.substitute(words))
    surface.setdefault("title", title_from_name(surface["name"]))


def _choose_address(surface: Record, entity: Record | None, taken: set[str]) -> str:
    name = kebab_name(surface["name"])
    if entity is None or surface["mode"] == "custom":
        start = "/page/"
    else:
        first, further = _PLACES[surface["mode"]]
        if surface["default"]:
            return f"{entity['address']}{first}"
        start = f"{entity['address']}{further}"
    names = {address.removeprefix(start).rstrip("/") for address in taken}
    return f"{start}{make_unique(name, names, '-')}/"


def _complete_sections(draft: Draft, surface: Record, entity: Record, path: str) -> None:
    put_away = entity.get("soft_delete", {}).values()
    fields = {field["name"]: field for field in entity["fields"] if field["name"] not in put_away}
    is_form = surface["mode"] in _FORMS
    if not surface["sections"] and surface["mode"] != "custom":
        sensible = _SENSIBLE[surface["mode"]]
        shown = [{"field": name} for name, field in fields.items() if sensible(field)]
        surface["sections"] = [{"name": "main", "title": surface["title"], "fields": shown}]
    for section in surface["sections"]:
        if section.pop("others", None):
            _add_others(section, surface, fields)
    if is_form:
        complete_form(draft, surface, entity, path)
    _describe_fields(surface, entity)


def _describe_fields(surface: Record, entity: Record) -> None:
    """Give the fields of a page what the entity says of them, where the page says nothing."""
    described = {each["name"]: each for part in _SHOWN for each in entity[part]}
    for section in surface["sections"]:
        for item in section["fields"]:
            field = described[item["field"]]
            item.setdefault("title", field["title"])
            if surface["mode"] in _FORMS and "help" in field:
                item.setdefault("help", field["help"])


def _add_others(section: Record, surface: Record, fields: Mapping[str, Record]) -> None:
    """Add to the section every field that makes sense and is not on the surface yet."""
    named = {item["field"] for each in surface["sections"] for item in each["fields"]}
    sensible = _SENSIBLE.get(surface["mode"], _is_worth_reading)
    section["fields"] += [
        {"field": name} for name, field in fields.items() if name not in named and sensible(field)
    ]


def _is_worth_reading(field: Record) -> bool:
    return field.get("automatic") not in ("uuid", "sequence")


# What a surface without sections shows, by its mode.
_SENSIBLE: dict[str, Callable[[Record], bool]] = {
    "list": _is_worth_reading,
    "view": _is_worth_reading,
    "create": lambda field: bool(field["input"] != "never"),
    "edit": lambda field: bool(field["input"] == "always"),
}
