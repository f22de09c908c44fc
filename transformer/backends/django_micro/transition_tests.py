"""What the emitted tests say of transitions: the states that may follow each other."""

from collections.abc import Iterable

from transformer.backends.django.code import Code, make_dict, make_texts, refer_to
from transformer.backends.django.printing import print_code
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field

Pair = tuple[str, str]


def is_state(field: Field) -> bool:
    """Tell whether a field has the state of its records."""
    transitions = field.entity.transitions
    return transitions is not None and transitions.field is field


def write_check(entity: Entity) -> str:
    """Write the line that holds a row of an entity to its transitions, or the empty string."""
    if entity.transitions is None:
        return ""
    states = [choice.value for choice in entity.transitions.field.values or ()]
    free, guarded = set[Pair](), set[Pair]()
    for rule in (each for each in entity.transitions.rules if each.is_manual):
        is_free = rule.condition is None and not rule.requires_names
        befores = states if rule.from_ is None else [rule.from_]
        (free if is_free else guarded).update((before, rule.to) for before in befores)
    call = refer_to("self.check_transitions").call(
        refer_to("row"),
        free=_list_followers(states, free),
        guarded=_list_followers(states, guarded - free),
    )
    return print_code(call, 8)


def _list_followers(states: Iterable[str], pairs: set[Pair]) -> Code:
    """List the states that may follow each one: state → states."""
    states = list(states)
    found = {
        before: [after for after in states if (before, after) in pairs and before != after]
        for before in states
    }
    return make_dict((state, make_texts(after)) for state, after in found.items() if after)
