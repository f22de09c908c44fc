"""What `model.ts` says of pages: lists, records and forms."""

from collections.abc import Iterator, Mapping

from transformer.backends.nextjs_frontend.contract import Contract, name_collection, name_record
from transformer.backends.nextjs_frontend.declared_fields import read_kind
from transformer.backends.nextjs_frontend.typescript import Literal
from transformer.backends.openapi.objects import Schema
from transformer.model.entities import Entity, Member
from transformer.model.entity_fields import Field, MomentDefault
from transformer.model.relations import Relation
from transformer.model.surfaces import Item, Mode, Section, Surface, can_be_sent

_Said = dict[str, Literal]

_BOUNDS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "x-minimum": "minimum",
    "x-maximum": "maximum",
    "minLength": "minLength",
    "maxLength": "maxLength",
    "x-pattern-message": "patternMessage",
}
"""What the contract calls a bound → what `model-types.ts` does."""


def find_surface(entity: Entity, mode: Mode) -> Surface | None:
    """Find the default surface of a mode; None if there is none."""
    return next((each for each in entity.surfaces if each.mode == mode and each.default), None)


def declare_pages(entity: Entity, contract: Contract) -> _Said:
    """Declare the pages of an entity, as far as the contract has what they need."""
    collection, record = name_collection(entity), name_record(entity)
    said: _Said = {}
    if surface := find_surface(entity, "list"):
        said["list"] = _declare_list(entity, surface, contract)
    if surface := find_surface(entity, "view"):
        said["record"] = _declare_record(entity, surface, contract)
    if (surface := find_surface(entity, "create")) and can_be_sent(surface):
        said["create"] = _declare_form(surface, contract.find_inputs(collection, "post"))
    # A form that changes a record begins with what the record is, and leads back to it.
    if "record" in said and (surface := find_surface(entity, "edit")):
        said["edit"] = _declare_form(surface, contract.find_inputs(record, "patch"))
    if "record" in said and contract.find_operation(record, "delete"):
        said["deletable"] = True
    if contract.find_operation(f"{record}/transitions", "get"):
        said["transitions"] = True
    return said


def _declare_page(surface: Surface) -> _Said:
    said: _Said = {"title": surface.title}
    if surface.ux and surface.ux.purpose:
        said["purpose"] = surface.ux.purpose
    return said


def _declare_list(entity: Entity, surface: Surface, contract: Contract) -> _Said:
    said = _declare_page(surface)
    said["columns"] = [_declare_item(each) for each in _list_shown(surface)]
    query = contract.find_query(entity)
    if query and query.is_searchable:
        said["searchable"] = True
    filters = query.filters.items() if query else ()
    said["filters"] = [
        {"field": name, "by": "range" if is_range else _name_way(entity.member(name))}
        for name, is_range in filters
    ]
    said["sortable"] = list(query.sortable) if query else []
    if query and query.sort:
        said["sort"] = list(query.sort)
    if surface.ux and surface.ux.empty:
        said["empty"] = surface.ux.empty
    return said


def _name_way(member: Member) -> str:
    return "contains" if "contains" in read_kind(member) else "is"


def _list_shown(surface: Surface) -> Iterator[Item | Member]:
    """List what a page shows: `show:`, or else all of its sections."""
    items = {item.field_name: item for item in surface.items}
    for name in (surface.ux.show_names if surface.ux else ()) or items:
        if name not in items:
            if surface.entity:
                yield surface.entity.member(name)
        elif not items[name].hidden:
            yield items[name]


def _declare_item(shown: Item | Member) -> _Said:
    name = shown.field_name if isinstance(shown, Item) else shown.name
    return {"field": name, "title": shown.title}


def _declare_record(entity: Entity, surface: Surface, contract: Contract) -> _Said:
    said = _declare_page(surface)
    sections: list[Literal] = []
    if surface.ux and surface.ux.show_names:
        shown: list[Literal] = [_declare_item(each) for each in _list_shown(surface)]
        sections.append({"title": surface.title, "fields": shown})
    else:
        sections.extend(_declare_section(each) for each in surface.sections)
    named = {each.field_name for each in surface.items}
    for link in entity.links:
        if link.name not in named:
            sections.append({"title": link.title, "fields": [_declare_item(link)]})
    said["sections"] = sections
    said["related"] = list(_list_related(entity, contract))
    return said


def _declare_section(section: Section) -> _Said:
    shown = [_declare_item(each) for each in section.fields if not each.hidden]
    return {"title": section.title, "fields": shown}


def _list_related(entity: Entity, contract: Contract) -> Iterator[_Said]:
    """List the rows of other lists that lead to a record and can be narrowed to those."""
    model = entity.model
    ways: list[Field | Relation] = [*model.references_to(entity), *model.links_to(entity)]
    for way in ways:
        query = contract.find_query(way.entity)
        if way.inverse and query and way.name in query.filters:
            said: _Said = {"collection": way.entity.name, "title": way.inverse.title}
            said["by"] = way.name
            # What the record says of them itself.
            if relation := next((each for each in entity.relations if each.via is way), None):
                said["title"] = relation.title
                if relation.readonly:
                    said["readOnly"] = True
            yield said


def _declare_form(surface: Surface, inputs: Mapping[str, Schema] | None) -> _Said:
    said = _declare_page(surface)
    sections: list[Literal] = []
    for section in surface.sections:
        fields = list(_list_inputs(section, inputs or {}))
        if fields:
            sections.append({"title": section.title, "fields": fields})
    said["sections"] = sections
    return said


def _list_inputs(section: Section, inputs: Mapping[str, Schema]) -> Iterator[_Said]:
    for item in section.fields:
        is_new = section.surface.mode == "create"
        is_sent = item.field_name in inputs
        is_shown = not is_new and not isinstance(item.field, Relation)
        if not item.hidden and (is_sent or is_shown):
            yield _declare_input(item, inputs.get(item.field_name), is_new)


def _declare_input(item: Item, schema: Schema | None, is_new: bool) -> _Said:
    said = _declare_item(item)
    texts = {"help": item.help, "placeholder": item.placeholder, "widget": item.widget}
    said |= {name: text for name, text in texts.items() if text}
    if schema is None:
        return {**said, "readOnly": True}
    member = item.field
    if isinstance(member, Field):
        if member.required:
            said["required"] = True
        said |= _declare_bounds(schema)
        if is_new:
            said |= _declare_default(member)
    return said


def _declare_bounds(schema: Schema) -> _Said:
    said: _Said = {}
    for name, value in schema.items():
        if name in _BOUNDS and isinstance(value, str | int | float):
            said[_BOUNDS[name]] = value
    if "format" not in schema and "pattern" in schema:
        said["pattern"] = schema["pattern"]
    return said


def _declare_default(field: Field) -> _Said:
    match field.default:
        case None:
            return {}
        case MomentDefault(moment=moment, offset=offset):
            return {"default": {"moment": moment, "plusSeconds": offset}}
    return {"default": field.default.value}
