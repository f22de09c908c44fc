"""The parts that conditions of queries are made of."""

import ast
from collections.abc import Sequence
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
