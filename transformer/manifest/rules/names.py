"""What must hold for names: each declared once, each used one declared."""

from collections.abc import Callable, Iterable

from transformer.data import read_table
from transformer.manifest.draft import Draft, Record

_LONGEST_NAME = 40
# A name, the kind of thing that has it, and its path.
_Named = tuple[str, str, str]


def check_names(draft: Draft) -> None:
    """Report names that are too long or declared twice."""
    manifest = draft.manifest
    kinds = [*_list_names(manifest, "enums", "enum"), *_list_names(manifest, "entities", "entity")]
    _check_group(draft, sorted(kinds, key=lambda named: _reading_order(draft, named)), str.lower)
    _check_group(draft, _list_names(manifest, "surfaces", "surface"), str)
    for number, entity in enumerate(manifest["entities"]):
        fields = _list_names(entity, "fields", "field", f"entities/{number}/")
        _check_group(draft, fields, str.lower)
    for number, surface in enumerate(manifest["surfaces"]):
        for part, title in (("sections", "section"), ("actions", "action")):
            _check_group(draft, _list_names(surface, part, title, f"surfaces/{number}/"), str)


def _list_names(owner: Record, part: str, title: str, prefix: str = "") -> list[_Named]:
    return [
        (record["name"], title, f"{prefix}{part}/{number}")
        for number, record in enumerate(owner[part])
    ]


def _reading_order(draft: Draft, named: _Named) -> tuple[str, int, int]:
    span = draft.place_of(named[2])
    return (span.file, span.line, span.column) if span else ("", 0, 0)


def _check_group(draft: Draft, group: Iterable[_Named], fold: Callable[[str], str]) -> None:
    seen: dict[str, tuple[str, str]] = {}
    for name, title, path in group:
        if len(name) > _LONGEST_NAME:
            draft.report("long-name", path, word=name, most=str(_LONGEST_NAME))
        if fold(name) in seen:
            kind, first = seen[fold(name)]
            related = ("first declared here", first)
            draft.report("declared-twice", path, related, word=name, kind=title, other=kind)
        seen.setdefault(fold(name), (title, path))


def check_enums(draft: Draft) -> None:
    """Report enumerations without values, and ones that a type of the language hides."""
    for number, enum in enumerate(draft.manifest["enums"]):
        path = f"enums/{number}"
        if not enum["values"]:
            draft.report("empty-enum", path, word=enum["name"])
        if enum["name"] in read_table("language")["types"]:
            draft.report("hidden-enum", path, word=enum["name"])
