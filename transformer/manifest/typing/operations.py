"""Inference of operations: signatures, and bare names or texts beside an enum or a date."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from transformer.diagnostics.problems import find_closest
from transformer.dsl.recovery.hints import find_word
from transformer.dsl.tables.expression_rows import OperatorRow, read_expressions
from transformer.manifest.completion.default_values import parse_uuid
from transformer.manifest.records.expression_records import OperatorWord
from transformer.manifest.typing.nodes import (
    ChoiceValue,
    Constant,
    Node,
    Operation,
    Path,
    ValueList,
)
from transformer.manifest.typing.record_keys import compare_keys
from transformer.manifest.typing.scope import Scope, match_signature
from transformer.manifest.typing.value_types import Typed, ValueType, describe_type

_PARSERS: Mapping[str, Callable[[str], datetime.date | datetime.time | bool]] = {
    "date": datetime.date.fromisoformat,
    "datetime": datetime.datetime.fromisoformat,
    "time": datetime.time.fromisoformat,
    "uuid": parse_uuid,
}
_NULL_TESTS: Mapping[OperatorWord, OperatorWord] = {"=": "is null", "!=": "is not null"}


def infer_operation(node: Operation, path: str, scope: Scope) -> Typed | None:
    """Infer an operation, or report that the operands don't fit."""
    row = read_expressions()["operators"][node.operator]
    if not _has_operands(node, row):
        words = {
            "path": path.replace("/", "."),
            "reason": f"`{node.operator}` takes other operands",
        }
        scope.report("manifest-fault", path, **words)
        return None
    match node.operands:
        case (left, ValueList(items)):
            return _infer_membership(node, left, items, path, scope)
        case (left, right) if "compares" in row:
            return _infer_comparison(node, left, right, path, scope)
        case _:
            return _infer_combination(node, row, path, scope)


def _has_operands(node: Operation, row: OperatorRow) -> bool:
    """Tell whether an operator has its number of operands, and a list if it takes one."""
    wanted = 1 if "place" in row else 2
    count = len(node.operands)
    is_many = count == wanted or (row.get("joins") == "yes" and count > wanted)
    takes_list = row.get("right") == "list"
    return is_many and all(isinstance(n, ValueList) == takes_list for n in node.operands[1:])


def _place(path: str, number: int) -> str:
    return f"{path}/operands/{number}"


def _infer_combination(node: Operation, row: OperatorRow, path: str, scope: Scope) -> Typed | None:
    """Infer an operation by its signatures, without a context for its operands."""
    found = [scope.infer(each, _place(path, n), scope) for n, each in enumerate(node.operands)]
    is_chain = row.get("joins") == "yes"
    if is_chain:
        _check_conditions(found, path, scope)
    operands = [each for each in found if each]
    if len(operands) < len(found):
        return None
    value_type: ValueType | None = ValueType("bool")
    if "signatures" in row and not is_chain:
        types = [operand.type for operand in operands]
        value_type = match_signature(row["signatures"], types, node.operator, path, scope)
    nodes = tuple(operand.node for operand in operands)
    return value_type and Typed(replace(node, operands=nodes, type=value_type.name), value_type)


def _check_conditions(operands: Sequence[Typed | None], path: str, scope: Scope) -> None:
    """Report each operand of a chain that isn't true or false."""
    for number, operand in enumerate(operands):
        if operand and operand.type.name != "bool":
            given = describe_type(operand.type.name)
            scope.report("not-a-condition", _place(path, number), type=given)


def _infer_comparison(
    node: Operation, left: Node, right: Node, path: str, scope: Scope
) -> Typed | None:
    places = _place(path, 0), _place(path, 1)
    if _takes_type_from_right(left, right, scope):
        second = scope.infer(right, places[1], scope)
        first = second and _infer_against(left, second.type, places[0], scope)
    else:
        first = scope.infer(left, places[0], scope)
        second = first and _infer_against(right, first.type, places[1], scope)
    if first is None or second is None:
        return None
    if "null" in (first.type.name, second.type.name) and node.operator in _NULL_TESTS:
        kept = second if first.type.name == "null" else first
        return Typed(Operation(_NULL_TESTS[node.operator], (kept.node,), "bool"), ValueType("bool"))
    first, second = compare_keys(first, second, scope)
    value_type = _compare(node.operator, first.type, second.type, path, scope)
    return value_type and Typed(
        Operation(node.operator, (first.node, second.node), value_type.name), value_type
    )


