"""Checks of declared names: unique and not too long."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from transformer.dsl.tables.grammar_rows import read_grammar
from transformer.manifest.draft import Draft
from transformer.manifest.records.documents import Part, list_parts

_LONGEST_NAME = 40
# Lists whose names must also differ from those of another list, ignoring case.
_SHARED = {"entities": "kinds", "enums": "kinds"}
_SHARED |= dict.fromkeys(("fields", "computed", "relations"), "fields")


class _List(NamedTuple):
    """A list of records in the manifest: the form of the lines that add to it, and their body."""

    group: str
    form: str
    body: str


class _Named(NamedTuple):
    """A name, what kind of thing has it, and its path."""

    name: str
    title: str
    path: str


def check_names(draft: Draft) -> None:
    """Report names that are too long or declared twice."""
    _check_owner(draft, draft.document, "", "project")


def _check_owner(draft: Draft, owner: Part, path: str, kind: str) -> None:
    groups: dict[str, list[_Named]] = {}
    for listed in _list_groups(kind):
        shared = _SHARED.get(listed.group, listed.group) if kind != "section" else listed.group
        for number, record in enumerate(list_parts(owner, listed.group)):
            inner = f"{path}/{listed.group}/{number}" if path else f"{listed.group}/{number}"
            if "name" in record:
                title = listed.form.replace("_", " ")
                groups.setdefault(shared, []).append(_Named(str(record["name"]), title, inner))
            if listed.body:
                _check_owner(draft, record, inner, listed.body)
    for shared, group in groups.items():
        fold: Callable[[str], str] = str.lower if shared in _SHARED.values() else str
        _check_group(draft, sorted(group, key=lambda named: _reading_order(draft, named)), fold)


@cache
def _list_groups(kind: str) -> tuple[_List, ...]:
    return tuple({listed.group: listed for listed in _find_lists(kind)}.values())


def _find_lists(kind: str) -> Iterator[_List]:
    """Find the lists of a record that a block of that kind is about."""
    row = read_grammar()["blocks"][kind]
    bodies, owned = row.get("bodies", {}), {*row.get("lists", ()), *row.get("parts", ())}
    for form, group in row.get("lists", {}).items():
        yield _List(group, _TITLES.get(form, form), bodies.get(form, ""))
    for form, body in bodies.items():
        if form not in owned:
            yield from _find_lists(body)


_TITLES = {"belongs": "field", "computed": "field", "relation": "field"}


def _reading_order(draft: Draft, named: _Named) -> tuple[str, int, int]:
    span = draft.locate(named.path)
    return (span.file, span.line, span.column) if span else ("", 0, 0)


def _check_group(draft: Draft, group: Iterable[_Named], fold: Callable[[str], str]) -> None:
    seen: dict[str, _Named] = {}
    for named in group:
        name = named.name
        if len(name) > _LONGEST_NAME:
            draft.report("long-name", named.path, word=name, most=str(_LONGEST_NAME))
        first = seen.setdefault(fold(name), named)
        if first is not named:
            related = ("first declared here", first.path)
            words = {"word": name, "kind": named.title, "other": first.title}
            draft.report("declared-twice", named.path, related, **words)


def check_enums(draft: Draft) -> None:
    """Report enumerations without values, and those with the name of a type."""
    for number, enum in enumerate(draft.manifest["enums"]):
        path = f"enums/{number}"
        if not enum["values"]:
            draft.report("empty-enum", path, word=enum["name"])
        if enum["name"] in read_grammar()["types"]:
            draft.report("hidden-enum", path, word=enum["name"])
