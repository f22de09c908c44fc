"""Python expressions laid out so that `ruff format` has nothing to change.

An expression stands on one line where it fits. Otherwise each of its items gets a line and a
trailing comma, and a long string is cut into pieces between words.
"""

import ast
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from transformer.backends.django.code import Code
from transformer.backends.django.computations import Operand, split_computation
from transformer.backends.django.literals import measure_width
from transformer.backends.django.long_texts import lay_out_text
from transformer.backends.django.spelling import (
    find_last,
    needs_brackets,
    open_brackets,
    spell_lambda,
    spell_node,
    spell_sign,
    split_call,
    split_chain,
    split_junction,
    split_pair,
)

WIDTH = 88
"""The greatest width of a line, Black's and ruff's own."""

_KEPT = 256


class Assignment(NamedTuple):
    """A line of a class: a name and what it is; with `explode`, an item a line."""

    name: str
    code: Code
    explode: bool = False


def print_assignments(assignments: Iterable[Assignment], indent: int) -> str:
    """Print the lines that give names their values."""
    return "\n".join(
        print_code(each.code, indent, f"{each.name} = ", explode=each.explode)
        for each in assignments
    )


def print_code(
    code: Code, indent: int = 0, prefix: str = "", suffix: str = "", *, explode: bool = False
) -> str:
    """Print the lines of `prefix`, a piece and `suffix`, each indented by `indent` columns.

    With `explode`, each item of the outermost brackets gets a line even where all would fit on one.

    >>> from transformer.backends.django.code import parse_cell
    >>> print_code(parse_cell("f(1, key='x')"), 4, "a = ")
    '    a = f(1, key="x")'
    """
    return _lay_out(code.node, indent, prefix, suffix, explode=explode)


def print_test(code: Code, indent: int = 0) -> str:
    """Print the line of an `if`, or its lines."""
    line = f"{' ' * indent}if {spell_node(code.node)}:"
    if measure_width(line) <= WIDTH:
        return line
    return _break_last(code.node, indent) or _break_test(code.node, indent)


def _break_test(node: ast.expr, indent: int) -> str:
    margin = " " * indent
    return "\n".join([f"{margin}if (", *_list_lines(node, indent + 4, "", ""), f"{margin}):"])


def _break_last(node: ast.expr, indent: int) -> str:
    """Print an `if` of no more than two operands that needs no brackets but those it ends in.

    Return the empty string where there are none, or where what stands before them is too long.
    """
    last = find_last(node)
    is_bracketed = last is not node and needs_brackets(last)
    opened = open_brackets(last)
    tail = f"({spell_node(last)})" if is_bracketed else spell_node(last)
    start = f"if {spell_node(node)}".removesuffix(tail) + ("(" if is_bracketed else "")
    if is_bracketed:
        lines, end = [_lay_out(last, indent + 4, "", "")], ")"
    elif opened and opened[1]:
        start, end = start + opened[0], opened[2]
        line = " " * (indent + 4) + ", ".join(name + spell_node(item) for name, item in opened[1])
        # The items of a list get a line each, the arguments of a call one together.
        fits = isinstance(last, ast.Call) and measure_width(line) <= WIDTH
        lines = [line] if fits else _lay_out_items(opened[1], indent + 4)
    else:
        return ""
    if measure_width(start) + indent > WIDTH:
        return ""
    margin = " " * indent
    return "\n".join([f"{margin}{start}", *lines, f"{margin}{end}:"])


def _lay_out(
    node: ast.expr, indent: int, prefix: str, suffix: str, *, explode: bool = False
) -> str:
    if not (explode and _is_open(node)):
        line = f"{' ' * indent}{prefix}{spell_node(node)}{suffix}"
        if measure_width(line) <= WIDTH:
            return line
    return _break_up(node, indent, prefix, suffix)


@lru_cache(_KEPT)
def _break_up(node: ast.expr, indent: int, prefix: str, suffix: str) -> str:
    """Lay out an expression on several lines; what many have in common is laid out once."""
    return "\n".join(_list_lines(node, indent, prefix, suffix))


def _list_lines(node: ast.expr, indent: int, prefix: str, suffix: str) -> Iterator[str]:
    margin = " " * indent
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield from lay_out_text(node.value, indent, prefix, suffix, WIDTH)
    elif junction := split_junction(node):
        yield from _lay_out_operands(*junction, indent, prefix, suffix)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.Invert):
        yield _lay_out_side(node.operand, indent, f"{prefix}{spell_sign(node.op)}", suffix)
    elif operands := split_computation(node):
        yield from _lay_out_computation(operands, indent, prefix, suffix)
    elif pair := split_pair(node):
        yield _lay_out_side(pair[0], indent, prefix, "")
        yield _lay_out_side(pair[2], indent, f"{pair[1]} ", suffix)
    elif isinstance(node, ast.Lambda | ast.NamedExpr | ast.IfExp):
        yield from _lay_out_words(node, indent, prefix, suffix)
    elif chain := split_chain(node):
        yield from _lay_out_chain(chain, indent, prefix, suffix)
    elif call := split_call(node):
        yield from _list_lines(call[0], indent, prefix, f"{call[1]}{suffix}")
    elif (shape := open_brackets(node)) and shape[1]:
        yield from _lay_out_brackets(shape, indent, prefix, suffix)
    else:
        yield f"{margin}{prefix}{spell_node(node)}{suffix}"


