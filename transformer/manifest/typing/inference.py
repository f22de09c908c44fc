"""Inference: the type of each node, and the meaning of its bare names.

The result stands beside the tree: a `Typed` holds a tree of its own, in which a name has become a
field, a moment or the signed-in person and each node has its type. The input stays the same.
"""

from collections.abc import Mapping
from dataclasses import replace

from transformer.dsl.tables.expression_rows import MemberType, read_expressions
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
from transformer.manifest.typing.path_inference import follow_path, follow_person
from transformer.manifest.typing.scope import Scope, match_signature
from transformer.manifest.typing.value_types import Typed, ValueType, describe_type

_WORDS: Mapping[str, Scalar] = {"true": True, "false": False, "null": None}


def infer_condition(node: Node, path: str, scope: Scope) -> Typed | None:
    """Infer an expression that has to be true or false, and report one that isn't."""
    typed = infer(node, path, scope)
    if typed and typed.type.name != "bool":
        scope.report("not-a-condition", path, type=describe_type(typed.type.name))
    return typed


def infer(node: Node, path: str, scope: Scope) -> Typed | None:
    """Infer a node; return None if it is invalid, which has been reported."""
    match node:
        case Operation():
            return infer_operation(node, path, scope)
        case Aggregation():
            return _infer_aggregation(node, path, scope)
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
    owner, moments = scope.owner, read_expressions()["moments"]
    match node.path:
        case (first, *_) if owner and first in owner.members:
            value_type = follow_path(owner, node.path, f"{path}/path", scope)
            return value_type and Typed(
                Path(node.path, value_type.name, _find_entity(value_type, scope)), value_type
            )
        case ("current_user", *names):
            return _infer_person(tuple(names), f"{path}/path", scope, 1)
        case (word,) if word in _WORDS:
            return _infer_value(Constant(_WORDS[word]))
        case (word,) if word in moments:
            moment = next(each for each in moments if each == word)
            return _infer_value(CurrentMoment(moment))
        case (first, *_):
            _report_unknown(first, path, scope)
    return None


def _infer_person(names: tuple[str, ...], path: str, scope: Scope, offset: int) -> Typed | None:
    value_type = follow_person(names, path, scope, offset)
    return value_type and Typed(
        CurrentPerson(names, value_type.name, _find_entity(value_type, scope)), value_type
    )


def _find_entity(value_type: ValueType, scope: Scope) -> str | None:
    """Find the entity of a record, unless that is an account of the framework."""
    is_own = value_type.name == "record" and value_type.entity in scope.entities
    return value_type.entity if is_own else None


def _report_unknown(name: str, path: str, scope: Scope) -> None:
    owner = scope.owner
    if owner is None:
        scope.report("no-record-here", path, word=name)
        return
    known = [*owner.known, "current_user", "today", "now", "true", "false", "null"]
    if not scope.draft.is_broken(owner.path, name, known):
        words = {"entity": owner.name}
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
    types = [argument.type for argument in arguments]
    value_type = match_signature(row["signatures"], types, node.function, path, scope)
    nodes = tuple(argument.node for argument in arguments)
    return value_type and Typed(Call(node.function, nodes, value_type.name), value_type)


def _infer_aggregation(node: Aggregation, path: str, scope: Scope) -> Typed | None:
    if not scope.of_many:
        scope.report("aggregate-here", path, word=node.aggregate)
        return None
    if node.entity not in scope.entities:
        if not scope.draft.is_broken("", node.entity):
            known, place = scope.entities, f"{path}/entity"
            scope.draft.report_unknown("unknown-entity", place, node.entity, known)
        return None
    inner = scope.enter(scope.entities[node.entity])
    where = infer_condition(node.where, f"{path}/where", inner) if node.where else None
    value_type = _infer_taken(node, path, inner)
    meant = where.node if where else node.where
    return value_type and Typed(replace(node, where=meant, type=value_type.name), value_type)


def _infer_taken(node: Aggregation, path: str, scope: Scope) -> ValueType | None:
    """Infer what an aggregate takes of each record, and so gives."""
    word = node.aggregate
    row = read_expressions()["aggregates"][word]
    if "takes" not in row:
        return ValueType(row["gives"])
    if not node.path:
        scope.report("wrong-operands", path, word=word, given="records")
        return None
    owner = scope.entities[node.entity]
    value_type = follow_path(owner, node.path, f"{path}/path", scope)
    if value_type and value_type.name not in row["takes"]:
        scope.report("wrong-operands", path, word=word, given=describe_type(value_type.name))
        return None
    return value_type
