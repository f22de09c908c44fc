"""Authorization: under which condition somebody may do something with a record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import (
    Aggregation,
    ChoiceValue,
    Constant,
    CurrentPerson,
    Expression,
    HasRole,
    Operation,
    Operator,
    Path,
    replace_operands,
    walk_expression,
)
from transformer.model.folding import OPPOSITES, fold, is_truth
from transformer.model.root import Model
from transformer.model.rules import Permission, RecordOperation, Scope
from transformer.model.tenants import describe_tenant, find_membership
from transformer.model.variants import list_roles_of_pages

OPERATIONS: tuple[RecordOperation, ...] = ("list", "read", "create", "update", "delete")
_READING: tuple[RecordOperation, ...] = ("list", "read")
_OF_VISITORS: Mapping[str, tuple[RecordOperation, ...]] = {
    "private": (),
    "read": _READING,
    "open": OPERATIONS,
}
_NEGATED: Mapping[Operator, Operator] = {
    **OPPOSITES,
    **{word: opposite for opposite, word in OPPOSITES.items()},
}


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody as rules know them: with one role or none, or a visitor who hasn't signed in."""

    role: str | None = None
    is_visitor: bool = False


def list_principals(model: Model) -> Iterator[Principal]:
    """List those who differ in what they may do; visitors only where they may do anything."""
    if model.app.access != "private":
        yield Principal(is_visitor=True)
    if model.person.role is None or not model.person.role.required:
        yield Principal()
    yield from map(Principal, list_roles(model))


def list_roles(model: Model) -> list[str]:
    """List the roles that people can have, as far as the model knows them."""
    if model.person.role:
        return [each.value for each in model.person.role.values or ()]
    named = [persona.name for persona in model.personas]
    rules = (each for entity in model.entities for each in _list_rules(entity))
    asked = (each.role for each in rules if isinstance(each, HasRole))
    return list(dict.fromkeys([*named, *asked, *list_roles_of_pages(model)]))


def _list_rules(entity: Entity) -> Iterator[Expression]:
    rules: list[Permission | Scope] = [*entity.permissions, *entity.scopes]
    yield from (node for each in rules for node in walk_expression(each.condition))
    yield from (HasRole(role, type="bool") for each in entity.scopes for role in each.personas)
    transitions = entity.transitions.rules if entity.transitions else ()
    guards = (each.condition for each in transitions if each.condition is not None)
    yield from (node for each in guards for node in walk_expression(each))
    yield from (node for each in entity.invariants for node in walk_expression(each.condition))


def list_rights_fields(model: Model) -> list[Field]:
    """List the fields of people by which rules say what they may do, but for the key.

    Whoever sets them gives rights: a role, a tenant, and what conditions ask of people.
    """
    person = model.person.entity
    nodes = [node for entity in model.entities for node in _list_rules(entity)]
    has_rules = any(e.permissions or e.scopes or e.tenant for e in model.entities)
    asks = any(isinstance(each, CurrentPerson | HasRole) for each in nodes)
    if person is None or not (has_rules or asks):
        return []
    asked = {each.person[0] for each in nodes if isinstance(each, CurrentPerson) and each.person}
    tenants = [find_membership(each) for each in model.entities]
    fields = [each for each in person.fields if each.name in asked and not each.is_key]
    found = [model.person.role, *tenants, *fields]
    return list(dict.fromkeys(each for each in found if each))


def find_right(entity: Entity, operation: RecordOperation, principal: Principal) -> Expression:
    """Find when somebody may do something: true, false, or a condition on the record."""
    model = entity.model
    if principal.is_visitor and operation not in _OF_VISITORS[model.app.access]:
        return _make_truth(truth=False)
    return fold(assume(join_rules(entity, operation), principal, model), entity)


def join_rules(entity: Entity, operation: RecordOperation) -> Expression:
    """Join all lines of an entity that are about an operation to the condition of it."""
    own = [describe_tenant(entity)] if entity.tenant else []
    if not (entity.permissions or entity.scopes):
        return join("and", own)
    bans = list_conditions(entity, "forbid", operation)
    return join("and", [*own, join_grants(entity, operation), *map(negate, bans)])


def join_grants(entity: Entity, operation: RecordOperation) -> Expression:
    """Join the lines that allow an operation: one that permits it, with a record in its scope."""
    permits = list_permits(entity, operation)
    scopes = [describe_scope(each) for each in find_scopes(entity, operation)]
    allowed = join("or", permits)
    return join("and", [allowed, join("or", scopes)]) if scopes else allowed


