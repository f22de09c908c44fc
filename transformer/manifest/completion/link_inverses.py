"""Inverses of links: what the records on the other side call those that are linked to them."""

from collections.abc import Iterator, Mapping

from transformer.manifest.entity_members import list_members
from transformer.manifest.inflection import snake_plural
from transformer.manifest.records.entity_drafts import EntityDraft, RelationDraft
from transformer.manifest.records.field_drafts import InverseDraft
from transformer.manifest.records.manifest_draft import ManifestDraft
from transformer.model.naming import make_unique

_Entities = Mapping[str, EntityDraft]


def name_link_inverses(manifest: ManifestDraft) -> None:
    """Give every `many_to_many` relation an inverse: the relation that is one, or a name."""
    entities = {entity["name"]: entity for entity in manifest["entities"]}
    taken = _list_taken(entities)
    for entity in manifest["entities"]:
        for relation in entity["relations"]:
            target = entities.get(relation["target"])
            if relation["kind"] == "many_to_many" and "via" not in relation and target:
                relation["inverse"] = _make_inverse(entity, relation, target, taken[target["name"]])


def _list_taken(entities: _Entities) -> dict[str, set[str]]:
    """List the names of each entity's members, and of the inverses of references to it."""
    taken = {name: {each.lower() for each in list_members(e)} for name, e in entities.items()}
    for field in (field for entity in entities.values() for field in entity["fields"]):
        if field.get("target") in taken and "inverse" in field:
            taken[field["target"]].add(field["inverse"]["name"].lower())
    return taken


def _make_inverse(
    entity: EntityDraft, relation: RelationDraft, target: EntityDraft, taken: set[str]
) -> InverseDraft:
    for each in target["relations"]:
        way = (each["kind"], each["target"], each.get("via"))
        if way == ("many_to_many", entity["name"], relation["name"]):
            return InverseDraft(name=each["name"], title=each["title"])
    plural = snake_plural(entity["name"])
    is_only = len(list(_list_ways(entity, target))) == 1 and entity is not target
    name = make_unique((plural if is_only else f"{relation['name']}_{plural}")[:90], taken)
    taken.add(name.lower())
    title = entity["plural"]
    return InverseDraft(name=name, title=title if is_only else f"{title} ({relation['title']})")


def _list_ways(entity: EntityDraft, target: EntityDraft) -> Iterator[str]:
    """List the references and relations by which an entity leads to another one."""
    yield from (each["name"] for each in entity["fields"] if each.get("target") == target["name"])
    for each in entity["relations"]:
        if (each["kind"], each["target"]) == ("many_to_many", target["name"]):
            yield each["name"]
