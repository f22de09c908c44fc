"""Cycles of required references: no record of them can be created first."""

from collections.abc import Iterator

from transformer.manifest.draft import Draft
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.field_drafts import FieldDraft


def warn_of_cycles(draft: Draft) -> None:
    """Warn of each required reference that is part of a cycle or leads into one."""
    entities = draft.manifest["entities"]
    waiting = {entity["name"]: set(_list_required(entity)) for entity in entities}
    made: set[str] = set()
    while ready := {name for name, needed in waiting.items() if needed <= made} - made:
        made |= ready
    for number, entity in enumerate(entities):
        for index, field in enumerate(entity["fields"]):
            if _is_required(field) and field["target"] in waiting.keys() - made:
                path = f"entities/{number}/fields/{index}"
                words = {"entity": entity["name"], "target": field["target"]}
                draft.report("reference-cycle", path, name=field["name"], **words)


def _list_required(entity: EntityDraft) -> Iterator[str]:
    return (field["target"] for field in entity["fields"] if _is_required(field))


def _is_required(field: FieldDraft) -> bool:
    return field.get("target_kind") == "entity" and "required" in field["modifiers"]
