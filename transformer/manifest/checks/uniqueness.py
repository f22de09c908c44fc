"""Checks for duplicates in lists, by the table of uniqueness."""

from transformer.manifest.checks.link_checks import find_places
from transformer.manifest.draft import Draft
from transformer.manifest.table_rows import read_uniqueness

_FIRST = {"duplicate-entry": "first one here", "duplicate-name": "first named here"}


def check_uniqueness(draft: Draft) -> None:
    """Report the duplicates in each list that has to be without."""
    for pattern, code in read_uniqueness().items():
        steps = tuple(pattern.split("/"))
        depth = len(steps) - steps[::-1].index("*") - 1
        seen: dict[tuple[str, str], str] = {}
        for place in find_places(draft.document, steps, "", ()):
            group = "/".join(place.path.split("/")[:depth])
            first = seen.setdefault((group, place.name), place.path)
            if first != place.path:
                draft.report(code, place.path, (_FIRST[code], first), word=place.name)
