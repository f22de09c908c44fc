"""Conditions that don't ask again what is known: guards of guards, and what alternatives share."""

import ast
from collections.abc import Iterable, Iterator, Sequence

from transformer.backends.django.code import Code
from transformer.backends.django.expressions.python_nodes import negate_python

_TRUE, _FALSE = ast.Constant(True), ast.Constant(False)
_NOTHING = frozenset[str]()


def drop_repetitions(condition: Code) -> Code:
    """Ask for nothing in a condition that is known there, and for what alternatives share once.

    >>> from transformer.backends.django.code import parse_cell
    >>> text = "(a is None or a < b) and (a is None or a > (c if a is not None else d))"
    >>> ast.unparse(drop_repetitions(parse_cell(text)).node)
    'a is None or (a < b and a > c)'
    """
    return Code(_drop_known(_factor(condition.node), _NOTHING), condition.names)


def _factor(node: ast.expr) -> ast.expr:
    """Put in front what neighbouring parts of a condition begin with."""
    match node:
        case ast.BoolOp(op=op, values=values):
            return _join(op, _group(op, list(_flatten(op, map(_factor, values)))))
        case ast.UnaryOp(op=ast.Not() as op, operand=operand):
            return ast.UnaryOp(op, _factor(operand))
    return node


def _flatten(op: ast.boolop, nodes: Iterable[ast.expr]) -> Iterator[ast.expr]:
    for node in nodes:
        match node:
            case ast.BoolOp(op=inner, values=values) if type(inner) is type(op):
                yield from values
            case _:
                yield node


def _group(op: ast.boolop, parts: Sequence[ast.expr]) -> Iterator[ast.expr]:
    """Factor each run of parts that begin alike."""
    start = 0
    while start < len(parts):
        run = [_list_operands(parts[start])]
        for each in map(_list_operands, parts[start + 1 :]):
            if min(len(each), len(run[0])) < 2 or _dump(each[0]) != _dump(run[0][0]):
                break
            run.append(each)
        yield parts[start] if len(run) == 1 else _factor_run(op, run)
        start += len(run)


def _list_operands(node: ast.expr) -> list[ast.expr]:
    return node.values if isinstance(node, ast.BoolOp) else [node]


def _factor_run(op: ast.boolop, run: Sequence[list[ast.expr]]) -> ast.expr:
    """Make of `(g or a) and (g or b)` what is the same, `g or (a and b)`."""
    dumps = [[_dump(each) for each in part] for part in run]
    count = next(
        (n for n, column in enumerate(zip(*dumps, strict=False)) if len(set(column)) > 1),
        min(map(len, dumps)),
    )
    other = ast.Or() if isinstance(op, ast.And) else ast.And()
    rests = [part[count:] for part in run]
    if not all(rests):
        return _join(other, run[0][:count])
    inner = _factor(ast.BoolOp(op, [_join(other, rest) for rest in rests]))
    return _join(other, _flatten(other, [*run[0][:count], inner]))


def _join(op: ast.boolop, nodes: Iterable[ast.expr]) -> ast.expr:
    parts = list({_dump(each): each for each in nodes}.values())
    return parts[0] if len(parts) == 1 else ast.BoolOp(op, parts)


def _drop_known(node: ast.expr, known: frozenset[str]) -> ast.expr:
    """Leave out of a condition what is known where it is asked."""
    if _dump(node) in known:
        return _TRUE
    if _negate(node) in known:
        return _FALSE
    match node:
        case ast.BoolOp(op=op, values=values):
            return _drop_known_parts(op, values, known)
        case ast.UnaryOp(op=ast.Not() as op, operand=operand):
            match _drop_known(operand, known):
                case ast.Constant(value=bool(value)):
                    return ast.Constant(not value)
                case part:
                    return ast.UnaryOp(op, part)
    return _drop_known_within(node, known)


def _drop_known_parts(
    op: ast.boolop, values: Sequence[ast.expr], known: frozenset[str]
) -> ast.expr:
    """Leave out what can't matter of what is joined; each is asked only after those before it."""
    neutral = isinstance(op, ast.And)
    kept = list[ast.expr]()
    for each in values:
        part = _drop_known(each, known)
        match part:
            case ast.Constant(value=bool(value)) if value is neutral:
                continue
        kept.append(part)
        if isinstance(part, ast.Constant):
            break
        known |= _list_facts(part, truth=neutral)
    return _join(op, kept) if kept else ast.Constant(neutral)


def _drop_known_within(node: ast.expr, known: frozenset[str]) -> ast.expr:
    """Leave out what is known where a value depends on it; the value itself stays."""
    match node:
        case ast.IfExp(test=test, body=body, orelse=other):
            return _choose(_drop_known(test, known), body, other, known)
        case ast.Compare(left=left, ops=ops, comparators=others):
            return ast.Compare(_drop_known_within(left, known), ops, _drop_in_all(others, known))
        case ast.BinOp(left=left, op=sign, right=right):
            sides = _drop_in_all([left, right], known)
            return ast.BinOp(sides[0], sign, sides[1])
        case ast.Call(func=ast.Attribute() as function, args=arguments, keywords=[]):
            return ast.Call(function, _drop_in_all(arguments, known), [])
    return node


def _drop_in_all(nodes: Iterable[ast.expr], known: frozenset[str]) -> list[ast.expr]:
    return [_drop_known_within(each, known) for each in nodes]


def _choose(test: ast.expr, body: ast.expr, other: ast.expr, known: frozenset[str]) -> ast.expr:
    match test:
        case ast.Constant(value=bool(value)):
            return _drop_known_within(body if value else other, known)
    body = _drop_known_within(body, known | _list_facts(test, truth=True))
    return ast.IfExp(test, body, _drop_known_within(other, known | _list_facts(test, truth=False)))


def _list_facts(node: ast.expr, *, truth: bool) -> frozenset[str]:
    """List what holds where a condition is true, or false."""
    match node:
        case ast.BoolOp(op=op, values=values) if isinstance(op, ast.And if truth else ast.Or):
            return _NOTHING.union(*(_list_facts(each, truth=truth) for each in values))
    return frozenset([_dump(node) if truth else _negate(node)])


def _negate(node: ast.expr) -> str:
    return _dump(negate_python(Code(node)).node)


def _dump(node: ast.expr) -> str:
    return ast.dump(node)
