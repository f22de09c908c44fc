"""Which rights a build would change."""

from collections.abc import Iterator

from transformer.manifest.access_rights import list_rights
from transformer.model import Model

Rights = dict[tuple[str, str, str], str]


def list_changed_rights(before: Model, after: Model) -> Iterator[str]:
    """List what people may do otherwise; entities that are new, or gone, have no such rights."""
    earlier = _read_rights(before)
    for (entity, people, operation), now in _read_rights(after).items():
        old = earlier.get((entity, people, operation), now)
        if old != now:
            yield f"{entity}: {people} may {operation}: {old} → {now}"


def _read_rights(model: Model) -> Rights:
    return {
        (each.entity, each.people, each.operation): _spell(each.condition)
        for each in list_rights(model)
    }


def _spell(condition: bool | str) -> str:
    return {True: "yes", False: "no"}[condition] if isinstance(condition, bool) else condition
