"""Embedded records: the reference by which a part belongs to its owner, which no line declares."""

from collections import Counter
from collections.abc import Iterator, Mapping

from transformer.diagnostics.problems import Span
from transformer.manifest.draft import Draft
from transformer.manifest.entity_members import list_members
from transformer.manifest.inflection import snake_name
from transformer.manifest.records.entity_drafts import EntityDraft, RelationDraft
from transformer.manifest.records.field_drafts import FieldDraft
from transformer.manifest.records.manifest_draft import ManifestDraft
from transformer.model.naming import make_unique

_Entities = Mapping[str, EntityDraft]


def link_parts(draft: Draft, entities: _Entities) -> None:
    """Give every embedded entity its reference to the owner, and report what can't be embedded."""
    counts = Counter(each["target"] for each in list_embeddings(draft.manifest))
    person = draft.manifest["person"].get("entity")
    for number, entity in enumerate(draft.manifest["entities"]):
        for index, relation in enumerate(entity["relations"]):
            target = entities.get(relation["target"])
            if relation["kind"] != "embeds" or target is None:
                continue
            place = f"entities/{number}/relations/{index}"
            words = {"word": target["name"], "entity": entity["name"]}
            if target["name"] == person:
                draft.report("embedded-account", f"{place}/target", **words)
            elif entity["name"] in _list_inner(target, entities):
                draft.report("embedding-cycle", f"{place}/target", **words)
            else:
                is_only = counts[target["name"]] == 1
                _add_reference(draft, entity, relation, target, place, is_only=is_only)


def list_embeddings(manifest: ManifestDraft) -> Iterator[RelationDraft]:
    """List the relations that embed an entity."""
    relations = (each for entity in manifest["entities"] for each in entity["relations"])
    yield from (each for each in relations if each["kind"] == "embeds")


def _list_inner(entity: EntityDraft, entities: _Entities) -> set[str]:
    """List an entity and all that it embeds, at any depth."""
    found: set[str] = set()
    waiting = [entity["name"]]
    while waiting:
        if (name := waiting.pop()) in found or name not in entities:
            continue
        found.add(name)
        inner = (each for each in entities[name]["relations"] if each["kind"] == "embeds")
        waiting += [each["target"] for each in inner]
    return found


def _add_reference(
    draft: Draft,
    entity: EntityDraft,
    relation: RelationDraft,
    target: EntityDraft,
    place: str,
    *,
    is_only: bool,
) -> None:
    """Add the reference; it is required unless several entities or relations share the target."""
    wanted = snake_name(entity["name"])
    wanted = wanted if is_only else f"{wanted}_{relation['name']}"
    name = make_unique(wanted[:90], {each.lower() for each in list_members(target)})
    owner = f"entities/{draft.manifest['entities'].index(target)}"
    for step in ("", "/name"):
        draft.copy_place(f"{owner}/fields/{len(target['fields'])}{step}", place)
    target["fields"].append(_make_reference(entity, name, draft.locate(place), is_only=is_only))
    relation["via"] = name


def _make_reference(
    entity: EntityDraft, name: str, span: Span | None, *, is_only: bool
) -> FieldDraft:
    field = FieldDraft(name=name, type="ref", target=entity["name"], target_kind="entity")
    if is_only and "title" in entity:
        field["title"] = entity["title"]
    if is_only:
        field["modifiers"] = {"required": span, "unique": span, "cascade": span}
    else:
        field["modifiers"] = {"unique?": span, "cascade": span}
    return field
