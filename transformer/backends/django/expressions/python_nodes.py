"""Values and conditions as Python computes them of a row."""

import ast
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from transformer.backends.django.code import Code, gather_names, make_literal, refer_to
from transformer.backends.django.expressions.magnitudes import GREATEST_BIG_INTEGER
from transformer.backends.django.expressions.member_names import name_member
from transformer.backends.django.expressions.operands import (
    TEXTS,
    Operand,
    QueryScope,
    make_plain,
)
from transformer.backends.django.expressions.places import MOST_PLACES
from transformer.backends.django.names import Names
from transformer.model.entities import Entity
from transformer.model.entity_fields import Choice, Field
from transformer.model.expressions import Expression, ValueType
from transformer.model.relations import Relation

_WORDS: dict[Literal["and", "or"], type[ast.boolop]] = {"and": ast.And, "or": ast.Or}


@dataclass(frozen=True, slots=True)
class PythonValue:
    """A value that Python computes, and what has to be true for it to be there."""

    code: Code
    type: ValueType
    guards: tuple[Code, ...] = ()
    """What must hold before the code runs; without it the value is missing."""
    is_computed: bool = False
    """Whether the code fails where a guard doesn't hold, and doesn't give None or an empty text."""
    places: int = 0
    """For a number, how many decimal places it may have."""
    greatest: int = GREATEST_BIG_INTEGER
    """For a number, what it can't exceed."""
    literal: str | None = None
    """The value of an enum that it is, where the expression says so."""
    values: tuple[Choice, ...] = ()
    """For a value of an enum, all that there are, in order."""


@dataclass(frozen=True)
class PythonScope:
    """The row that an expression is about."""

    entity: Entity
    names: Names
    queries: QueryScope
    """The scope of queries, which aggregates ask."""
    compile_condition: "Callable[[Expression, PythonScope], Code]"
    """What makes a condition; values use it for what is true or false."""
    compile_value: "Callable[[Expression, PythonScope], PythonValue]"
    """What makes a value; aggregates use it for what the row at hand counts for."""
    root: Literal["self", "user"] = "self"
    """The row at hand, or whoever is signed in."""
    steps: tuple[str, ...] = ()
    """The attributes that lead from there to it."""
    saved: Entity | None = None
    """The entity of the row at hand, if that is about to be saved."""
    is_complete: bool = False
    """Whether the row at hand has all the values that it needs."""
    foreseen: Field | None = None
    """The field that gets the current day or moment when the row at hand is saved."""
    is_certain: bool = True
    """Whether none of the steps may be missing in a row that is complete."""

    @property
    def is_sure(self) -> bool:
        """Whether the row is there, and has all the values that it needs."""
        return self.is_complete and self.is_certain and self.root == "self"

    @property
    def is_at_hand(self) -> bool:
        """Whether it is the row at hand itself."""
        return self.root == "self" and not self.steps

    def meet(self, person: Entity) -> "PythonScope":
        """Make the scope of whoever is signed in."""
        return replace(self, entity=person, root="user", steps=(), is_certain=True)

    def leave(self, entity: Entity) -> "PythonScope":
        """Make the scope of the row at hand itself."""
        return replace(self, entity=entity, root="self", steps=(), is_certain=True)

    def enter(self, step: Field | Relation) -> "PythonScope":
        """Follow a reference, or a relation to one row.

        Raises LookupError where it leads to an account of the framework.
        """
        if step.target is None:
            raise LookupError(f"`{step.name}` leads to an account")
        is_certain = self.is_certain and isinstance(step, Field) and not step.nullable
        steps = (*self.steps, self.name(step))
        return replace(self, entity=step.target, steps=steps, is_certain=is_certain)

    def name(self, member: Field | Relation) -> str:
        """Name the attribute of a member."""
        return name_member(member, self.names)

    def read(self, *names: str) -> Code:
        """Read an attribute of the row, or of one that it leads to."""
        return read_attribute(self.root, (*self.steps, *names))

    def read_key(self) -> Code:
        """Read the key of the row, which stands where it is referred to."""
        if not (self.is_sure and self.steps):
            return self.read("pk")
        return read_attribute(self.root, (*self.steps[:-1], f"{self.steps[-1]}_id"))

    def ask_there(self) -> Code:
        """Ask whether the row that the steps lead to is there."""
        steps = map(make_literal, self.steps or ("pk",))
        # A reference that isn't given yet would be an error, and no None.
        row = refer_to("functions.follow").call(refer_to(self.root), *steps)
        return ask_none(row, wanted=False)


def read_attribute(root: str, names: Sequence[str]) -> Code:
    """Read an attribute; None where one on the way to it is missing."""
    if root == "self" and len(names) == 1:
        return refer_to(root).get(names[0])
    return refer_to("functions.follow").call(refer_to(root), *map(make_literal, names))


def join_python(word: Literal["and", "or"], conditions: Iterable[Code]) -> Code:
    """Join conditions by `and` or `or`; the same one counts once."""
    codes = list({ast.dump(each.node): each for each in conditions}.values())
    if len(codes) == 1:
        return codes[0]
    node = ast.BoolOp(_WORDS[word](), [each.node for each in codes])
    return Code(node, gather_names(codes))


_OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}


def negate_python(condition: Code) -> Code:
    """Make the opposite of a condition."""
    match condition.node:
        case ast.Compare(left=left, ops=[word], comparators=right) if type(word) in _OPPOSITES:
            node = ast.Compare(left, [_OPPOSITES[type(word)]()], right)
            return Code(node, condition.names)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Code(operand, condition.names)
    return Code(ast.UnaryOp(ast.Not(), condition.node), condition.names)


def compare_python(left: Code, operator: ast.cmpop, right: Code) -> Code:
    """Compare two values."""
    return Code(ast.Compare(left.node, [operator], [right.node]), gather_names([left, right]))


def ask_none(code: Code, *, wanted: bool) -> Code:
    """Ask whether a value is None, or isn't."""
    return compare_python(code, ast.Is() if wanted else ast.IsNot(), make_literal(None))


def ask_missing_python(code: Code, kind: ValueType) -> Code:
    """Ask whether a value is missing."""
    return negate_python(code) if kind in TEXTS else ask_none(code, wanted=True)


def choose_python(condition: Code, code: Code, other: Code) -> Code:
    """Make one value where a condition holds, and another one elsewhere."""
    node = ast.IfExp(condition.node, code.node, other.node)
    return Code(node, gather_names([condition, code, other]))


def make_known(value: PythonValue) -> Operand:
    """Make the operand for what Python knows before a query runs."""
    known = make_plain(read_or_none(value), value.type, is_nullable=bool(value.guards))
    is_blank = value.type in TEXTS and known.is_nullable
    return replace(
        known,
        is_blank=is_blank,
        places=value.places,
        greatest=value.greatest,
        # A decimal without a fraction is spelled like an integer.
        is_integer=value.type == "number" and not 0 < value.places <= MOST_PLACES,
        values=value.values,
    )


def read_or_none(value: PythonValue) -> Code:
    """Make a value where its guards hold, and None where one doesn't."""
    itself = ast.dump(ask_none(value.code, wanted=False).node)
    # What gives None by itself needn't be asked first.
    guards = [each for each in value.guards if ast.dump(each.node) != itself]
    if not (value.is_computed and guards):
        return value.code
    return choose_python(join_python("and", guards), value.code, make_literal(None))
