"""Computations in emitted Python: the operands of one, and the operators between them."""

import ast
from typing import NamedTuple

_SUMS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-"}
_PRODUCTS: dict[type[ast.operator], str] = {ast.Mult: "*", ast.Div: "/"}


class Operand(NamedTuple):
    """An operand: the operator before it, and whether it stands in brackets."""

    operator: str
    node: ast.expr
    is_bracketed: bool


def split_computation(node: ast.expr) -> list[Operand]:
    """Split a sum or a product into its operands; an empty list if it is neither.

    >>> [each.operator for each in split_computation(ast.parse("a - b + c * d", "", "eval").body)]
    ['', '-', '+']
    """
    for operators in (_SUMS, _PRODUCTS):
        match node:
            case ast.BinOp(op=op) if type(op) in operators:
                return _split(node, operators)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return [Operand("-", operand, isinstance(operand, ast.BinOp))]
    return []


def _split(node: ast.expr, operators: dict[type[ast.operator], str]) -> list[Operand]:
    match node:
        case ast.BinOp(left=left, op=op, right=right) if type(op) in operators:
            return [*_split(left, operators), _make(operators[type(op)], right, operators)]
    return [_make("", node, operators)]


def _make(operator: str, node: ast.expr, operators: dict[type[ast.operator], str]) -> Operand:
    """Make an operand; a sum in a product stands in brackets, and what is subtracted as a whole."""
    match node:
        case ast.BinOp(op=op):
            return Operand(operator, node, operators is _PRODUCTS or type(op) in _SUMS)
    return Operand(operator, node, isinstance(node, ast.IfExp | ast.Compare | ast.BoolOp))
