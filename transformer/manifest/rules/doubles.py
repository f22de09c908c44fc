"""What may be said only once, by the table of doubles."""

from transformer.data import read_table
from transformer.manifest.draft import Draft
from transformer.manifest.rules.links import find_places

_FIRST = {"said-twice": "first said here", "doubled-name": "first named here"}


def check_doubles(draft: Draft) -> None:
    """Report whatever is said a second time in one list."""
    for pattern, code in read_table("doubles").items():
        steps = tuple(pattern.split("/"))
        depth = len(steps) - steps[::-1].index("*") - 1
        seen: dict[tuple[str, str], str] = {}
        for place in find_places(draft.manifest, steps, "", ()):
            group = "/".join(place.path.split("/")[:depth])
            first = seen.setdefault((group, place.name), place.path)
            if first != place.path:
                draft.report(code, place.path, (_FIRST[code], first), word=place.name)
