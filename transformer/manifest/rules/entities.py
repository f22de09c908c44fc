"""What must hold for an entity and the names that it uses."""

from transformer.manifest.draft import Draft, Record
from transformer.manifest.rules.fields import check_field, find_bad_values

_ACCOUNT = "User"


def check_entities(draft: Draft) -> None:
    """Report what is wrong with enumerations, entities and their fields."""
    for number, enum in enumerate(draft.manifest["enums"]):
        for code, part, words in find_bad_values(enum["values"]):
            draft.report(code, f"enums/{number}/{part}", name=enum["name"], **words)
    for number, entity in enumerate(draft.manifest["entities"]):
        path = f"entities/{number}"
        for index, field in enumerate(entity["fields"]):
            inner = f"{path}/fields/{index}"
            check_field(draft, field, inner)
            _check_earlier_name(draft, entity, field, inner)
        _check_keys(draft, entity, path)
        _check_uniques(draft, entity, path)
        _check_orders(draft, entity, path)
        if entity.get("display") is not None:
            check_field_name(draft, entity, entity["display"], f"{path}/display", path)


def link_fields(draft: Draft) -> None:
    """Find the target of each reference and the values of each shared enumeration."""
    manifest = draft.manifest
    entities = {entity["name"]: entity for entity in manifest["entities"]}
    enums = {enum["name"]: enum for enum in manifest["enums"]}
    for number, entity in enumerate(manifest["entities"]):
        for index, field in enumerate(entity["fields"]):
            path = f"entities/{number}/fields/{index}"
            if field["type"] == "ref":
                _link_target(draft, field, entities, path)
            if "enum" in field and field["enum"] in enums:
                field["values"] = [dict(choice) for choice in enums[field["enum"]]["values"]]


def _link_target(draft: Draft, field: Record, entities: dict[str, Record], path: str) -> None:
    target = field["target"]
    field["target_kind"] = "entity" if target in entities else "account"
    if target in entities or target == _ACCOUNT or draft.is_broken("", target):
        return
    draft.report_unknown("unknown-entity", f"{path}/target", target, [*entities, _ACCOUNT])


def check_field_name(draft: Draft, entity: Record, name: str, path: str, owner: str) -> bool:
    """Whether the entity has the field; reports if it doesn't."""
    known = [field["name"] for field in entity["fields"]]
    implied = () if any("pk" in field.get("said", ()) for field in entity["fields"]) else ("id",)
    if name in known or name in implied:
        return True
    if not draft.is_broken(owner, name):
        draft.report_unknown("unknown-field", path, name, known, entity=entity["name"])
    return False


def _check_earlier_name(draft: Draft, entity: Record, field: Record, path: str) -> None:
    earlier = field.get("was")
    if any(other["name"] == earlier for other in entity["fields"]):
        draft.report("was-exists", f"{path}/was", word=str(earlier), entity=entity["name"])


def _check_keys(draft: Draft, entity: Record, path: str) -> None:
    keys = [n for n, field in enumerate(entity["fields"]) if "pk" in field.get("said", ())]
    for number in keys[1:]:
        related = (("the first one is here", f"{path}/fields/{keys[0]}"),)
        draft.report("two-keys", f"{path}/fields/{number}/said/pk", *related, word=entity["name"])
    named = [n for n, field in enumerate(entity["fields"]) if field["name"].lower() == "id"]
    if named and not keys and "said" in entity["fields"][named[0]]:
        draft.report("id-not-key", f"{path}/fields/{named[0]}", entity=entity["name"])


def _check_uniques(draft: Draft, entity: Record, path: str) -> None:
    for number, unique in enumerate(entity["uniques"]):
        for index, name in enumerate(unique["fields"]):
            place = f"{path}/uniques/{number}/fields/{index}"
            check_field_name(draft, entity, name, place, path)
            if name in unique["fields"][:index]:
                draft.report("doubled-name", place, word=name)


def _check_orders(draft: Draft, entity: Record, path: str) -> None:
    for number, index in enumerate(entity["indexes"]):
        _check_order(draft, entity, index["fields"], f"{path}/indexes/{number}/fields", path)
    _check_order(draft, entity, entity.get("order", []), f"{path}/order", path)


def _check_order(draft: Draft, entity: Record, order: list[Record], at: str, owner: str) -> None:
    names = [item["field"] for item in order]
    for number, name in enumerate(names):
        check_field_name(draft, entity, name, f"{at}/{number}", owner)
        if name in names[:number]:
            draft.report("doubled-name", f"{at}/{number}", word=name)