def denies(entity: Entity, operation: RecordOperation) -> bool:
    """Tell whether some people may do something with no record at all."""
    rights = (find_right(entity, operation, each) for each in list_principals(entity.model))
    return any(is_truth(each, truth=False) for each in rights)


def hides_rows(entity: Entity) -> bool:
    """Tell whether rules keep somebody from reading a record, be it of the own tenant."""
    rule, has_rules = _join_reading(entity), bool(entity.permissions or entity.scopes)
    readers = list_principals(entity.model) if has_rules else ()
    rights = (fold(assume(rule, each, entity.model), entity) for each in readers)
    return not all(is_truth(each, truth=True) for each in rights)


def asks_own_fields(entity: Entity) -> bool:
    """Tell whether rules on reading a record ask nothing of it but its fields."""
    nodes = list(walk_expression(_join_reading(entity)))
    paths = [each.path for each in nodes if isinstance(each, Path)]
    is_own = all(path in {(field.name,) for field in entity.fields} for path in paths)
    return is_own and not any(isinstance(each, Aggregation) for each in nodes)


def _join_reading(entity: Entity) -> Expression:
    bans = map(negate, list_conditions(entity, "forbid", "read"))
    return join("and", [join_grants(entity, "read"), *bans])


def list_conditions(
    entity: Entity, effect: Literal["permit", "forbid"], *operations: RecordOperation
) -> list[Expression]:
    """List the conditions of the lines that permit one of the operations, or forbid it."""
    rules = (each for each in entity.permissions if each.effect == effect)
    return [each.condition for each in rules if each.operation in operations]


def list_permits(entity: Entity, operation: RecordOperation) -> list[Expression]:
    """List what permits an operation; where no line could, a scope of it does."""
    alike = _READING if operation in _READING else (operation,)
    is_open = not list_conditions(entity, "permit", *alike)
    if is_open and any(each.operation in alike for each in entity.scopes):
        return [_make_truth(truth=True)]
    return list_conditions(entity, "permit", operation)


def find_scopes(entity: Entity, operation: RecordOperation) -> list[Scope]:
    """Find the scopes of an operation, or those of `read`, or else those of `list`."""
    for name in (operation, *reversed(_READING)):
        if found := [each for each in entity.scopes if each.operation == name]:
            return found
    return []


def describe_scope(scope: Scope) -> Expression:
    """Describe a scope as a condition, of which whom it is for is a part."""
    if not scope.personas:
        return scope.condition
    roles = [HasRole(each, type="bool") for each in scope.personas]
    return join("and", [join("or", roles), scope.condition])


def join(word: Literal["and", "or"], conditions: Iterable[Expression]) -> Expression:
    """Join conditions; no conditions are as good as the one that wouldn't matter."""
    parts = tuple(conditions)
    if len(parts) == 1:
        return parts[0]
    return Operation(word, parts, type="bool") if parts else _make_truth(truth=word == "and")


def negate(condition: Expression) -> Expression:
    """Return the opposite of a condition, by the opposite operator where there is one."""
    match condition:
        case Operation(operator="not", operands=(operand,)):
            return operand
        case Operation(operator=word, operands=operands) if word in _NEGATED:
            return Operation(_NEGATED[word], operands, type="bool")
    return Operation("not", (condition,), type="bool")


def assume(condition: Expression, principal: Principal, model: Model) -> Expression:
    """Put what is known of somebody into a condition."""
    match condition:
        case HasRole(role=asked):
            return _make_truth(truth=asked == principal.role)
        case CurrentPerson(type=kind) if principal.is_visitor:
            return Constant(None, type=kind)
        case CurrentPerson(person=(name,), type=kind) if name == model.person.role_name:
            role = principal.role
            return ChoiceValue(role, type=kind) if role else Constant(None, type=kind)
    return replace_operands(condition, lambda each: assume(each, principal, model))


def implies(narrow: Expression, wide: Expression) -> bool:
    """Tell whether a condition can't hold without another, as far as their words show."""
    if narrow == wide:
        return True
    match narrow, wide:
        case (Constant(value=False), _) | (_, Constant(value=True)):
            return True
        case Operation(operator="or", operands=parts), _:
            return all(implies(each, wide) for each in parts)
        case _, Operation(operator="and", operands=parts):
            return all(implies(narrow, each) for each in parts)
    wider = wide.operands if isinstance(wide, Operation) and wide.operator == "or" else ()
    narrower = narrow.operands if isinstance(narrow, Operation) and narrow.operator == "and" else ()
    return any(implies(narrow, each) for each in wider) or any(
        implies(each, wide) for each in narrower
    )


def _make_truth(*, truth: bool) -> Constant:
    return Constant(truth, type="bool")
