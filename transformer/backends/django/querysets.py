"""Classes of queries that add computed values to their rows."""

from dataclasses import dataclass

from transformer.backends.django.application import ModelClass
from transformer.backends.django.code import Code, gather_names, parse_cell
from transformer.backends.django.computations import split_computation
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
    codes = {each.attribute: _choose_code(each) for each in made.computed}
    return QuerySetView(
        name=made.names.entities[made.entity].queryset,
        methods=[MethodView(f"compute_{n}", _print_return(code)) for n, code in codes.items()],
        used=gather_names(codes.values()) | {"QuerySet"},
    )


def _choose_code(value: ModelComputed) -> Code:
    """Choose what a method returns: a computation of several lines stands in brackets."""
    if "\n" in _print_return(value.code) and split_computation(value.code.node):
        return parse_cell(value.row.get("wrapped", "$value"), {"value": value.code})
    return value.code


def _print_return(code: Code) -> str:
    return print_code(code, 8, "return ")
