"""Expressions as values that a query computes."""

from collections.abc import Sequence
from dataclasses import replace

from transformer.backends.django.code import Code, make_literal, parse_cell, refer_to
from transformer.backends.django.expressions.compiler_rows import (
    ValueRow,
    find_aggregate_row,
    read_expression_table,
)
from transformer.backends.django.expressions.constants import make_constant
from transformer.backends.django.expressions.holes import flatten, name_operands
from transformer.backends.django.expressions.junctions import filter_rows
from transformer.backends.django.expressions.magnitudes import (
    TOO_GREAT,
    count_greatest,
    count_greatest_of_rows,
)
from transformer.backends.django.expressions.member_names import (
    expand_path,
    follow,
    follow_lookup,
)
from transformer.backends.django.expressions.operands import (
    Operand,
    QueryScope,
    read_field,
)
from transformer.backends.django.expressions.places import (
    MOST_PLACES,
    count_least,
    count_places,
    has_too_many,
    is_never_zero,
)
from transformer.backends.django.expressions.presence import is_known, is_missing_without_record
from transformer.backends.django.expressions.widening import widen, widen_taken
from transformer.model.entities import Computed
from transformer.model.entity_fields import Field
from transformer.model.expressions import (
    Aggregation,
    Call,
    CurrentPerson,
    Expression,
    HasRole,
    Operation,
    Path,
    ValueList,
    ValueType,
)

_CHOICE = """
models.Case(
    models.When($condition, then=models.Value(True)), default=models.Value(False)
)"""


def make_choice(condition: Code) -> Code:
    """Make the value that is true where a condition is, and false elsewhere."""
    return parse_cell(_CHOICE, {"condition": condition})


def compile_value(expression: Expression, scope: QueryScope) -> Operand:
    """Make the operand for a value.

    Raises LookupError where a path leads over what Django's models don't have.
    """
    match expression:
        case CurrentPerson() | HasRole():
            return scope.read_known(expression, scope)
        case Operation() | Call() if is_known(expression):
            return scope.read_known(expression, scope)
        case Path(path=path, type=kind):
            return read_saved(expression, scope) or _follow(path, kind, scope)
        case Operation(operator=operator, operands=operands, type=kind) if kind != "bool":
            return _compute(operator, operands, kind, scope)
        case Call(function=function, arguments=arguments, type=kind):
            return _compute(function, arguments, kind, scope)
        case Aggregation():
            return _aggregate(expression, scope)
        case Operation():
            return make_truth(expression, scope)
        case ValueList():
            raise TypeError("a list is no value")
        case _:
            return make_constant(expression)


def make_truth(expression: Expression, scope: QueryScope) -> Operand:
    """Make the operand for a condition, which is true or false and never missing."""
    code = make_choice(scope.compile_condition(expression, scope))
    return Operand(code, "bool", is_tolerant=True)


def read_saved(path: Path, scope: QueryScope) -> Operand | None:
    """Read what a path finds at the row that is about to be saved, if it leads there."""
    if scope.saved is None or scope.prefix:
        return None
    first, *rest = expand_path(path.path, scope.entity)
    if not rest or scope.entity.member(first) is not scope.saved.way:
        return None
    return scope.saved.read(replace(path, path=tuple(rest)))


def _follow(path: Sequence[str], kind: ValueType, scope: QueryScope) -> Operand:
    """Make the operand for what stands at the end of a path."""
    rest, scope = follow(path, scope)
    member = scope.entity.member(rest[0])
    if isinstance(member, Computed):
        return _read_computed(member, scope)
    if isinstance(member, Field) and len(rest) == 1:
        return read_field(member, scope, kind)
    found = "__".join([f"{scope.prefix}{scope.name(member)}", *rest[1:]])
    code = refer_to("models.F").call(make_literal(found))
    return Operand(code, kind, found, is_nullable=True, is_blank=kind == "text")


def _read_computed(computed: Computed, scope: QueryScope) -> Operand:
    """Make the operand for a computed value, which is missing where its row is."""
    if called := scope.call_method(computed):
        return called
    value = compile_value(computed.expression, scope)
    if value.type == "bool" and value.is_nullable:
        value = make_truth(computed.expression, scope)
    if not scope.is_optional or is_missing_without_record(computed.expression):
        return value
    case = refer_to("models.When").call(scope.ask_there(), then=value.code)
    code = refer_to("models.Case").call(case)
    return replace(value, code=code, path="", plain=None, is_nullable=True, is_tolerant=True)


