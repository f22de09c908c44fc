"""What a list can be asked for: words to look for, an order, and filters."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from transformer.backends.openapi.computed_schemas import describe_filter, read_value_type
from transformer.backends.openapi.objects import Parameter, Schema, refer_to
from transformer.backends.openapi.openapi_rows import read_types
from transformer.backends.openapi.record_contents import list_visible_names
from transformer.backends.openapi.schemas import describe_value, spell_prose
from transformer.model.audiences import is_public
from transformer.model.entities import Computed, Entity, Member, Order
from transformer.model.entity_fields import Field
from transformer.model.relations import Relation
from transformer.model.removal import notes_removal
from transformer.model.surfaces import Surface

_Member = TypeVar("_Member", bound=Member)
_ENDS = {
    "is": ("",),
    "range": ("[from]", "[to]"),
    "contains": ("",),
    "between": ("[from]", "[to]"),
}
"""How a list is narrowed → what follows the name of the field in a parameter."""

_SAID = {
    "[from]": ", from here on",
    "[to]": ", up to here",
    "[empty]": ": whether there is no value",
}
"""What follows the name of a field in a parameter → what follows the title in its description."""

_OFFERED = {"is", "range"}
"""How a list is narrowed by what isn't named."""


def list_parameters(entity: Entity, surface: Surface) -> list[Parameter]:
    """List what a list of an entity takes, in the order in which people would ask for it."""
    return [
        *_list_searches(entity, surface),
        *_list_orders(entity, surface),
        *_list_filters(entity, surface),
    ]


def make_part(name: str, description: str, schema: Schema) -> Parameter:
    """Make a parameter that stands in a path."""
    said: Parameter = {"name": name, "in": "path", "required": True}
    return {**said, "description": description, "schema": schema}


def _pick_fields(entity: Entity, names: Iterable[str]) -> list[Field]:
    members = map(entity.member, names)
    return [member for member in members if isinstance(member, Field)]


def _list_searches(entity: Entity, surface: Surface) -> Iterator[Parameter]:
    own = surface.ux.search_names if surface.ux else ()
    named = own or (entity.search.field_names if entity.search else ())
    marked = [field for field in entity.fields if field.searchable] or entity.fields
    fields: Iterable[Field] = _pick_fields(entity, named) if named else marked
    fields = fields if own else _keep_told(surface, fields)
    if any("search" in read_types()[field.type] for field in fields if not field.sensitive):
        yield {"$ref": "#/components/parameters/search"}


def _keep_told(surface: Surface, members: Iterable[_Member]) -> list[_Member]:
    """Keep what a list tells of its rows, if that is all that visitors know of them.

    Others would tell it by which rows they find.
    """
    if not (is_public(surface) and surface.model.app.access == "private"):
        return list(members)
    told = list_visible_names(surface)
    return [each for each in members if each.name in told]


def _list_filters(entity: Entity, surface: Surface) -> Iterator[Parameter]:
    own = surface.ux.filter_names if surface.ux else ()
    named = own or entity.filter_names
    fields = _pick_fields(entity, named) if named else filter(_is_worth_a_filter, entity.fields)
    for field in fields if own else _keep_told(surface, fields):
        way = read_types()[field.type].get("filter")
        made = _make_filters(field, way, describe_value(field, "filter"), bool(named))
        yield from (*made, *_make_emptiness(field, made))
    yield from _list_link_filters(entity, surface, named)
    computed = _pick_computed(entity, named or list_visible_names(surface))
    for value in computed if own else _keep_told(surface, computed):
        way = read_value_type(value).get("filter")
        yield from _make_filters(value, way, describe_filter(value), bool(named))


def _list_link_filters(
    entity: Entity, surface: Surface, named: tuple[str, ...]
) -> Iterator[Parameter]:
    links = [each for each in entity.links if not named or each.name in named]
    is_own = bool(surface.ux and surface.ux.filter_names)
    for each in links if is_own else _keep_told(surface, links):
        yield _make_filter(each, "", refer_to(f"{each.target_name}.key"))


def _make_filters(
    member: Field | Computed, way: str | None, schema: Schema, is_named: bool
) -> list[Parameter]:
    if way is None or member.sensitive or not (is_named or way in _OFFERED):
        return []
    asked: Schema = {"type": "string"} if way == "contains" else schema
    return [_make_filter(member, end, asked) for end in _ENDS[way]]


def _make_emptiness(field: Field, made: list[Parameter]) -> list[Parameter]:
    """Make the filter of those that have no value, where a field is filtered by and may lack it."""
    may_lack = field.nullable or bool(made and field.values and not field.required)
    return [_make_filter(field, "[empty]", {"type": "boolean"})] if made and may_lack else []


def _make_filter(member: Member, end: str, schema: Schema) -> Parameter:
    title = spell_prose(member.title)
    return {
        "name": f"filter[{member.name}]{end}",
        "in": "query",
        "description": f"{title}{_SAID.get(end, '')}",
        "schema": schema,
    }


def _is_worth_a_filter(field: Field) -> bool:
    # Who changed a record last is worth one, when that was isn't.
    is_latest = field.automatic == "updated" and not field.is_reference
    return not (field.is_key or is_latest or notes_removal(field))


def _list_orders(entity: Entity, surface: Surface) -> Iterator[Parameter]:
    # The order would tell of what is sensitive.
    keys = [key for key in _find_order(entity, surface) if _is_open(key)]
    shown = map(entity.member, list_visible_names(surface))
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


def _is_open(key: Order) -> bool:
    return isinstance(key.field, Field | Computed) and not key.field.sensitive


_SORTING = "What to sort by, the most important first; `-` turns the order round."


def _find_order(entity: Entity, surface: Surface) -> tuple[Order, ...]:
    return (surface.ux.sort if surface.ux else ()) or entity.order


def _list_directions(names: Iterable[str]) -> Iterator[str]:
    return (sign + name for name in names for sign in ("", "-"))


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
