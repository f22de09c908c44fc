"""Completion of the scopes of records that are tenants: people see that of their own."""

from collections.abc import Iterator

from transformer.manifest.draft import Draft
from transformer.manifest.entity_members import find_member, find_type
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.manifest_draft import ManifestDraft


def complete_tenants(draft: Draft) -> None:
    """Give each entity whose records are tenants a scope, unless it says who sees which."""
    manifest = draft.manifest
    entities = {each["name"]: number for number, each in enumerate(manifest["entities"])}
    person = manifest["person"].get("entity")
    for target, origin in _list_tenants(manifest):
        number = entities[target]
        entity = manifest["entities"][number]
        own = _find_membership(manifest["entities"][entities[person]], target) if person else None
        if own and target != person and not entity["scopes"]:
            draft.copy_place(f"entities/{number}/scopes/0", origin)
            _add_scope(entity, own)


def _list_tenants(manifest: ManifestDraft) -> Iterator[tuple[str, str]]:
    """List the entities whose records are tenants, each with the place of a line that says so."""
    for number, entity in enumerate(manifest["entities"]):
        for field in entity["fields"]:
            if field["name"] == entity.get("tenant") and field.get("target_kind") == "entity":
                yield field["target"], f"entities/{number}/tenant"


def _find_membership(person: EntityDraft, target: str) -> str | None:
    """Find the reference by which people belong to a tenant: their own, or else their only one."""
    found = [each["name"] for each in person["fields"] if each.get("target") == target]
    own = person.get("tenant")
    return own if own in found else found[0] if len(found) == 1 else None


def _add_scope(entity: EntityDraft, own: str) -> None:
    key = find_member(entity, entity["key"])
    kind = find_type(key) if key else None
    if kind is None or kind == "records":
        return
    entity["scopes"] = [
        {
            "operation": "read",
            "condition": {
                "operator": "=",
                "operands": [
                    {"path": [entity["key"]], "type": kind},
                    {"person": [own, entity["key"]], "type": kind},
                ],
                "type": "bool",
            },
        }
    ]
