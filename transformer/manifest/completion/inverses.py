"""Inverses of references: a unique name and a title."""

from collections import Counter

from transformer.manifest.entity_members import list_members
from transformer.manifest.inflection import snake_name, snake_plural, title_from_name
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.field_drafts import FieldDraft, InverseDraft
from transformer.manifest.records.manifest_draft import ManifestDraft
from transformer.manifest.table_rows import HeadingRow, read_headings
from transformer.model.naming import make_unique


def name_inverses(manifest: ManifestDraft) -> None:
    """Name the inverse of every reference."""
    headings = read_headings()[manifest["app"]["language"]]
    entities = {entity["name"]: entity for entity in manifest["entities"]}
    taken: dict[str, set[str]] = {
        name: {member.lower() for member in list_members(entity)}
        for name, entity in entities.items()
    }
    for entity in manifest["entities"]:
        references = [field for field in entity["fields"] if field["type"] == "ref"]
        targets = Counter(field["target"] for field in references)
        for field in references:
            target = field["target"]
            is_only = targets[target] == 1 and target != entity["name"]
            names = taken.setdefault(target, set())
            relation = _find_relation(entities.get(target), entity["name"], field["name"])
            field["inverse"] = relation or _name_inverse(
                entity, field, names, headings=headings, is_only=is_only
            )


def _find_relation(owner: EntityDraft | None, target: str, via: str) -> InverseDraft | None:
    """Find the relation that is the inverse already: its name and title."""
    for relation in owner["relations"] if owner else ():
        if (relation["target"], relation.get("via")) == (target, via):
            return {"name": relation["name"], "title": relation["title"]}
    return None


def _name_inverse(
    entity: EntityDraft,
    field: FieldDraft,
    taken: set[str],
    *,
    headings: HeadingRow,
    is_only: bool,
) -> InverseDraft:
    """Derive the inverse from the names, in the singular if it leads to one record."""
    is_one, field_name = field["unique"] != "no", field["name"]
    records = snake_name(entity["name"]) if is_one else snake_plural(entity["name"])
    title = entity["title"] if is_one else entity["plural"]
    wanted = records if is_only else f"{field_name}_{records}"
    if field["target"] == entity["name"] and field_name.lower() == "parent":
        wanted = "child" if is_one else "children"
        title = headings["child"] if is_one else headings["children"]
    elif not is_only:
        is_made = field["title"] == title_from_name(field_name)
        title = f"{title} ({field['title'].lower() if is_made else field['title']})"
    name = make_unique(wanted[:90], taken)
    taken.add(name.lower())
    return {"name": name, "title": title}
