"""What is sent, as JSON Schema: what forms take, and changes of many records."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeGuard

from transformer.backends.openapi.objects import Schema, refer_to
from transformer.backends.openapi.openapi_rows import OperationRow, read_operations, read_types
from transformer.backends.openapi.record_contents import list_shown_names
from transformer.backends.openapi.record_schemas import name_schema
from transformer.backends.openapi.schemas import Use, describe_links, describe_property, spell_prose
from transformer.model.entities import Entity, Member
from transformer.model.entity_fields import Field
from transformer.model.relations import Relation
from transformer.model.surfaces import Item, Surface, can_be_sent

_MOST_KEYS = 100
USERNAME = "username"
"""What people sign in with where they have no field for that."""
_NAME: Schema = {
    "description": "The name to sign in with.",
    "type": "string",
    "minLength": 1,
    "maxLength": 150,
}


class Input(NamedTuple):
    """What a form sends of a record, with what the form says of it."""

    member: Field | Relation
    item: Item | None


def list_body_schemas(entity: Entity) -> Iterator[tuple[str, Schema]]:
    """List the schemas of what is sent for the records of an entity."""
    for row in read_operations().values():
        for surface in entity.surfaces:
            if "takes" in row and surface.mode == row.get("page"):
                yield from _list_bodies(entity, surface, row)
    yield f"{entity.name}.bulk", _describe_bulk(entity)


def _list_bodies(
    entity: Entity, surface: Surface, row: OperationRow
) -> Iterator[tuple[str, Schema]]:
    inputs = list(list_inputs(entity, surface, row))
    bodies = {name_body(surface): inputs}
    if any(map(_is_file, inputs)):
        bodies[name_body(surface, ".json")] = [each for each in inputs if not _is_file(each)]
    for name, sent in bodies.items():
        yield name, _add_name(_describe_body(surface, row, sent), entity, row)


def _add_name(body: Schema, entity: Entity, row: OperationRow) -> Schema:
    """Add the name with which people sign in, where their entity has no field for it."""
    person = entity.model.person
    if entity is not person.entity or person.sign_in_name is not None:
        return body
    body["properties"] = {USERNAME: _NAME, **body.get("properties", {})}
    if "partial" not in row:
        body["required"] = [USERNAME, *body.get("required", [])]
    return body


def name_body(surface: Surface, ending: str = "") -> str:
    """Name the schema of what a surface sends; what has no files has one of its own."""
    own = f".{surface.mode}" if surface.default else ""
    entity = surface.entity
    return name_schema(entity, surface, f"{own}{ending}") if entity else surface.name


def list_inputs(entity: Entity, surface: Surface, row: OperationRow) -> Iterator[Input]:
    """List what a form sends, in order."""
    items = {item.field_name: item for item in surface.items}
    for name in list_shown_names(surface):
        member, item = entity.member(name), items.get(name)
        # Whose a record is follows from who makes it.
        is_asked = not (item and item.readonly) and member is not entity.tenant
        if is_asked and _is_taken(member, row):
            yield Input(member, item)


def list_chosen(entity: Entity) -> list[str]:
    """List the names of what is chosen among other records in any default form."""
    found = [
        each.member.name
        for row in read_operations().values()
        for surface in entity.surfaces
        if "takes" in row and surface.mode == row.get("page") and surface.default
        if can_be_sent(surface)
        for each in list_inputs(entity, surface, row)
        if isinstance(each.member, Relation) or each.member.is_reference
    ]
    return list(dict.fromkeys(found))


def has_files(entity: Entity, surface: Surface, row: OperationRow) -> bool:
    """Tell whether a form sends files."""
    return any(map(_is_file, list_inputs(entity, surface, row)))


def needs_files(entity: Entity, surface: Surface, row: OperationRow) -> bool:
    """Tell whether a form can't be sent without a file."""
    found = (each for each in list_inputs(entity, surface, row) if _is_file(each))
    return "partial" not in row and any(map(_is_needed, found))


def _is_taken(member: Member, row: OperationRow) -> TypeGuard[Field | Relation]:
    match member:
        case Field():
            return member.input in row.get("takes", ())
        case Relation():
            return member.is_link
    return False


def _is_file(sent: Input) -> bool:
    return isinstance(sent.member, Field) and "upload" in read_types()[sent.member.type]


def _is_needed(sent: Input) -> bool:
    member = sent.member
    return isinstance(member, Field) and member.required and not member.default


def _describe_body(surface: Surface, row: OperationRow, inputs: Sequence[Input]) -> Schema:
    schema: Schema = {"description": spell_prose(surface.title), "type": "object"}
    needed = [each.member.name for each in inputs if _is_needed(each)]
    if needed and "partial" not in row:
        schema["required"] = needed
    if "partial" in row:
        schema["minProperties"] = 1
    if inputs:
        use: Use = "create" if surface.mode == "create" else "edit"
        schema["properties"] = {each.member.name: _describe_input(each, use) for each in inputs}
    schema["additionalProperties"] = False
    return schema


def _describe_input(sent: Input, use: Use) -> Schema:
    member, item = sent
    if isinstance(member, Field):
        return describe_property(member, use, item)
    schema = describe_links(member, item.title if item else member.title, "key")
    if item and item.help:
        schema["description"] = spell_prose(item.help)
    return schema


def _describe_bulk(entity: Entity) -> Schema:
    form = find_form(entity)
    actions = [*(["change"] if form else []), *(["delete"] if entity.deletable else [])]
    schema: Schema = {
        "description": spell_prose(entity.plural),
        "type": "object",
        "required": ["action", "keys"],
        "properties": {
            "action": {"type": "string", "enum": actions},
            "keys": {
                "type": "array",
                "items": refer_to(f"{entity.name}.key"),
                "minItems": 1,
                "maxItems": _MOST_KEYS,
                "uniqueItems": True,
            },
        },
    }
    if form:
        schema["properties"]["changes"] = refer_to(_name_changes(entity, form))
    schema["additionalProperties"] = False
    return schema


def find_form(entity: Entity) -> Surface | None:
    """Find the form that changes records; None where there is none."""
    found = (each for each in entity.surfaces if each.mode == "edit" and each.default)
    return next(found, None)


def _name_changes(entity: Entity, form: Surface) -> str:
    ending = ".json" if has_files(entity, form, read_operations()["edit"]) else ""
    return name_body(form, ending)
