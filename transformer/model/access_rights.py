"""Who may do what: a right for each entity, operation and kind of people."""

from collections.abc import Iterator
from dataclasses import dataclass

from transformer.model import Model
from transformer.model.entities import Entity
from transformer.model.expression_text import write_expression
from transformer.model.expressions import Constant, Expression
from transformer.model.folding import drop_repeated
from transformer.model.rights import OPERATIONS, Principal, find_right, list_principals
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
    match condition:
        case Constant(value=bool(truth)):
            return truth
    return write_expression(drop_repeated(condition))


def name_people(principal: Principal) -> str:
    """Name people by their role, if they have one."""
    return principal.role or (VISITOR if principal.is_visitor else NO_ROLE)
