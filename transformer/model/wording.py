"""Conditions in words, for people who use an app: as the language writes them, with titles."""

from collections.abc import Mapping
from functools import partial

from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import (
    Aggregation,
    Call,
    ChoiceValue,
    Constant,
    CurrentMoment,
    Duration,
    Expression,
    Operation,
    Path,
    Scalar,
    ValueList,
)

_LEVELS: Mapping[str, int] = {
    "or": 1, "and": 2, "not": 3,
    **dict.fromkeys(["=", "!=", "<", "<=", ">", ">=", "in", "not in", "contains"], 4),
    **dict.fromkeys(["is null", "is not null"], 4),
    "+": 5, "-": 5, "*": 6, "/": 6, "negative": 7,
}  # fmt: skip
_UNITS = (("d", 86_400), ("h", 3_600), ("min", 60))


def describe_condition(condition: Expression, entity: Entity) -> str:
    """Describe a condition about a record of an entity; it asks nothing about people."""
    match condition:
        case Operation(operator="is null", operands=(operand,)):
            return f"no {describe_condition(operand, entity)}"
        case Operation(operator="is not null", operands=(operand,)):
            return describe_condition(operand, entity)
        case Operation(
            operator=">",
            operands=(Aggregation(aggregate="count", where=None) as rows, Constant(value=0)),
        ):
            return _name_rows(rows, entity)
        case Operation():
            return _describe_operation(condition, entity)
        case Path(path=path):
            return f"“{' › '.join(each.title for each in entity.follow(path))}”"
        case Call(function=function, arguments=arguments):
            return (
                f"{function}({', '.join(describe_condition(each, entity) for each in arguments)})"
            )
        case Aggregation():
            return _describe_aggregation(condition, entity)
    return _describe_value(condition)


def _describe_operation(operation: Operation, entity: Entity) -> str:
    level, titles = _LEVELS[operation.operator], _find_titles(operation, entity)
    parts = [_describe_operand(each, entity, level, titles) for each in operation.operands]
    match operation.operator, parts:
        case "negative", [part]:
            return f"-{part}"
        case "not", [part]:
            return f"not {part}"
        case word, _:
            return f" {word} ".join(parts)


def _describe_operand(
    operand: Expression, entity: Entity, level: int, titles: Mapping[str, str]
) -> str:
    """Describe an operand, in brackets if it binds less tightly than what it stands in."""
    match operand:
        case ChoiceValue(choice=choice):
            return f"“{titles.get(choice, choice)}”"
        case ValueList(list=items):
            describe = partial(_describe_operand, entity=entity, level=0, titles=titles)
            return f"[{', '.join(map(describe, items))}]"
        case Operation(operator=word) if _LEVELS[word] <= level:
            return f"({describe_condition(operand, entity)})"
    return describe_condition(operand, entity)


def _find_titles(operation: Operation, entity: Entity) -> dict[str, str]:
    """Find the titles of the values that an operation compares with."""
    paths = [each.path for each in operation.operands if isinstance(each, Path)]
    fields = (entity.follow(path)[-1] for path in paths)
    found = (each.values or () for each in fields if isinstance(each, Field))
    return {choice.value: choice.title for choices in found for choice in choices}


def _describe_aggregation(aggregation: Aggregation, entity: Entity) -> str:
    rows = entity.model.entity(aggregation.entity)
    taken = _name_rows(aggregation, entity)
    if aggregation.value is not None:
        taken = f"{taken} › {describe_condition(aggregation.value, rows)}"
    if aggregation.where is not None:
        taken = f"{taken} where {describe_condition(aggregation.where, rows)}"
    return f"{aggregation.aggregate}({taken})"


def _name_rows(aggregation: Aggregation, entity: Entity) -> str:
    return f"“{entity.model.entity(aggregation.entity).plural}”"


def _describe_value(expression: Expression) -> str:
    match expression:
        case Constant(value=value):
            return _spell(value)
        case CurrentMoment(moment=moment):
            return moment
        case Duration(duration=seconds):
            fits = ((seconds // size, unit) for unit, size in _UNITS if seconds % size == 0)
            number, unit = next(fits, (seconds, "s"))
            return f"{number}{unit}"
    return "…"


def _spell(value: Scalar | None) -> str:
    match value:
        case None:
            return "–"
        case bool():
            return str(value).lower()
        case str():
            return f"“{value}”"
    return str(value)
