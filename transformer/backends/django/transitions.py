"""Transitions: which state of a record may follow which, as declarations of Python."""

from collections.abc import Iterator
from dataclasses import dataclass

from transformer.backends.django.asked_people import asks_person
from transformer.backends.django.code import (
    Code,
    gather_names,
    make_list,
    make_literal,
    refer_to,
)
from transformer.backends.django.expressions.compiler import compile_test
from transformer.backends.django.fields import spell_duration
from transformer.backends.django.names import Names
from transformer.backends.django.printing import print_code
from transformer.backends.django.rule_calls import (
    ask_condition,
    join_conditions,
    make_lambda,
    rename_row,
)
from transformer.model import Model
from transformer.model.entities import Computed, Entity, Member
from transformer.model.entity_fields import Field
from transformer.model.expressions import (
    Expression,
    Operation,
    Path,
    ValueList,
)
from transformer.model.naming import make_unique
from transformer.model.rights import negate
from transformer.model.rules import Transition
from transformer.model.wording import describe_condition


@dataclass(frozen=True, slots=True)
class WorkflowView:
    """The transitions of a model: their class, and a line for each of them."""

    name: str
    model: str
    field: str
    track: bool
    since: str
    """The attribute with the moment from which a row has its state, or the empty string."""
    lines: str
    used: frozenset[str]
    """The names that the lines refer to."""


def view_workflows(model: Model, names: Names) -> Iterator[WorkflowView]:
    """Make the transitions of all entities that have some."""
    taken = names.list_models()
    for entity in model.entities:
        if entity.transitions is None:
            continue
        lines = [line for each in entity.transitions.rules for line in _make_lines(each, names)]
        name = make_unique(f"{names.name_model(entity)}Transitions", taken, "")
        taken.add(name.lower())
        yield WorkflowView(
            name,
            names.name_model(entity),
            names.name_attribute(entity.transitions.field),
            entity.transitions.track,
            names.entities[entity].since,
            print_code(make_list(lines), 4, "transitions = ", explode=True),
            gather_names(lines) | {"RecordTransitions", "register"},
        )


def _make_lines(rule: Transition, names: Names) -> Iterator[Code]:
    """Make the lines of a transition: one for people, and one for time."""
    before = refer_to("ANY") if rule.from_ is None else make_literal(rule.from_)
    # What can't be built lets nobody make the transition.
    asked = make_guard(rule, names)
    parts = [refer_to("never")] if asked is None else asked
    condition = [join_conditions("and", parts)] if parts else []
    if rule.is_manual:
        yield refer_to("transition").call(before, make_literal(rule.to), *condition)
    if rule.after is not None:
        delay = spell_duration(rule.after)
        yield refer_to("timed").call(before, make_literal(rule.to), delay, *condition)


def make_guard(rule: Transition, names: Names) -> list[Code] | None:
    """Make what all has to hold for a transition; None where it can't be built."""
    entity = rule.transitions.entity
    try:
        return [*_ask_values(rule, names), *_ask_condition(rule.condition, entity, names)]
    except LookupError:
        return None


def _ask_values(rule: Transition, names: Names) -> Iterator[Code]:
    """Ask for the values that a record needs first."""
    entity = rule.transitions.entity
    fields = [each for each in rule.requires if isinstance(each, Field)]
    if fields:
        attributes = map(names.name_attribute, fields)
        yield refer_to("requires").call(*map(make_literal, attributes))
    for each in rule.requires:
        if not isinstance(each, Field):
            yield _ask(_ask_present(each), entity, names)


def _ask_present(member: Member) -> Expression:
    """Ask whether a record has a value that isn't a field's."""
    if not isinstance(member, Computed) or isinstance(member.expression, ValueList):
        raise LookupError(f"`{member.name}` is no value")
    path = Path((member.name,), type=member.expression.type)
    return Operation("is not null", (path,), type="bool")


def _ask_condition(condition: Expression | None, entity: Entity, names: Names) -> Iterator[Code]:
    if condition is not None:
        yield _ask(condition, entity, names)


def _ask(condition: Expression, entity: Entity, names: Names) -> Code:
    """Make what a transition asks.

    What each part needs besides the row stands by itself: nothing, or whoever makes it.
    """
    return ask_condition(
        condition,
        lambda part: _ask_part(_turn(part), entity, names),
        lambda whole, joined: joined == "and" or asks_person(whole),
    )


def _turn(condition: Expression) -> Expression:
    """Say by an operator of its own that a value is there, or isn't."""
    match condition:
        case Operation(operator="not", operands=(Operation(operator="is null" | "is not null"),)):
            return negate(condition.operands[0])
    return condition


def _ask_part(condition: Expression, entity: Entity, names: Names) -> Code:
    test = rename_row(compile_test(condition, entity, names))
    if asks_person(condition):
        return refer_to("by").call(make_lambda(["row", "user"], test))
    words = make_literal(describe_condition(condition, entity))
    return refer_to("where").call(make_lambda(["row"], test), words)
