"""Operators: which sorts they take, and what a bare name or text means beside an enum or a date."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from transformer.diagnostics.problems import closest
from transformer.dsl.tables.expressions import OperatorRow, read_expressions
from transformer.manifest.completion.default_values import parse_uuid
from transformer.manifest.records.expressions import OperatorWord
from transformer.manifest.typing.nodes import (
    ChoiceValue,
    Constant,
    Node,
    Operation,
    Path,
    ValueList,
)
from transformer.manifest.typing.scope import Scope, match_signature
from transformer.manifest.typing.types import Kind, Typed, name_sort

_PARSERS: Mapping[str, Callable[[str], datetime.date | datetime.time | bool]] = {
    "date": datetime.date.fromisoformat,
    "datetime": datetime.datetime.fromisoformat,
    "time": datetime.time.fromisoformat,
    "uuid": parse_uuid,
}
_OF_NULL: Mapping[OperatorWord, OperatorWord] = {"=": "is null", "!=": "is not null"}


def infer_operation(node: Operation, path: str, scope: Scope) -> Typed | None:
    """Infer what an operator makes of its operands."""
    row = read_expressions()["operators"][node.operator]
    if not _has_operands(node, row):
        words = {
            "path": path.replace("/", "."),
            "reason": f"`{node.operator}` has other operands",
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
    """Whether there are as many operands as the operator takes, and a list where it takes one."""
    wanted = 1 if "place" in row else 2
    count = len(node.operands)
    is_many = count == wanted or (row.get("joins") == "yes" and count > wanted)
    takes_list = row.get("right") == "list"
    return is_many and all(isinstance(n, ValueList) == takes_list for n in node.operands[1:])


def _place(path: str, number: int) -> str:
    return f"{path}/operands/{number}"


def _infer_combination(node: Operation, row: OperatorRow, path: str, scope: Scope) -> Typed | None:
    """Infer what comes of operands that don't depend on one another."""
    found = [scope.infer(each, _place(path, n), scope) for n, each in enumerate(node.operands)]
    is_chain = row.get("joins") == "yes"
    if is_chain:
        _check_conditions(found, path, scope)
    operands = [each for each in found if each]
    if len(operands) < len(found):
        return None
    kind: Kind | None = Kind("bool")
    if "signatures" in row and not is_chain:
        kinds = [operand.kind for operand in operands]
        kind = match_signature(row["signatures"], kinds, node.operator, path, scope)
    nodes = tuple(operand.node for operand in operands)
    return kind and Typed(replace(node, operands=nodes, type=kind.sort), kind)


def _check_conditions(operands: Sequence[Typed | None], path: str, scope: Scope) -> None:
    """Report each operand of a chain that is neither true nor false."""
    for number, operand in enumerate(operands):
        if operand and operand.kind.sort != "bool":
            sort = name_sort(operand.kind.sort)
            scope.report("not-a-condition", _place(path, number), sort=sort)


def _infer_comparison(
    node: Operation, left: Node, right: Node, path: str, scope: Scope
) -> Typed | None:
    places = _place(path, 0), _place(path, 1)
    if _gives_way(left, right, scope):
        second = scope.infer(right, places[1], scope)
        first = second and _infer_beside(left, second.kind, places[0], scope)
    else:
        first = scope.infer(left, places[0], scope)
        second = first and _infer_beside(right, first.kind, places[1], scope)
    if first is None or second is None:
        return None
    if "null" in (first.kind.sort, second.kind.sort) and node.operator in _OF_NULL:
        kept = second if first.kind.sort == "null" else first
        return Typed(Operation(_OF_NULL[node.operator], (kept.node,), "bool"), Kind("bool"))
    kind = _compare(node.operator, first.kind, second.kind, path, scope)
    return kind and Typed(Operation(node.operator, (first.node, second.node), kind.sort), kind)


def _infer_membership(
    node: Operation, left: Node, items: Sequence[Node], path: str, scope: Scope
) -> Typed | None:
    first = scope.infer(left, _place(path, 0), scope)
    if first is None:
        return None
    values: list[Node] = []
    for number, item in enumerate(items):
        place = f"{_place(path, 1)}/list/{number}"
        value = _infer_beside(item, first.kind, place, scope)
        if value and value.kind.sort != "null":
            _compare(node.operator, first.kind, value.kind, place, scope)
        values.append(value.node if value else item)
    operands = (first.node, ValueList(tuple(values)))
    return Typed(Operation(node.operator, operands, "bool"), Kind("bool"))


def _gives_way(left: Node, right: Node, scope: Scope) -> bool:
    """Whether the right side says what the left one means, such as a value of its enum."""
    match left:
        case Constant(str(), None | "text"):
            return True
        case _:
            return _is_open(left, scope) and not _is_open(right, scope)


def _is_open(node: Node, scope: Scope) -> bool:
    """Whether the node is a name that is no field, and so may be a value of an enum."""
    match node:
        case Path((name,)):
            return not (scope.owner and name in scope.owner.members)
        case _:
            return False


def _infer_beside(node: Node, beside: Kind, path: str, scope: Scope) -> Typed | None:
    """Infer what a node is that is compared with a value of another kind."""
    word = _find_word(node)
    if beside.sort == "choice" and word is not None:
        return _infer_choice(node, word, beside, path, scope)
    match node:
        case Constant(str(text)) if beside.sort in _PARSERS and _can_be(beside.sort, text):
            return Typed(Constant(text, beside.sort), Kind(beside.sort))
        case _:
            return scope.infer(node, path, scope)


def _find_word(node: Node) -> str | None:
    """The name or text that a node consists of."""
    match node:
        case Path((word,)) | ChoiceValue(word) | Constant(str(word)):
            return word
        case _:
            return None


def _infer_choice(node: Node, word: str, beside: Kind, path: str, scope: Scope) -> Typed | None:
    if word in beside.values:
        return Typed(ChoiceValue(word, "choice"), Kind("choice", beside.values))
    if isinstance(node, Path) and (not _is_open(node, scope) or word == "null"):
        return scope.infer(node, path, scope)
    near = closest(word, beside.values)
    words = {"word": word, "name": beside.title, "known": ", ".join(beside.values)}
    scope.report("unknown-choice", path, **words, **({"closest": near} if near else {}))
    return None


def _can_be(sort: str, text: str) -> bool:
    try:
        _PARSERS[sort](text)
    except ValueError:
        return False
    return True


def _compare(word: str, one: Kind, other: Kind, path: str, scope: Scope) -> Kind | None:
    which = read_expressions()["operators"][word]["compares"]
    differ = one.sort == other.sort and _are_strangers(one, other, scope)
    if f"{one.sort} {other.sort}" in _list_pairs(which) and not differ:
        return Kind("bool")
    left, right = (_describe(kind, differ) for kind in (one, other))
    scope.report("mixed-types", path, operator=word, left=left, right=right)
    return None


def _are_strangers(one: Kind, other: Kind, scope: Scope) -> bool:
    """Whether records are of two entities, or enums have no value in common."""
    if one.sort == "choice":
        return set(one.values).isdisjoint(other.values)
    known = {*scope.entities, "User"}
    return (
        one.sort == "record" and one.entity != other.entity and {one.entity, other.entity} <= known
    )


def _describe(kind: Kind, in_detail: bool) -> str:
    if not in_detail:
        return name_sort(kind.sort)
    return f"one of {', '.join(kind.values)}" if kind.values else f"a {kind.entity}"


@cache
def _list_pairs(which: str) -> frozenset[str]:
    pairs = read_expressions()["pairs"]
    return frozenset([*pairs["ordered"], *(pairs["any"] if which == "any" else ())])
