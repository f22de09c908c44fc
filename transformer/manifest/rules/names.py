"""What must hold for names: each declared once, each used one declared."""

from collections.abc import Callable, Iterable

from transformer.data import read_table
from transformer.manifest.draft import Draft, Record

_LONGEST_NAME = 100


def check_names(draft: Draft) -> None:
    """Report names that are too long or declared twice."""
    manifest = draft.manifest
    kinds: dict[str, tuple[str, str]] = {}
    for group, title in (("enums", "enum"), ("entities", "entity")):
        _check_group(draft, manifest[group], group, title, kinds, str.lower)
    _check_group(draft, manifest["surfaces"], "surfaces", "surface", {}, str)
    for number, entity in enumerate(manifest["entities"]):
        path = f"entities/{number}/fields"
        _check_group(draft, entity["fields"], path, "field", {}, str.lower)
    for number, surface in enumerate(manifest["surfaces"]):
        for part, title in (("sections", "section"), ("actions", "action")):
            path = f"surfaces/{number}/{part}"
            _check_group(draft, surface[part], path, title, {}, str)


def _check_group(
    draft: Draft,
    records: Iterable[Record],
    path: str,
    title: str,
    seen: dict[str, tuple[str, str]],
    fold: Callable[[str], str],
) -> None:
    for number, record in enumerate(records):
        name, place = record["name"], f"{path}/{number}"
        if len(name) > _LONGEST_NAME:
            draft.report("long-name", place, word=name, most=str(_LONGEST_NAME))
        if fold(name) in seen:
            kind, first = seen[fold(name)]
            related = (("first declared here", first),)
            draft.report("declared-twice", place, *related, word=name, kind=title, other=kind)
        seen.setdefault(fold(name), (title, place))


def check_enums(draft: Draft) -> None:
    """Report enumerations without values, and ones that a type of the language hides."""
    for number, enum in enumerate(draft.manifest["enums"]):
        path = f"enums/{number}"
        if not enum["values"]:
            draft.report("empty-enum", path, word=enum["name"])
        if enum["name"] in read_table("language")["types"]:
            draft.report("hidden-enum", path, word=enum["name"])
