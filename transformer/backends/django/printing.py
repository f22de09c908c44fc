"""Python expressions laid out so that `ruff format` has nothing to change.

An expression stands on one line where it fits. Otherwise each of its items gets a line and a
trailing comma, and a long string is cut into pieces between words.
"""

import ast
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from transformer.backends.django.code import Code
from transformer.backends.django.literals import measure_width, spell_string

_OPERATORS: dict[type[ast.boolop], str] = {ast.Or: "or", ast.And: "and"}

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


def _lay_out(
    node: ast.expr, indent: int, prefix: str, suffix: str, *, explode: bool = False
) -> str:
    if not (explode and _is_open(node)):
        line = f"{' ' * indent}{prefix}{_spell(node)}{suffix}"
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
        yield from _lay_out_string(node.value, indent, prefix, suffix)
    elif isinstance(node, ast.BoolOp):
        yield from _lay_out_operands(node, indent, prefix, suffix)
    elif (shape := _open(node)) and shape[1]:
        opening, items, closing = shape
        yield f"{margin}{prefix}{opening}"
        for name, item in items:
            yield _lay_out(item, indent + 4, name, ",")
        yield f"{margin}{closing}{suffix}"
    else:
        yield f"{margin}{prefix}{_spell(node)}{suffix}"


def _lay_out_operands(node: ast.BoolOp, indent: int, prefix: str, suffix: str) -> Iterator[str]:
    margin, word = " " * indent, _OPERATORS[type(node.op)]
    first, *others = map(_spell, node.values)
    yield f"{margin}{prefix}{first}"
    yield from (f"{margin}{word} {other}{suffix}" for other in others)


def _is_open(node: ast.expr) -> bool:
    """Tell whether items may get a line each; the comma of a tuple of one doesn't ask for it."""
    return not (isinstance(node, ast.Tuple) and len(node.elts) == 1)


def _lay_out_string(text: str, indent: int, prefix: str, suffix: str) -> Iterator[str]:
    margin = " " * indent
    yield f"{margin}{prefix}("
    for piece in _cut(text, WIDTH - indent - 4):
        yield f"{margin}    {spell_string(piece)}"
    yield f"{margin}){suffix}"


def _cut(text: str, width: int) -> Iterator[str]:
    """Cut a text, after spaces, into pieces whose literals are at most `width` columns wide."""
    rest = text
    while measure_width(spell_string(rest)) > width:
        end = 1
        while end < len(rest) and measure_width(spell_string(rest[: end + 1])) <= width:
            end += 1
        end = rest.rfind(" ", 1, end) + 1 or end
        yield rest[:end]
        rest = rest[end:]
    if rest or not text:
        yield rest


def _open(node: ast.expr) -> tuple[str, list[tuple[str, ast.expr]], str] | None:
    """Open a bracketed expression: its start, its items with their prefixes, and its end."""
    match node:
        case ast.Call():
            named = [(f"{word.arg}=" if word.arg else "**", word.value) for word in node.keywords]
            items = [("", item) for item in node.args] + named
            return f"{_spell(node.func)}(", items, ")"
        case ast.List() | ast.Tuple():
            opening, closing = "[]" if isinstance(node, ast.List) else "()"
            return opening, [("", item) for item in node.elts], closing
        case ast.Dict():
            keys = (f"{_spell(key)}: " if key else "**" for key in node.keys)
            return "{", list(zip(keys, node.values, strict=True)), "}"
    return None


def spell(code: Code) -> str:
    """Spell a piece on one line."""
    return _spell(code.node)


@lru_cache(_KEPT)
def _spell(node: ast.expr) -> str:
    """Spell an expression on one line."""
    match node:
        case ast.Constant(value=str(text)):
            return spell_string(text)
        case ast.Call():
            return f"{_spell(node.func)}({', '.join(_spell_arguments(node))})"
        case ast.Name():
            return node.id
        case ast.Attribute(value=ast.Name() | ast.Attribute() | ast.Call()):
            return f"{_spell(node.value)}.{node.attr}"
        case ast.Constant(value=int(number)):
            return repr(number)
        case ast.Constant(value=bytes(content)) if content.isascii():
            return f"b{spell_string(content.decode('latin-1'))}"
        case ast.List():
            return f"[{', '.join(map(_spell, node.elts))}]"
    shape = _open(node)
    if shape is None:
        return ast.unparse(node)
    opening, items, closing = shape
    comma = "," if isinstance(node, ast.Tuple) and len(items) == 1 else ""
    parts = (name + _spell(item) for name, item in items)
    return opening + ", ".join(parts) + comma + closing


def _spell_arguments(node: ast.Call) -> list[str]:
    texts = list(map(_spell, node.args))
    for word in node.keywords:
        texts.append(f"{word.arg}={_spell(word.value)}" if word.arg else f"**{_spell(word.value)}")
    return texts
