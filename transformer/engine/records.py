"""The manifest as templates read it: properties as attributes, lists that know their names."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from transformer.diagnostics.resources import read_schema

Schema = Mapping[str, Any]
_CHOICES = ("oneOf", "anyOf", "allOf")


class Record:
    """A part of the manifest, or a row of a table: its properties are attributes.

    One that is absent is its default in the schema, or an empty list, or None; one that there
    can't be is an error, so that no slip of a template goes unnoticed.
    """

    __slots__ = ("_data", "_properties", "_seen")

    def __init__(self, data: Mapping[str, Any], properties: Mapping[str, Schema]) -> None:
        """Take the data as they are."""
        self._data = data
        self._properties = properties
        self._seen: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name in self._seen:
            return self._seen[name]
        if name not in self._properties and name not in self._data:
            known = ", ".join(sorted(self._properties))
            raise AttributeError(f"there is no property `{name}`; there is {known}")
        schema = self._properties.get(name, {})
        value = self._data[name] if name in self._data else _find_default(schema)
        self._seen[name] = wrap_value(value, schema)
        return self._seen[name]

    def __getitem__(self, name: str) -> Any:
        """The property, also one whose name is a word of Python."""
        return getattr(self, name)

    def __iter__(self) -> Iterator[str]:
        """The names of the properties that are there."""
        return iter(self._data)

    def __contains__(self, name: object) -> bool:
        return name in self._data

    def __repr__(self) -> str:
        return repr(dict(self._data))


class Rows(tuple[Any, ...]):
    """A list of the manifest, which finds its records by their properties."""

    def named(self, name: str | None) -> Any:
        """The record with a name, or None."""
        found = self.where(name=name)
        return found[0] if found else None

    def where(self, **wanted: Any) -> "Rows":
        """The records whose properties have these values, in order."""
        words = tuple(wanted)
        indexes: dict[Any, dict[tuple[Any, ...], Rows]] = self.__dict__
        if words not in indexes:
            found: dict[tuple[Any, ...], list[Any]] = {}
            for row in self:
                found.setdefault(tuple(row[word] for word in words), []).append(row)
            indexes[words] = {values: Rows(rows) for values, rows in found.items()}
        return indexes[words].get(tuple(wanted.values()), Rows())


def wrap_manifest(manifest: Mapping[str, Any]) -> Record:
    """The manifest with its properties as attributes."""
    return Record(manifest, _list_properties(_Node(read_schema("manifest"))))


def wrap_value(value: Any, schema: Schema) -> Any:
    """A value of the manifest as templates read it; what the schema doesn't describe is plain."""
    if isinstance(value, Mapping):
        return Record(value, _list_properties(_Node(schema)))
    if isinstance(value, list):
        items = _resolve(schema).get("items", {})
        return Rows(wrap_value(item, items) for item in value)
    return value


class _Node:
    """A schema that counts as itself only, to remember what was found in it."""

    __slots__ = ("schema",)

    def __init__(self, schema: Schema) -> None:
        self.schema = schema

    def __hash__(self) -> int:
        return id(self.schema)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Node) and other.schema is self.schema


@cache
def _list_properties(node: _Node) -> Mapping[str, Schema]:
    """The properties that a schema permits, of all its alternatives."""
    schema = _resolve(node.schema)
    found: dict[str, Schema] = dict(schema.get("properties", {}))
    for choice in (choice for word in _CHOICES for choice in schema.get(word, ())):
        for name, other in _list_properties(_Node(choice)).items():
            found[name] = {"anyOf": [found[name], other]} if name in found else other
    return found


def _resolve(schema: Schema) -> Schema:
    while "$ref" in schema:
        target = read_schema("manifest")
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        schema = {**target, **{word: schema[word] for word in schema if word != "$ref"}}
    return schema


def _find_default(schema: Schema) -> Any:
    schema = _resolve(schema)
    return schema.get("default", [] if schema.get("type") == "array" else None)
