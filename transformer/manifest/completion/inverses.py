"""Inverses of references: a unique name and a title."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from transformer.manifest.entity_members import find_uniqueness, list_members
from transformer.manifest.inflection import snake_name, snake_plural, title_from_name
from transformer.manifest.records.entity_drafts import EntityDraft, RelationDraft
from transformer.manifest.records.field_drafts import FieldDraft, InverseDraft
from transformer.manifest.records.manifest_draft import ManifestDraft
from transformer.manifest.table_rows import HeadingRow, read_headings
from transformer.model.naming import make_unique


class NamedInverse(NamedTuple):
    """A reference, and the name of its inverse."""

    entity: EntityDraft
    field: FieldDraft
    name: str
    relation: RelationDraft | None
    """The relation that is the inverse already."""
    is_only: bool
    """Whether no other reference leads from the entity to the same one."""


def name_inverses(manifest: ManifestDraft) -> None:
    """Give every reference an inverse."""
    headings = read_headings()[manifest["app"]["language"]]
    for inverse in choose_inverses(manifest):
        relation = inverse.relation
        title = relation["title"] if relation else _title_inverse(inverse, headings)
        inverse.field["inverse"] = InverseDraft(name=inverse.name, title=title)


def choose_inverses(manifest: ManifestDraft) -> Iterator[NamedInverse]:
    """Choose the name of the inverse of every reference; one that is given stays."""
    entities = {entity["name"]: entity for entity in manifest["entities"]}
    taken: dict[str, set[str]] = {
        name: {member.lower() for member in list_members(entity)}
        for name, entity in entities.items()
    }
    for entity in manifest["entities"]:
        references = [each for each in entity["fields"] if each["type"] == "ref"]
        references = [each for each in references if "target" in each]  # else it is reported
        targets = Counter(field["target"] for field in references)
        for field in references:
            target = field["target"]
            is_only = targets[target] == 1 and target != entity["name"]
            relation = _find_relation(entities.get(target), entity["name"], field["name"])
            if "inverse" in field:
                name = field["inverse"]["name"]
            elif relation:
                name = relation["name"]
            else:
                name = _choose_name(entity, field, taken.setdefault(target, set()), is_only)
            yield NamedInverse(entity, field, name, relation, is_only)


def _find_relation(owner: EntityDraft | None, target: str, via: str) -> RelationDraft | None:
    """Find the relation that is the inverse already."""
    relations = owner["relations"] if owner else ()
    found = (each for each in relations if (each["target"], each.get("via")) == (target, via))
    return next(found, None)


def _choose_name(entity: EntityDraft, field: FieldDraft, taken: set[str], is_only: bool) -> str:
    """Choose a name that isn't taken, in the singular if the inverse leads to one record."""
    is_one = find_uniqueness(field) != "no"
    records = snake_name(entity["name"]) if is_one else snake_plural(entity["name"])
    wanted = records if is_only else f"{field['name']}_{records}"
    if _is_parent(entity, field):
        wanted = "child" if is_one else "children"
    name = make_unique(wanted[:90], taken)
    taken.add(name.lower())
    return name


def _is_parent(entity: EntityDraft, field: FieldDraft) -> bool:
    return field["target"] == entity["name"] and field["name"].lower() == "parent"


def _title_inverse(inverse: NamedInverse, headings: HeadingRow) -> str:
    entity, field = inverse.entity, inverse.field
    is_one = find_uniqueness(field) != "no"
    if _is_parent(entity, field):
        return headings["child"] if is_one else headings["children"]
    title = entity["title"] if is_one else entity["plural"]
    if inverse.is_only:
        return title
    is_made = field["title"] == title_from_name(field["name"])
    return f"{title} ({field['title'].lower() if is_made else field['title']})"
