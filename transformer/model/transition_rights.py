"""Who may make which transition: a right for each two states and kind of people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transformer.model import Model
from transformer.model.access_rights import describe, name_people
from transformer.model.entities import Entity
from transformer.model.expressions import Constant, Expression, Operation, Path
from transformer.model.folding import fold, is_truth
from transformer.model.rights import Principal, assume, find_right, join, list_principals
from transformer.model.rules import Transition

ANY = "*"


@dataclass(frozen=True, slots=True)
class TransitionRight:
    """Whether some people may bring records of an entity from one state to another."""

    entity: str
    change: str
    """The two states, as in `free -> lent`."""
    people: str
    condition: bool | str
    """True or false, or the condition on the record in words of the language."""


def list_transition_rights(model: Model) -> Iterator[TransitionRight]:
    """List the rights of all transitions, by entity, then by the states, then by people."""
    principals = list(list_principals(model))
    for entity in model.entities:
        yield from list_rights_of_transitions(entity, principals)


def list_rights_of_transitions(
    entity: Entity, principals: Iterable[Principal]
) -> Iterator[TransitionRight]:
    """List the rights of the transitions of an entity, by the states, then by people."""
    principals = list(principals)
    for change, rules in group_transitions(entity).items():
        for each in principals:
            condition = describe(_find_right(entity, rules, each))
            yield TransitionRight(entity.name, change, name_people(each), condition)


def group_transitions(entity: Entity) -> dict[str, list[Transition]]:
    """Group the transitions of an entity by their states: of several lines, one is enough."""
    found: dict[str, list[Transition]] = {}
    for rule in entity.transitions.rules if entity.transitions else ():
        found.setdefault(f"{rule.from_ or ANY} -> {rule.to}", []).append(rule)
    return found


def join_guards(rules: list[Transition]) -> Expression:
    """Join the guards of transitions between the same states."""
    return join("or", [_describe_guard(each) for each in rules])


def _find_right(entity: Entity, rules: list[Transition], principal: Principal) -> Expression:
    """Find when somebody may make a transition; nobody may who can't change any record."""
    update = find_right(entity, "update", principal)
    if is_truth(update, truth=False):
        return Constant(False, type="bool")
    return fold(assume(join_guards(rules), principal, entity.model), entity)


def _describe_guard(rule: Transition) -> Expression:
    """Describe what a transition asks for as a condition on the record."""
    needed = [
        Operation("is not null", (Path((name,), type="text"),), type="bool")
        for name in rule.requires_names
    ]
    asked = [] if rule.condition is None else [rule.condition]
    return join("and", [*needed, *asked])
