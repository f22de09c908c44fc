"""The tables that only the manifest's making reads: a class per kind of row."""

from typing import Literal, TypedDict

from transformer.diagnostics.resources import read_table
from transformer.dsl.tables.expressions import Yes


class LinkRow(TypedDict, total=False):
    """What a name in some place of the manifest may stand for."""

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
    """Read what names stand for, by their places in the manifest."""
    return read_table("language/links", dict[str, LinkRow])


def read_doubles() -> dict[str, Literal["said-twice", "doubled-name"]]:
    """Read the codes of what is said twice, by its place in the manifest."""
    return read_table("language/uniqueness", dict[str, Literal["said-twice", "doubled-name"]])


def read_addresses() -> AddressTable:
    """Read which addresses are taken."""
    return read_table("language/addresses", AddressTable)


def read_headings() -> dict[str, HeadingRow]:
    """Read the headings that nobody wrote, by the language of an app."""
    return read_table("language/headings", dict[str, HeadingRow])


def read_plurals() -> PluralTable:
    """Read the plurals of English words."""
    return read_table("language/plurals", PluralTable)
