"""Checks of surfaces: mode, entity, fields and actions."""

from transformer.manifest.draft import Draft
from transformer.manifest.entity_members import list_members
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.surface_drafts import ActionDraft, AttentionDraft, SurfaceDraft

_MAKING = ("create", "custom")


def check_surfaces(draft: Draft) -> None:
    """Report problems of surfaces, their sections and actions."""
    entities = {
        entity["name"]: (entity, f"entities/{number}")
        for number, entity in enumerate(draft.manifest["entities"])
    }
    for number, surface in enumerate(draft.manifest["surfaces"]):
        path = f"surfaces/{number}"
        _check_mode(draft, surface, path)
        entity, owner = _find_entity(draft, surface, entities, path)
        if entity:
            _check_shown_fields(draft, surface, entity, path, owner)
        for index, action in enumerate(surface["actions"]):
            _check_action(draft, action, f"{path}/actions/{index}")
        for index, mark in enumerate(surface.get("ux", {}).get("attentions", ())):
            _check_mark(draft, mark, f"{path}/ux/attentions/{index}")


def _check_mode(draft: Draft, surface: SurfaceDraft, path: str) -> None:
    has_broken_lines = path in draft.broken
    mode = surface.get("mode")
    if mode is None and not has_broken_lines:
        draft.report("missing-mode", path, word=surface["name"])
    if mode not in (None, "custom") and "entity" not in surface and not has_broken_lines:
        draft.report("missing-entity", path, word=surface["name"], mode=str(mode))
    if surface.get("access", {}).get("to") == "public":
        _check_public(draft, surface, path)


def _check_public(draft: Draft, surface: SurfaceDraft, path: str) -> None:
    """Report a form that isn't for everybody: one that changes records, or makes accounts."""
    person = draft.manifest["person"].get("entity")
    if surface.get("mode") == "edit":
        draft.report("public-edit", f"{path}/access/to", word=surface["name"])
    elif surface.get("mode") in _MAKING and person and surface.get("entity") == person:
        draft.report("public-accounts", f"{path}/access/to", word=surface["name"])


def _find_entity(
    draft: Draft, surface: SurfaceDraft, entities: dict[str, tuple[EntityDraft, str]], path: str
) -> tuple[EntityDraft | None, str]:
    name = surface.get("entity")
    if name in entities:
        return entities[name]
    if name is not None and not draft.is_broken("", name):
        draft.report_unknown("unknown-entity", f"{path}/entity", name, entities)
    if name is None and path not in draft.broken and any(s["fields"] for s in surface["sections"]):
        place = next(n for n, s in enumerate(surface["sections"]) if s["fields"])
        if surface.get("mode") == "custom":
            draft.report("fields-without-entity", f"{path}/sections/{place}", word=surface["name"])
    return None, ""


def _check_shown_fields(
    draft: Draft, surface: SurfaceDraft, entity: EntityDraft, path: str, owner: str
) -> None:
    seen: dict[str, str] = {}
    known = list_members(entity)
    for number, section in enumerate(surface["sections"]):
        for index, shown in enumerate(section["fields"]):
            place, name = f"{path}/sections/{number}/fields/{index}", shown["field"]
            if name not in known and not draft.is_broken(owner, name, known):
                draft.report_unknown("unknown-field", place, name, known, entity=entity["name"])
            if name in seen:
                related = (("first shown here", seen[name]),)
                draft.report("shown-twice", place, *related, word=name, surface=surface["name"])
            seen.setdefault(name, place)


def _check_action(draft: Draft, action: ActionDraft, path: str) -> None:
    if "target" not in action and not draft.may_lack(path):
        draft.report("missing-target", path, word=action["name"])


def _check_mark(draft: Draft, mark: AttentionDraft, path: str) -> None:
    if "when" not in mark and not draft.may_lack(path):
        words = {"word": f"attention {mark['level']}", "missing": "`when: …`"}
        draft.report("missing-line", path, **words)
