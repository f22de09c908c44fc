"""What the frontend takes from the contract: what there is to ask, to send, and to keep to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from transformer.backends.openapi.objects import (
    Document,
    MediaType,
    Method,
    Operation,
    Parameter,
    Schema,
)
from transformer.backends.openapi.view import describe_api
from transformer.model import Model
from transformer.model.entities import Entity

_FILTER = re.compile(r"filter\[(?P<field>\w+)\](?:\[(?P<end>\w+)\])?")


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list can be asked for."""

    is_searchable: bool
    filters: Mapping[str, bool]
    """The fields that it is narrowed by → whether that is a range."""
    sortable: tuple[str, ...]
    sort: tuple[str, ...]
    """What it is sorted by at first; `-` turns the order round."""


@dataclass(frozen=True)
class Contract:
    """The API of an app."""

    model: Model

    @cached_property
    def document(self) -> Document:
        """The contract as it is written."""
        return describe_api(self.model)

    def find_operation(self, path: str, method: Method) -> Operation | None:
        """Find what a method does at a path; None if there is no such thing."""
        return self.document["paths"].get(path, {}).get(method)

    def find_query(self, entity: Entity) -> ListQuery | None:
        """Find what the list of an entity can be asked for; None if it has none."""
        operation = self.find_operation(name_collection(entity), "get")
        if operation is None:
            return None
        parameters = {each["name"]: each for each in self._list_parameters(operation)}
        filters: dict[str, bool] = {}
        for match in filter(None, map(_FILTER.fullmatch, parameters)):
            if match["end"] != "empty":
                filters[match["field"]] = match["end"] is not None
        order = parameters["sort"]["schema"] if "sort" in parameters else Schema()
        names = order.get("items", Schema()).get("enum", [])
        sortable = tuple(name for name in names if name and not name.startswith("-"))
        start = order.get("default", [])
        sort = tuple(start) if isinstance(start, list) else ()
        return ListQuery("search" in parameters, filters, sortable, sort)

    def _list_parameters(self, operation: Operation) -> Iterator[Parameter]:
        shared = self.document["components"].get("parameters", {})
        for each in operation.get("parameters", []):
            yield shared[_last_name(each["$ref"])] if "$ref" in each else each

    def find_inputs(self, path: str, method: Method) -> Mapping[str, Schema] | None:
        """Find what is sent to a path: names of fields → their schemas; None if nothing can be."""
        operation = self.find_operation(path, method)
        if operation is None:
            return None
        found: dict[str, Schema] = {}
        for content in _list_contents(operation):
            body = self._resolve(content["schema"])
            for name, each in body.get("properties", {}).items():
                found[name] = self._flatten(each)
        return found

    def list_offered(self, entity: Entity) -> tuple[str, ...]:
        """List the fields of an entity for which there is a list of what forms offer."""
        path = self.document["paths"].get(f"{name_collection(entity)}/choices/{{field}}")
        found = path.get("parameters", []) if path else []
        names = (each["schema"].get("enum", []) for each in found if each["name"] == "field")
        return tuple(name for each in names for name in each if name)

    def _flatten(self, schema: Schema) -> Schema:
        """Gather what a schema and those that it is made of say; a value that is left out aside."""
        said = Schema()
        for part in self._list_parts(schema):
            said |= part
        return said

    def _list_parts(self, schema: Schema) -> Iterator[Schema]:
        own = self._resolve(schema)
        yield own
        for part in (*own.get("anyOf", []), *own.get("allOf", [])):
            yield from self._list_parts(part)

    def _resolve(self, schema: Schema) -> Schema:
        if "$ref" not in schema:
            return schema
        return self.document["components"]["schemas"][_last_name(schema["$ref"])]


def _list_contents(operation: Operation) -> Iterable[MediaType]:
    return operation["requestBody"]["content"].values() if "requestBody" in operation else ()


def _last_name(reference: str) -> str:
    return reference.rpartition("/")[2]


def name_collection(entity: Entity) -> str:
    """Name the path of an entity's records."""
    return entity.address.rstrip("/")


def name_record(entity: Entity) -> str:
    """Name the path of one of them."""
    return f"{entity.address}{{key}}"
