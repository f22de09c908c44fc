"""The components that a document uses; linters, and people, mind others."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from transformer.backends.openapi.objects import Components, Document
from transformer.engine.records import Word

_PLACE = "#/components/"
_Component = TypeVar("_Component")


def keep_used(components: Components, document: Document) -> Components:
    """Keep those components to which a document leads, also over others, in their order."""
    known: dict[str, Mapping[str, Word]] = {
        "parameters": components["parameters"],
        "headers": components["headers"],
        "responses": components["responses"],
        "schemas": components["schemas"],
    }
    used: set[str] = set()
    waiting = {*_list_references(document)}
    while waiting:
        used |= waiting
        found = (known[place][name] for place, name in map(_split, waiting))
        waiting = {each for part in found for each in _list_references(part)} - used
    return {
        "securitySchemes": components["securitySchemes"],
        "parameters": _keep("parameters", components["parameters"], used),
        "headers": _keep("headers", components["headers"], used),
        "responses": _keep("responses", components["responses"], used),
        "schemas": _keep("schemas", components["schemas"], used),
    }


def _keep(place: str, named: Mapping[str, _Component], used: set[str]) -> dict[str, _Component]:
    return {name: each for name, each in named.items() if f"{place}/{name}" in used}


def _split(reference: str) -> tuple[str, str]:
    place, _, name = reference.partition("/")
    return place, name


def _list_references(part: Word) -> Iterator[str]:
    """List the components that a part of a document refers to, such as `schemas/Task`."""
    if isinstance(part, Mapping):
        for name, value in part.items():
            if name == "$ref" and isinstance(value, str):
                yield value.removeprefix(_PLACE)
            else:
                yield from _list_references(value)
    elif isinstance(part, list):
        for each in part:
            yield from _list_references(each)
