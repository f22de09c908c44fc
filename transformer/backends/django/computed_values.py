"""Computed values as what a query adds to its rows, and what the tables say of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypedDict

from transformer.backends.django.code import Code, make_literal, parse_cell
from transformer.backends.django.expressions.compiler import compile_operand
from transformer.backends.django.expressions.currencies import find_currency
from transformer.backends.django.expressions.magnitudes import GREATEST_BIG_INTEGER
from transformer.backends.django.expressions.operands import Operand
from transformer.backends.django.field_traits import Yes
from transformer.backends.django.names import Names
from transformer.diagnostics.resources import read_table
from transformer.model.entities import Computed, Entity
from transformer.model.expressions import Path, ValueType

_PERSON = "user"
"""What compiled code calls whoever is signed in."""
_ACCOUNT = "username"
"""What an account of Django is displayed as."""
_MASKED = "masked"
"""The row of `cells.yaml` for what is sensitive."""


class ValueTypeRow(TypedDict, total=False):
    """A row of `value_types.yaml`."""

    annotation: str
    wrapped: str
    cell: str
    shown: str
    priced: str
    list: str
    admin: Yes
    boolean: Yes


def read_value_types() -> Mapping[ValueType, ValueTypeRow]:
    """Read `value_types.yaml`: type of a value → row."""
    return read_table("django/value_types", dict[ValueType, ValueTypeRow])


@dataclass(frozen=True, eq=False)
class ModelComputed:
    """A computed value with its name in Python, and what a query adds for it."""

    computed: Computed
    attribute: str
    code: Code
    row: ValueTypeRow

    @property
    def cell(self) -> str:
        """The row of `cells.yaml` by which a list shows the value."""
        return _MASKED if self.computed.sensitive else self._choose_cell("cell")

    @property
    def shown(self) -> str:
        """The row of `cells.yaml` by which a page of its own shows the value."""
        return self._choose_cell("shown")

    @property
    def currency(self) -> str | None:
        """The currency of the value, if it is an amount of a single one."""
        return find_currency(self.computed)

    def _choose_cell(self, place: Literal["cell", "shown"]) -> str:
        return self.row.get("priced", self.row[place]) if self.currency else self.row[place]

    def has_list_use(self, *uses: str) -> bool:
        """Tell whether a list does one of these with the value."""
        words = () if self.computed.sensitive else self.row.get("list", "").split()
        return not set(uses).isdisjoint(words)


def list_computed(entities: Iterable[Entity], names: Names) -> Iterator[ModelComputed]:
    """List the computed values that a query can add.

    Left out are those that depend on what Django's models don't have or on who is signed in, since
    rows are the same for everybody.
    """
    compiler = _Compiler(names)
    for entity in entities:
        for computed in entity.computed:
            try:
                operand = compiler.find(computed)
                code = operand.code if operand.type != "record" else compiler.display(computed)
            except LookupError:
                continue
            row = read_value_types()[operand.type]
            attribute = names.entities[entity].computed[computed.name]
            yield ModelComputed(computed, attribute, code, row)


class _Compiler:
    """The compilation of computed values, each once, however many others are computed from it."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._known: dict[Computed, Operand] = {}

    def find(self, computed: Computed) -> Operand:
        """Find what a query adds for a value.

        Raises LookupError where that can't be.
        """
        if computed not in self._known:
            self._known[computed] = self._compile(computed)
        return self._known[computed]

    def display(self, computed: Computed) -> Code:
        """Make what a record is displayed as.

        Raises LookupError where the record isn't at the end of a path.
        """
        match computed.expression:
            case Path(path=path, entity=name):
                target = computed.entity.model.entity(name) if name else None
                text = Path((*path, *_list_display_names(target)), type="text")
                return compile_operand(text, computed.entity, self._names).code
        raise LookupError(f"`{computed.name}` is no path")

    def _compile(self, computed: Computed) -> Operand:
        found = compile_operand(computed.expression, computed.entity, self._names, self.find)
        if found.type not in read_value_types() or _PERSON in found.code.names:
            raise LookupError(f"`{computed.name}` is nothing that rows can have")
        return replace(found, code=_annotate(found, read_value_types()[found.type]))


def _list_display_names(entity: Entity | None) -> list[str]:
    """List the names that lead from a record to what it is displayed as: a text, or a key."""
    if entity is None:
        return [_ACCOUNT]
    way = entity.display_path
    names = [field.name for field in way.fields]
    if way.end == "value":
        return names
    target = way.fields[-1].target if way.fields else entity
    return [*names, target.key_name if target else _ACCOUNT]


def _annotate(operand: Operand, row: ValueTypeRow) -> Code:
    """Make what a query adds; whole numbers are as the database has them."""
    has_all = operand.least_places == operand.places
    has_digits = operand.places > 0 or operand.greatest >= GREATEST_BIG_INTEGER
    if "annotation" not in row or not has_digits or (operand.is_rounded and has_all):
        return operand.code
    least = None if has_all else make_literal(operand.least_places)
    holes = {"value": operand.code, "places": make_literal(operand.places), "least": least}
    return parse_cell(row["annotation"], holes)
