"""The tables that only the front end reads: a class per kind of row."""

from typing import Literal, TypedDict

from transformer.diagnostics.resources import read_table
from transformer.dsl.tables.expression_rows import Yes

DuplicateCode = Literal["duplicate-entry", "duplicate-name"]


class LinkRow(TypedDict, total=False):
    """The declarations that a name in some place of the manifest may refer to."""

    names: list[str]
    unknown: str
    fits: str
    open: Yes


class AddressTable(TypedDict):
    """Addresses that are taken, and the Latin letters of others."""

    reserved: list[str]
    suffix: str
    letters: dict[str, dict[str, str]]


class HeadingRow(TypedDict):
    """Headings in one language, by the modes of pages and by how records belong to another."""

    list: str
    view: str
    create: str
    edit: str
    custom: str
    children: str
    child: str


class EndingRow(TypedDict):
    """An ending of words, and what it becomes in the plural."""

    ending: str
    plural: str


class PluralTable(TypedDict):
    """English, as far as names of things need it."""

    words: dict[str, str]
    same: list[str]
    endings: list[EndingRow]
    heads: list[str]
    capitals: list[str]


def read_links() -> dict[str, LinkRow]:
    """Read which declarations names refer to, by their places in the manifest."""
    return read_table("language/links", dict[str, LinkRow])


def read_uniqueness() -> dict[str, DuplicateCode]:
    """Read the codes of duplicates, by their places in the manifest."""
    return read_table("language/uniqueness", dict[str, DuplicateCode])


def read_addresses() -> AddressTable:
    """Read the reserved addresses, and the Latin letters of others."""
    return read_table("language/addresses", AddressTable)


def read_headings() -> dict[str, HeadingRow]:
    """Read the default headings, by the language of an app."""
    return read_table("language/headings", dict[str, HeadingRow])


def read_plurals() -> PluralTable:
    """Read the plurals of English words."""
    return read_table("language/plurals", PluralTable)
