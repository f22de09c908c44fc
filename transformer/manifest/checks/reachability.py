"""Entities that no surface or workspace shows."""

from collections.abc import Iterator

from transformer.manifest.draft import Draft
from transformer.manifest.records.manifest_draft import ManifestDraft


def warn_of_unshown_entities(draft: Draft) -> None:
    """Warn of entities that no page shows, if there are pages at all."""
    manifest = draft.manifest
    if not manifest["surfaces"]:
        return
    shown = _list_shown(manifest)
    for number, entity in enumerate(manifest["entities"]):
        if entity["name"] not in shown:
            draft.report("unshown-entity", f"entities/{number}", word=entity["name"])


def _list_shown(manifest: ManifestDraft) -> set[str]:
    """List the entities that pages show, as their own or as lines and parts, or that sign in."""
    shown = {surface.get("entity", "") for surface in manifest["surfaces"]}
    regions = [region for each in manifest["workspaces"] for region in each["regions"]]
    shown |= {region.get("entity", "") for region in regions}
    relations = [relation for entity in manifest["entities"] for relation in entity["relations"]]
    shown |= {each["target"] for each in relations if each["kind"] == "embeds"}
    shown |= set(_list_lines(manifest))
    return shown | {manifest["person"].get("entity", "")}


def _list_lines(manifest: ManifestDraft) -> Iterator[str]:
    """List the entities whose records a form edits as lines."""
    entities = {each["name"]: each for each in manifest["entities"]}
    for surface in manifest["surfaces"]:
        entity = entities.get(surface.get("entity", ""))
        named = {field["field"] for part in surface["sections"] for field in part["fields"]}
        for relation in entity["relations"] if entity else ():
            if relation["name"] in named:
                yield relation["target"]