def _lay_out_brackets(
    shape: tuple[str, list[tuple[str, ast.expr]], str], indent: int, prefix: str, suffix: str
) -> Iterator[str]:
    opening, items, closing = shape
    yield f"{' ' * indent}{prefix}{opening}"
    yield from _lay_out_items(items, indent + 4)
    yield f"{' ' * indent}{closing}{suffix}"


def _lay_out_items(items: Iterable[tuple[str, ast.expr]], indent: int) -> list[str]:
    return [_lay_out(item, indent, name, ",") for name, item in items]


def _lay_out_operands(
    word: str, operands: list[ast.expr], indent: int, prefix: str, suffix: str
) -> Iterator[str]:
    for number, operand in enumerate(operands):
        start = f"{word} " if number else prefix
        end = suffix if number == len(operands) - 1 else ""
        yield _lay_out_side(operand, indent, start, end)


def _lay_out_computation(
    operands: list[Operand], indent: int, prefix: str, suffix: str
) -> Iterator[str]:
    for number, each in enumerate(operands):
        is_sign = len(operands) == 1
        start = f"{each.operator} " if number else prefix + each.operator * is_sign
        end = suffix if number == len(operands) - 1 else ""
        lay_out = _lay_out_in_brackets if each.is_bracketed else _lay_out
        yield lay_out(each.node, indent, start, end)


def _lay_out_chain(chain: list[ast.expr], indent: int, prefix: str, suffix: str) -> Iterator[str]:
    """Lay out methods, a line each; what is assigned gets brackets around it."""
    is_assigned = prefix.endswith(" = ")
    if is_assigned:
        yield f"{' ' * indent}{prefix}("
    inner = indent + 4 * is_assigned
    for number, each in enumerate(chain):
        start = "" if number or is_assigned else prefix
        end = suffix if number == len(chain) - 1 and not is_assigned else ""
        yield _lay_out(each, inner, start, end)
    if is_assigned:
        yield f"{' ' * indent}){suffix}"


def _lay_out_words(
    node: ast.Lambda | ast.NamedExpr | ast.IfExp, indent: int, prefix: str, suffix: str
) -> Iterator[str]:
    """Lay out what words or signs of its own hold together."""
    match node:
        case ast.Lambda():
            return _lay_out_lambda(node, indent, prefix, suffix)
        case ast.NamedExpr():
            return _lay_out_named(node, indent, prefix, suffix)
    return _lay_out_choice(node, indent, prefix, suffix)


def _lay_out_lambda(node: ast.Lambda, indent: int, prefix: str, suffix: str) -> Iterator[str]:
    """Lay out a function without a name: a body with brackets of its own needs no others."""
    start = f"{prefix}{spell_lambda(node)}"
    if (shape := open_brackets(node.body)) and shape[1]:
        yield from _list_lines(node.body, indent, start, suffix)
        return
    margin = " " * indent
    yield f"{margin}{start}("
    yield _lay_out(node.body, indent + 4, "", "")
    yield f"{margin}){suffix}"


def _lay_out_named(node: ast.NamedExpr, indent: int, prefix: str, suffix: str) -> Iterator[str]:
    yield f"{' ' * indent}{prefix}("
    yield _lay_out(node.value, indent + 4, f"{node.target.id} := ", "")
    yield f"{' ' * indent}){suffix}"


def _lay_out_choice(node: ast.IfExp, indent: int, prefix: str, suffix: str) -> Iterator[str]:
    yield _lay_out(node.body, indent, prefix, "")
    yield _lay_out(node.test, indent, "if ", "")
    yield _lay_out(node.orelse, indent, "else ", suffix)


def _lay_out_side(node: ast.expr, indent: int, prefix: str, suffix: str) -> str:
    lay_out = _lay_out_in_brackets if needs_brackets(node) else _lay_out
    return lay_out(node, indent, prefix, suffix)


def _lay_out_in_brackets(node: ast.expr, indent: int, prefix: str, suffix: str) -> str:
    margin = " " * indent
    line = f"{margin}{prefix}({spell_node(node)}){suffix}"
    if measure_width(line) <= WIDTH:
        return line
    inner = _lay_out(node, indent + 4, "", "")
    return f"{margin}{prefix}(\n{inner}\n{margin}){suffix}"


def _is_open(node: ast.expr) -> bool:
    """Tell whether items may get a line each; the comma of a tuple of one doesn't ask for it."""
    return not (isinstance(node, ast.Tuple) and len(node.elts) == 1)


def spell(code: Code) -> str:
    """Spell a piece on one line."""
    return spell_node(code.node)
