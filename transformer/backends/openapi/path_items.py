"""The paths of an API and what can be done there."""

from collections.abc import Iterator
from typing import Literal

from transformer.backends.openapi.components import name_body
from transformer.backends.openapi.objects import (
    Operation,
    PathItem,
    RequestBody,
    Response,
    Tag,
    refer_to,
)
from transformer.backends.openapi.openapi_rows import (
    OperationRow,
    read_access,
    read_errors,
    read_operations,
    read_types,
)
from transformer.backends.openapi.parameters import (
    list_parameters,
    list_shown_names,
    name_key,
    pick_fields,
)
from transformer.model import Model
from transformer.model.entities import Entity
from transformer.model.surfaces import Surface

Place = Literal["collection", "item"]


def list_tags(model: Model) -> list[Tag]:
    """List the groups of operations: the entities that have any."""
    return [_make_tag(entity) for entity in model.entities if _has_operations(entity)]


def _has_operations(entity: Entity) -> bool:
    modes = {surface.mode for surface in entity.surfaces}
    return entity.deletable or not modes.isdisjoint(read_operations())


def _make_tag(entity: Entity) -> Tag:
    tag: Tag = {"name": entity.name}
    if entity.description:
        tag["description"] = entity.description
    tag["x-displayName"] = entity.plural
    return tag


def list_paths(model: Model) -> Iterator[tuple[str, PathItem]]:
    """List the paths of all entities, then those of surfaces beside the default ones."""
    for entity in model.entities:
        collection = _describe_methods(entity, "collection")
        if collection:
            yield entity.address.rstrip("/"), collection
        item = _describe_methods(entity, "item")
        if item:
            yield f"{entity.address}{{key}}", {"parameters": [name_key(entity)], **item}
    for surface in model.surfaces:
        if not surface.default and surface.entity:
            yield from _list_own_path(surface.entity, surface)


def _describe_methods(entity: Entity, place: Place) -> PathItem:
    item: PathItem = {}
    for mode, row in read_operations().items():
        if row["place"] != place:
            continue
        for surface in entity.surfaces:
            if surface.mode == mode and surface.default:
                item[row["method"]] = _describe_operation(entity, surface, row)
        if mode == "delete" and entity.deletable:
            item[row["method"]] = _describe_operation(entity, None, row)
    return item


def _list_own_path(entity: Entity, surface: Surface) -> Iterator[tuple[str, PathItem]]:
    for mode, row in read_operations().items():
        if mode == surface.mode:
            item: PathItem = {}
            if "{key}" in surface.address:
                item["parameters"] = [name_key(entity)]
            item[row["method"]] = _describe_operation(entity, surface, row)
            yield surface.address.rstrip("/"), item


def _describe_operation(entity: Entity, surface: Surface | None, row: OperationRow) -> Operation:
    """Describe what a surface does, or, without one, the deletion of a record."""
    operation: Operation = {
        "operationId": surface.name if surface else f"delete-{entity.slug}",
        "summary": surface.title if surface else f"Delete: {entity.title}",
    }
    if surface and surface.description:
        operation["description"] = surface.description
    operation["tags"] = [entity.name]
    if not _asks_for_sign_in(entity, row) and entity.model.app.access != "open":
        operation["security"] = []
    if surface and row.get("gives") == ".page":
        operation["parameters"] = list_parameters(entity, surface)
    if surface and "takes" in row:
        operation["requestBody"] = _describe_request(entity, surface)
    operation["responses"] = dict(_list_responses(entity, row))
    return operation


def _asks_for_sign_in(entity: Entity, row: OperationRow) -> bool:
    return read_access()[entity.model.app.access][row["access"]] == "signed_in"


def _describe_request(entity: Entity, surface: Surface) -> RequestBody:
    fields = pick_fields(entity, list_shown_names(surface))
    has_files = any("upload" in read_types()[field.type] for field in fields)
    media_type = "multipart/form-data" if has_files else "application/json"
    return {"required": True, "content": {media_type: {"schema": refer_to(name_body(surface))}}}


def _list_responses(entity: Entity, row: OperationRow) -> Iterator[tuple[str, Response]]:
    response: Response = {"description": row["answer"]}
    if "gives" in row:
        schema = refer_to(f"{entity.name}{row['gives']}")
        response["content"] = {"application/json": {"schema": schema}}
    yield row["status"], response
    for status in row["errors"]:
        error = read_errors()[status]
        if "signed_in" not in error or _asks_for_sign_in(entity, row):
            yield status, {"$ref": f"#/components/responses/{error['name']}"}
