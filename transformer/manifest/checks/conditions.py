"""Expressions: what they speak of, and whether they make sense there."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from transformer.diagnostics.problems import has_errors
from transformer.manifest.draft import Draft, Record
from transformer.manifest.typing.inference import check_condition, make_scope, type_node
from transformer.manifest.typing.paths import DEEPEST
from transformer.manifest.typing.types import Scope

_IN_TURN = "this is computed from it in turn"


class Stand(NamedTuple):
    """An expression, its path, and the entity of whose records it speaks, if of any."""

    node: Record
    path: str
    entity: str | None


def check_expressions(draft: Draft) -> None:
    """Type every expression of the draft and report what makes no sense."""
    scope = make_scope(draft)
    for number, entity in enumerate(draft.manifest["entities"]):
        _check_computed(entity["computed"], f"entities/{number}", scope.enter(entity["name"]))
    for node, path, name in list_conditions(draft.manifest):
        if name in scope.entities:
            check_condition(node, path, scope.enter(str(name)))
    for node, path, _ in _list_aggregates(draft.manifest):
        type_node(node, path, scope)
    if not has_errors(draft.problems):
        _report_endless(draft, scope)


def _check_computed(computed: list[Record], path: str, scope: Scope) -> None:
    """Type the computed values of an entity, unless they are computed from themselves."""
    uses = {each["name"]: _find_names(each["expression"]) for each in computed}
    told: set[str] = set()
    for number, each in enumerate(computed):
        own, place = each["name"], f"{path}/computed/{number}/expression"
        found = _follow_computed(uses, own)
        if own not in found:
            seen = frozenset({(str(scope.entity), own)})
            type_node(each["expression"], place, replace(scope, seen=seen))
        elif own not in told:
            circle = {name for name in found if own in _follow_computed(uses, name)}
            others = [n for n, other in enumerate(computed) if other["name"] in circle - {own}]
            related = ((_IN_TURN, f"{path}/computed/{n}/expression") for n in others)
            scope.report("computed-circle", place, *related, word=own)
            told |= circle


def _report_endless(draft: Draft, scope: Scope) -> None:
    """Report values that nothing else is wrong with, but that can't be computed."""
    untyped = [
        (f"entities/{number}/computed/{index}/expression", entity["name"], each["name"])
        for number, entity in enumerate(draft.manifest["entities"])
        for index, each in enumerate(entity["computed"])
        if "type" not in each["expression"]
    ]
    in_circles = [each for each in untyped if each[1:] in scope.circles]
    for path, _, name in in_circles[:1]:
        draft.report("computed-circle", path, word=name)
    for path, _, name in untyped[: not in_circles]:
        draft.report("too-deep", path, word=name, most=str(DEEPEST))


def _follow_computed(uses: Mapping[str, set[str]], own: str) -> set[str]:
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


def _list_aggregates(manifest: Record) -> Iterator[Stand]:
    for number, workspace in enumerate(manifest["workspaces"]):
        for index, region in enumerate(workspace["regions"]):
            for n, value in enumerate(region["aggregates"]):
                place = f"workspaces/{number}/regions/{index}/aggregates/{n}/expression"
                yield Stand(value["expression"], place, None)
