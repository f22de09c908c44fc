"""The table of lines: which each kind of block permits, and the words that they are made of."""

from typing import Literal, TypedDict

from transformer.diagnostics.resources import read_table
from transformer.dsl.tables.expressions import Sort, Yes

Removal = Literal["cascade", "restrict", "nullify"]
Presence = Literal["required", "optional", "pk", "unique?", "unique", "auto_add", "auto_update"]
Bound = Literal["default", "min", "max", "regex", "searchable", "indexed", "sensitive", "pii"]
Modifier = Presence | Bound | Removal | Literal["was", "title", "help"]
TextKind = Literal["text", "choice", "uuid", "address", "email", "slug", "timezone"]
DateKind = Literal["date", "time", "datetime", "moment"]
DefaultKind = TextKind | DateKind | Literal["whole", "number", "exact", "truth", "none"]
WordTable = Literal["types", "modifiers", "attributes"]
KeyKind = Literal["uuid", "sequence", "natural"]
SpelledForms = dict[str, str | list[str]]


class BlockRow(TypedDict, total=False):
    """The lines that a kind of block permits."""

    title: str
    forms: SpelledForms
    lists: dict[str, str]
    parts: dict[str, str]
    names: dict[str, str]
    sets: dict[str, dict[str, str | list[str]]]
    bodies: dict[str, str]
    needy: list[str]
    refers: list[str]
    ambiguous: list[str]
    open: Yes


class PhraseRow(TypedDict, total=False):
    """Words of which a phrase is one."""

    hope: str
    unknown: str
    words: list[str]


class ParameterRow(TypedDict):
    """What a parameter of a pattern may be."""

    takes: list[str]
    title: str


class TypeRow(TypedDict, total=False):
    """A type of field."""

    forms: list[str]
    sort: Sort
    default: list[DefaultKind]
    suits: list[Modifier]
    empty: Literal["text"]
    names: Yes
    dated: Yes
    key: KeyKind
    parts: list[str]


class ModifierRow(TypedDict, total=False):
    """What may be said of a field after its type."""

    forms: list[str]
    any: Yes
    property: str
    excludes: list[Modifier]


class AttributeRow(TypedDict):
    """What may be said of a field that a section shows."""

    forms: list[str]


class Grammar(TypedDict):
    """The table of lines."""

    blocks: dict[str, BlockRow]
    phrases: dict[str, PhraseRow]
    parameters: dict[str, ParameterRow]
    durations: dict[str, str]
    types: dict[str, TypeRow]
    modifiers: dict[str, ModifierRow]
    attributes: dict[str, AttributeRow]
    defaults: dict[DefaultKind, str]
    habits: dict[str, str]


def read_grammar() -> Grammar:
    """Read the table of lines."""
    return read_table("language/grammar", Grammar)
