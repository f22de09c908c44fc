"""Rights as tables for people, and as records for programs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from transformer.manifest.page_rules import PageRule
from transformer.model.access_rights import Right
from transformer.model.rights import OPERATIONS

_SUPERUSERS = "Superusers may do everything."
_Row = tuple[str, ...]


def record_all(
    rights: Iterable[Right], pages: Iterable[PageRule]
) -> dict[str, list[dict[str, str | bool]] | list[dict[str, str | list[str]]]]:
    """Make a record of each right, and of what each page is like for a role."""
    return {"rights": [asdict(each) for each in rights], "pages": _record_pages(pages)}


def _record_pages(pages: Iterable[PageRule]) -> list[dict[str, str | list[str]]]:
    return [
        {"page": each.page, "entity": each.entity, "people": each.people, "rules": [*each.rules]}
        for each in pages
    ]


def draw_text(rights: Iterable[Right], pages: Iterable[PageRule] = ()) -> Iterator[str]:
    """Draw a table for each entity, and below it the conditions that its cells refer to.

    What pages are like for roles follows, a line each.
    """
    for entity, rows, conditions in _list_tables(rights):
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        yield entity
        for row in rows:
            cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
            yield f"  {'  '.join(cells)}".rstrip()
        yield ""
        for number, condition in enumerate(conditions, 1):
            yield f"  ({number}) {condition}"
        if conditions:
            yield ""
    yield from _list_page_lines(pages, "Pages", "  ")
    yield _SUPERUSERS


def _list_page_lines(pages: Iterable[PageRule], head: str, margin: str) -> Iterator[str]:
    lines = [f"{margin}{each.page}, {each.people}: {'; '.join(each.rules)}" for each in pages]
    if lines:
        yield from (head, *([] if margin.isspace() else [""]), *lines, "")


def draw_markdown(rights: Iterable[Right], pages: Iterable[PageRule] = ()) -> Iterator[str]:
    """Draw the same in Markdown."""
    for entity, (head, *rows), conditions in _list_tables(rights):
        yield f"## {entity}"
        yield ""
        for row in (head, ("---",) * len(head), *rows):
            yield f"| {' | '.join(row)} |"
        yield ""
        for number, condition in enumerate(conditions, 1):
            yield f"{number}. `{condition}`"
        if conditions:
            yield ""
    yield from _list_page_lines(pages, "## Pages", "- ")
    yield _SUPERUSERS


def _list_tables(rights: Iterable[Right]) -> Iterator[tuple[str, list[_Row], Sequence[str]]]:
    """List for each entity the rows of its table, and the conditions by their numbers."""
    for entity, own in groupby(rights, lambda right: right.entity):
        conditions: dict[str, str] = {}
        rows: list[_Row] = [("", *OPERATIONS)]
        for people, each in groupby(own, lambda right: right.people):
            rows.append((people, *(_draw_cell(right.condition, conditions) for right in each)))
        yield entity, rows, list(conditions)


def _draw_cell(condition: bool | str, conditions: dict[str, str]) -> str:
    if isinstance(condition, bool):
        return "yes" if condition else "no"
    return conditions.setdefault(condition, f"({len(conditions) + 1})")
