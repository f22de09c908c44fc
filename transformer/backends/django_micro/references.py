"""How the references in a form find the rows they may lead to, and where one adds such a row."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from transformer.backends.django.fields import FieldContext
from transformer.backends.django.names import Names
from transformer.backends.django_micro.pages import Site
from transformer.engine.literals import spell_string

Entities = Mapping[str, Mapping[str, Any]]
"""Name → entity."""

_ACCOUNT = ("username",)  # what Django's own user goes by


def spell_reference(context: FieldContext, site: Site, entities: Entities) -> str:
    """What a form says of a field that refers to other rows."""
    field = context.field
    target = entities.get(field["target"]) if field["target_kind"] == "entity" else None
    paths = list_paths(target, entities, context.names) if target else _ACCOUNT
    add = site.find_address(target["name"], "create") if target else None
    search = ", ".join(map(spell_string, paths))
    ending = f", add={spell_string(add)}" if add else ""
    return f"Reference([{search}]{ending})"


def list_paths(entity: Mapping[str, Any], entities: Entities, names: Names) -> list[str]:
    """Where to look for rows of an entity: in what they go by, and where the entity says."""
    attributes = names.entities[entity["name"]].attributes
    open_to_all = {
        field["name"]
        for field in entity["fields"]
        if "target" not in field and not field.get("sensitive")
    }
    said = [n for n in entity.get("search", {}).get("fields", []) if n in open_to_all]
    shown = "__".join(_follow_display(entity, entities, names))
    return list(dict.fromkeys([shown, *(attributes[name] for name in said)]))


def _follow_display(entity: Mapping[str, Any], entities: Entities, names: Names) -> Iterator[str]:
    """The steps to the text that a row goes by; its key, where it goes by none."""
    seen: set[str] = set()
    while entity["display"] and entity["name"] not in seen:
        seen.add(entity["name"])
        field = _find_field(entity["fields"], entity["display"])
        yield names.entities[entity["name"]].attributes[field["name"]]
        if "target" not in field:
            return
        if field["target_kind"] != "entity":
            yield from _ACCOUNT
            return
        entity = entities[field["target"]]
    yield "pk"


def _find_field(fields: Iterable[Mapping[str, Any]], name: str) -> Mapping[str, Any]:
    return next(field for field in fields if field["name"] == name)
