"""Operators: which sorts they take, and what a bare name or text means beside an enum or a date."""

import datetime
from collections.abc import Callable
from functools import cache

from transformer.diagnostics.problems import closest
from transformer.diagnostics.resources import read_table
from transformer.manifest.completion.default_values import parse_uuid
from transformer.manifest.draft import Record
from transformer.manifest.members import find_member
from transformer.manifest.typing.types import Kind, Scope, match_signature, name_sort

_PARSERS: dict[str, Callable[[str], object]] = {
    "date": datetime.date.fromisoformat,
    "datetime": datetime.datetime.fromisoformat,
    "time": datetime.time.fromisoformat,
    "uuid": parse_uuid,
}
_OF_NULL = {"=": "is null", "!=": "is not null"}


def type_operation(node: Record, path: str, scope: Scope) -> Kind | None:
    """The kind of what an operator makes of its operands."""
    row = read_table("language/expressions")["operators"][node["operator"]]
    if not _has_operands(node, row):
        words = {
            "path": path.replace("/", "."),
            "reason": f"`{node['operator']}` has other operands",
        }
        scope.report("manifest-fault", path, **words)
        return None
    if row.get("place") == "after":
        return Kind("bool") if scope.type_node(node["operands"][0], _place(path, 0)) else None
    if row.get("right") == "list":
        return _type_choice_among(node, path, scope)
    if "compares" in row:
        return _type_comparison(node, path, scope)
    kinds = [scope.type_node(each, _place(path, n)) for n, each in enumerate(node["operands"])]
    if row.get("joins") == "yes":
        return _type_chain(node, kinds, path, scope)
    return match_signature(row["signatures"], kinds, node["operator"], path, scope)


def _has_operands(node: Record, row: Record) -> bool:
    """Whether there are as many operands as the operator takes, and a list where it takes one."""
    operands = node["operands"]
    wanted = 1 if "place" in row else 2
    is_many = len(operands) == wanted or (row.get("joins") == "yes" and len(operands) > wanted)
    takes_list = row.get("right") == "list"
    return is_many and ["list" in each for each in operands[1:]] == [takes_list] * (
        len(operands) - 1
    )


def _place(path: str, number: int) -> str:
    return f"{path}/operands/{number}"


def _type_chain(node: Record, kinds: list[Kind | None], path: str, scope: Scope) -> Kind | None:
    """Any number of conditions, each of which has to be true or false."""
    for number, kind in enumerate(kinds):
        if kind and kind.sort != "bool":
            scope.report("not-a-condition", _place(path, number), sort=name_sort(kind.sort))
    return Kind("bool") if all(kinds) else None


def _type_comparison(node: Record, path: str, scope: Scope) -> Kind | None:
    left, right = node["operands"]
    if _gives_way(left, right, scope):
        kind = scope.type_node(right, _place(path, 1))
        other = kind and _type_beside(left, kind, _place(path, 0), scope)
        kinds = (other, kind)
    else:
        kind = scope.type_node(left, _place(path, 0))
        kinds = (kind, kind and _type_beside(right, kind, _place(path, 1), scope))
    one, other = kinds
    if one is None or other is None:
        return None
    if "null" in (one.sort, other.sort) and node["operator"] in _OF_NULL:
        node["operands"] = [right if one.sort == "null" else left]
        node["operator"] = _OF_NULL[node["operator"]]
        return Kind("bool")
    return _compare(node["operator"], one, other, path, scope)


def _type_choice_among(node: Record, path: str, scope: Scope) -> Kind | None:
    kind = scope.type_node(node["operands"][0], _place(path, 0))
    if kind is None:
        return None
    for number, item in enumerate(node["operands"][1]["list"]):
        place = f"{_place(path, 1)}/list/{number}"
        other = _type_beside(item, kind, place, scope)
        if other and other.sort != "null":
            _compare(node["operator"], kind, other, place, scope)
    return Kind("bool")


def _gives_way(left: Record, right: Record, scope: Scope) -> bool:
    """Whether the right side says what the left one means, such as a value of its enum."""
    is_text = isinstance(left.get("value"), str) and left.get("type", "text") == "text"
    return is_text or (_is_open(left, scope) and not _is_open(right, scope))


def _is_open(node: Record, scope: Scope) -> bool:
    """Whether the node is a name that is no field, and so may be a value of an enum."""
    owner = scope.entities.get(scope.entity or "")
    names = node.get("path", ())
    return len(names) == 1 and not (owner and find_member(owner, names[0]))


def _type_beside(node: Record, beside: Kind, path: str, scope: Scope) -> Kind | None:
    """The kind of a node that is compared with a value of another kind."""
    word = _find_word(node)
    if beside.sort == "choice" and word is not None:
        return _type_choice(node, word, beside, path, scope)
    text = node.get("value")
    if beside.sort in _PARSERS and isinstance(text, str) and _can_be(beside.sort, text):
        node["type"] = beside.sort
        return Kind(beside.sort)
    return scope.type_node(node, path)


def _find_word(node: Record) -> str | None:
    """The name or text that a node consists of."""
    if len(node.get("path", ())) == 1:
        return str(node["path"][0])
    value = node.get("choice", node.get("value"))
    return value if isinstance(value, str) else None


def _type_choice(node: Record, word: str, beside: Kind, path: str, scope: Scope) -> Kind | None:
    if word in beside.values:
        node.clear()
        node["choice"] = word
        node["type"] = "choice"
        return Kind("choice", beside.values)
    if "path" in node and (not _is_open(node, scope) or word == "null"):
        return scope.type_node(node, path)
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
    which = read_table("language/expressions")["operators"][word]["compares"]
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
    pairs = read_table("language/expressions")["pairs"]
    return frozenset([*pairs["ordered"], *(pairs["any"] if which == "any" else ())])
