"""Sites: the places of expressions in a manifest."""

from collections.abc import Iterator
from typing import NamedTuple

from transformer.manifest.records.documents import Part, list_parts
from transformer.manifest.records.expression_records import is_expression
from transformer.manifest.typing.nodes import Node, read_node, write_node

_RULES = ("invariants", "permissions", "scopes", "access")


class Site(NamedTuple):
    """A place of an expression: its path, the part around it, and the entity of its records."""

    path: str
    holder: Part
    slot: str
    """The property of the part that has the expression."""
    entity: str = ""
    """The name of an entity; empty where there is none in particular."""

    @property
    def name(self) -> str:
        """The name of the part around it."""
        return str(self.holder["name"])

    def read(self) -> Node:
        """Read the expression of the site."""
        record = self.holder[self.slot]
        assert is_expression(record), self.path
        return read_node(record)

    def write(self, node: Node) -> None:
        """Put another expression at the site."""
        self.holder[self.slot] = write_node(node)


def list_sites(manifest: Part) -> Iterator[Site]:
    """List the sites of all expressions."""
    for number, entity in enumerate(list_parts(manifest, "entities")):
        yield from list_computed(entity, f"entities/{number}")
        yield from list_fills(entity, f"entities/{number}")
    yield from list_conditions(manifest)
    yield from list_aggregates(manifest)


def list_computed(entity: Part, path: str) -> list[Site]:
    """List the sites of an entity's computed values."""
    return [*_list_filled(entity, "computed", "expression", path, str(entity["name"]))]


def list_fills(entity: Part, path: str) -> list[Site]:
    """List the sites of the values that an entity's fields get where they have none."""
    return [*_list_filled(entity, "fields", "fill", path, str(entity["name"]))]


def list_conditions(manifest: Part) -> Iterator[Site]:
    """List the sites of conditions about one record."""
    for number, entity in enumerate(list_parts(manifest, "entities")):
        yield from _list_rules(entity, f"entities/{number}")
    for number, surface in enumerate(list_parts(manifest, "surfaces")):
        ux, name = surface.get("ux"), str(surface.get("entity", ""))
        path = f"surfaces/{number}/ux"
        if isinstance(ux, dict):
            yield from _list_filled(ux, "attentions", "when", path, name)
            yield from _list_filled(ux, "variants", "scope", path, name)
    for number, workspace in enumerate(list_parts(manifest, "workspaces")):
        for site in _list_filled(workspace, "regions", "filter", f"workspaces/{number}", ""):
            yield site._replace(entity=str(site.holder.get("entity", "")))


def _list_rules(entity: Part, path: str) -> Iterator[Site]:
    name, transitions = str(entity["name"]), entity.get("transitions")
    for group in _RULES:
        yield from _list_filled(entity, group, "condition", path, name)
    if isinstance(transitions, dict):
        yield from _list_filled(transitions, "rules", "condition", f"{path}/transitions", name)


def list_aggregates(manifest: Part) -> Iterator[Site]:
    """List the sites of aggregates over many records."""
    for number, workspace in enumerate(list_parts(manifest, "workspaces")):
        for index, region in enumerate(list_parts(workspace, "regions")):
            path = f"workspaces/{number}/regions/{index}"
            yield from _list_filled(region, "aggregates", "expression", path, "")


def _list_filled(owner: Part, group: str, slot: str, path: str, entity: str) -> Iterator[Site]:
    """List the sites of a group's records that have an expression in a slot."""
    for index, holder in enumerate(list_parts(owner, group)):
        if slot in holder:
            yield Site(f"{path}/{group}/{index}/{slot}", holder, slot, entity)
