"""What a list can be asked for: a page, words to look for, an order, and filters."""

from collections.abc import Iterable, Iterator

from transformer.backends.openapi.objects import Parameter, Schema
from transformer.backends.openapi.openapi_rows import read_types
from transformer.backends.openapi.schemas import describe_filter, describe_value, read_value_type
from transformer.model.entities import Computed, Entity, Member, Order
from transformer.model.entity_fields import Field
from transformer.model.relations import Relation
from transformer.model.removal import notes_removal
from transformer.model.surfaces import Surface

PAGES: dict[str, Parameter] = {
    "page": {
        "name": "page",
        "in": "query",
        "description": "Which page of the list; the first is 1.",
        "schema": {"type": "integer", "minimum": 1, "default": 1},
    },
    "page_size": {
        "name": "page_size",
        "in": "query",
        "description": "How many records a page has.",
        "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 25},
    },
}
"""The parameters of every list, by their names among the components."""

_ENDS = {
    "is": ("",),
    "range": ("[from]", "[to]"),
    "contains": ("",),
    "between": ("[from]", "[to]"),
}
"""How a list is narrowed → what follows the name of the field in a parameter."""

_OFFERED = {"is", "range"}
"""How a list is narrowed by what isn't named."""


def list_parameters(entity: Entity, surface: Surface) -> list[Parameter]:
    """List what a list of an entity takes, in the order in which people would ask for it."""
    pages: list[Parameter] = [{"$ref": f"#/components/parameters/{name}"} for name in PAGES]
    return [
        *pages,
        *_list_searches(entity, surface),
        *_list_orders(entity, surface),
        *_list_filters(entity, surface),
    ]


def name_key(entity: Entity) -> Parameter:
    """Make the parameter that names a record in a path."""
    return {
        "name": "key",
        "in": "path",
        "required": True,
        "description": entity.key.title,
        "schema": describe_value(entity.key, "record"),
    }


def list_shown_names(surface: Surface) -> list[str]:
    """List the names of what a page shows, in order: `show:`, or else all of its sections."""
    names = surface.ux.show_names if surface.ux else ()
    return list(names or (item.field_name for item in surface.items))


def pick_fields(entity: Entity, names: Iterable[str]) -> list[Field]:
    """Pick the fields among members of an entity, in order; values of other kinds are left out."""
    members = map(entity.member, names)
    return [member for member in members if isinstance(member, Field)]


def _list_searches(entity: Entity, surface: Surface) -> Iterator[Parameter]:
    named = (surface.ux.search_names if surface.ux else ()) or (
        entity.search.field_names if entity.search else ()
    )
    marked = [field for field in entity.fields if field.searchable] or entity.fields
    fields = pick_fields(entity, named) if named else marked
    if any("search" in read_types()[field.type] for field in fields if not field.sensitive):
        yield {
            "name": "search",
            "in": "query",
            "description": "Words to look for.",
            "schema": {"type": "string"},
        }


def _list_filters(entity: Entity, surface: Surface) -> Iterator[Parameter]:
    named = (surface.ux.filter_names if surface.ux else ()) or entity.filter_names
    fields = pick_fields(entity, named) if named else filter(_is_worth_a_filter, entity.fields)
    for field in fields:
        way = read_types()[field.type].get("filter")
        yield from _make_filters(field, way, describe_value(field, "filter"), bool(named))
    for value in _pick_computed(entity, named or _list_visible_names(surface)):
        way = read_value_type(value).get("filter")
        yield from _make_filters(value, way, describe_filter(value), bool(named))


def _make_filters(
    member: Field | Computed, way: str | None, schema: Schema, is_named: bool
) -> Iterator[Parameter]:
    if way is None or member.sensitive or not (is_named or way in _OFFERED):
        return
    for end in _ENDS[way]:
        yield {
            "name": f"filter[{member.name}]{end}",
            "in": "query",
            "description": member.title,
            "schema": {"type": "string"} if way == "contains" else schema,
        }


def _is_worth_a_filter(field: Field) -> bool:
    # Who changed a record last is worth one, when that was isn't.
    is_latest = field.automatic == "updated" and not field.is_reference
    return not (field.is_key or is_latest or notes_removal(field))


def _list_orders(entity: Entity, surface: Surface) -> Iterator[Parameter]:
    keys = [key for key in _find_order(entity, surface) if isinstance(key.field, Field | Computed)]
    shown = map(entity.member, _list_visible_names(surface))
    columns = [each.name for each in shown if _has_order(each)]
    names = dict.fromkeys([*columns, *(key.field_name for key in keys)])
    if names:
        parameter: Parameter = {
            "name": "sort",
            "in": "query",
            "description": _SORTING,
            "explode": False,
            "schema": {
                "type": "array",
                "items": {"type": "string", "enum": [*_list_directions(names)]},
            },
        }
        if keys:
            start = [f"{'-' * key.descending}{key.field_name}" for key in keys]
            parameter["schema"]["default"] = start
        yield parameter


_SORTING = "What to sort by, the most important first; `-` turns the order round."


def _find_order(entity: Entity, surface: Surface) -> tuple[Order, ...]:
    return (surface.ux.sort if surface.ux else ()) or entity.order


def _list_directions(names: Iterable[str]) -> Iterator[str]:
    return (sign + name for name in names for sign in ("", "-"))


def _list_visible_names(surface: Surface) -> list[str]:
    hidden = {item.field_name for item in surface.items if item.hidden}
    return [name for name in list_shown_names(surface) if name not in hidden]


def _pick_computed(entity: Entity, names: Iterable[str]) -> Iterator[Computed]:
    members = map(entity.member, names)
    return (member for member in members if isinstance(member, Computed))


def _has_order(member: Member) -> bool:
    """Tell whether people see an order in a column: that of what a reference is displayed as."""
    if isinstance(member, Relation) or member.sensitive:
        return False
    if isinstance(member, Computed):
        return "unsorted" not in read_value_type(member)
    way = member.display_path
    if way.end == "value":
        last = way.fields[-1]
        return not last.sensitive and "unsorted" not in read_types()[last.type]
    return way.end == "account"
