"""Fields of entities and of foreign models."""

from typing import Literal, TypedDict

from transformer.diagnostics.problems import Span
from transformer.dsl.parser.values import Value
from transformer.manifest.records.values import ChoiceDraft, Fixed, Moment, Removal

FieldType = Literal[
    "str", "text", "int", "float", "decimal", "bool", "date", "time", "datetime", "uuid", "email",
    "url", "slug", "json", "money", "file", "image", "timezone", "enum", "ref",
]  # fmt: skip
Modifier = Literal[
    "required", "optional", "pk", "unique?", "unique", "auto_add", "auto_update", "default", "min",
    "max", "regex", "searchable", "indexed", "sensitive", "pii", "was", "title", "help",
    "cascade", "restrict", "nullify",
]  # fmt: skip
Automatic = Literal["uuid", "sequence", "created", "updated"]


class FieldSaid(TypedDict, total=False):
    """The modifiers of a field's line, each with its place."""

    said: dict[Modifier, Span | None]


class ForeignFieldDraft(FieldSaid, total=False):
    """A field of a foreign model."""

    name: str
    title: str
    help: str
    type: FieldType
    length: int
    digits: int
    places: int
    currency: str
    values: list[ChoiceDraft]
    enum: str
    target: str
    required: bool
    minimum: int | float
    maximum: int | float
    pattern: str
    pattern_message: str
    sensitive: bool
    pii: str


class InverseDraft(TypedDict, total=False):
    """The way back of a reference."""

    name: str
    title: str


class FieldDraft(ForeignFieldDraft, total=False):
    """A field of an entity."""

    target_kind: Literal["entity", "account"]
    on_delete: Removal
    inverse: InverseDraft
    nullable: bool
    unique: Literal["no", "always", "present"]
    input: Literal["always", "create", "never"]
    automatic: Automatic
    default: Value | Fixed | Moment
    searchable: bool
    indexed: bool
    was: str
