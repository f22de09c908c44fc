"""What the tables say of a field: its type's record, the rows of `traits.yaml` laid over it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from transformer.diagnostics.resources import read_table

_PLAIN = (
    "minimum", "maximum", "pattern", "pattern_message", "sensitive", "indexed", "default", "help",
)  # fmt: skip
_GATHERED = ("when", "options", "attributes", "validators")
_KEY_WORDS = {"uuid": "uuid-key", "sequence": "counter", None: "natural"}


@dataclass(frozen=True, slots=True)
class Traits:
    """The record of a field: a column of the tables → its text, and what adds up."""

    columns: Mapping[str, str]
    options: Mapping[str, str]
    attributes: Mapping[str, str]


def find_traits(words: frozenset[str]) -> Traits:
    """The record for the words of a field, of which exactly one is a type.

    >>> find_traits(frozenset({"bool", "default"})).options
    {'default': '$default'}
    """
    return _find_traits(words)


@cache
def _find_traits(words: frozenset[str]) -> Traits:
    (kind,) = words & set(read_table("django/types"))
    columns = dict(read_table("django/types")[kind])
    options = dict(columns.pop("options", {}))
    attributes = dict(columns.pop("attributes", {}))
    validators = []
    for row in read_table("django/traits"):
        if words.issuperset(row["when"]):
            options |= row.get("options", {})
            attributes |= row.get("attributes", {})
            validators += [row["validators"]] if "validators" in row else []
            columns |= {k: v for k, v in row.items() if k not in _GATHERED}
    if validators:
        options["validators"] = f"[{', '.join(validators)}]"
    return Traits(columns, options, attributes)


def list_words(entity: Mapping[str, Any], field: Mapping[str, Any]) -> Iterator[str]:
    """The words of a field that follow from the manifest alone."""
    yield field["type"]
    yield from read_table("django/types")[field["type"]].get("words", "").split()
    yield "required" if field["required"] else "optional"
    yield from (word for word in _PLAIN if word in field)
    if field["nullable"]:
        yield "nullable"
    elif not field["required"]:
        yield "empty"
    if field["name"] == entity["key"]:
        yield from ("key", _KEY_WORDS[field.get("automatic")])
        return
    if field["unique"] != "no":
        yield "one-to-one" if "target" in field else "unique"
    if "automatic" in field:
        yield field["automatic"]
