"""Python as values: an expression together with the names whose imports it needs.

A piece is made of nodes, never of text, and printed once, where a file needs it. The cells of
tables are expressions with holes such as `$title`; each is parsed once.

Most entities have much in common, so a piece is the same object wherever the same is asked for, as
far as the last few hundred are remembered; then what is made of pieces is the same as well.
"""

import ast
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

Plain = str | bytes | int | float | bool | None

_KEPT = 256
_MARK = re.compile(r"\$(?:\{(\w+)\}|(\w+))")
_HOLE = re.compile(r"__hole_(\w+?)__")


class Code(NamedTuple):
    """An expression, and the names that it refers to."""

    node: ast.expr
    names: frozenset[str] = frozenset()

    @property
    def is_bare_call(self) -> bool:
        """Whether it calls a name with nothing, such as `now()`."""
        match self.node:
            case ast.Call(func=ast.Name(), args=[], keywords=[]):
                return True
        return False

    @property
    def function(self) -> "Code":
        """What it calls; itself, if it is no call."""
        return Code(self.node.func, self.names) if isinstance(self.node, ast.Call) else self

    def get(self, attribute: str) -> "Code":
        """Make the expression for an attribute of it."""
        return Code(ast.Attribute(self.node, attribute), self.names)

    def negate(self) -> "Code":
        """Make the expression for it with the other sign."""
        return Code(ast.UnaryOp(ast.USub(), self.node), self.names)

    def call(self, *arguments: "Code", **named: "Code | None") -> "Code":
        """Make the expression that calls it; a named argument that is None is left out."""
        return _call(self, arguments, tuple(named.items()))


@lru_cache(_KEPT)
def _call(
    function: Code, arguments: tuple[Code, ...], named: tuple[tuple[str, Code | None], ...]
) -> Code:
    words = {name: value for name, value in named if value is not None}
    keywords = [ast.keyword(name, value.node) for name, value in words.items()]
    node = ast.Call(function.node, [each.node for each in arguments], keywords)
    return Code(node, gather_names([function, *arguments, *words.values()]))


@lru_cache(_KEPT)
def refer_to(dotted: str) -> Code:
    """Make the expression for a name, or an attribute of one such as `models.CharField`."""
    first, *attributes = dotted.split(".")
    node: ast.expr = ast.Name(first)
    for attribute in attributes:
        node = ast.Attribute(node, attribute)
    return Code(node, frozenset([first]))


def make_literal(value: Plain) -> Code:
    """Make the literal of a value."""
    # To a cache 0.0 and -0.0 are one.
    return Code(ast.Constant(value)) if isinstance(value, float) else _make_constant(value)


@lru_cache(_KEPT, typed=True)
def _make_constant(value: Plain) -> Code:
    return Code(ast.Constant(value))


def make_list(items: Iterable[Code]) -> Code:
    """Make a list."""
    return _make_sequence(ast.List, tuple(items))


def make_tuple(items: Iterable[Code]) -> Code:
    """Make a tuple."""
    return _make_sequence(ast.Tuple, tuple(items))


@lru_cache(_KEPT)
def _make_sequence(kind: type[ast.List] | type[ast.Tuple], items: tuple[Code, ...]) -> Code:
    return Code(kind([each.node for each in items]), gather_names(items))


def make_dict(pairs: Iterable[tuple[str, Code]], rest: Code | None = None) -> Code:
    """Make a dictionary with texts as keys; `rest` is one whose items are added to it."""
    return _make_dict(tuple(pairs), rest)


@lru_cache(_KEPT)
def _make_dict(pairs: tuple[tuple[str, Code], ...], rest: Code | None) -> Code:
    keys: list[ast.expr | None] = [ast.Constant(key) for key, _ in pairs]
    values = [value for _, value in pairs]
    if rest is not None:
        keys, values = [*keys, None], [*values, rest]
    return Code(ast.Dict(keys, [each.node for each in values]), gather_names(values))


def make_texts(values: Iterable[str]) -> Code:
    """Make a list of texts."""
    return make_list(map(make_literal, values))


def parse_cell(cell: str, holes: Mapping[str, Code | str | None] | None = None) -> Code:
    """Make the expression of a table's cell.

    A hole `$word` stands for a piece, or, within a text or a longer name, for text. An argument
    or a summand whose hole is None is left out; what is negative is subtracted.

    Raises KeyError for a hole without a meaning, SyntaxError if the cell is no expression, or has a
    hole where none can stand.

    >>> code = parse_cell("Decimal($text) + $more", {"text": make_literal("1"), "more": None})
    >>> ast.unparse(code.node), sorted(code.names)
    ("Decimal('1')", ['Decimal'])
    """
    code, words = compile_cell(cell)
    if not words:
        return code
    return _fill_cell(cell, tuple((word, holes[word]) for word in words if holes and word in holes))


