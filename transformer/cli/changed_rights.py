"""Which rights a build would change."""

from collections.abc import Iterator

from transformer.model import Model
from transformer.model.access_rights import list_rights
from transformer.model.page_rules import list_page_rules

Rights = dict[tuple[str, str, str], str]


def list_changed_rights(before: Model, after: Model) -> Iterator[str]:
    """List what people may do otherwise; entities that are new, or gone, have no such rights."""
    earlier = _read_rights(before)
    for (entity, people, operation), now in _read_rights(after).items():
        old = earlier.get((entity, people, operation), now)
        if old != now:
            yield f"{entity}: {people} may {operation}: {old} → {now}"
    yield from _list_changed_pages(before, after)


def _list_changed_pages(before: Model, after: Model) -> Iterator[str]:
    """List the pages that are another one for some role than they were."""
    earlier, later = (
        {(each.page, each.people): "; ".join(each.rules) for each in list_page_rules(model)}
        for model in (before, after)
    )
    known = {each.name for each in before.surfaces} & {each.name for each in after.surfaces}
    for page, people in dict.fromkeys([*later, *earlier]):
        old, now = (found.get((page, people), "all of it") for found in (earlier, later))
        if page in known and old != now:
            yield f"{page}: {people} sees: {old} → {now}"


def _read_rights(model: Model) -> Rights:
    return {
        (each.entity, each.people, each.operation): _spell(each.condition)
        for each in list_rights(model)
    }


def _spell(condition: bool | str) -> str:
    return {True: "yes", False: "no"}[condition] if isinstance(condition, bool) else condition
