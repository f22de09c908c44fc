"""What an entity has under which names, and which roles people can have."""

from transformer.diagnostics.resources import read_table
from transformer.manifest.draft import Record


def list_fields(owner: Record) -> list[str]:
    """The names of an entity's fields, with that of the key that goes without saying."""
    names = [field["name"] for field in owner["fields"]]
    has_key = "key" in owner or any("pk" in field["said"] for field in owner["fields"])
    return names if has_key else ["id", *names]


def list_members(owner: Record) -> list[str]:
    """The names of an entity's fields, computed values and relations."""
    parts = ("computed", "relations")
    return [*list_fields(owner), *(each["name"] for part in parts for each in owner.get(part, ()))]


def find_member(owner: Record, name: str) -> Record | None:
    """A field, computed value or relation of an entity; the implied key counts."""
    parts = ("fields", "computed", "relations")
    members = (member for part in parts for member in owner.get(part, ()))
    found = next((member for member in members if member["name"] == name), None)
    if found is None and name == "id" and name in list_fields(owner):
        return {"name": "id", "type": "uuid"}
    return found


def find_sort(member: Record) -> str | None:
    """What an expression knows of a member's values; None while a computed one isn't typed."""
    if "expression" in member:
        found: str | None = member["expression"].get("type")
        return found
    if "kind" in member:
        return "record" if member["kind"] in ("has_one", "embeds") else "records"
    sort: str | None = (
        read_table("language/grammar")["types"].get(member.get("type"), {}).get("sort")
    )
    return sort


def is_person(field: Record, manifest: Record) -> bool:
    """Whether the field refers to whoever signs in."""
    person = manifest.get("person", {}).get("entity")
    is_entity = person is not None and field.get("target") == person
    return is_entity or field.get("target_kind") == "account"


def list_roles(manifest: Record) -> tuple[str, ...]:
    """The roles that there are; none where any group of people may be one."""
    person = manifest.get("person", {})
    for entity in manifest["entities"]:
        for field in entity["fields"]:
            if entity["name"] == person.get("entity") and field["name"] == person.get("role"):
                return tuple(choice["value"] for choice in field.get("values", ()))
    return ()
