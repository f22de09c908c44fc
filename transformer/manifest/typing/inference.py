"""What sort of value each part of an expression is, and what its bare names mean.

What is found stands beside the tree: a `Typed` holds a tree of its own, in which a name has become
a field, a moment or the signed-in person and each part has its type. Nothing is changed.
"""

from collections.abc import Mapping
from dataclasses import replace

from transformer.dsl.tables.expressions import ManySort, read_expressions
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
from transformer.manifest.typing.paths import follow_path, follow_person
from transformer.manifest.typing.scope import Scope, match_signature
from transformer.manifest.typing.types import Kind, Typed, name_sort

_WORDS: Mapping[str, Scalar] = {"true": True, "false": False, "null": None}


def infer_condition(node: Node, path: str, scope: Scope) -> Typed | None:
    """Infer an expression that has to be true or false, and report one that is neither."""
    typed = infer(node, path, scope)
    if typed and typed.kind.sort != "bool":
        scope.report("not-a-condition", path, sort=name_sort(typed.kind.sort))
    return typed


def infer(node: Node, path: str, scope: Scope) -> Typed | None:
    """Infer what a node means, or None where it has been reported that it means nothing."""
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
            words = {"path": path.replace("/", "."), "reason": "a list stands after `in` only"}
            scope.report("manifest-fault", path, **words)
            return None
        case _:
            return _infer_value(node)


def _infer_value(node: Value) -> Typed:
    """Infer a value that stands for itself."""
    match node:
        case Constant(value):
            kind = _find_kind(value, node.type)
        case ChoiceValue(choice):
            kind = Kind("choice", (choice,))
        case CurrentMoment(moment):
            kind = Kind(read_expressions()["moments"][moment])
        case Duration():
            kind = Kind("duration")
    return Typed(replace(node, type=kind.sort), kind)


def _find_kind(value: Scalar, said: ManySort | None) -> Kind:
    """The kind of a fixed value; a text or number may say for what it stands, such as a date."""
    match value:
        case None:
            return Kind("null")
        case bool():
            return Kind("bool")
        case str():
            return Kind(said or "text")
        case _:
            return Kind(said or "number")


def _infer_path(node: Path, path: str, scope: Scope) -> Typed | None:
    owner, moments = scope.owner, read_expressions()["moments"]
    match node.path:
        case (first, *_) if owner and first in owner.members:
            kind = follow_path(owner, node.path, f"{path}/path", scope)
            return kind and Typed(Path(node.path, kind.sort, _find_entity(kind, scope)), kind)
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
    kind = follow_person(names, path, scope, offset)
    return kind and Typed(CurrentPerson(names, kind.sort, _find_entity(kind, scope)), kind)


def _find_entity(kind: Kind, scope: Scope) -> str | None:
    """The entity of a record, unless that is an account of the framework."""
    return kind.entity if kind.sort == "record" and kind.entity in scope.entities else None


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
    return Typed(HasRole(role, "bool"), Kind("bool"))


def _infer_call(node: Call, path: str, scope: Scope) -> Typed | None:
    found = [infer(each, f"{path}/arguments/{n}", scope) for n, each in enumerate(node.arguments)]
    arguments = [each for each in found if each]
    if len(arguments) < len(found):
        return None
    row = read_expressions()["functions"][node.function]
    kinds = [argument.kind for argument in arguments]
    kind = match_signature(row["signatures"], kinds, node.function, path, scope)
    nodes = tuple(argument.node for argument in arguments)
    return kind and Typed(Call(node.function, nodes, kind.sort), kind)


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
    kind = _infer_taken(node, path, inner)
    meant = where.node if where else node.where
    return kind and Typed(replace(node, where=meant, type=kind.sort), kind)


def _infer_taken(node: Aggregation, path: str, scope: Scope) -> Kind | None:
    """What an aggregate takes of each record, and so gives."""
    word = node.aggregate
    row = read_expressions()["aggregates"][word]
    if "takes" not in row:
        return Kind(row["gives"])
    if not node.path:
        scope.report("wrong-operands", path, word=word, given="records")
        return None
    owner = scope.entities[node.entity]
    kind = follow_path(owner, node.path, f"{path}/path", scope)
    if kind and kind.sort not in row["takes"]:
        scope.report("wrong-operands", path, word=word, given=name_sort(kind.sort))
        return None
    return kind
