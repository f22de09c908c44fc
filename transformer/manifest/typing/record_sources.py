"""The records that an aggregate is taken of: those that a relation leads to, or all of an entity.

The names of a relation come first: over references to one record, and from there to many. A name
that isn't one of a relation may be that of an entity.
"""

from collections.abc import Sequence
from typing import NamedTuple

from transformer.diagnostics.problems import find_closest
from transformer.manifest.inflection import snake_plural
from transformer.manifest.typing.entity_types import Entity
from transformer.manifest.typing.scope import Scope

_ACCOUNT = "User"


class RecordSource(NamedTuple):
    """The entity of the records, and the names that lead to them from the record."""

    entity: str
    relation: tuple[str, ...] = ()
    """Empty for all records of the entity."""
    prefix: tuple[str, ...] = ()
    """The names that a path begins with that is about one of these records."""


def find_source(names: tuple[str, ...], scope: Scope) -> RecordSource | None:
    """Find the records that a path begins with; None if it begins with those of none."""
    skipped = len(scope.prefix)
    if scope.owner and names[:skipped] == scope.prefix:
        count = _count_to_many(scope.owner, names[skipped:], scope)
        if count:
            owner, _ = _follow_references(scope.owner, names[skipped:], scope)
            end = skipped + count
            entity = owner.relations[names[end - 1]].entity
            return RecordSource(entity, names[skipped:end], names[:end])
    return RecordSource(names[0], (), names[:1]) if names[0] in scope.entities else None


def leads_to_many(owner: Entity, names: Sequence[str], scope: Scope) -> bool:
    """Tell whether a path begins with a relation to many records."""
    return _count_to_many(owner, names, scope) > 0


def _count_to_many(owner: Entity, names: Sequence[str], scope: Scope) -> int:
    """Count the names of a path up to its first relation to many; 0 if there is none."""
    reached, count = _follow_references(owner, names, scope)
    is_many = count < len(names) and names[count] in reached.list_many()
    return count + 1 if is_many else 0


def _follow_references(owner: Entity, names: Sequence[str], scope: Scope) -> tuple[Entity, int]:
    """Follow a path as far as each name leads to one record; give the entity and their count."""
    for count, name in enumerate(names):
        target = scope.entities.get(owner.find_target(name) or "")
        if target is None:
            return owner, count
        owner = target
    return owner, len(names)


def report_no_source(names: tuple[str, ...], path: str, word: str, scope: Scope) -> None:
    """Report that a path at `path` begins with the records of none; `word` is the aggregate."""
    if scope.owner is None:
        if not scope.draft.is_broken("", names[0]):
            scope.draft.report_unknown("unknown-entity", f"{path}/0", names[0], scope.entities)
        return
    skipped = len(scope.prefix) if names[: len(scope.prefix)] == scope.prefix else 0
    owner, count = _follow_references(scope.owner, names[skipped:], scope)
    number = skipped + count
    words = {"entity": owner.name, "relations": _join(owner.list_many()) or "none"}
    if number == len(names) or names[number] in {*owner.members, *owner.relations}:
        one = ".".join(names[: number + 1])
        scope.report("not-many", path, word=one, aggregate=word, **words)
    else:
        known = _list_beginnings(owner, names[number:])
        if not number and find_closest(names[0], known) is None:
            known += scope.entities
        _report_unknown(names[number], f"{path}/{number}", owner, known, words, scope)


def _list_beginnings(owner: Entity, names: Sequence[str]) -> list[str]:
    """List what a path of as many names can begin with: a relation, or a reference before one."""
    is_longer = len(names) > 1
    references = [name for name in owner.members if is_longer and owner.find_target(name)]
    return [*owner.list_many(), *references]


def _report_unknown(
    name: str, path: str, owner: Entity, known: list[str], words: dict[str, str], scope: Scope
) -> None:
    ways = _list_ways(owner, name)
    if len(ways) > 1:
        scope.report("ambiguous-relation", path, word=name, known=_join(ways), **words)
    elif not _may_be_declared(name, owner, scope):
        scope.draft.report_unknown("unknown-relation", path, name, known, **words)


def _list_ways(owner: Entity, name: str) -> list[str]:
    """List the relations to an entity whose plural the name is."""
    return [
        each for each in owner.list_many() if snake_plural(owner.relations[each].entity) == name
    ]


def _may_be_declared(name: str, owner: Entity, scope: Scope) -> bool:
    """Tell whether a line that is reported already may be what declares the name.

    Any unparsed line may be a reference with this inverse, and so may one whose target is unknown.
    """
    if find_closest(name, owner.list_many()):
        return False
    targets = {each.find_target(name) for each in scope.entities.values() for name in each.members}
    return bool(scope.draft.broken or targets - {*scope.entities, _ACCOUNT, None})


def _join(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
