"""Paths: from field to field, from a record or whoever is signed in."""

from dataclasses import replace

from transformer.diagnostics.resources import read_table
from transformer.manifest.draft import Draft, Record
from transformer.manifest.members import find_member, find_sort, list_members
from transformer.manifest.typing.types import Kind, Scope

# So many computed values may lie behind one another.
DEEPEST = 30


def follow_path(owner: Record, names: list[str], path: str, scope: Scope) -> Kind | None:
    """The kind of the value at the end of a path of fields."""
    kind: Kind | None = Kind("record", entity=owner["name"])
    for number, name in enumerate(names):
        if kind is None:
            return None
        place = f"{path}/{number}"
        if kind.sort != "record":
            scope.report("not-a-reference", place, word=names[number - 1], next=name)
            return None
        inner = scope.entities.get(kind.entity or "")
        kind = (
            _take_step(inner, name, place, scope) if inner else _type_account([name], place, scope)
        )
    return kind


def _take_step(owner: Record, name: str, path: str, scope: Scope) -> Kind | None:
    member = find_member(owner, name)
    if member:
        return _type_member(member, owner, scope)
    known = list_members(owner)
    if not scope.draft.is_broken(scope.path_of(owner), name, known):
        scope.draft.report_unknown("unknown-field", path, name, known, entity=owner["name"])
    return None


def _type_member(member: Record, owner: Record, scope: Scope) -> Kind | None:
    if "expression" in member:
        return _type_computed(member, owner, scope)
    sort = find_sort(member)
    assert sort, member["name"]
    if "kind" in member:
        return Kind(sort, entity=member["target"])
    values = tuple(choice["value"] for choice in member.get("values", ()))
    return Kind(sort, values, member.get("target"), member["name"])


def _type_computed(member: Record, owner: Record, scope: Scope) -> Kind | None:
    """The kind of a computed value, found once; what is wrong is reported where it is computed."""
    mark = (owner["name"], member["name"])
    if mark in scope.kinds:
        return scope.kinds[mark]
    if mark in scope.seen:
        scope.circles.add(mark)
        return None
    inner = replace(scope.enter(owner["name"]), seen=scope.seen | {mark}, draft=Draft({}))
    kind = None if len(scope.seen) > DEEPEST else inner.type_node(member["expression"], "")
    scope.kinds[mark] = kind
    return kind


def type_person(node: Record, path: str, scope: Scope, offset: int = 0) -> Kind | None:
    """The signed-in person, or one of their fields."""
    names = node["person"]
    entity = scope.entities.get(scope.draft.manifest.get("person", {}).get("entity", ""))
    if not names:
        return Kind("record", entity=entity["name"] if entity else "User")
    place = f"{path}/path/{offset}" if offset else f"{path}/person/0"
    if entity is None:
        return _type_account(names, place, scope)
    if find_member(entity, names[0]) is None:
        known = list_members(entity)
        scope.draft.report_unknown("unknown-user-field", place, names[0], known)
        return None
    return follow_path(entity, names, place.rpartition("/")[0], scope)


def _type_account(names: list[str], path: str, scope: Scope) -> Kind | None:
    """A field of the framework's own account."""
    known = read_table("language/expressions")["person"]
    if names[0] not in known or len(names) > 1:
        scope.draft.report_unknown("unknown-user-field", path, names[-1], known)
        return None
    return Kind(known[names[0]])
