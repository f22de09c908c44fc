"""Relations resolved: the reference that each inverts, and the rule for the others on deletion."""

from collections.abc import Iterator, Mapping
from typing import Literal

from transformer.dsl.tables.grammar_rows import Removal
from transformer.manifest.draft import Draft
from transformer.manifest.records.entity_drafts import EntityDraft, RelationDraft
from transformer.manifest.records.field_drafts import FieldDraft

_ACCOUNT = "User"
_INVERSE_KINDS = ("has_many", "has_one")
_REMOVAL_RULES: tuple[Removal, ...] = ("cascade", "restrict", "nullify")

_Entities = Mapping[str, EntityDraft]


def link_relations(draft: Draft, entity: EntityDraft, entities: _Entities, path: str) -> None:
    """Find the reference that each relation inverts."""
    for index, relation in enumerate(entity["relations"]):
        place = f"{path}/relations/{index}"
        rule = _take_rules(draft, relation, place)
        target = entities.get(relation["target"])
        if relation["kind"] == "many_to_many" and target is not None:
            _link_opposite(entity, relation, target, list(entities))
        if relation["kind"] == "embeds" and rule not in (None, "cascade"):
            draft.report("contradiction", place, word=str(rule), other="embeds")
        if relation["kind"] not in _INVERSE_KINDS or target is None:
            if rule and relation["kind"] != "embeds":
                relation["on_delete"] = rule
            continue
        ways = _list_inverse_candidates(entity, target)
        back = _choose_inverse(entity, relation, ways)
        if back:
            _link_inverse(draft, relation, back, place)
            _copy_removal_rule(draft, back, rule, place)
        elif not _may_be_misspelt(draft, target, entities):
            words = {"word": relation["name"], "target": target["name"]}
            words |= {"other": "other " if ways else "", "entity": entity["name"]}
            draft.report("missing-inverse", f"{place}/target", **words)


def _link_opposite(
    entity: EntityDraft, relation: RelationDraft, target: EntityDraft, order: list[str]
) -> None:
    """Make a relation the inverse of the one that leads from its target, if that comes first.

    That is what two entities mean that have one such relation each, to the other.
    """
    ways, back = _list_links(entity, target), _list_links(target, entity)
    is_later = order.index(target["name"]) < order.index(entity["name"])
    if is_later and len(ways) == len(back) == 1:
        relation["via"] = back[0]["name"]


def _list_links(entity: EntityDraft, target: EntityDraft) -> list[RelationDraft]:
    way = ("many_to_many", target["name"])
    return [each for each in entity["relations"] if (each["kind"], each["target"]) == way]


def _take_rules(draft: Draft, relation: RelationDraft, place: str) -> Removal | None:
    """Take the words after a relation's target: read-only, required, and the on-delete rule."""
    words = [relation.pop("rule", None), relation.pop("further_rule", None)]
    if "readonly" in words:
        relation["readonly"] = True
    if "required" in words and relation["kind"] == "embeds":
        relation["required"] = True
    elif "required" in words:
        draft.report("unfit-modifier", place, word="required", type=relation["kind"])
    known = [each for each in words if each and each != "readonly"]
    rules = [each for each in known if each != "required"]
    for other in rules[1:]:
        if other != rules[0]:
            draft.report("contradiction", place, word=other, other=rules[0])
    return rules[0] if rules else None


def _link_inverse(draft: Draft, relation: RelationDraft, back: FieldDraft, place: str) -> None:
    relation["via"] = back["name"]
    if relation["kind"] == "has_one" and "unique?" not in back["modifiers"]:
        back["modifiers"].setdefault("unique", draft.locate(place))


def _may_be_misspelt(draft: Draft, entity: EntityDraft, entities: _Entities) -> bool:
    """Tell whether a reference of the entity may be meant for another than it names."""
    targets = {field["target"] for field in entity["fields"] if field["type"] == "ref"}
    path = f"entities/{list(entities).index(entity['name'])}"
    return bool(draft.broken.get(path) or targets - {*entities, _ACCOUNT})


def _list_inverse_candidates(entity: EntityDraft, target: EntityDraft) -> list[FieldDraft]:
    return [f for f in target["fields"] if f["type"] == "ref" and f["target"] == entity["name"]]


def _choose_inverse(
    entity: EntityDraft, relation: RelationDraft, ways: list[FieldDraft]
) -> FieldDraft | None:
    """Choose the reference that a relation inverts: one that is free, by its name if that tells."""
    others = [each for each in entity["relations"] if each["target"] == relation["target"]]
    used = {each["via"] for each in others if "via" in each}
    meant = {each["name"] for each in others}
    free = {way["name"]: way for way in ways if way["name"] not in used}
    unmeant = (name for name in free if name not in meant)
    names = (relation["name"], entity["name"].lower(), *unmeant, *free)
    return next((free[name] for name in names if name in free), None)


def _copy_removal_rule(draft: Draft, back: FieldDraft, rule: Removal | None, place: str) -> None:
    """Copy a relation's on-delete rule to its inverse reference; what contradicts it is reported.

    An optional reference can be emptied, and one that is required can't.
    """
    if rule is None:
        return
    other = next(_list_contradicting(back, rule), None)
    if other is None:
        back["modifiers"].setdefault(rule, draft.locate(place))
        return
    if span := back["modifiers"][other]:
        draft.places[f"{place}/back"] = span
    related = ("the other one is here", f"{place}/back")
    draft.report("contradiction", place, related, word=rule, other=other)


def _list_contradicting(back: FieldDraft, rule: Removal) -> Iterator[Removal | Literal["required"]]:
    """List the modifiers of a reference that contradict a rule for when its target goes."""
    modifiers = back["modifiers"]
    if rule == "nullify" and "required" in modifiers:
        yield "required"
    yield from (each for each in _REMOVAL_RULES if each != rule and each in modifiers)
