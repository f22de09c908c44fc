"""Expressions as text of the language, for people to read."""

import json
import re
from collections.abc import Iterable
from decimal import Decimal

from transformer.dsl.tables.expression_rows import OperatorRow, read_expressions
from transformer.dsl.tables.grammar_rows import read_grammar
from transformer.model.expressions import (
    Aggregation,
    Call,
    ChoiceValue,
    Constant,
    CurrentMoment,
    CurrentPerson,
    Duration,
    Expression,
    HasRole,
    Operation,
    Path,
    ValueList,
)

_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_WORDS = {True: "true", False: "false", None: "null"}
_LOOSEST = 0
_Names = tuple[str, ...]


def write_expression(expression: Expression) -> str:
    """Write an expression as somebody could have written it.

    >>> write_expression(Operation("not", (HasRole("chief", type="bool"),), type="bool"))
    'not role(chief)'
    """
    return _write(expression, _LOOSEST, ())


def _write(expression: Expression, least: int, prefix: _Names) -> str:
    """Write what is in brackets if it binds less tightly than the level `least`.

    The names of a prefix stand before each path: those of the records of an aggregate.
    """
    match expression:
        case Operation():
            return _write_operation(expression, least, prefix)
        case ValueList(list=parts):
            return f"[{_write_all(parts, prefix)}]"
        case Call(function=word, arguments=parts):
            return f"{word}({_write_all(parts, prefix)})"
        case Aggregation():
            return _write_aggregation(expression, prefix)
        case Path(path=path):
            return ".".join((*prefix, *path))
        case _:
            return _write_plain(expression)


def _write_all(parts: Iterable[Expression], prefix: _Names) -> str:
    return ", ".join(_write(each, _LOOSEST, prefix) for each in parts)


def _write_plain(expression: Expression) -> str:
    match expression:
        case Constant(value=str(text)):
            return json.dumps(text, ensure_ascii=False)
        case Constant(value=bool() | None as value):
            return _WORDS[value]
        case Constant(value=int() | float() as number):
            return f"{Decimal(str(number)):f}"  # a number has no exponent
        case ChoiceValue(choice=word):
            return word if _NAME.fullmatch(word) else json.dumps(word, ensure_ascii=False)
        case CurrentMoment(moment=word):
            return word
        case Duration(duration=seconds):
            return _write_duration(seconds)
        case CurrentPerson(person=path):
            return ".".join(("current_user", *path))
        case HasRole(role=role):
            return f"role({role})"
    raise TypeError(f"{expression!r} has no text")


def _write_duration(seconds: int) -> str:
    """Write a duration in the largest unit that fits, by the shortest of its names."""
    units = {unit: int(size) for unit, size in read_grammar()["durations"].items()}
    fitting = [unit for unit, size in units.items() if seconds % size == 0]
    largest = max(fitting, key=lambda unit: (units[unit], -len(unit)))
    return f"{seconds // units[largest]}{largest}"


def _write_operation(operation: Operation, least: int, prefix: _Names) -> str:
    roles = [each.role for each in operation.operands if isinstance(each, HasRole)]
    if operation.operator == "or" and len(roles) == len(operation.operands):
        return f"role({', '.join(roles)})"
    row = read_expressions()["operators"][operation.operator]
    level = int(row["level"])
    text = _write_operands(operation.operands, row, level, prefix)
    return f"({text})" if level < least else text


def _write_operands(
    operands: tuple[Expression, ...], row: OperatorRow, level: int, prefix: _Names
) -> str:
    word = row["spelled"][0]
    if row.get("place") == "before":
        gap = " " * word.isalpha()
        return f"{word}{gap}{_write(operands[0], level, prefix)}"
    # Of operators that bind alike, the first one counts first.
    first, *others = (_write(each, level + (n > 0), prefix) for n, each in enumerate(operands))
    if row.get("place") == "after":
        return f"{first} {word}"
    return f" {word} ".join([first, *others])


def _write_aggregation(expression: Aggregation, prefix: _Names) -> str:
    relation = (*prefix, *(expression.relation or (expression.entity,)))
    if expression.value is None:
        taken = ".".join(relation)
    else:
        taken = _write(expression.value, _LOOSEST, relation)
    where = expression.where and f" where {_write(expression.where, _LOOSEST, ())}"
    return f"{expression.aggregate}({taken}{where or ''})"
