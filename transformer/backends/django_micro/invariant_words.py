"""What templates read of invariants that ask who is signed in."""

from dataclasses import dataclass

from transformer.backends.django.asked_people import asks_person, asks_role
from transformer.model import Model


@dataclass(frozen=True, slots=True)
class InvariantsView:
    """Whether some invariants of an app ask for people."""

    has_asking_invariants: bool
    has_role_invariants: bool
    """Whether some ask for roles."""


def view_invariants(model: Model) -> InvariantsView:
    """Make what templates read of invariants."""
    conditions = [rule.condition for each in model.entities for rule in each.invariants]
    return InvariantsView(
        has_asking_invariants=any(map(asks_person, conditions)),
        has_role_invariants=any(map(asks_role, conditions)),
    )
