"""Rights as tables for people, and as records for programs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

from transformer.model.access_rights import Right
from transformer.model.page_rules import PageAudience, PageRule
from transformer.model.rights import OPERATIONS
from transformer.model.transition_rights import TransitionRight

_SUPERUSERS = "Superusers may do everything."
_Row = tuple[str, ...]
_Records = list[dict[str, str | bool]]


@dataclass(frozen=True, slots=True)
class Rights:
    """All that rules say of who may do what."""

    records: Sequence[Right]
    transitions: Sequence[TransitionRight] = ()
    audiences: Sequence[PageAudience] = ()
    pages: Sequence[PageRule] = ()


def record_all(rights: Rights) -> dict[str, _Records | list[dict[str, str | list[str]]]]:
    """Make a record of each right, and of whom pages are for and what they are like for a role."""
    return {
        "rights": [asdict(each) for each in rights.records],
        "transitions": [asdict(each) for each in rights.transitions],
        "access": [asdict(each) for each in rights.audiences],
        "pages": _record_pages(rights.pages),
    }


def _record_pages(pages: Iterable[PageRule]) -> list[dict[str, str | list[str]]]:
    return [
        {"page": each.page, "entity": each.entity, "people": each.people, "rules": [*each.rules]}
        for each in pages
    ]


def draw_text(rights: Rights) -> Iterator[str]:
    """Draw a table for each entity, and below it the conditions that its cells refer to.

    Transitions follow likewise, and what pages are like for roles, a line each.
    """
    for title, rows, conditions in _list_tables(rights):
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        yield title
        for row in rows:
            cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
            yield f"  {'  '.join(cells)}".rstrip()
        yield ""
        for number, condition in enumerate(conditions, 1):
            yield f"  ({number}) {condition}"
        if conditions:
            yield ""
    yield from _list_page_lines(rights, "Pages", "  ")
    yield _SUPERUSERS


def _list_page_lines(rights: Rights, head: str, margin: str) -> Iterator[str]:
    lines = [f"{margin}{each.page}: access: {each.open_to}" for each in rights.audiences]
    told = ((f"{each.page}, {each.people}", each.rules) for each in rights.pages)
    lines += [f"{margin}{whose}: {'; '.join(rules)}" for whose, rules in told]
    if lines:
        yield from (head, *([] if margin.isspace() else [""]), *lines, "")


def draw_markdown(rights: Rights) -> Iterator[str]:
    """Draw the same in Markdown."""
    for title, (head, *rows), conditions in _list_tables(rights):
        yield f"## {title}"
        yield ""
        for row in (head, ("---",) * len(head), *rows):
            yield f"| {' | '.join(row)} |"
        yield ""
        for number, condition in enumerate(conditions, 1):
            yield f"{number}. `{condition}`"
        if conditions:
            yield ""
    yield from _list_page_lines(rights, "## Pages", "- ")
    yield _SUPERUSERS


def _list_tables(rights: Rights) -> Iterator[tuple[str, list[_Row], Sequence[str]]]:
    """List for each entity the rows of its tables, and the conditions by their numbers."""
    changes: dict[str, list[TransitionRight]] = {}
    for each in rights.transitions:
        changes.setdefault(each.entity, []).append(each)
    for entity, own in groupby(rights.records, lambda right: right.entity):
        told = [(each.people, each.condition) for each in own]
        yield _make_table(entity, OPERATIONS, told)
        if found := changes.get(entity):
            people = tuple(dict.fromkeys(each.people for each in found))
            steps = [(each.change, each.condition) for each in found]
            yield _make_table(f"{entity}, transitions", people, steps)


def _make_table(
    title: str, columns: Sequence[str], cells: Iterable[tuple[str, bool | str]]
) -> tuple[str, list[_Row], Sequence[str]]:
    """Make a table of cells that stand row by row, each with what its row is called."""
    conditions: dict[str, str] = {}
    rows: list[_Row] = [("", *columns)]
    for name, row in groupby(cells, lambda cell: cell[0]):
        rows.append((name, *(_draw_cell(condition, conditions) for _, condition in row)))
    return title, rows, list(conditions)


def _draw_cell(condition: bool | str, conditions: dict[str, str]) -> str:
    if isinstance(condition, bool):
        return "yes" if condition else "no"
    return conditions.setdefault(condition, f"({len(conditions) + 1})")