def _compute(
    word: str, expressions: Sequence[Expression], kind: ValueType, scope: QueryScope
) -> Operand:
    """Make the operand for what an operator or a function gives."""
    operands = [compile_value(each, scope) for each in expressions]
    row = read_expression_table()["values"][word][" ".join(each.type for each in operands)]
    places = count_places(row, [each.places for each in operands], expressions[-1])
    greatest = count_greatest(row, [each.greatest for each in operands], operands[-1].places)
    operands = operands if "rounds" in row else widen(operands, greatest)
    code = flatten(parse_cell(row["query"], name_operands(operands, places)))
    missing = [each.may_be_missing for each in operands]
    result = Operand(
        code,
        kind,
        is_nullable=kind != "text" and (any(missing) or _may_be_nothing(row, operands)),
        is_blank=kind == "text" and all(missing),
        is_tolerant=kind == "text" or any(each.is_tolerant for each in operands),
        places=places,
        least_places=count_least(row, [each.least_places for each in operands], expressions[-1]),
        greatest=greatest,
        is_integer="rounds" not in row and all(each.is_integer for each in operands),
        is_noisy=places > 0 and row.get("places") in ("most", "sum"),
        is_rounded=row.get("places") == "told",
    )
    return _limit(result, row)


def _aggregate(expression: Aggregation, scope: QueryScope) -> Operand:
    """Make the operand for a value of many rows, which a query of its own finds."""
    target = scope.entity.model.entity(expression.entity)
    inner = scope.restart(target)
    condition = scope.compile_condition(expression.where, inner) if expression.where else None
    everything = refer_to(f"{scope.names.name_model(target)}.objects")
    rows = filter_rows(everything, condition, _relate(expression.relation or (), scope))
    taken = compile_value(expression.value, inner) if expression.value else None
    row = find_aggregate_row(expression.aggregate, taken.type if taken else "record")
    greatest = count_greatest_of_rows(row, taken.greatest if taken else 0)
    taken = widen_taken(taken, greatest)
    code = parse_cell(row["query"], {"rows": rows, "taken": taken.code if taken else None})
    places = count_places(row, [taken.places] if taken else [], None)
    result = Operand(
        code,
        expression.type,
        is_nullable="missing" in row,
        places=places,
        is_integer=taken is None or ("rounds" not in row and taken.is_integer),
        least_places=count_least(row, [taken.least_places] if taken else [], None),
        greatest=greatest,
        is_tolerant=True,
        is_noisy=places > 0 and row.get("places") == "most",
    )
    return _limit(result, row)


def _relate(relation: Sequence[str], scope: QueryScope) -> dict[str, Code]:
    """Make the condition on the rows that refer to the one that an expression is about."""
    if not relation:
        return {}
    lookup, scope = follow_lookup(relation, scope, scope.names)
    outer = refer_to("models.OuterRef").call(make_literal(f"{scope.prefix}pk"))
    return {lookup: outer}


def _limit(number: Operand, row: ValueRow) -> Operand:
    """Round a number that has too many places, or may have too many digits."""
    if not has_too_many(row, number.places, number.greatest):
        return number
    places, greatest = min(number.places, MOST_PLACES), min(number.greatest, TOO_GREAT)
    is_nullable = number.is_nullable or number.greatest >= TOO_GREAT
    limited = replace(number, places=places, greatest=greatest, is_nullable=is_nullable)
    if "rounds" in row:
        return limited
    code = refer_to("functions.RoundHalfEven").call(number.code, make_literal(places))
    return replace(limited, code=code, is_noisy=False, is_rounded=True, is_integer=False)


def _may_be_nothing(row: ValueRow, operands: Sequence[Operand]) -> bool:
    """Tell whether nothing may come out although no operand is missing."""
    words, divisor = row.get("missing", "").split(), operands[-1].plain
    return "none" in words or ("zero" in words and not (divisor and is_never_zero(divisor)))
