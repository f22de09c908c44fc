"""Expressions: what they speak of, and whether they make sense there."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from transformer.manifest.draft import Draft, Record
from transformer.manifest.scopes import Scope, make_scope
from transformer.manifest.typing import check_condition, type_node

_IN_TURN = "this is computed from it in turn"


class Stand(NamedTuple):
    """An expression, its path, and the entity of whose records it speaks, if of any."""

    node: Record
    path: str
    entity: str | None


def check_expressions(draft: Draft) -> None:
    """Type every expression of the draft and report what makes no sense."""
    scope = make_scope(draft)
    for node, path, entity in list_conditions(draft.manifest):
        if entity in scope.entities:
            check_condition(node, path, scope.enter(str(entity)))
    for node, path, entity in _list_computed(draft.manifest):
        name = draft.manifest["entities"][int(path.split("/")[1])]["computed"]
        _check_computed(node, path, scope.enter(str(entity)), name)
    for node, path, _ in _list_aggregates(draft.manifest):
        type_node(node, path, scope)


def _check_computed(node: Record, path: str, scope: Scope, computed: list[Record]) -> None:
    """Type a computed value, unless it is computed from itself."""
    number = int(path.split("/")[3])
    own = computed[number]["name"]
    uses = {each["name"]: _find_names(each["expression"]) for each in computed}
    found = _follow(uses, own)
    if own not in found:
        type_node(node, path, replace(scope, seen=frozenset({(str(scope.entity), own)})))
        return
    names = [each["name"] for each in computed]
    circle = [n for n, name in enumerate(names) if name in found and own in _follow(uses, name)]
    if number == circle[0]:
        parts = path.split("/")
        places = ("/".join([*parts[:3], str(other), *parts[4:]]) for other in circle[1:])
        scope.report("computed-circle", path, *((_IN_TURN, each) for each in places), word=own)


def _follow(uses: Mapping[str, set[str]], own: str) -> set[str]:
    """The computed values of the same entity that one is computed from, at any distance."""
    found: set[str] = set()
    waiting = [*uses[own] & uses.keys()]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += uses[name] & uses.keys()
    return found


def _find_names(node: Record) -> set[str]:
    """The first names of all paths in an expression."""
    parts = [*node.get("operands", ()), *node.get("arguments", ()), *node.get("list", ())]
    names = {name for part in parts for name in _find_names(part)}
    return names | set(node.get("path", ())[:1])


def list_conditions(manifest: Record) -> Iterator[Stand]:
    """What has to be true or false of one record."""
    for number, entity in enumerate(manifest["entities"]):
        yield from _list_rules(entity, f"entities/{number}")
    for number, surface in enumerate(manifest["surfaces"]):
        yield from _list_needs(surface, f"surfaces/{number}/ux")
    for number, workspace in enumerate(manifest["workspaces"]):
        for index, region in enumerate(workspace["regions"]):
            if "filter" in region:
                place = f"workspaces/{number}/regions/{index}/filter"
                yield Stand(region["filter"], place, region.get("entity"))


def _list_rules(entity: Record, path: str) -> Iterator[Stand]:
    for part in ("invariants", "permissions", "scopes", "access"):
        for index, rule in enumerate(entity.get(part, ())):
            if "condition" in rule:
                yield Stand(rule["condition"], f"{path}/{part}/{index}/condition", entity["name"])
    for index, rule in enumerate(entity.get("transitions", {}).get("rules", ())):
        if "condition" in rule:
            place = f"{path}/transitions/rules/{index}/condition"
            yield Stand(rule["condition"], place, entity["name"])


def _list_needs(surface: Record, path: str) -> Iterator[Stand]:
    ux = surface.get("ux", {})
    for group, key in (("attentions", "when"), ("variants", "scope")):
        for index, need in enumerate(ux.get(group, ())):
            if key in need:
                yield Stand(need[key], f"{path}/{group}/{index}/{key}", surface.get("entity"))


def _list_computed(manifest: Record) -> Iterator[Stand]:
    for number, entity in enumerate(manifest["entities"]):
        for index, value in enumerate(entity["computed"]):
            place = f"entities/{number}/computed/{index}/expression"
            yield Stand(value["expression"], place, entity["name"])


def _list_aggregates(manifest: Record) -> Iterator[Stand]:
    for number, workspace in enumerate(manifest["workspaces"]):
        for index, region in enumerate(workspace["regions"]):
            for n, value in enumerate(region["aggregates"]):
                place = f"workspaces/{number}/regions/{index}/aggregates/{n}/expression"
                yield Stand(value["expression"], place, None)
