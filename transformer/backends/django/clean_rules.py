"""Invariants as the lines of a model's `clean`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transformer.backends.django.asked_people import ASKED, names_asked
from transformer.backends.django.code import Code, gather_names, make_literal, refer_to
from transformer.backends.django.expressions.local_variables import Step, share_values
from transformer.backends.django.names import Names
from transformer.backends.django.printing import print_code, print_test, spell
from transformer.backends.django.violations import (
    Violation,
    list_violations,
    make_refusal,
    name_computed,
)
from transformer.model.entities import Entity

_REFUSE = "find_refusal"
_ASK = "find_asked"
_NAMES = frozenset({"check_administrators", "errors", "refusal", _REFUSE, _ASK, ASKED})
"""What is called in a `clean` besides."""


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule of `clean`: the lines that ask whether it is broken, and those that say so."""

    test: str
    """With the variables that it is the first to need."""
    error: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a `clean`, and the pieces that they are made of."""

    views: list[RuleView]
    pieces: list[Code]


def _list_rule_pieces(violations: Iterable[Violation]) -> Iterator[Code]:
    for each in violations:
        yield from (each.condition, _find_errors(each), make_refusal(each), refer_to("defaultdict"))


def _find_errors(violation: Violation) -> Code:
    """Find the place among errors to which that of a broken rule belongs."""
    name = violation.attribute
    return make_literal(name) if name else refer_to("NON_FIELD_ERRORS")


def view_rules(entity: Entity, names: Names) -> "Rules":
    """View what the `clean` of an entity's model asks of a row."""
    violations = list_violations(entity, names)
    pieces = list(_list_rule_pieces(violations))
    steps = share_values(
        (each.condition for each in violations),
        name_computed(entity, names),
        _NAMES | gather_names(pieces),
    )
    views = [*_view_state_rule(entity, names), *_view_rules(violations, steps)]
    names_state = [refer_to(_REFUSE), refer_to("defaultdict"), refer_to("ValidationError")]
    pieces += names_state if entity.transitions else []
    if any(names_asked(each.condition) for each in violations):
        line = f"        {ASKED} = {_ASK}(self)\n"
        views[0] = RuleView(line + views[0].test, views[0].error)
        pieces.append(refer_to(_ASK))
    return Rules(views, pieces)


def _view_state_rule(entity: Entity, names: Names) -> Iterator[RuleView]:
    """View the rule that a row's state may follow the one that it had."""
    if entity.transitions is not None:
        place = make_literal(names.name_attribute(entity.transitions.field))
        test = f"        if refusal := {_REFUSE}(self):"
        yield RuleView(test, f"            errors[{spell(place)}].append(refusal)")


def _view_rules(violations: list[Violation], steps: list[Step]) -> Iterator[RuleView]:
    """View rules in order, each with the variables that are first needed there."""
    remaining, lines = iter(violations), list[str]()
    for step in steps:
        if step.name:
            lines.append(print_code(step.code, 8, f"{step.name} = "))
            continue
        lines.append(print_test(step.code, 8))
        yield RuleView("\n".join(lines), _write_refusal(next(remaining)))
        lines = []


def _write_refusal(violation: Violation) -> str:
    start = f"errors[{spell(_find_errors(violation))}].append("
    refusal = make_refusal(violation)
    line = print_code(refusal, 12, start, ")")
    if "\n" in line:
        # There is no comma behind what fits on a line.
        inner = print_code(refusal, 16)
        comma = "," if "\n" in inner else ""
        line = f"{' ' * 12}{start}\n{inner}{comma}\n{' ' * 12})"
    return line
