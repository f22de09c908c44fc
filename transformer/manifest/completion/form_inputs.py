"""Completion of forms: the fields named, without those that can't be given, with those required."""

from transformer.manifest.draft import Draft
from transformer.manifest.entity_members import is_person, list_lines, list_links, list_parts
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.field_drafts import FieldDraft
from transformer.manifest.records.manifest_draft import ManifestDraft
from transformer.manifest.records.surface_drafts import ShownFieldDraft, SurfaceDraft


def complete_form(draft: Draft, surface: SurfaceDraft, entity: EntityDraft, path: str) -> None:
    """Reduce the sections of a form to its inputs, add those required, and warn of both."""
    fields = {field["name"]: field for field in entity["fields"]}
    others = [*(c["name"] for c in entity["computed"]), *(r["name"] for r in entity["relations"])]
    fields |= {name: FieldDraft(name=name, input="never") for name in others}
    fields |= make_link_inputs(entity)
    fields |= {name: FieldDraft(name=name, input="always") for name in list_lines(entity)}
    makes_records = surface["mode"] == "create" or (
        surface["mode"] == "custom" and any(section["fields"] for section in surface["sections"])
    )
    for number, section in enumerate(surface["sections"]):
        section["fields"] = [
            item
            for index, item in enumerate(section["fields"])
            if _can_stay(draft, surface, fields, item, f"{path}/sections/{number}/fields/{index}")
        ]
    if makes_records:
        _add_needed(draft, surface, entity, path)
        _add_parts(draft, surface, entity, path)
    _preset_people(surface, entity, draft.manifest)


def make_link_inputs(entity: EntityDraft) -> dict[str, FieldDraft]:
    """Make of each relation that people change in a form what says so of a field."""
    names = [*list_links(entity), *list_parts(entity)]
    return {name: FieldDraft(name=name, input="always") for name in names}


def _preset_people(surface: SurfaceDraft, entity: EntityDraft, manifest: ManifestDraft) -> None:
    """Preset the fields for whoever creates or changes the record."""
    moments = {"create": ("created", "updated"), "edit": ("updated",)}.get(surface["mode"], ())
    for field in entity["fields"]:
        if is_person(field, manifest) and field.get("automatic") in moments:
            surface["presets"].append({"field": field["name"], "value": "current_user"})


def _can_stay(
    draft: Draft,
    surface: SurfaceDraft,
    fields: dict[str, FieldDraft],
    item: ShownFieldDraft,
    place: str,
) -> bool:
    """Tell whether the field stays on the form; make one read-only that can't be changed there."""
    field, is_edit = fields[item["field"]], surface["mode"] == "edit"
    if field["input"] == "always" or (field["input"] == "create" and not is_edit):
        return True
    words = {"name": field["name"], "surface": surface["name"]}
    if is_edit:
        if not item.get("readonly"):
            item["readonly"] = True
            draft.report("shown-read-only", place, **words)
        return True
    draft.report("left-out", place, **words)
    return False


def _add_needed(draft: Draft, surface: SurfaceDraft, entity: EntityDraft, path: str) -> None:
    """Add the fields that are required to save a record."""
    named = {
        item["field"]: item
        for section in surface["sections"]
        for item in section["fields"]
        if not item.get("readonly") and not item.get("hidden")
    }
    for field in entity["fields"]:
        if field["name"] in named or not _is_needed(field):
            continue
        if is_person(field, draft.manifest):
            surface["presets"].append({"field": field["name"], "value": "current_user"})
            _drop_field(surface, field["name"])
            continue
        _add_field(surface, field["name"])
        if field["name"] == entity.get("tenant"):
            continue  # whoever belongs to a tenant isn't asked for it
        words = {"name": field["name"], "surface": surface["name"], "entity": entity["name"]}
        draft.report("field-added", path, **words)


def _add_parts(draft: Draft, surface: SurfaceDraft, entity: EntityDraft, path: str) -> None:
    """Add the parts without which there is no record."""
    named = {item["field"] for section in surface["sections"] for item in section["fields"]}
    for name in list_parts(entity, required=True):
        if name not in named:
            _add_field(surface, name)
            words = {"name": name, "surface": surface["name"], "entity": entity["name"]}
            draft.report("field-added", path, **words)


def _is_needed(field: FieldDraft) -> bool:
    if field["input"] == "never":
        return False
    return bool(field["required"]) and "default" not in field


def _drop_field(surface: SurfaceDraft, name: str) -> None:
    for section in surface["sections"]:
        section["fields"] = [item for item in section["fields"] if item["field"] != name]


def _add_field(surface: SurfaceDraft, name: str) -> None:
    for section in surface["sections"]:
        for item in section["fields"]:
            if item["field"] == name:
                item.pop("readonly", None)
                item.pop("hidden", None)
                return
    if not surface["sections"]:
        surface["sections"].append({"name": "main", "title": surface["title"], "fields": []})
    surface["sections"][-1]["fields"].append({"field": name})
