"""Checks of entities: names of fields, keys, orders."""

from transformer.manifest.checks.field_checks import (
    check_field,
    find_invalid_choices,
    report_violation,
)
from transformer.manifest.completion.entity_defaults import choose_display
from transformer.manifest.draft import Draft
from transformer.manifest.entity_members import list_fields
from transformer.manifest.records.entity_drafts import EntityDraft, RelationDraft
from transformer.manifest.records.value_drafts import OrderDraft

_NAMED = "first named here"


def check_entities(draft: Draft) -> None:
    """Report problems of enumerations, entities and their fields."""
    for number, enum in enumerate(draft.manifest["enums"]):
        for fault in find_invalid_choices(enum["values"]):
            report_violation(draft, fault, f"enums/{number}", enum["name"])
    for number, entity in enumerate(draft.manifest["entities"]):
        path = f"entities/{number}"
        for index, field in enumerate(entity["fields"]):
            inner = f"{path}/fields/{index}"
            check_field(draft, field, inner)
            _check_earlier_name(draft, entity, field.get("was"), inner)
        for index, relation in enumerate(entity["relations"]):
            _check_earlier_links(draft, entity, relation, f"{path}/relations/{index}")
        _check_keys(draft, entity, path)
        _check_uniques(draft, entity, path)
        _check_orders(draft, entity, path)
        _check_wholes(draft, entity, path)
        if (display := entity.get("display")) is not None:
            check_field_name(draft, entity, display, f"{path}/display", path)


def warn_of_sensitive_names(draft: Draft) -> None:
    """Warn of records that go by what is sensitive, which pages show wherever they name one."""
    for number, entity in enumerate(draft.manifest["entities"]):
        display = entity.get("display", choose_display(entity))
        for index, field in enumerate(entity["fields"]):
            if field["name"] == display and (field.get("sensitive") or "pii" in field):
                words = {"word": field["name"], "entity": entity["name"]}
                draft.report("sensitive-name", f"entities/{number}/fields/{index}", **words)


def _check_wholes(draft: Draft, entity: EntityDraft, path: str) -> None:
    """Report lines that only add to another line, which is missing."""
    lacking = []
    if "search" in entity and "fields" not in entity["search"]:
        lacking.append(("search", "full_text"))
    if "versions" in entity and "field" not in entity["versions"]:
        lacking.append(("versions", "history"))
    for part, word in lacking if path not in draft.broken else ():
        draft.report("missing-line", f"{path}/{part}", word=word, missing=f"`{part}: …`")


def check_field_name(draft: Draft, entity: EntityDraft, name: str, path: str, owner: str) -> None:
    """Report a name that no field of the entity has."""
    known = list_fields(entity)
    if name not in known and not draft.is_broken(owner, name, known):
        draft.report_unknown("unknown-field", path, name, known, entity=entity["name"])


def _check_earlier_name(draft: Draft, entity: EntityDraft, earlier: str | None, path: str) -> None:
    names = [other["name"] for other in entity["fields"]]
    if earlier in names:
        owner = path.rpartition("/")[0].rpartition("/")[0]
        other = ("it is here", f"{owner}/fields/{names.index(earlier)}")
        draft.report("was-exists", f"{path}/was", other, word=str(earlier), entity=entity["name"])


def _check_earlier_links(
    draft: Draft, entity: EntityDraft, relation: RelationDraft, path: str
) -> None:
    """Report an earlier name that is still there, or that no relation of the kind can have."""
    _check_earlier_name(draft, entity, relation.get("was"), path)
    if "was" in relation and (relation["kind"] != "many_to_many" or "via" in relation):
        draft.report("unfit-modifier", f"{path}/was", word="was", type=relation["kind"])


def _check_keys(draft: Draft, entity: EntityDraft, path: str) -> None:
    keys = [n for n, field in enumerate(entity["fields"]) if "pk" in field.get("modifiers", ())]
    for number in keys[1:]:
        related = (("the first one is here", f"{path}/fields/{keys[0]}/modifiers/pk"),)
        draft.report(
            "two-keys", f"{path}/fields/{number}/modifiers/pk", *related, word=entity["name"]
        )
    named = [n for n, field in enumerate(entity["fields"]) if field["name"].lower() == "id"]
    if named and not keys and "modifiers" in entity["fields"][named[0]]:
        draft.report("id-not-key", f"{path}/fields/{named[0]}", entity=entity["name"])


def _check_uniques(draft: Draft, entity: EntityDraft, path: str) -> None:
    for number, unique in enumerate(entity["uniques"]):
        for index, name in enumerate(unique["fields"]):
            place = f"{path}/uniques/{number}/fields/{index}"
            check_field_name(draft, entity, name, place, path)
            if name in unique["fields"][:index]:
                first = f"{path}/uniques/{number}/fields/{unique['fields'].index(name)}"
                draft.report("duplicate-name", place, (_NAMED, first), word=name)


def _check_orders(draft: Draft, entity: EntityDraft, path: str) -> None:
    for number, index in enumerate(entity["indexes"]):
        _check_order(draft, entity, index["fields"], f"{path}/indexes/{number}/fields", path)
    _check_order(draft, entity, entity.get("order", []), f"{path}/order", path)


def _check_order(
    draft: Draft, entity: EntityDraft, order: list[OrderDraft], at: str, owner: str
) -> None:
    names = [item["field"] for item in order]
    for number, name in enumerate(names):
        check_field_name(draft, entity, name, f"{at}/{number}", owner)
        if name in names[:number]:
            first = (_NAMED, f"{at}/{names.index(name)}")
            draft.report("duplicate-name", f"{at}/{number}", first, word=name)
