"""The manifest's schema and the classes of the model, held to one another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from types import NoneType
from typing import Any, Literal, get_args

from transformer.model import Model
from transformer.model.properties import Property, list_alternatives, list_properties

Schema = Mapping[str, Any]

TYPES = {
    "string": {str},
    "integer": {int},
    "number": {int, float},
    "boolean": {bool},
    "null": {NoneType},
}
# Names that stay what they are: of the part itself, of what is no part of the model, of what may
# be one of several things, and of what only an expression or another system knows.
PLAIN_NAMES = {
    *[("*", name) for name in ("name", "was", "pii", "code", "event")],
    ("Entity", "extends"),
    *[
        ("Access", "personas"),
        ("Scope", "personas"),
        ("Variant", "persona"),
        ("Variant", "show_aggregate"),
    ],
    *[("Path", "path"), ("Path", "entity"), ("CurrentPerson", "person")],
    *[("CurrentPerson", "entity"), ("HasRole", "role")],
    *[("Aggregation", "entity"), ("Aggregation", "relation"), ("PathSource", "path")],
    *[("ForeignField", "enum"), ("ForeignField", "target"), ("RecordValue", "record")],
}
# Words that a table may add to without a line of Python.
OPEN_WORDS = {"Field.type", "ForeignField.type"}


@dataclass
class Comparison:
    """A walk through the schema and the classes at once."""

    schema: Schema
    seen: dict[str, object] = field(default_factory=dict)
    """Definition of the schema → what it is in Python."""
    classes: set[type] = field(default_factory=set)
    plain: set[tuple[str, str]] = field(default_factory=set)
    """The rows of `PLAIN_NAMES` that something fits."""

    def compare(self, schema: Schema, annotation: object, path: str) -> Iterator[str]:
        """The differences between a part of the schema and a type, without regard to null."""
        if "$ref" in schema:
            name = schema["$ref"].removeprefix("#/$defs/")
            if name in self.seen:
                if self.seen[name] != strip_null(annotation):
                    yield f"{path}: `{name}` is {self.seen[name]} elsewhere"
                return
            if name not in self.schema["$defs"]:
                yield f"{path}: there is no `{name}`"
                return
            self.seen[name] = strip_null(annotation)
            schema = self.schema["$defs"][name]
        yield from self.compare_resolved(schema, annotation, path)

    def compare_resolved(self, schema: Schema, annotation: object, path: str) -> Iterator[str]:
        """The same for a part of the schema that says itself what it is."""
        alternatives = list_alternatives(annotation)
        if "oneOf" in schema:
            options = [each for each in schema["oneOf"] if each.get("type") != "null"]
            if len(options) != len(alternatives):
                yield f"{path}: {len(options)} alternatives are {annotation}"
            for option, alternative in zip(options, alternatives, strict=False):
                yield from self.compare(option, alternative, path)
        elif "enum" in schema or "const" in schema:
            words = tuple(schema.get("enum", [schema.get("const")]))
            wanted = str if path in OPEN_WORDS else Literal[words]
            if alternatives != (wanted,):
                yield f"{path}: {words} are {annotation}"
        elif schema.get("type") == "array":
            items = get_args(alternatives[0])[0] if get_args(alternatives[0]) else annotation
            if alternatives != (tuple[items, ...],):
                yield f"{path}: a list is {annotation}"
            yield from self.compare(schema["items"], items, path)
        elif schema.get("type") == "object":
            yield from self.compare_object(schema, alternatives[0], path)
        else:
            yield from self.compare_value(schema, alternatives, path)

    def compare_value(
        self, schema: Schema, alternatives: tuple[object, ...], path: str
    ) -> Iterator[str]:
        """The differences between the types of JSON and those of Python."""
        said = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        wanted = set().union(*(TYPES.get(each, {each}) for each in said)) - {NoneType}
        if wanted != set(alternatives):
            yield f"{path}: {said} are {alternatives}"

    def compare_object(self, schema: Schema, made: object, path: str) -> Iterator[str]:
        """The differences between an object and a dataclass, or a mapping."""
        if "properties" not in schema:
            texts = {"type": "string"}
            if made != Mapping[str, str] or schema["additionalProperties"] != texts:
                yield f"{path}: a mapping is {made}"
            return
        if not isinstance(made, type) or not is_dataclass(made):
            yield f"{path}: an object is {made}"
            return
        self.classes.add(made)
        held = list_properties(made)
        if [each.name for each in held] != list(schema["properties"]):
            yield f"{path}: {made.__name__} has other properties, or in another order"
        if schema["additionalProperties"] is not False:
            yield f"{path}: {made.__name__} can't hold any property"
        for each in held:
            if each.name in schema["properties"]:
                yield from self.compare_property(schema, made, each)

    def compare_property(self, schema: Schema, made: type, held: Property) -> Iterator[str]:
        """The differences between a property and an attribute."""
        path, part = f"{made.__name__}.{held.attribute}", schema["properties"][held.name]
        is_required = held.name in schema["required"]
        if held.is_required != is_required:
            yield f"{path}: is {'' if is_required else 'not '}required"
        elif not is_required and write_plainly(held.default) != part.get("default"):
            yield f"{path}: the default is {part.get('default')}"
        may_be_null = self.can_be_null(part) or not (is_required or "default" in part)
        if has_null(held.annotation) != may_be_null:
            yield f"{path}: {held.annotation} is{'' if may_be_null else ' not'} None at times"
        plain = PLAIN_NAMES & {(made.__name__, held.name), ("*", held.name)}
        leads = is_name(part) and not plain
        self.plain |= plain if is_name(part) else set()
        if held.attribute.endswith(("_name", "_names")) != leads:
            yield f"{path}: is {'' if leads else 'not '}the name of another part"
        yield from self.compare(part, held.annotation, path)

    def can_be_null(self, schema: Schema) -> bool:
        """Whether null is a value that the schema permits."""
        if "$ref" in schema:
            return self.can_be_null(self.schema["$defs"].get(schema["$ref"][8:], {}))
        said = schema.get("type", ())
        is_null = said == "null" or (isinstance(said, list) and "null" in said)
        return is_null or any(map(self.can_be_null, schema.get("oneOf", ())))


def strip_null(annotation: object) -> object:
    """A type without None, for comparisons."""
    return frozenset(list_alternatives(annotation))


def has_null(annotation: object) -> bool:
    """Whether None is a value of the type."""
    return NoneType in get_args(annotation)


def is_name(schema: Schema) -> bool:
    """Whether a part of the schema is a name, or names."""
    parts = [schema, schema.get("items", {}), *schema.get("oneOf", ())]
    return any(part.get("$ref") == "#/$defs/name" for part in parts)


def write_plainly(default: object) -> object:
    """A default as JSON has it."""
    if isinstance(default, tuple):
        return [write_plainly(each) for each in default]
    if isinstance(default, Mapping):
        return dict(default)
    return {} if is_dataclass(default) else default


def list_differences(schema: Schema) -> list[str]:
    """All differences between a schema and the model."""
    return list(Comparison(schema).compare_resolved(schema, Model, "Model"))
