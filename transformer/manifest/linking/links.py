"""Names resolved: who signs in, what a reference, relation, region or test is about."""

from collections.abc import Iterable, Mapping

from transformer.manifest.draft import Draft
from transformer.manifest.entity_members import find_member
from transformer.manifest.linking.acceptance_links import link_tests
from transformer.manifest.linking.embedding import link_parts
from transformer.manifest.linking.origin_links import link_sources
from transformer.manifest.linking.relation_links import link_relations
from transformer.manifest.linking.service_links import link_services
from transformer.manifest.records.connection_drafts import ForeignModelDraft
from transformer.manifest.records.entity_drafts import EntityDraft, TransitionDraft
from transformer.manifest.records.field_drafts import FieldDraft

_ACCOUNT = "User"
_STATES = ("status", "state")
_BY_HAND = "manual"

_Entities = Mapping[str, EntityDraft]


def link_draft(draft: Draft) -> None:
    """Resolve the names of a draft, and report those that resolve to nothing."""
    entities = {entity["name"]: entity for entity in draft.manifest["entities"]}
    link_person(draft, entities)
    link_enums(draft)
    for number, entity in enumerate(draft.manifest["entities"]):
        link_references(draft, entity, entities, f"entities/{number}")
    link_parts(draft, entities)
    for number, entity in enumerate(draft.manifest["entities"]):
        link_relations(draft, entity, entities, f"entities/{number}")
        link_transitions(draft, entity, f"entities/{number}")
    link_regions(draft, entities)
    link_tests(draft, entities)
    link_services(draft)
    link_sources(draft)


def link_person(draft: Draft, entities: _Entities) -> None:
    """Find the entity whose records sign in: the one with `auth: identity`, else `User`."""
    manifest = draft.manifest
    signing_in = [n for n, entity in enumerate(manifest["entities"]) if "auth" in entity]
    for number in signing_in[1:]:
        related = (("the first one is here", f"entities/{signing_in[0]}/auth"),)
        word = manifest["entities"][number]["name"]
        draft.report("two-identities", f"entities/{number}/auth", *related, word=word)
    entity = manifest["entities"][signing_in[0]] if signing_in else entities.get(_ACCOUNT)
    manifest["person"] = {}
    if entity is None:
        return
    manifest["person"]["entity"] = entity["name"]
    number = manifest["entities"].index(entity)
    draft.copy_place("person/entity", f"entities/{number}/auth")
    for field in entity["fields"]:
        if field["name"] == "role":
            manifest["person"]["role"] = "role"
        if field["name"] == "email" and "unique" in field["modifiers"]:
            manifest["person"]["sign_in"] = "email"


def link_enums(draft: Draft) -> None:
    """Copy the values of shared enumerations to their fields."""
    enums = {enum["name"]: enum for enum in draft.manifest["enums"]}
    manifest = draft.manifest
    owners: tuple[EntityDraft | ForeignModelDraft, ...] = (
        *manifest["entities"],
        *manifest["foreign_models"],
    )
    for owner in owners:
        for field in owner["fields"]:
            if field.get("enum") in enums:
                values = enums[field["enum"]]["values"]
                field["values"] = [choice.copy() for choice in values]


def link_references(draft: Draft, entity: EntityDraft, entities: _Entities, path: str) -> None:
    """Find the target of each reference."""
    person = draft.manifest["person"].get("entity")
    for index, field in enumerate(entity["fields"]):
        if field["type"] != "ref":
            continue
        target = field["target"]
        if target == _ACCOUNT and target not in entities and person:
            target = field["target"] = person
        field["target_kind"] = "entity" if target in entities else "account"
        if target not in entities and target != _ACCOUNT and not draft.is_broken("", target):
            known = [*entities, _ACCOUNT]
            draft.report_unknown("unknown-entity", f"{path}/fields/{index}/target", target, known)


def link_transitions(draft: Draft, entity: EntityDraft, path: str) -> None:
    """Find the field that holds the states."""
    transitions = entity.get("transitions")
    if transitions is None:
        return
    rules = transitions["rules"]
    for rule in rules:
        if rule.get("from") == "*":
            del rule["from"]
        if _is_by_hand(rule, entity):
            del rule["condition"]
    states = [rule[end] for rule in rules for end in ("from", "to") if end in rule]
    fields = [field for field in entity["fields"] if field.get("values")]
    if "field" not in transitions:
        chosen = max(fields, key=lambda field: _count_states(field, states), default=None)
        if chosen is None:
            if not draft.may_lack(path):
                draft.report("no-state-field", f"{path}/transitions", word=entity["name"])
            return
        transitions["field"] = chosen["name"]


def _is_by_hand(rule: TransitionDraft, entity: EntityDraft) -> bool:
    """Tell whether a condition is `manual`, which in larger dialects says what is the default."""
    is_said = rule.get("condition", {}).get("path") == [_BY_HAND]
    return is_said and find_member(entity, _BY_HAND) is None


def _count_states(field: FieldDraft, states: Iterable[str]) -> tuple[int, bool]:
    values = {choice["value"] for choice in field["values"]}
    return len(values & set(states)), field["name"] in _STATES


def link_regions(draft: Draft, entities: _Entities) -> None:
    """Resolve the source of each region: an entity, or a surface and its entity."""
    surfaces = {surface["name"]: surface for surface in draft.manifest["surfaces"]}
    for number, workspace in enumerate(draft.manifest["workspaces"]):
        for index, region in enumerate(workspace["regions"]):
            source = region.pop("source", None)
            place = f"workspaces/{number}/regions/{index}"
            if source is None:
                continue
            for part in ("entity", "surface"):
                draft.places[f"{place}/{part}"] = draft.places[f"{place}/source"]
            region["entity"] = source
            if source in surfaces and source not in entities:
                region["surface"] = source
                region["entity"] = surfaces[source].get("entity", "")
            elif source not in entities:
                _report_source(draft, source, [*entities, *surfaces], f"{place}/source")
                del region["entity"]


def _report_source(draft: Draft, source: str, known: list[str], path: str) -> None:
    if not draft.is_broken("", source):
        draft.report_unknown("unknown-source", path, source, known)
