"""Inference: the type of each node, and the meaning of its bare names.

The result stands beside the tree: a `Typed` holds a tree of its own, in which a name has become a
field, a moment or the signed-in person and each node has its type. The input stays the same.
"""

from collections.abc import Sequence
from dataclasses import replace

from transformer.dsl.recovery.hints import find_word
from transformer.dsl.tables.expression_rows import MemberType, read_expressions
from transformer.manifest.typing.aggregations import infer_aggregation, infer_taken_path
from transformer.manifest.typing.bare_words import WORDS, read_word
from transformer.manifest.typing.nodes import (
    Aggregation,
    Call,
    ChoiceValue,
    Constant,
    CurrentMoment,
    CurrentPerson,
    Duration,
    HasRole,
    Node,
    Operation,
    Path,
    Scalar,
    Value,
    ValueList,
)
from transformer.manifest.typing.operations import infer_operation
from transformer.manifest.typing.path_inference import (
    find_entity,
    follow_path,
    follow_person,
    make_path,
)
from transformer.manifest.typing.scope import Scope, match_signature
from transformer.manifest.typing.value_types import Typed, ValueType


def infer(node: Node, path: str, scope: Scope) -> Typed | None:
    """Infer a node; return None if it is invalid, which has been reported."""
    match node:
        case Operation():
            return infer_operation(node, path, scope)
        case Aggregation():
            return infer_aggregation(node, path, scope)
        case Call():
            return _infer_call(node, path, scope)
        case Path():
            return _infer_path(node, path, scope)
        case CurrentPerson(names):
            return _infer_person(names, f"{path}/person", scope, 0)
        case HasRole(role):
            return _infer_role(role, path, scope)
        case ValueList():
            words = {"path": path.replace("/", "."), "reason": "a list may stand after `in` only"}
            scope.report("manifest-fault", path, **words)
            return None
        case _:
            return _infer_value(node)


def _infer_value(node: Value) -> Typed:
    """Infer a literal value."""
    match node:
        case Constant(value):
            value_type = _find_type(value, node.type)
        case ChoiceValue(choice):
            value_type = ValueType("choice", (choice,))
        case CurrentMoment(moment):
            value_type = ValueType(read_expressions()["moments"][moment])
        case Duration():
            value_type = ValueType("duration")
    return Typed(replace(node, type=value_type.name), value_type)


def _find_type(value: Scalar, noted: MemberType | None) -> ValueType:
    """Find the type of a fixed value, which may be noted beside it, such as a date."""
    match value:
        case None:
            return ValueType("null")
        case bool():
            return ValueType("bool")
        case str():
            return ValueType(noted or "text")
        case _:
            return ValueType(noted or "number")


def _infer_path(node: Path, path: str, scope: Scope) -> Typed | None:
    owner, names, word = scope.owner, node.path, read_word(node.path)
    is_prefixed = names[: len(scope.prefix)] == scope.prefix
    if scope.prefix and (is_prefixed or word is None):
        return infer_taken_path(names, path, scope)
    if not scope.prefix and owner and names[0] in (*owner.members, *owner.list_many()):
        value_type = follow_path(owner, names, f"{path}/path", scope)
        return value_type and make_path(names, value_type, scope)
    if isinstance(word, CurrentPerson):
        return _infer_person(word.person, f"{path}/path", scope, 1)
    if word:
        return _infer_value(word)
    _report_unknown(names[0], path, scope)
    return None


def _infer_person(names: tuple[str, ...], path: str, scope: Scope, offset: int) -> Typed | None:
    value_type = follow_person(names, path, scope, offset)
    return value_type and Typed(
        CurrentPerson(names, value_type.name, find_entity(value_type, scope)), value_type
    )


def _report_unknown(name: str, path: str, scope: Scope) -> None:
    owner = scope.owner
    if owner is None:
        scope.report("no-record-here", path, word=name)
        return
    known = [*owner.known, *WORDS]
    if not scope.draft.is_broken(owner.path, name, known):
        words = {"entity": owner.name, "advice": find_word("bare-word", name) or ""}
        scope.draft.report_unknown("unknown-field", f"{path}/path/0", name, known, **words)


def _infer_role(role: str, path: str, scope: Scope) -> Typed:
    if scope.roles and role not in scope.roles:
        scope.draft.report_unknown("unknown-role", f"{path}/role", role, scope.roles)
    return Typed(HasRole(role, "bool"), ValueType("bool"))


def _infer_call(node: Call, path: str, scope: Scope) -> Typed | None:
    found = [infer(each, f"{path}/arguments/{n}", scope) for n, each in enumerate(node.arguments)]
    arguments = [each for each in found if each]
    if len(arguments) < len(found):
        return None
    row = read_expressions()["functions"][node.function]
    if "places" in row and not _has_places(node, row["places"], path, scope):
        return None
    types = [argument.type for argument in arguments]
    value_type = match_signature(row["signatures"], types, node.function, path, scope)
    nodes = tuple(argument.node for argument in arguments)
    return value_type and Typed(Call(node.function, nodes, value_type.name), value_type)


def _has_places(node: Call, bounds: Sequence[str], path: str, scope: Scope) -> bool:
    """Tell whether a second argument is a whole number within bounds, or report it."""
    least, most = map(int, bounds)
    match node.arguments:
        case (_, Constant(int() as places)) if least <= places <= most and places is not True:
            return True
        case (_, _):
            words = {"word": node.function, "least": str(least), "most": str(most)}
            scope.report("round-places", f"{path}/arguments/1", **words)
            return False
        case _:
            return True
