"""Classes of queries that add computed values to their rows."""

from dataclasses import dataclass

from transformer.backends.django.application import ModelClass
from transformer.backends.django.code import gather_names
from transformer.backends.django.computed_values import ModelComputed
from transformer.backends.django.printing import print_code


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method that makes a value: its name and the lines that return it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class QuerySetView:
    """A class of queries in finished pieces."""

    name: str
    methods: list[MethodView]
    used: frozenset[str]
    """The names that it refers to."""


def view_queryset(made: ModelClass) -> QuerySetView | None:
    """Make the class of a model's queries; None where they have nothing to add."""
    if not made.computed:
        return None
    return QuerySetView(
        name=made.names.entities[made.entity].queryset,
        methods=list(map(_view_method, made.computed)),
        used=gather_names(each.code for each in made.computed) | {"ComputedQuerySet"},
    )


def _view_method(value: ModelComputed) -> MethodView:
    return MethodView(f"compute_{value.attribute}", print_code(value.code, 8, "return "))
