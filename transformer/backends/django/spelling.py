"""Python expressions on one line, as `ruff format` would leave them."""

import ast
import re
from copy import copy
from functools import lru_cache

from transformer.backends.django.literals import spell_string

_OPERATORS: dict[type[ast.AST], str] = {
    ast.Or: "or",
    ast.And: "and",
    ast.BitOr: "|",
    ast.BitAnd: "&",
}
_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}

_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}

_KEPT = 256
_NAME = re.compile("\0(\\d+)\0")


def split_junction(node: ast.expr) -> tuple[str, list[ast.expr]] | None:
    """Split a junction: the word between its operands, and these."""
    match node:
        case ast.BoolOp(op=op, values=values):
            return _OPERATORS[type(op)], values
        case ast.BinOp(left=left, op=ast.BitOr() | ast.BitAnd() as op, right=right):
            word, inner = _OPERATORS[type(op)], split_junction(left)
            return word, [*(inner[1] if inner and inner[0] == word else [left]), right]
    return None


def needs_brackets(node: ast.expr) -> bool:
    """Tell whether an operand of a junction stands in brackets."""
    return split_junction(node) is not None or isinstance(node, ast.IfExp)


def find_last(node: ast.expr) -> ast.expr:
    """Find what an expression with a single operator at each level ends in; else itself."""
    match node:
        case ast.BoolOp(values=[_, last]):
            return last if needs_brackets(last) else find_last(last)
        case ast.Compare(comparators=[last]):
            return last if needs_brackets(last) else find_last(last)
        case ast.UnaryOp(op=ast.Not(), operand=last):
            return last if needs_brackets(last) else find_last(last)
    return node


def split_call(node: ast.expr) -> tuple[ast.Call, str] | None:
    """Split a method that is called without anything off what another call gives."""
    match node:
        case ast.Call(
            func=ast.Attribute(value=ast.Call() as inner, attr=name), args=[], keywords=[]
        ):
            return inner, f".{name}()"
    return None


def split_chain(node: ast.expr) -> list[ast.expr]:
    """Split two or more methods off the call that they begin at; an empty list if there are fewer.

    >>> [spell_node(each) for each in split_chain(ast.parse("A.all().b(1).c()", "", "eval").body)]
    ['A.all()', '.b(1)', '.c()']
    """
    methods: list[ast.expr] = []
    while isinstance(node, ast.Call):
        match node.func:
            case ast.Attribute(value=ast.Call() as rows, attr=name):
                methods.insert(0, ast.Call(ast.Name(f".{name}"), node.args, node.keywords))
                node = rows
            case _:
                break
    return [node, *methods] if len(methods) > 1 else []


def split_pair(node: ast.expr) -> tuple[ast.expr, str, ast.expr] | None:
    """Split a comparison or a computation: the sides, and the operator between them.

    A side that Python wouldn't take for one without brackets stays where it is.
    """
    match node:
        case ast.Compare(left=left, ops=[word], comparators=[right]):
            sides, spelled = (left, right), _COMPARISONS[type(word)]
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as sign, right=right):
            is_loose = isinstance(right, ast.BinOp)
            sides, spelled = (left, right), "" if is_loose else _SIGNS[type(sign)]
        case ast.BinOp(left=left, op=ast.Mult() | ast.Div() as sign, right=right):
            is_loose = isinstance(left, ast.BinOp) or isinstance(right, ast.BinOp)
            sides, spelled = (left, right), "" if is_loose else _SIGNS[type(sign)]
        case _:
            return None
    if not spelled or any(isinstance(each, ast.Compare | ast.UnaryOp) for each in sides):
        return None
    return sides[0], spelled, sides[1]


