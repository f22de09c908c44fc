"""Constraints and indexes over several fields, with names that are stable and legal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from transformer.backends.django.names import Names
from transformer.diagnostics.resources import digest
from transformer.engine.literals import spell_string

_LONGEST_NAME = 30  # of an index: Oracle's limit, which Django holds all databases to


@dataclass(frozen=True, slots=True)
class Rule:
    """A constraint or index: the option of `Meta` it belongs to, its fields and its source."""

    option: str
    fields: tuple[str, ...]
    source: str
    operation: str
    """The operation of a migration that adds it, and the argument that takes it."""
    argument: str


def list_rules(entity: Mapping[str, Any], names: Names) -> list[Rule]:
    """The constraints of an entity, then its indexes; of equal ones the first."""
    taken: set[str] = set()
    return list(_list_rules(entity, names, taken))


def _list_rules(entity: Mapping[str, Any], names: Names, taken: set[str]) -> Iterator[Rule]:
    attributes = names.entities[entity["name"]].attributes
    for fields in dict.fromkeys(tuple(unique["fields"]) for unique in entity["uniques"]):
        keys = [attributes[name] for name in fields]
        name = name_rule(entity["slug"], keys, "uniq", taken)
        source = _write_rule("UniqueConstraint", keys, name)
        yield Rule("constraints", fields, source, "AddConstraint", "constraint")
    for order in dict.fromkeys(
        tuple((key["field"], key["descending"]) for key in index["fields"])
        for index in entity["indexes"]
    ):
        keys = [f"{'-' * descending}{attributes[name]}" for name, descending in order]
        name = name_rule(entity["slug"], keys, "idx", taken)
        fields = tuple(name for name, _ in order)
        yield Rule("indexes", fields, _write_rule("Index", keys, name), "AddIndex", "index")


def _write_rule(kind: str, keys: list[str], name: str) -> str:
    fields = ", ".join(map(spell_string, keys))
    return f"models.{kind}(fields=[{fields}], name={spell_string(name)})"


def name_rule(slug: str, keys: list[str], ending: str, taken: set[str]) -> str:
    """A stable name of legal length, added to those taken.

    Only a name that says exactly its parts goes without a digest of them.

    >>> name_rule("task", ["owner", "title"], "idx", set())
    'task_owner_title_idx'
    >>> name_rule("task", ["-created_at"], "idx", set())
    'task_created_at_784f541_idx'
    """
    stem = "_".join([slug, *(key.lstrip("-") for key in keys)])
    name = f"{stem}_{ending}"
    plain = not any(key.startswith("-") for key in keys) and "_" not in slug
    if not plain or len(name) > _LONGEST_NAME or name in taken:
        start = stem[: _LONGEST_NAME - 9 - len(ending)].rstrip("_")
        name = f"{start}_{digest('/'.join([slug, *keys]))[:7]}_{ending}"
    taken.add(name)
    return name