@lru_cache(_KEPT)
def _fill_cell(cell: str, holes: tuple[tuple[str, Code | str | None], ...]) -> Code:
    code, _ = compile_cell(cell)
    filled = _Filling(dict(holes))
    made = filled.fill(code.node)
    if made is None:
        raise KeyError(cell)
    return Code(made, code.names | filled.names)


@cache
def compile_cell(cell: str) -> tuple[Code, tuple[str, ...]]:
    """Make the expression of a cell, its holes left, and list the words of these."""
    text = _MARK.sub(lambda found: f"__hole_{found[1] or found[2]}__", cell)
    node = ast.parse(text.strip(), mode="eval").body
    names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    own = frozenset(each for each in names if not _HOLE.fullmatch(each))
    return Code(node, own), tuple(dict.fromkeys(_HOLE.findall(text)))


class _Filling:
    """The filling of a cell's holes, and the names that come with it."""

    def __init__(self, holes: Mapping[str, Code | str | None]) -> None:
        self._holes = holes
        self.names: frozenset[str] = frozenset()

    def fill(self, node: ast.expr) -> ast.expr | None:
        """Make the node with its holes filled; None where it is a hole for nothing."""
        match node:
            case ast.Name(id=word) if found := _HOLE.fullmatch(word):
                return self._take(found[1])
            case ast.Attribute(value=value, attr=attribute):
                return ast.Attribute(self._need(value), self._fill_text(attribute))
            case ast.Constant(value=str(text)):
                return ast.Constant(self._fill_text(text))
            case ast.Call(func=function, args=arguments, keywords=keywords):
                given, named = self._fill_all(arguments), self._name(keywords)
                return ast.Call(self._need(function), given, named)
            case ast.BinOp(left=left, right=right):
                return self._add(node, self.fill(left), self.fill(right))
            case ast.BoolOp(op=op, values=values):
                return ast.BoolOp(op, self._fill_all(values))
            case ast.UnaryOp(op=op, operand=operand):
                return ast.UnaryOp(op, self._need(operand))
            case ast.List(elts=items) | ast.Tuple(elts=items):
                return type(node)(self._fill_all(items))
            case ast.Dict():
                return self._fill_pairs(node)
        return self._keep(node)

    def _keep(self, node: ast.expr) -> ast.expr:
        """Return a node of a kind that can't have holes, as it is."""
        if not isinstance(node, ast.Name | ast.Constant) and _HOLE.search(ast.dump(node)):
            raise SyntaxError(f"a hole can't stand in `{ast.unparse(node)}`")
        return node

    def _fill_pairs(self, node: ast.Dict) -> ast.Dict:
        """Fill a dictionary; a key whose value is a hole for nothing is left out."""
        pairs = [(key, self.fill(value)) for key, value in zip(node.keys, node.values, strict=True)]
        kept = [(key, value) for key, value in pairs if value is not None]
        return ast.Dict([key for key, _ in kept], [value for _, value in kept])

    def _take(self, word: str) -> ast.expr | None:
        piece = self._holes[word]
        if piece is None:
            return None
        if isinstance(piece, str):
            raise KeyError(word)
        self.names |= piece.names
        return piece.node

    def _need(self, node: ast.expr) -> ast.expr:
        if filled := self.fill(node):
            return filled
        raise KeyError(ast.unparse(node))

    def _fill_all(self, nodes: list[ast.expr]) -> list[ast.expr]:
        return [made for made in map(self.fill, nodes) if made is not None]

    def _name(self, keywords: list[ast.keyword]) -> list[ast.keyword]:
        made = ((each.arg, self.fill(each.value)) for each in keywords)
        return [ast.keyword(word, value) for word, value in made if value is not None]

    def _fill_text(self, text: str) -> str:
        return _HOLE.sub(lambda found: self._say(found[1]), text)

    def _say(self, word: str) -> str:
        piece = self._holes[word]
        if isinstance(piece, Code) and isinstance(piece.node, ast.Constant):
            return str(piece.node.value)
        if not isinstance(piece, str):
            raise KeyError(word)
        return piece

    def _add(
        self, node: ast.BinOp, left: ast.expr | None, right: ast.expr | None
    ) -> ast.expr | None:
        if left is None or right is None:
            return left or right
        match node.op, right:
            case ast.Add(), ast.UnaryOp(op=ast.USub(), operand=operand):
                return ast.BinOp(left, ast.Sub(), operand)
        return ast.BinOp(left, node.op, right)


def gather_names(codes: Iterable[Code]) -> frozenset[str]:
    """Gather the names that pieces refer to, as the same object where they are the same."""
    return _unite(*{code.names for code in codes})


_unite = lru_cache(_KEPT)(frozenset[str]().union)
