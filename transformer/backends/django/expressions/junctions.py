"""The parts that conditions of queries are made of."""

import ast
from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Literal

from transformer.backends.django.code import Code, gather_names, make_literal, refer_to

_JUNCTIONS: dict[Literal["and", "or"], type[ast.operator]] = {"and": ast.BitAnd, "or": ast.BitOr}


def make_condition(condition: Code) -> Code:
    """Make a `Q` of what is true or false by itself."""
    return refer_to("models.Q").call(condition)


def make_lookup(lookup: str, value: Code) -> Code:
    """Make a `Q` that asks for a value at a path."""
    return refer_to("models.Q").call(**{lookup: value})


def make_truth(*, truth: bool) -> Code:
    """Make a `Q` that is always true, or never."""
    return make_condition(refer_to("models.Value").call(make_literal(truth)))


def negate(condition: Code) -> Code:
    """Make the `Q` that is true where one isn't."""
    match condition.node:
        case ast.UnaryOp(op=ast.Invert(), operand=operand):
            return Code(operand, condition.names)
    return Code(ast.UnaryOp(ast.Invert(), condition.node), condition.names)


def join(word: Literal["and", "or"], conditions: Sequence[Code]) -> Code:
    """Join conditions into one.

    Raises TypeError where there are none.
    """
    operator = _JUNCTIONS[word]()
    node = reduce(lambda a, b: ast.BinOp(a, operator, b), (each.node for each in conditions))
    return Code(node, gather_names(conditions))


def filter_rows(rows: Code, condition: Code | None, related: Mapping[str, Code]) -> Code:
    """Make the query of the rows that meet a condition and are related as said.

    A condition that is nothing but a lookup stands beside the relation, as one writes it by hand.
    """
    lookups = _read_lookups(condition) if condition else {}
    if condition and (not lookups or lookups.keys() & related.keys()):
        return rows.get("filter").call(condition, **related)
    lookups = {**lookups, **related}
    if not lookups and isinstance(rows.node, ast.Call):
        return rows
    return rows.get("filter" if lookups else "all").call(**lookups)


def _read_lookups(condition: Code) -> dict[str, Code]:
    """Read the lookups of a `Q` that has nothing else in it."""
    match condition.node:
        case ast.Call(func=ast.Attribute(attr="Q"), args=[], keywords=keywords):
            return {each.arg: _pick(each.value, condition) for each in keywords if each.arg}
    return {}


def _pick(node: ast.expr, condition: Code) -> Code:
    """Take a part out of a condition, with the names that it refers to."""
    names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return Code(node, condition.names & names)
