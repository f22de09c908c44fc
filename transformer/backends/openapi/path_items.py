"""The paths of an API and what can be done there."""

from collections.abc import Iterator

from transformer.backends.openapi.body_schemas import list_chosen
from transformer.backends.openapi.objects import Parameter, PathItem, Schema, Tag, refer_to
from transformer.backends.openapi.openapi_rows import OperationRow, read_operations
from transformer.backends.openapi.operation_objects import describe_operation, list_traits
from transformer.backends.openapi.parameters import make_part
from transformer.backends.openapi.schemas import spell_prose
from transformer.model import Model
from transformer.model.entities import Entity
from transformer.model.naming import make_unique
from transformer.model.surfaces import Surface, can_be_sent

_Found = tuple[str, OperationRow, Surface | None]
"""What can be done, its row, and the page that does it."""


def make_tag(entity: Entity) -> Tag:
    """Make the group of the operations of an entity."""
    tag: Tag = {"name": entity.name}
    if entity.description:
        tag["description"] = spell_prose(entity.description)
    tag["x-displayName"] = entity.plural
    return tag


def list_operations(entity: Entity) -> list[_Found]:
    """List what can be done with the records of an entity, by the pages that it has."""
    return list(_find_operations(entity))


def _find_operations(entity: Entity) -> Iterator[_Found]:
    traits = list_traits(entity)
    for name, row in read_operations().items():
        if "page" in row:
            pages = (
                each for each in entity.surfaces if each.mode == row["page"] and can_be_sent(each)
            )
            yield from ((name, row, each) for each in pages)
        elif traits.issuperset(row.get("needs", ())):
            yield name, row, None


def list_paths(model: Model) -> Iterator[tuple[str, PathItem]]:
    """List the paths of all entities, each with those of pages beside the default ones."""
    for entity in model.entities:
        yield from _list_paths(entity)


def _list_paths(entity: Entity) -> Iterator[tuple[str, PathItem]]:
    found: dict[str, PathItem] = {}
    taken = {each.address.rstrip("/") for each in entity.surfaces if not each.default}
    for name, row, surface in list_operations(entity):
        path = _find_path(entity, row, surface, taken)
        item = found.setdefault(path, _begin_path(entity, path))
        item[row["method"]] = describe_operation(entity, surface, name, row)
    yield from found.items()


def _find_path(entity: Entity, row: OperationRow, surface: Surface | None, taken: set[str]) -> str:
    if surface and not surface.default:
        return surface.address.rstrip("/")
    # A page may be called as what has no page.
    return make_unique(f"{entity.address.rstrip('/')}{row['place']}", taken, "-")


def _begin_path(entity: Entity, path: str) -> PathItem:
    parameters = list(_list_parts(entity, path))
    return {"parameters": parameters} if parameters else {}


def _list_parts(entity: Entity, path: str) -> Iterator[Parameter]:
    """List the parameters that stand in a path."""
    if "{key}" in path:
        title = spell_prose(entity.key.title)
        yield make_part("key", title, refer_to(f"{entity.name}.key"))
    if "{field}" in path:
        fields: Schema = {"type": "string", "enum": [*list_chosen(entity)]}
        yield make_part("field", "The field to choose for.", fields)
    if "{state}" in path:
        states: Schema = {"type": "string", "enum": _list_states(entity)}
        yield make_part("state", "The state to give the record.", states)
    if "{number}" in path:
        yield make_part("number", "The number of a version.", {"type": "integer"})


def _list_states(entity: Entity) -> list[str | None]:
    rules = entity.transitions.rules if entity.transitions else ()
    return [*dict.fromkeys(each.to for each in rules if each.is_manual)]
