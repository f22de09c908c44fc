"""The opposite of a condition in Python, as people would write it."""

import ast
from collections.abc import Iterable, Iterator, Sequence

from transformer.backends.django.code import Code, make_literal
from transformer.backends.django.expressions.python_nodes import join_python, negate_python

_CONTRARIES: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.GtE(),
    ast.LtE: ast.Gt(),
    ast.Gt: ast.LtE(),
    ast.GtE: ast.Lt(),
}


def contradict(condition: Code) -> Code:
    """Make the opposite of a condition; `not` goes as far in as it can."""
    match condition.node:
        case ast.BoolOp(op=word, values=values):
            parts = [contradict(Code(each, condition.names)) for each in values]
            return unite(parts) if isinstance(word, ast.Or) else _join_any(parts)
        case ast.Compare(left=left, ops=[word], comparators=right) if type(word) in _CONTRARIES:
            node = ast.Compare(left, [_CONTRARIES[type(word)]], right)
            return Code(node, condition.names)
    return negate_python(condition)


def unite(conditions: Sequence[Code]) -> Code:
    """Make the condition that all of some hold, each without what those before it rule out.

    `a is not None and (a is None or a > 0)` is `a is not None and a > 0`.
    """
    excluded: set[str] = set()
    kept: list[Code] = []
    for part in _flatten(conditions, ast.And):
        choices = [each for each in _flatten([part], ast.Or) if _dump(each) not in excluded]
        kept.append(_join_any(choices))
        excluded.add(_dump(negate_python(kept[-1])))
    return join_python("and", _flatten(kept, ast.And))


def _join_any(conditions: Sequence[Code]) -> Code:
    return join_python("or", _flatten(conditions, ast.Or)) if conditions else make_literal(False)


def _dump(condition: Code) -> str:
    return ast.dump(condition.node)


def _flatten(conditions: Iterable[Code], word: type[ast.boolop]) -> Iterator[Code]:
    """List conditions, of those that are joined by a word the parts."""
    for each in conditions:
        match each.node:
            case ast.BoolOp(op=op, values=values) if isinstance(op, word):
                yield from _flatten([Code(value, each.names) for value in values], word)
            case _:
                yield each
