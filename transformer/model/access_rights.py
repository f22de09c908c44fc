"""Who may do what: a right for each entity, operation and kind of people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transformer.model import Model
from transformer.model.entities import Entity
from transformer.model.expression_text import write_expression
from transformer.model.expressions import Constant, Expression, Operation, replace_operands
from transformer.model.rights import (
    OPERATIONS,
    Principal,
    find_right,
    implies,
    join,
    list_principals,
)
from transformer.model.rules import RecordOperation

VISITOR, NO_ROLE = "visitor", "no role"


@dataclass(frozen=True, slots=True)
class Right:
    """Whether some people may do something with records of an entity."""

    entity: str
    people: str
    """A role, or what people without one are called."""
    operation: RecordOperation
    condition: bool | str
    """True or false, or the condition on the record in words of the language."""


def list_rights(model: Model) -> Iterator[Right]:
    """List all rights, by entity, then by people, then by operation."""
    principals = list(list_principals(model))
    for entity in model.entities:
        for each in principals:
            for operation in OPERATIONS:
                condition = describe_right(entity, operation, each)
                yield Right(entity.name, name_people(each), operation, condition)


def describe_right(entity: Entity, operation: RecordOperation, principal: Principal) -> bool | str:
    """Describe when somebody may do something: true, false, or a condition in words."""
    return describe(find_right(entity, operation, principal))


def describe(condition: Expression) -> bool | str:
    """Describe a condition: true, false, or in words, nothing of it twice."""
    condition = simplify(condition)
    match condition:
        case Constant(value=bool(truth)):
            return truth
    return write_expression(condition)


def simplify(condition: Expression) -> Expression:
    """Leave out of a condition what another part of it says already, and brackets for nothing."""
    condition = replace_operands(condition, simplify)
    match condition:
        case Operation(operator="and" | "or" as word):
            return join(word, _drop_implied(_flatten(condition), is_narrow=word == "or"))
    return condition


def _flatten(joined: Operation) -> Iterator[Expression]:
    for each in joined.operands:
        if isinstance(each, Operation) and each.operator == joined.operator:
            yield from each.operands
        else:
            yield each


def _drop_implied(parts: Iterator[Expression], *, is_narrow: bool) -> list[Expression]:
    """Drop what counts for nothing beside others: of `or` the narrow ones, of `and` the wide."""
    found = list(dict.fromkeys(parts))
    return [each for each in found if not _is_implied(each, found, is_narrow=is_narrow)]


def _is_implied(part: Expression, parts: Sequence[Expression], *, is_narrow: bool) -> bool:
    others = [each for each in parts if each != part]
    if is_narrow:
        return any(implies(part, each) and not implies(each, part) for each in others)
    return any(implies(each, part) and not implies(part, each) for each in others)


def name_people(principal: Principal) -> str:
    """Name people by their role, if they have one."""
    return principal.role or (VISITOR if principal.is_visitor else NO_ROLE)
