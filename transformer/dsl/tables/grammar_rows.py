"""The table of the grammar: lines by kind of block, and the words that they consist of."""

from typing import Literal, TypedDict

from transformer.diagnostics.resources import read_table
from transformer.dsl.tables.expression_rows import ValueTypeName, Yes

Removal = Literal["cascade", "restrict", "nullify"]
Presence = Literal["required", "optional", "pk", "unique?", "unique", "auto_add", "auto_update"]
Bound = Literal["default", "min", "max", "regex", "searchable", "indexed", "sensitive", "pii"]
Modifier = Presence | Bound | Removal | Literal["was", "fill", "title", "help"]
TextKind = Literal["text", "choice", "uuid", "address", "email", "slug", "timezone"]
DateKind = Literal["date", "time", "datetime", "moment"]
DefaultKind = TextKind | DateKind | Literal["whole", "number", "exact", "truth", "none"]
WordTable = Literal["types", "modifiers", "attributes"]
KeyKind = Literal["uuid", "sequence", "natural"]
SpelledForms = dict[str, str | list[str]]


class LinesRow(TypedDict, total=False):
    """The lines of a kind of block, and where in the manifest their captures go."""

    title: str
    forms: SpelledForms
    lists: dict[str, str]
    parts: dict[str, str]
    names: dict[str, str]
    sets: dict[str, dict[str, str | list[str]]]
    bodies: dict[str, str]


class BlockRow(LinesRow, total=False):
    """The lines that a kind of block permits."""

    needs_body: list[str]
    refers: list[str]
    ambiguous: list[str]
    open: Yes


class PhraseRow(TypedDict, total=False):
    """A phrase that is one of several words."""

    expected: str
    unknown: str
    words: list[str]


class ParameterRow(TypedDict):
    """A type of parameters of patterns."""

    takes: list[str]
    title: str


class TypeRow(TypedDict, total=False):
    """A type of field."""

    forms: list[str]
    value_type: ValueTypeName
    default: list[DefaultKind]
    suits: list[Modifier]
    empty: Literal["text"]
    names: Yes
    contact: Yes
    dated: Yes
    key: KeyKind
    parts: list[str]


class ModifierRow(TypedDict, total=False):
    """A modifier, which stands after the type of a field."""

    forms: list[str]
    any: Yes
    property: str
    excludes: list[Modifier]


class AttributeRow(TypedDict):
    """An attribute of a field that a section shows."""

    forms: list[str]


class GrammarTable(TypedDict):
    """The table of the grammar."""

    blocks: dict[str, BlockRow]
    phrases: dict[str, PhraseRow]
    parameters: dict[str, ParameterRow]
    durations: dict[str, str]
    types: dict[str, TypeRow]
    modifiers: dict[str, ModifierRow]
    attributes: dict[str, AttributeRow]
    defaults: dict[DefaultKind, str]
    synonyms: dict[str, str]


def read_grammar() -> GrammarTable:
    """Read the table of the grammar."""
    return read_table("language/grammar", GrammarTable)