def _infer_membership(
    node: Operation, left: Node, items: Sequence[Node], path: str, scope: Scope
) -> Typed | None:
    first = scope.infer(left, _place(path, 0), scope)
    if first is None:
        return None
    values: list[Node] = []
    for number, item in enumerate(items):
        place = f"{_place(path, 1)}/list/{number}"
        value = _infer_against(item, first.type, place, scope)
        if value and value.type.name != "null":
            _compare(node.operator, first.type, value.type, place, scope)
        values.append(value.node if value else item)
    operands = (first.node, ValueList(tuple(values)))
    return Typed(Operation(node.operator, operands, "bool"), ValueType("bool"))


def _takes_type_from_right(left: Node, right: Node, scope: Scope) -> bool:
    """Tell whether the type of the left operand is inferred from the right one.

    So it is for an untyped literal, or a name that may be a value of an enum.
    """
    match left:
        case Constant(str(), None | "text"):
            return True
        case _:
            return _may_be_choice(left, scope) and not _may_be_choice(right, scope)


def _may_be_choice(node: Node, scope: Scope) -> bool:
    """Tell whether the node is a name that is no field, and so may be a value of an enum."""
    match node:
        case Path((name,)):
            return not (scope.owner and name in scope.owner.members)
        case _:
            return False


def _infer_against(node: Node, other: ValueType, path: str, scope: Scope) -> Typed | None:
    """Infer an operand against the type of the other one."""
    word = _find_word(node)
    if other.name == "choice" and word is not None:
        return _infer_choice(node, word, other, path, scope)
    match node:
        case Constant(str(text)) if other.name in _PARSERS and _parses_as(other.name, text):
            return Typed(Constant(text, other.name), ValueType(other.name))
        case _:
            return scope.infer(node, path, scope)


def _find_word(node: Node) -> str | None:
    """Find the name or text that a node consists of; None if it is anything else."""
    match node:
        case Path((word,)) | ChoiceValue(word) | Constant(str(word)):
            return word
        case _:
            return None


def _infer_choice(node: Node, word: str, other: ValueType, path: str, scope: Scope) -> Typed | None:
    if word in other.values:
        return Typed(ChoiceValue(word, "choice"), ValueType("choice", other.values))
    if isinstance(node, Path) and (not _may_be_choice(node, scope) or word == "null"):
        return scope.infer(node, path, scope)
    near = find_closest(word, other.values)
    words = {"word": word, "name": other.title, "known": ", ".join(other.values)}
    scope.report("unknown-choice", path, **words, **({"closest": near} if near else {}))
    return None


def _parses_as(name: str, text: str) -> bool:
    try:
        _PARSERS[name](text)
    except ValueError:
        return False
    return True


def _compare(
    word: str, one: ValueType, other: ValueType, path: str, scope: Scope
) -> ValueType | None:
    which = read_expressions()["operators"][word]["compares"]
    differ = one.name == other.name and _are_incomparable(one, other, scope)
    if f"{one.name} {other.name}" in _list_pairs(which) and not differ:
        return ValueType("bool")
    left, right = (_describe(value_type, differ) for value_type in (one, other))
    advice = find_word("mixed-types", f"{one.name} {other.name}")
    words = {"operator": word, "left": left, "right": right}
    scope.report("mixed-types", path, **words, **({"advice": advice} if advice else {}))
    return None


def _are_incomparable(one: ValueType, other: ValueType, scope: Scope) -> bool:
    """Tell whether two types of one name can't be compared.

    So it is for records of two entities, or enums that have no value in common.
    """
    if one.name == "choice":
        return set(one.values).isdisjoint(other.values)
    known = {*scope.entities, "User"}
    return (
        one.name == "record" and one.entity != other.entity and {one.entity, other.entity} <= known
    )


def _describe(value_type: ValueType, in_detail: bool) -> str:
    if not in_detail:
        return describe_type(value_type.name)
    if value_type.values:
        return f"one of {', '.join(value_type.values)}"
    return f"a {value_type.entity}"


@cache
def _list_pairs(which: str) -> frozenset[str]:
    pairs = read_expressions()["pairs"]
    return frozenset([*pairs["ordered"], *(pairs["any"] if which == "any" else ())])
