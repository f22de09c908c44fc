"""Who may do something, in the words of `dazzle access`, as Markdown."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from transformer.backends.openapi.responses import write_code
from transformer.model import Model
from transformer.model.access_rights import VISITOR, describe, describe_right, name_people
from transformer.model.audiences import find_operation, find_public_right, is_public, write_access
from transformer.model.entities import Entity
from transformer.model.page_rules import list_rules_of_page
from transformer.model.rights import Principal, list_principals
from transformer.model.rules import RecordOperation
from transformer.model.surfaces import Surface
from transformer.model.transition_rights import list_rights_of_transitions

_WORDS = {True: "yes", False: "no"}


@lru_cache(4)
def _list_people(model: Model) -> tuple[Principal, ...]:
    return tuple(list_principals(model))


def write_rights(
    entity: Entity, operation: RecordOperation, surface: Surface | None
) -> Iterator[str]:
    """Write who may do something with records, a paragraph each; nothing if all who use the app.

    `surface` is the page whose rules hold for it.
    """
    rights = [
        (name_people(each), describe_right(entity, operation, each))
        for each in _list_people(entity.model)
    ]
    if surface and _is_open(surface, operation) and VISITOR not in dict(rights):
        rights.insert(0, (VISITOR, describe(find_public_right(entity, operation))))
    conditions = {condition for _, condition in rights}
    if len(conditions) > 1:
        yield _list_conditions("Who may, by role:", rights)
    elif conditions != {True}:
        yield _write_condition(conditions.pop())
    if surface and surface.access and (_is_open(surface, operation) or not is_public(surface)):
        yield f"The page is for {write_code(write_access(surface.access))}."
    if surface and (rules := list(list_rules_of_page(surface))):
        lines = [f"- {each.people}: {', '.join(map(write_code, each.rules))}" for each in rules]
        yield _join("The page differs by role:", lines)


def _is_open(surface: Surface, operation: RecordOperation) -> bool:
    """Tell whether a page opens what it does to everybody; it opens nothing else."""
    return is_public(surface) and find_operation(surface) == operation


def write_transitions(entity: Entity) -> Iterator[str]:
    """Write who may make which transition, as a paragraph for each."""
    found: dict[str, list[tuple[str, bool | str]]] = {}
    for each in list_rights_of_transitions(entity, _list_people(entity.model)):
        found.setdefault(each.change, []).append((each.people, each.condition))
    for change, rights in found.items():
        conditions = {condition for _, condition in rights}
        if len(conditions) == 1:
            yield f"{write_code(change)}: {_word(conditions.pop())}"
        else:
            yield _list_conditions(f"{write_code(change)}, by role:", rights)


def _write_condition(condition: bool | str) -> str:
    """Write what holds for everybody alike."""
    if isinstance(condition, bool):
        return "Nobody may, by the rules."
    return f"Who may: all, if {write_code(condition)}."


def _list_conditions(title: str, rights: Iterable[tuple[str, bool | str]]) -> str:
    return _join(title, [f"- {people}: {_word(condition)}" for people, condition in rights])


def _word(condition: bool | str) -> str:
    return write_code(condition) if isinstance(condition, str) else _WORDS[condition]


def _join(title: str, lines: Iterable[str]) -> str:
    return "\n".join([title, "", *lines])
