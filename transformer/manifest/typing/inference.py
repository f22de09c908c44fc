"""What sort of value each part of an expression is, and what its bare names mean.

Nodes are completed in place: each gets its `type`, and a name becomes a field, a moment or the
signed-in person.
"""

from collections.abc import Callable, Mapping
from typing import Any

from transformer.diagnostics.resources import read_table
from transformer.manifest.draft import Draft, Record
from transformer.manifest.members import find_member, list_members, list_roles
from transformer.manifest.typing.operations import type_operation
from transformer.manifest.typing.paths import follow_path, type_person
from transformer.manifest.typing.types import Kind, Scope, match_signature, name_sort

_WORDS: Mapping[str, Any] = {"true": True, "false": False, "null": None}


def make_scope(draft: Draft) -> Scope:
    """The scope of a project's expressions that speak of no record in particular."""
    manifest = draft.manifest
    entities = {entity["name"]: entity for entity in manifest["entities"]}
    return Scope(draft, entities, list_roles(manifest), type_node, of_many=True)


def check_condition(node: Record, path: str, scope: Scope) -> None:
    """Type an expression that has to be true or false."""
    kind = type_node(node, path, scope)
    if kind and kind.sort != "bool":
        scope.report("not-a-condition", path, sort=name_sort(kind.sort))


def type_node(node: Record, path: str, scope: Scope) -> Kind | None:
    """The kind of a node's value, or None where it has been reported that there is none."""
    key = next((key for key in _TYPERS if key in node), None)
    if key is None:
        words = {"path": path.replace("/", "."), "reason": "a list stands after `in` only"}
        scope.report("manifest-fault", path, **words)
        return None
    kind = _TYPERS[key](node, path, scope)
    if kind:
        node["type"] = kind.sort
        if kind.sort == "record" and kind.entity in scope.entities:
            node["entity"] = kind.entity
    return kind


def _type_value(node: Record, path: str, scope: Scope) -> Kind:
    value = node["value"]
    if value is None or isinstance(value, bool):
        return Kind("null" if value is None else "bool")
    return Kind(node.get("type") or ("text" if isinstance(value, str) else "number"))


def _type_path(node: Record, path: str, scope: Scope) -> Kind | None:
    names = node["path"]
    owner = scope.entities.get(scope.entity or "")
    if owner and find_member(owner, names[0]) is not None:
        return follow_path(owner, names, f"{path}/path", scope)
    if names[0] == "current_user":
        node["person"] = node.pop("path")[1:]
        return type_person(node, path, scope, offset=1)
    if len(names) == 1 and names[0] in _WORDS:
        del node["path"]
        node["value"] = _WORDS[names[0]]
        return _type_value(node, path, scope)
    if len(names) == 1 and names[0] in read_table("language/expressions")["moments"]:
        node["moment"] = node.pop("path")[0]
        return _type_moment(node, path, scope)
    _report_unknown(names[0], owner, path, scope)
    return None


def _report_unknown(name: str, owner: Record | None, path: str, scope: Scope) -> None:
    if owner is None:
        scope.report("no-record-here", path, word=name)
        return
    known = [*list_members(owner), "current_user", "today", "now", "true", "false", "null"]
    if not scope.draft.is_broken(scope.path_of(owner), name, known):
        words = {"entity": owner["name"]}
        scope.draft.report_unknown("unknown-field", f"{path}/path/0", name, known, **words)


def _type_moment(node: Record, path: str, scope: Scope) -> Kind:
    return Kind(read_table("language/expressions")["moments"][node["moment"]])


def _type_role(node: Record, path: str, scope: Scope) -> Kind:
    role, known = node["role"], scope.roles
    if known and role not in known:
        scope.draft.report_unknown("unknown-role", f"{path}/role", role, known)
    return Kind("bool")


def _type_function(node: Record, path: str, scope: Scope) -> Kind | None:
    arguments = node["arguments"]
    kinds = [type_node(each, f"{path}/arguments/{n}", scope) for n, each in enumerate(arguments)]
    row = read_table("language/expressions")["functions"][node["function"]]
    return match_signature(row["signatures"], kinds, node["function"], path, scope)


def _type_aggregate(node: Record, path: str, scope: Scope) -> Kind | None:
    word, name = node["aggregate"], node["entity"]
    if not scope.of_many:
        scope.report("aggregate-here", path, word=word)
        return None
    if name not in scope.entities:
        if not scope.draft.is_broken("", name):
            scope.draft.report_unknown("unknown-entity", f"{path}/entity", name, scope.entities)
        return None
    inner = scope.enter(name)
    if "where" in node:
        check_condition(node["where"], f"{path}/where", inner)
    return _type_taken(node, path, inner)


def _type_taken(node: Record, path: str, scope: Scope) -> Kind | None:
    """What an aggregate takes of each record, and so gives."""
    word = node["aggregate"]
    row = read_table("language/expressions")["aggregates"][word]
    if "takes" not in row:
        return Kind(row["gives"])
    if "path" not in node:
        scope.report("wrong-operands", path, word=word, given="records")
        return None
    owner = scope.entities[node["entity"]]
    kind = follow_path(owner, node["path"], f"{path}/path", scope)
    if kind and kind.sort not in row["takes"]:
        scope.report("wrong-operands", path, word=word, given=name_sort(kind.sort))
        return None
    return kind


_TYPERS: dict[str, Callable[[Record, str, Scope], Kind | None]] = {
    "operator": type_operation,
    "aggregate": _type_aggregate,
    "function": _type_function,
    "path": _type_path,
    "person": type_person,
    "role": _type_role,
    "moment": _type_moment,
    "duration": lambda node, path, scope: Kind("duration"),
    "choice": lambda node, path, scope: Kind("choice", (node["choice"],)),
    "value": _type_value,
}
