"""Operands of a query: what it computes with, and whether that may be missing."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace

from transformer.backends.django.code import Code, make_literal, parse_cell, refer_to
from transformer.backends.django.expressions.compiler_rows import read_expression_table
from transformer.backends.django.expressions.magnitudes import (
    GREATEST_BIG_INTEGER,
    find_greatest,
)
from transformer.backends.django.expressions.member_names import name_member
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.names import Names
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Choice, Field
from transformer.model.expressions import Expression, Path, ValueType
from transformer.model.relations import Relation

TEXTS: frozenset[ValueType] = frozenset({"text", "choice", "file"})
"""The types whose values are stored as texts, of which the empty one counts as missing."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A value that a query computes with."""

    code: Code
    type: ValueType
    path: str = ""
    """The path of a field, which lookups begin with; empty for anything else."""
    plain: Code | None = None
    """The value where Python knows it before the query runs."""
    is_nullable: bool = False
    is_blank: bool = False
    """Whether it may be an empty text."""
    places: int = 0
    """For a number, how many decimal places it may have."""
    least_places: int = 0
    """How many of these are shown although there are nothing but zeros in them."""
    whole_digits: int = 0
    """For a decimal number, how many digits there may be before the point."""
    greatest: int = GREATEST_BIG_INTEGER
    """For a number, what it can't exceed."""
    is_integer: bool = False
    """Whether PostgreSQL has it as an integer, and computes within the limits of those."""
    is_tolerant: bool = False
    """Whether there may be a value although something in it is missing."""
    is_joined: bool = False
    """Whether its path leads over references that may be missing."""
    is_inexact: bool = False
    """Whether the field itself, at its path, isn't quite the number that counts."""
    is_noisy: bool = False
    """Whether SQLite may be off in the last of the 15 digits that count."""
    is_rounded: bool = False
    """Whether it is rounded to its decimal places already."""
    values: tuple[Choice, ...] = ()
    """For a value of an enum, all that there are, in order."""

    @property
    def may_be_missing(self) -> bool:
        """Whether there may be no value."""
        return self.is_nullable or self.is_blank


@dataclass(frozen=True)
class SavedRow:
    """A row that is about to be saved, of which queries find nothing but what it was before."""

    entity: Entity
    way: Field | None
    """The reference by which each of the query's rows refers to it, if they do."""
    read: "Callable[[Path], Operand]"
    """What reads a path that begins at it."""


@dataclass(frozen=True)
class QueryScope:
    """The rows that an expression is about, as a query sees them."""

    entity: Entity
    names: Names
    compile_condition: "Callable[[Expression, QueryScope], Code]"
    """What makes a condition; values use it for what is true or false."""
    read_known: "Callable[[Expression, QueryScope], Operand]"
    """What makes an operand of what Python knows before the query runs."""
    find_computed: "Callable[[Computed], Operand] | None" = None
    """What has a computed value where methods make these; without it, each is computed anew."""
    rows: str = "self"
    """What has such methods for rows of the entity."""
    prefix: str = ""
    """The path from the query's rows to those of the entity, with its last separator."""
    is_optional: bool = False
    """Whether that path may lead nowhere."""
    saved: SavedRow | None = None
    """The row for whose sake the query is made, if it is about to be saved."""

    def enter(self, step: Field | Relation) -> "QueryScope":
        """Follow a reference, or a relation to one row.

        Raises LookupError where it leads to an account of the framework, or may lead to the row
        that is about to be saved.
        """
        target, name = step.target, self.name(step)
        if target is None:
            raise LookupError(f"`{step.name}` leads to an account")
        if self.saved and self.saved.entity is target:
            raise LookupError(f"`{step.name}` may lead to what the row at hand was before")
        is_optional = self.is_optional or isinstance(step, Relation) or not step.required
        return replace(
            self, entity=target, prefix=f"{self.prefix}{name}__", is_optional=is_optional
        )

    def ask_there(self) -> Code:
        """Ask whether the row that the prefix leads to is there."""
        lookup = f"{self.prefix}isnull"
        return refer_to("models.Q").call(**{lookup: make_literal(False)})

    def restart(self, entity: Entity) -> "QueryScope":
        """Make the scope of a query of its own.

        Raises LookupError where it may find the row that is about to be saved.
        """
        if self.saved and self.saved.entity is entity:
            raise LookupError(f"{entity.name} has the row at hand as it was before")
        rows = f"{self.names.name_model(entity)}.objects"
        saved = replace(self.saved, way=None) if self.saved else None
        return replace(self, entity=entity, rows=rows, prefix="", is_optional=False, saved=saved)

    def call_method(self, computed: Computed) -> Operand | None:
        """Call the method that makes a computed value; None where there is none for the rows.

        That of a record makes what it is displayed as. Raises LookupError where it can't be
        computed.
        """
        if self.find_computed is None or self.prefix:
            return None
        known = self.find_computed(computed)
        if known.type == "record":
            return None
        attribute = self.names.entities[self.entity].computed[computed.name]
        code = refer_to(f"{self.rows}.compute_{attribute}").call()
        # A field that is true or false is a condition by its path only.
        path = known.path if known.type == "bool" else ""
        return replace(known, code=code, path=path, plain=None, is_noisy=False)

    def name(self, member: Field | Relation) -> str:
        """Name what leads to a member in lookups."""
        return name_member(member, self.names)


def read_field(field: Field, scope: QueryScope, kind: ValueType) -> Operand:
    """Make the operand for a field of the scope's rows."""
    path = f"{scope.prefix}{scope.name(field)}"
    row = read_types()[field.type]
    cell = row.get("operand", "models.F($path)")
    return Operand(
        code=parse_cell(cell, {"path": make_literal(path)}),
        is_inexact="operand" in row,
        is_joined=scope.is_optional,
        type=kind,
        path=path,
        is_nullable=scope.is_optional or field.nullable,
        is_blank=kind in TEXTS and not field.required,
        places=find_places(field),
        least_places=0 if "operand" in row else find_places(field),
        whole_digits=_count_whole_digits(field),
        greatest=find_greatest(field, find_places(field)),
        is_integer="integer" in row,
        values=field.values or (),
    )


def find_places(field: Field) -> int:
    """Find how many decimal places a number may have."""
    usual = int(read_types()[field.type].get("places", 0))
    return usual if field.places is None else field.places


def _count_whole_digits(field: Field) -> int:
    return sys.maxsize if field.digits is None else field.digits - find_places(field)


def make_plain(code: Code, kind: ValueType, *, is_nullable: bool = False) -> Operand:
    """Make the operand for a value that Python knows before the query runs."""
    cell = read_expression_table()["types"].get(kind, {}).get("field")
    field = parse_cell(cell) if cell and is_nullable else None
    wrapped = (
        refer_to("functions.Known").call(code, field)
        if field
        else refer_to("models.Value").call(code)
    )
    return Operand(wrapped, kind, plain=code, is_nullable=is_nullable)
