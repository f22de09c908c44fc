"""Sites: the places of expressions in a manifest."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypedDict

from transformer.manifest.draft import Record
from transformer.manifest.typing.nodes import ExpressionRecord, Node, read_node

_RULES = ("invariants", "permissions", "scopes", "access")


class Holder(TypedDict, total=False):
    """A part of a manifest that an expression stands in."""

    name: str
    entity: str
    expression: ExpressionRecord
    condition: ExpressionRecord
    when: ExpressionRecord
    scope: ExpressionRecord
    filter: ExpressionRecord


Slot = Literal["expression", "condition", "when", "scope", "filter"]


class Site(NamedTuple):
    """A place of an expression: its path, the part around it, and the entity of its records."""

    path: str
    holder: Holder
    slot: Slot
    entity: str = ""
    """The name of an entity; empty where there is none in particular."""

    def read(self) -> Node:
        """Read the expression of the site."""
        return read_node(self.holder[self.slot])


def list_sites(manifest: Record) -> Iterator[Site]:
    """List the sites of all expressions."""
    entities: list[Record] = manifest["entities"]
    for number, entity in enumerate(entities):
        yield from list_computed(entity, f"entities/{number}")
    yield from list_conditions(manifest)
    yield from list_aggregates(manifest)


def list_computed(entity: Record, path: str) -> list[Site]:
    """List the sites of an entity's computed values."""
    name: str = entity["name"]
    return [*_list_filled(entity, "computed", "expression", path, name)]


def list_conditions(manifest: Record) -> Iterator[Site]:
    """List the sites of conditions about one record."""
    entities: list[Record] = manifest["entities"]
    for number, entity in enumerate(entities):
        yield from _list_rules(entity, f"entities/{number}")
    surfaces: list[Record] = manifest["surfaces"]
    for number, surface in enumerate(surfaces):
        ux: Record = surface.get("ux", {})
        path, name = f"surfaces/{number}/ux", surface.get("entity", "")
        yield from _list_filled(ux, "attentions", "when", path, name)
        yield from _list_filled(ux, "variants", "scope", path, name)
    workspaces: list[Record] = manifest["workspaces"]
    for number, workspace in enumerate(workspaces):
        for site in _list_filled(workspace, "regions", "filter", f"workspaces/{number}", ""):
            yield site._replace(entity=site.holder.get("entity", ""))


def _list_rules(entity: Record, path: str) -> Iterator[Site]:
    name: str = entity["name"]
    for group in _RULES:
        yield from _list_filled(entity, group, "condition", path, name)
    transitions: Record = entity.get("transitions", {})
    yield from _list_filled(transitions, "rules", "condition", f"{path}/transitions", name)


def list_aggregates(manifest: Record) -> Iterator[Site]:
    """List the sites of aggregates over many records."""
    workspaces: list[Record] = manifest["workspaces"]
    for number, workspace in enumerate(workspaces):
        regions: list[Record] = workspace["regions"]
        for index, region in enumerate(regions):
            path = f"workspaces/{number}/regions/{index}"
            yield from _list_filled(region, "aggregates", "expression", path, "")


def _list_filled(owner: Record, group: str, slot: Slot, path: str, entity: str) -> Iterator[Site]:
    """List the sites of a group's records that have an expression in a slot."""
    holders: list[Holder] = owner.get(group, [])
    for index, holder in enumerate(holders):
        if slot in holder:
            yield Site(f"{path}/{group}/{index}/{slot}", holder, slot, entity)
