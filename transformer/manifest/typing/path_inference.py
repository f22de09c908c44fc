"""Inference of paths: from field to field, from a record or the signed-in person."""

from collections.abc import Sequence
from dataclasses import replace

from transformer.dsl.tables.expression_rows import read_expressions
from transformer.manifest.draft import Draft
from transformer.manifest.typing.entity_types import Entity
from transformer.manifest.typing.nodes import Node, Path
from transformer.manifest.typing.scope import Scope
from transformer.manifest.typing.value_types import Typed, ValueType

# The longest chain of computed values.
DEEPEST = 30


def follow_path(
    owner: Entity, names: Sequence[str], path: str, scope: Scope, offset: int = 0
) -> ValueType | None:
    """Find the type of the value at the end of a path of fields; None if that is reported.

    `path` is that of the names; `offset` of these stand before the record's own.
    """
    value_type: ValueType | None = ValueType("record", entity=owner.name)
    for number, name in enumerate(names):
        if value_type is None:
            return None
        place = f"{path}/{offset + number}"
        if value_type.name != "record":
            scope.report("not-a-reference", place, word=names[number - 1], next=name)
            return None
        inner = scope.entities.get(value_type.entity or "")
        value_type = (
            _take_step(inner, name, place, scope) if inner else _find_account([name], place, scope)
        )
    return value_type


def make_path(names: tuple[str, ...], value_type: ValueType, scope: Scope) -> Typed:
    """Make the node of a path whose value has this type."""
    return Typed(Path(names, value_type.name, find_entity(value_type, scope)), value_type)


def find_entity(value_type: ValueType, scope: Scope) -> str | None:
    """Find the entity of a record, unless that is an account of the framework."""
    is_own = value_type.name == "record" and value_type.entity in scope.entities
    return value_type.entity if is_own else None


def _take_step(owner: Entity, name: str, path: str, scope: Scope) -> ValueType | None:
    member = owner.members.get(name)
    if name in owner.list_many():
        scope.report("many-records", path, word=name)
        return None
    if isinstance(member, ValueType):
        return member
    if member is not None:
        return _infer_computed(member, name, owner, scope)
    if not scope.draft.is_broken(owner.path, name, owner.known):
        scope.draft.report_unknown("unknown-field", path, name, owner.known, entity=owner.name)
    return None


def _infer_computed(node: Node, name: str, owner: Entity, scope: Scope) -> ValueType | None:
    """Infer the type of a computed value, once; problems are reported where it is computed."""
    mark = (owner.name, name)
    if mark in scope.types:
        return scope.types[mark]
    if mark in scope.seen:
        scope.cycles.setdefault(mark, scope.seen[scope.seen.index(mark) :])
        return None
    silent = replace(scope.enter(owner), seen=(*scope.seen, mark), draft=Draft({}))
    typed = None if len(scope.seen) > DEEPEST else silent.infer(node, "", silent)
    scope.types[mark] = value_type = typed.type if typed else None
    return value_type


def follow_person(names: Sequence[str], path: str, scope: Scope, offset: int) -> ValueType | None:
    """Find the type of the signed-in person, or of one of their fields.

    `path` is that of the names; `offset` of these stand before the person's own.
    """
    if not names:
        return ValueType("record", entity=scope.person.name if scope.person else "User")
    place = f"{path}/{offset}"
    if scope.person is None:
        return _find_account(names, place, scope)
    if names[0] not in scope.person.members:
        known = scope.person.known
        scope.draft.report_unknown("unknown-user-field", place, names[0], known)
        return None
    return follow_path(scope.person, names, path, scope, offset)


def _find_account(names: Sequence[str], path: str, scope: Scope) -> ValueType | None:
    """Find a field of the framework's own account."""
    known = read_expressions()["person"]
    if names[0] not in known or len(names) > 1:
        scope.draft.report_unknown("unknown-user-field", path, names[-1], known)
        return None
    return ValueType(known[names[0]])
