"""The members of an entity by name, and the roles of people."""

from transformer.dsl.tables.expression_rows import MemberType
from transformer.dsl.tables.grammar_rows import read_grammar
from transformer.manifest.records.entity_drafts import EntityDraft, Member
from transformer.manifest.records.field_drafts import FieldDraft, Uniqueness
from transformer.manifest.records.manifest_draft import ManifestDraft

IMPLIED_KEY = "id"

LINE_KINDS = ("has_many", "has_one", "embeds")
"""The relations to records that refer back."""


def list_fields(owner: EntityDraft) -> list[str]:
    """List the names of an entity's fields, with that of the implied key."""
    names = [field["name"] for field in owner["fields"]]
    has_key = "key" in owner or any("pk" in field["modifiers"] for field in owner["fields"])
    return names if has_key else [IMPLIED_KEY, *names]


def find_key(owner: EntityDraft) -> str:
    """Find the name of an entity's key, which is implied where no field is one."""
    keys = (each["name"] for each in owner["fields"] if "pk" in each["modifiers"])
    return owner.get("key") or next(keys, IMPLIED_KEY)


def list_members(owner: EntityDraft) -> list[str]:
    """List the names of an entity's fields, computed values and relations."""
    computed, relations = owner.get("computed", ()), owner.get("relations", ())
    names = [*(each["name"] for each in computed), *(each["name"] for each in relations)]
    return [*list_fields(owner), *names]


def list_links(owner: EntityDraft) -> list[str]:
    """List the `many_to_many` relations of an entity that people change in its forms."""
    found = (each for each in owner.get("relations", ()) if each["kind"] == "many_to_many")
    return [each["name"] for each in found if "via" not in each and not each.get("readonly")]


def list_lines(owner: EntityDraft) -> list[str]:
    """List the relations of an entity whose records people may edit in its forms."""
    found = (each for each in owner.get("relations", ()) if each["kind"] in LINE_KINDS)
    return [each["name"] for each in found if "via" in each and not each.get("readonly")]


def list_parts(owner: EntityDraft, *, required: bool = False) -> list[str]:
    """List the relations of an entity to its parts that people edit, or those that they have to."""
    found = (each for each in owner.get("relations", ()) if each["kind"] == "embeds")
    asked = (each for each in found if "via" in each and not each.get("readonly"))
    return [each["name"] for each in asked if each.get("required") or not required]


def find_member(owner: EntityDraft, name: str) -> Member | None:
    """Find a field, computed value or relation of an entity; the implied key counts."""
    members: tuple[Member, ...] = (
        *owner.get("fields", ()),
        *owner.get("computed", ()),
        *owner.get("relations", ()),
    )
    found = next((member for member in members if member["name"] == name), None)
    if found is None and name == "id" and name in list_fields(owner):
        return FieldDraft(name="id", type="uuid")
    return found


def find_type(member: Member) -> MemberType | None:
    """Find the type of a member's values; None if a computed field isn't typed yet."""
    if "expression" in member:
        return member["expression"].get("type")
    if "kind" in member:
        return "record" if member["kind"] in ("has_one", "embeds") else "records"
    return read_grammar()["types"][member["type"]].get("value_type") if "type" in member else None


def find_uniqueness(field: FieldDraft) -> Uniqueness:
    """Find which values of a field may not occur twice, before completion by its modifiers."""
    if "unique" in field:
        return field["unique"]
    modifiers = field["modifiers"]
    if "unique?" in modifiers:
        return "present"
    return "always" if {"unique", "pk"} & modifiers.keys() else "no"


def is_person(field: FieldDraft, manifest: ManifestDraft) -> bool:
    """Tell whether the field refers to whoever signs in."""
    person = manifest.get("person", {}).get("entity")
    is_entity = person is not None and field.get("target") == person
    return is_entity or field.get("target_kind") == "account"


def list_roles(manifest: ManifestDraft) -> tuple[str, ...]:
    """List the roles; none if any group of people may be one."""
    person = manifest.get("person", {})
    for entity in manifest["entities"]:
        for field in entity["fields"]:
            if entity["name"] == person.get("entity") and field["name"] == person.get("role"):
                return tuple(choice["value"] for choice in field.get("values", ()))
    return ()
