"""Fields of entities and of foreign models; their types are words of the grammar."""

from typing import Literal, TypedDict, final

from transformer.diagnostics.problems import Span
from transformer.dsl.tables.grammar_rows import Modifier, Removal
from transformer.manifest.records.expression_records import Expression
from transformer.manifest.records.value_drafts import ChoiceDraft, Default

Automatic = Literal["uuid", "sequence", "created", "updated"]
Uniqueness = Literal["no", "always", "present"]


class FieldSyntax(TypedDict, total=False):
    """The modifiers of a field's line, each with its span."""

    modifiers: dict[Modifier, Span | None]


class ForeignFieldDraft(FieldSyntax, total=False):
    """A field of a foreign model."""

    name: str
    title: str
    help: str
    type: str
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
    """The inverse of a reference."""

    name: str
    title: str


@final
class FieldDraft(ForeignFieldDraft, total=False):
    """A field of an entity."""

    target_kind: Literal["entity", "account"]
    on_delete: Removal
    inverse: InverseDraft
    nullable: bool
    unique: Uniqueness
    input: Literal["always", "create", "never"]
    automatic: Automatic
    default: Default
    searchable: bool
    indexed: bool
    was: str
    fill: Expression
