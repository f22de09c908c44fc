"""What operands of a query are within what the table makes of them."""

import ast
from collections.abc import Sequence

from transformer.backends.django.code import Code, make_literal, refer_to
from transformer.backends.django.expressions.operands import Operand


def name_operands(operands: Sequence[Operand], places: int) -> dict[str, Code | str | None]:
    """Name what takes the holes of a row; `places` are those of the result."""
    holes: dict[str, Code | str | None] = {"places": make_literal(places)}
    spelled = [_spell(each) for each in operands]
    if all(each.plain for each in operands):
        spelled[0] = operands[0].code  # or Python would compute it, and the query get no expression
    holes |= zip("ab", spelled, strict=False)
    return holes | {"minus_b": _turn_round(operands[-1])}


def _turn_round(duration: Operand) -> Code:
    """Make a duration with the other sign."""
    if duration.plain and not duration.is_nullable:
        return duration.plain.negate()
    return refer_to("functions.ScaleDuration").call(duration.code, make_literal(-1))


def _spell(operand: Operand) -> Code:
    """Make what stands in a computation: the value itself, if Python knows it."""
    if operand.type == "text":
        return operand.code
    return operand.plain if operand.plain and not operand.is_nullable else operand.code


def flatten(code: Code) -> Code:
    """Join texts in one go, where some of them are joined themselves."""
    match code.node:
        case ast.Call(func=ast.Attribute(attr="JoinTexts") as function, args=parts):
            flat = [inner for part in parts for inner in _list_parts(part)]
            return Code(ast.Call(function, flat, []), code.names)
    return code


def _list_parts(node: ast.expr) -> list[ast.expr]:
    match node:
        case ast.Call(func=ast.Attribute(attr="JoinTexts"), args=parts):
            return parts
    return [node]
