"""The manifest as templates read it: properties as attributes, lists that know their names."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, TypeAlias, TypedDict

from transformer.diagnostics.resources import Data, read_schema

Value: TypeAlias = (
    "str | int | float | bool | list[Value] | Mapping[str, Value] | Record | Rows | None"
)
"""A value of a manifest or a table as templates read it."""
Word: TypeAlias = object
"""What a word of a template stands for: such a value, or an object that a view made."""
Words: TypeAlias = Mapping[str, Word]
"""What a template reads."""

Schema = TypedDict(
    "Schema",
    {
        "$ref": str,
        "$defs": "dict[str, Schema]",
        "type": str,
        "properties": "dict[str, Schema]",
        "items": "Schema",
        "additionalProperties": "bool | Schema",
        "default": Data,
        "oneOf": "list[Schema]",
        "anyOf": "list[Schema]",
        "allOf": "list[Schema]",
    },
    total=False,
)
"""A part of the manifest's schema."""
_CHOICES: tuple[Literal["oneOf", "anyOf", "allOf"], ...] = ("oneOf", "anyOf", "allOf")


class Record:
    """A part of the manifest, or a row of a table: its properties are attributes.

    One that is absent is its default in the schema, or an empty list, or None; one that there
    can't be is an error, so that no slip of a template goes unnoticed.
    """

    __slots__ = ("_data", "_properties", "_seen")

    def __init__(self, data: Mapping[str, Data], properties: Mapping[str, Schema]) -> None:
        """Take the data as they are."""
        self._data = data
        self._properties = properties
        self._seen: dict[str, Value] = {}

    def __getattr__(self, name: str) -> Value:
        if name in self._seen:
            return self._seen[name]
        if name not in self._properties and name not in self._data:
            known = ", ".join(sorted(self._properties))
            raise AttributeError(f"there is no property `{name}`; there is {known}")
        schema = self._properties.get(name, {})
        value = self._data[name] if name in self._data else _find_default(schema)
        self._seen[name] = wrap_value(value, schema)
        return self._seen[name]

    def __getitem__(self, name: str) -> Value:
        """Find a property, also one whose name is a word of Python."""
        return self.__getattr__(name)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names of the properties that are there."""
        return iter(self._data)

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def __repr__(self) -> str:
        return repr(dict(self._data))


class Rows(tuple[Value, ...]):
    """A list of the manifest, which finds its records by their properties."""

    def __init__(self, _: Iterable[Value] = ()) -> None:
        """Take the rows as they are."""
        self._indexes: dict[tuple[str, ...], dict[tuple[Value, ...], Rows]] = {}

    def named(self, name: str | None) -> Record | None:
        """Find the record with a name; None if there is none."""
        found = self.where(name=name)
        return found[0] if found and isinstance(found[0], Record) else None

    def where(self, **wanted: str | bool | None) -> "Rows":
        """List the records whose properties have these values, in order."""
        words = tuple(wanted)
        if words not in self._indexes:
            found: dict[tuple[Value, ...], list[Record]] = {}
            for row in self:
                if isinstance(row, Record):
                    found.setdefault(tuple(row[word] for word in words), []).append(row)
            self._indexes[words] = {values: Rows(rows) for values, rows in found.items()}
        return self._indexes[words].get(tuple(wanted.values()), Rows())


def wrap_manifest(manifest: Mapping[str, Data]) -> Record:
    """Wrap a manifest: its properties become attributes."""
    return Record(manifest, list_properties(read_manifest_schema()))


def wrap_value(value: Data, schema: Schema) -> Value:
    """Wrap a value of the manifest as templates read it.

    What the schema doesn't describe is plain.
    """
    if isinstance(value, Mapping):
        return Record(value, list_properties(schema))
    if isinstance(value, list):
        items = resolve_schema(schema).get("items", {})
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


def read_manifest_schema() -> Schema:
    """Read the manifest's schema."""
    schema: Schema = read_schema("manifest")
    return schema


def list_properties(schema: Schema) -> Mapping[str, Schema]:
    """List the properties that a schema permits, of all its alternatives."""
    return _list_properties(_Node(schema))


@cache
def _list_properties(node: _Node) -> Mapping[str, Schema]:
    schema = resolve_schema(node.schema)
    found = {**schema.get("properties", {})}
    for choice in (choice for word in _CHOICES for choice in schema.get(word, ())):
        for name, other in list_properties(choice).items():
            found[name] = {"anyOf": [found[name], other]} if name in found else other
    return found


def resolve_schema(schema: Schema) -> Schema:
    """Resolve the reference of a schema; what it says besides is added to the target."""
    while "$ref" in schema:
        target = read_manifest_schema()["$defs"][schema["$ref"].removeprefix("#/$defs/")]
        own = schema.copy()
        del own["$ref"]
        schema = {**target, **own}
    return schema


def _find_default(schema: Schema) -> Data:
    schema = resolve_schema(schema)
    return schema.get("default", [] if schema.get("type") == "array" else None)
