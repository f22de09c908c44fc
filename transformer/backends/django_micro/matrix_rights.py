"""What the emitted matrix test knows of rights: who may do what, by the model alone."""

from collections.abc import Iterator

from transformer.backends.django.application import Application
from transformer.backends.django.code import Code, make_dict, make_literal, make_tuple, refer_to
from transformer.backends.django.expressions.compiler import compile_test
from transformer.backends.django.expressions.presence import is_known
from transformer.backends.django.names import Names
from transformer.backends.django.policies import has_rules
from transformer.backends.django.rule_calls import make_lambda, rename_row
from transformer.model import Model
from transformer.model.entities import Entity
from transformer.model.expressions import Constant, Expression, Operation
from transformer.model.folding import fold
from transformer.model.rights import OPERATIONS, Principal, find_right, list_principals
from transformer.model.rules import RecordOperation

_READING = ("list", "read")
Conditions = tuple[Expression, ...]
"""The condition of each operation."""


def name_principal(principal: Principal) -> Code:
    """Name people by their role, or as the test calls those without one."""
    if principal.role:
        return make_literal(principal.role)
    return refer_to("matrix.VISITOR" if principal.is_visitor else "matrix.NO_ROLE")


def list_people(model: Model) -> list[Principal]:
    """List those who sign in and differ in what they may do."""
    return [each for each in list_principals(model) if not each.is_visitor]


def list_rights(application: Application) -> Iterator[Code]:
    """List what people may do; those who may do the same stand together."""
    principals = list(list_principals(application.model))
    for entity in application.model.entities:
        told = [each for each in principals if has_rules(entity) or each.is_visitor]
        groups: dict[Conditions, list[Principal]] = {}
        for each in told:
            groups.setdefault(_find_conditions(entity, each), []).append(each)
        for conditions, alike in groups.items():
            people = make_tuple(map(name_principal, alike))
            yield _make_rights(entity, people, conditions, application.names)


def _find_conditions(entity: Entity, principal: Principal) -> Conditions:
    return tuple(_find_condition(entity, each, principal) for each in OPERATIONS)


def _find_condition(entity: Entity, operation: RecordOperation, principal: Principal) -> Expression:
    is_account = entity is entity.model.person.entity
    if principal.is_visitor and (entity.tenant or (is_account and operation not in _READING)):
        # Visitors belong to no tenant, and only members make or change accounts.
        return Constant(False, type="bool")
    return find_right(entity, operation, principal)


def _make_rights(entity: Entity, people: Code, conditions: Conditions, names: Names) -> Code:
    rights = zip(OPERATIONS, conditions, strict=True)
    operations = make_dict([(word, ask_right(each, entity, names)) for word, each in rights])
    return refer_to("matrix.Rights").call(refer_to(names.name_model(entity)), people, operations)


def ask_right(condition: Expression, entity: Entity, names: Names) -> Code:
    """Make what asks for a right: true, false, or functions; None where it can't be built."""
    match condition:
        case Constant(value=bool(truth)):
            return make_literal(truth)
    try:
        holds = _make_test(condition, ["row", "user"], entity, names)
        possible = fold(suppose(condition), entity)
        if possible == Constant(True, type="bool"):
            return holds
        return refer_to("matrix.When").call(holds, _make_test(possible, ["user"], entity, names))
    except LookupError:
        return make_literal(None)


def ask_variant(scope: Expression, entity: Entity, names: Names) -> Code:
    """Make what asks whether a page has a row; where that can't be built it has none."""
    try:
        return _make_test(scope, ["row", "user"], entity, names)
    except LookupError:
        return make_lambda(["row", "user"], make_literal(False))


def _make_test(condition: Expression, arguments: list[str], entity: Entity, names: Names) -> Code:
    return make_lambda(arguments, rename_row(compile_test(condition, entity, names)))


def suppose(condition: Expression, *, truth: bool = True) -> Expression:
    """Suppose of all that depends on a record that it is true, or false below a `not`."""
    if is_known(condition):
        return condition
    match condition:
        case Operation(operator="not", operands=(operand,)):
            return Operation("not", (suppose(operand, truth=not truth),), type="bool")
        case Operation(operator="and" | "or" as word, operands=operands):
            supposed = tuple(suppose(each, truth=truth) for each in operands)
            return Operation(word, supposed, type="bool")
    return Constant(truth, type="bool")
