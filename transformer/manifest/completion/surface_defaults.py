"""Completion of surfaces: titles, addresses, and the inputs of forms."""

from collections.abc import Callable, Mapping
from string import Template

from transformer.dsl.tables.grammar_rows import read_grammar
from transformer.manifest.completion.form_inputs import complete_form, make_link_inputs
from transformer.manifest.draft import Draft
from transformer.manifest.inflection import kebab_name, lower_title, title_from_name
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.field_drafts import FieldDraft
from transformer.manifest.records.surface_drafts import (
    Mode,
    SectionDraft,
    ShownFieldDraft,
    SurfaceDraft,
)
from transformer.manifest.table_rows import read_headings
from transformer.model.naming import make_unique

_FORMS = ("create", "edit", "custom")
# The addresses below an entity: of the first surface of a mode, and of further ones.
_PLACES = {
    "list": ("", "list/"),
    "create": ("new/", "new/"),
    "view": ("{key}/", "{key}/view/"),
    "edit": ("{key}/edit/", "{key}/edit/"),
}


def complete_surfaces(draft: Draft) -> None:
    """Complete the surfaces."""
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


def _complete_title(surface: SurfaceDraft, entity: EntityDraft | None, language: str) -> None:
    """Give a page a title if it has none: from its entity or from its own name."""
    called = surface.pop("called", None)
    if called and entity:
        words = {"title": entity["title"], "plural": entity["plural"]}
        words["inner"] = lower_title(entity["title"])
        heading = Template(read_headings()[language][surface["mode"]])
        surface.setdefault("title", heading.substitute(words))
    surface.setdefault("title", title_from_name(surface["name"]))


def _choose_address(surface: SurfaceDraft, entity: EntityDraft | None, taken: set[str]) -> str:
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


def _complete_sections(draft: Draft, surface: SurfaceDraft, entity: EntityDraft, path: str) -> None:
    put_away = entity.get("soft_delete", {}).values()
    fields = {field["name"]: field for field in entity["fields"] if field["name"] not in put_away}
    is_form = surface["mode"] in _FORMS
    if not is_form and surface.get("access", {}).get("to") == "public":
        told = _list_contacts(draft, entity)
        fields = {name: field for name, field in fields.items() if name not in told}
    if is_form:
        fields |= make_link_inputs(entity)
    if not surface["sections"] and surface["mode"] != "custom":
        sensible = _SENSIBLE[surface["mode"]]
        shown = [ShownFieldDraft(field=name) for name, field in fields.items() if sensible(field)]
        surface["sections"] = [{"name": "main", "title": surface["title"], "fields": shown}]
    for section in surface["sections"]:
        if section.pop("others", None):
            _add_others(section, surface, fields)
    if is_form:
        complete_form(draft, surface, entity, path)
    _describe_fields(surface, entity)


def _list_contacts(draft: Draft, entity: EntityDraft) -> set[str]:
    """List the fields of which people read where somebody is reached.

    A page for everybody has them only if it names them.
    """
    entities = {each["name"]: each for each in draft.manifest["entities"]}
    return {each["name"] for each in entity["fields"] if _leads_to_contact(each, entities)}


def _leads_to_contact(field: FieldDraft, entities: Mapping[str, EntityDraft]) -> bool:
    seen: set[int] = set()
    while (target := entities.get(field.get("target", ""))) and id(field) not in seen:
        seen.add(id(field))
        named = [each for each in target["fields"] if each["name"] == target["display"]]
        if not named:
            return False
        field = named[0]
    return "contact" in read_grammar()["types"][field["type"]]


def _describe_fields(surface: SurfaceDraft, entity: EntityDraft) -> None:
    """Give the fields of a page the titles and helps of the entity, if the page has none."""
    titles = {field["name"]: field["title"] for field in entity["fields"]}
    titles |= {computed["name"]: computed["title"] for computed in entity["computed"]}
    titles |= {relation["name"]: relation["title"] for relation in entity["relations"]}
    helps = {field["name"]: field["help"] for field in entity["fields"] if "help" in field}
    for section in surface["sections"]:
        for item in section["fields"]:
            item.setdefault("title", titles[item["field"]])
            if surface["mode"] in _FORMS and item["field"] in helps:
                item.setdefault("help", helps[item["field"]])


def _add_others(
    section: SectionDraft, surface: SurfaceDraft, fields: Mapping[str, FieldDraft]
) -> None:
    """Add every field to the section that is not on the surface yet."""
    named = {item["field"] for each in surface["sections"] for item in each["fields"]}
    sensible = _SENSIBLE.get(surface["mode"], _is_worth_reading)
    section["fields"] += [
        {"field": name} for name, field in fields.items() if name not in named and sensible(field)
    ]


def _is_worth_reading(field: FieldDraft) -> bool:
    return field.get("automatic") not in ("uuid", "sequence")


# The fields of a surface without sections, by its mode.
_SENSIBLE: dict[Mode, Callable[[FieldDraft], bool]] = {
    "list": _is_worth_reading,
    "view": _is_worth_reading,
    "create": lambda field: bool(field["input"] != "never"),
    "edit": lambda field: bool(field["input"] == "always"),
}