def open_brackets(node: ast.expr) -> tuple[str, list[tuple[str, ast.expr]], str] | None:
    """Open a bracketed expression: its start, its items with their prefixes, and its end."""
    match node:
        case ast.Call():
            named = [(f"{word.arg}=" if word.arg else "**", word.value) for word in node.keywords]
            items = [("", item) for item in node.args] + named
            return f"{spell_node(node.func)}(", items, ")"
        case ast.List() | ast.Tuple():
            opening, closing = "[]" if isinstance(node, ast.List) else "()"
            return opening, [("", item) for item in node.elts], closing
        case ast.Dict():
            keys = (f"{spell_node(key)}: " if key else "**" for key in node.keys)
            return "{", list(zip(keys, node.values, strict=True)), "}"
    return None


@lru_cache(_KEPT)
def spell_node(node: ast.expr) -> str:
    """Spell an expression on one line."""
    match node:
        case ast.Constant(value=str(text)):
            return spell_string(text)
        case ast.Call():
            return f"{spell_node(node.func)}({', '.join(_spell_arguments(node))})"
        case ast.Name():
            return node.id
        case ast.Attribute(value=ast.Name() | ast.Attribute() | ast.Call()):
            return f"{spell_node(node.value)}.{node.attr}"
        case ast.Constant(value=int(number)):
            return repr(number)
        case ast.Constant(value=bytes(content)) if content.isascii():
            return f"b{spell_string(content.decode('latin-1'))}"
        case ast.Lambda(body=body):
            return f"{spell_lambda(node)}{spell_node(body)}"
        case ast.UnaryOp(op=ast.Not() | ast.Invert() as op, operand=operand):
            return f"{spell_sign(op)}{_spell_operand(operand)}"
        case ast.NamedExpr(target=target, value=value):
            return f"({target.id} := {spell_node(value)})"
    if junction := split_junction(node):
        return f" {junction[0]} ".join(map(_spell_operand, junction[1]))
    return _spell_brackets(node) or _unparse(node)


def _spell_brackets(node: ast.expr) -> str:
    if (shape := open_brackets(node)) is None:
        return ""
    opening, items, closing = shape
    comma = "," if isinstance(node, ast.Tuple) and len(items) == 1 else ""
    parts = (name + spell_node(item) for name, item in items)
    return opening + ", ".join(parts) + comma + closing


def spell_sign(op: ast.unaryop) -> str:
    """Spell `not` or `~`."""
    return "~" if isinstance(op, ast.Invert) else "not "


def spell_lambda(node: ast.Lambda) -> str:
    """Spell what stands before the body of a function without a name."""
    names = ", ".join(each.arg for each in node.args.args)
    return f"lambda {names}: " if names else "lambda: "


def _spell_operand(node: ast.expr) -> str:
    return f"({spell_node(node)})" if needs_brackets(node) else spell_node(node)


class _Pieces(ast.NodeTransformer):
    """What is spelled here and not by Python, with a name in its place that no other can have."""

    def __init__(self) -> None:
        self.spelled: list[str] = []

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Leave the node itself as it is: it may stand in several places."""
        fresh = copy(node)
        for name, value in ast.iter_fields(node):
            if isinstance(value, list):
                setattr(fresh, name, [*value])
        return super().generic_visit(fresh)

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        """Put a name in the place of a text."""
        return self._keep(node) if isinstance(node.value, str) else node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """Put a name in the place of a call."""
        return self._keep(node)

    def _keep(self, node: ast.expr) -> ast.expr:
        self.spelled.append(spell_node(node))
        return ast.Name(f"\0{len(self.spelled) - 1}\0")


def _unparse(node: ast.expr) -> str:
    """Spell an expression as Python would, but for its texts and calls."""
    pieces = _Pieces()
    text = ast.unparse(pieces.visit(node))
    return _NAME.sub(lambda found: pieces.spelled[int(found[1])], text)


def _spell_arguments(node: ast.Call) -> list[str]:
    texts = list(map(spell_node, node.args))
    for word in node.keywords:
        texts.append(
            f"{word.arg}={spell_node(word.value)}" if word.arg else f"**{spell_node(word.value)}"
        )
    return texts
