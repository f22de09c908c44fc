"""The way back of each reference: a name that can't clash, and a title."""

from collections import Counter

from transformer.manifest.draft import Record
from transformer.manifest.members import list_members
from transformer.manifest.wording import snake_plural, title_from_name
from transformer.names import make_unique


def name_inverses(manifest: Record) -> None:
    """Give every reference of the manifest its inverse."""
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
            field["inverse"] = relation or _name_inverse(entity, field, is_only, names)


def _find_relation(owner: Record | None, target: str, via: str) -> Record | None:
    """The name and title of the relation that is the way back already."""
    for relation in owner["relations"] if owner else ():
        if (relation["target"], relation.get("via")) == (target, via):
            return {"name": relation["name"], "title": relation["title"]}
    return None


def _name_inverse(entity: Record, field: Record, is_only: bool, taken: set[str]) -> Record:
    plural, field_name = snake_plural(entity["name"]), field["name"]
    is_parent = field["target"] == entity["name"] and field_name.lower() == "parent"
    wanted = "children" if is_parent else plural if is_only else f"{field_name}_{plural}"
    name = make_unique(wanted[:90], taken)
    taken.add(name.lower())
    title = title_from_name(wanted) if is_parent else entity["plural"]
    if not is_only and not is_parent:
        title = f"{entity['plural']} ({field['title'].lower()})"
    return {"name": name, "title": title}
