"""Policies: the rules of entities as declarations of Python."""

from collections.abc import Iterator
from dataclasses import dataclass

from transformer.backends.django.code import Code, make_list, make_literal, refer_to
from transformer.backends.django.expressions.compiler import compile_filter, compile_test
from transformer.backends.django.expressions.presence import is_known
from transformer.backends.django.names import Names
from transformer.backends.django.printing import print_code
from transformer.backends.django.rule_calls import (
    ask_condition,
    make_lambda,
    name_roles,
    rename_row,
)
from transformer.model import Model
from transformer.model.entities import Entity
from transformer.model.expression_text import write_expression
from transformer.model.expressions import Expression, Operation
from transformer.model.naming import make_unique
from transformer.model.rules import Permission, Scope
from transformer.model.tenants import find_membership

_IMPOSSIBLE = {"permit": "never", "forbid": "always"}


@dataclass(frozen=True, slots=True)
class PolicyView:
    """The policy of a model: its class, and what is in it."""

    name: str
    model: str
    lines: tuple[str, ...]
    """Which rows belong to a user's own tenant, and the rules; what there is of both."""
    used: frozenset[str]
    """The names that all of it refers to."""


def has_rules(entity: Entity) -> bool:
    """Tell whether an entity says who may do what with its records."""
    return bool(entity.permissions or entity.scopes or entity.tenant)


def view_policies(model: Model, names: Names) -> Iterator[PolicyView]:
    """Make the policies of all entities that have rules."""
    taken = names.list_models()
    for entity in filter(has_rules, model.entities):
        name = make_unique(f"{names.name_model(entity)}Policy", taken, "")
        taken.add(name.lower())
        tenant, rules = name_tenant(entity, names), make_list(list_lines(entity, names))
        lines = [print_code(tenant, 4, "tenant = ")] if tenant else []
        if entity.permissions or entity.scopes:
            lines.append(print_code(rules, 4, "rules = ", explode=True))
        used = rules.names | {"RecordPolicy", "register"} | (tenant.names if tenant else set())
        yield PolicyView(name, names.name_model(entity), tuple(lines), used)


def name_tenant(entity: Entity, names: Names) -> Code | None:
    """Name the references by which a row and a user belong to a tenant; None without tenants."""
    own = find_membership(entity)
    if entity.tenant is None:
        return None
    if own is None:
        return refer_to("never")
    words = [make_literal(names.name_attribute(each)) for each in (entity.tenant, own)]
    return refer_to("Tenant").call(words[0], own=words[1])


def list_lines(entity: Entity, names: Names) -> Iterator[Code]:
    """List the lines of an entity's policy: a call for each of its rules."""
    for each in entity.permissions:
        # What can't be built lets nobody do anything.
        asked = ask(each, entity, names) or refer_to(_IMPOSSIBLE[each.effect])
        says = make_literal(write_expression(each.condition))
        yield refer_to(each.effect).call(make_literal(each.operation), asked, says=says)
    for scope in entity.scopes:
        asked = ask(scope, entity, names) or refer_to("never")
        to = name_roles(scope.personas) if scope.personas else None
        says = make_literal(_write_scope(scope))
        yield refer_to("scope").call(make_literal(scope.operation), asked, to=to, says=says)


def _write_scope(scope: Scope) -> str:
    """Write a scope as somebody could have written it, on one line."""
    condition = write_expression(scope.condition)
    written = "all" if condition == "true" else condition
    return f"{written} as: {', '.join(scope.personas)}" if scope.personas else written


def ask(rule: Permission | Scope, entity: Entity, names: Names) -> Code | None:
    """Make the condition of a rule; None where it can't be built."""
    return ask_about(rule.condition, entity, names)


def ask_about(condition: Expression, entity: Entity, names: Names) -> Code | None:
    """Make a condition on a person and a row; None where it can't be built."""
    try:
        return ask_condition(
            condition,
            lambda part: _ask_part(part, entity, names),
            # What is known of people without a record stands by itself.
            lambda whole, _: _is_split(whole),
        )
    except LookupError:
        return None


def _ask_part(condition: Expression, entity: Entity, names: Names) -> Code:
    """Ask a part of a condition: a person alone, or a row, as a query and as a test."""
    test = rename_row(compile_test(condition, entity, names))
    if is_known(condition):
        return refer_to("person").call(make_lambda(["user"], test))
    query = rename_row(compile_filter(condition, entity, names))
    return refer_to("where").call(make_lambda(["user"], query), make_lambda(["row", "user"], test))


def _is_split(condition: Expression) -> bool:
    """Tell whether a part of a condition is known of people without a record."""
    match condition:
        case Operation(operator="and" | "or" | "not", operands=operands):
            return any(is_known(each) or _is_split(each) for each in operands)
    return False
