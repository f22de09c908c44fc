"""The names that an app's things have in Python: the person's own wherever Django can have them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from transformer.backends.django.identifiers import spell_attribute, spell_class, spell_constant
from transformer.diagnostics.resources import read_table
from transformer.model.naming import make_unique


@dataclass(frozen=True, slots=True)
class EntityNames:
    """What one entity and its parts are called in Python."""

    model: str
    tests: str
    """The class of its tests."""
    attributes: Mapping[str, str]
    """Field → attribute of the model."""
    columns: Mapping[str, str]
    """Field → database column, where it isn't the one that Django would choose."""
    enums: Mapping[str, str]
    """Field with values of its own → class nested in the model."""


@dataclass(frozen=True, slots=True)
class Names:
    """What everything in an app is called in Python."""

    entities: Mapping[str, EntityNames]
    enums: Mapping[str, str]
    """Shared enumeration → class."""
    inverses: Mapping[tuple[str, str], str]
    """Entity and field that refer to another entity → attribute there."""


def spell_names(manifest: Mapping[str, Any]) -> Names:
    """Names that are legal, unambiguous and the same at every build."""
    taken = {name.lower() for name in read_table("django/reserved")["classes"]}
    models = {e["name"]: _claim(spell_class(e["name"]), taken) for e in manifest["entities"]}
    enums = {e["name"]: _claim(spell_class(e["name"]), taken) for e in manifest["enums"]}
    entities = {e["name"]: _spell_entity(e, models[e["name"]], taken) for e in manifest["entities"]}
    return Names(entities, enums, dict(_spell_inverses(manifest, entities)))


def _claim(wanted: str, taken: set[str], ending: str = "Record", separator: str = "") -> str:
    """A name that no other has in any case of its letters: Django ignores that of models."""
    name = f"{wanted}{ending}" if wanted.lower() in taken else wanted
    name = make_unique(name, taken, separator)
    taken.add(name.lower())
    return name


def _spell_entity(entity: Mapping[str, Any], model: str, classes: set[str]) -> EntityNames:
    attributes = _spell_attributes(entity)
    columns = dict(_choose_columns(entity, attributes))
    taken = classes | {name for name in attributes.values() if not name.islower()} | {"meta"}
    enums = {
        field["name"]: _claim(spell_class(field["name"]), taken, "Choices")
        for field in entity["fields"]
        if "values" in field and "enum" not in field
    }
    tests = _claim(f"{model}Tests", classes, "OfPages")
    return EntityNames(model, tests, attributes, columns, enums)


def list_reserved(*rows: str) -> set[str]:
    """The names of some rows of `reserved.yaml`."""
    return set(chain.from_iterable(read_table("django/reserved")[row] for row in rows))


def _spell_attributes(entity: Mapping[str, Any]) -> dict[str, str]:
    reserved = list_reserved("attributes", "scope", "other") | set(_list_methods(entity))
    wanted = {
        field["name"]: field["name"]
        if field["name"] == entity["key"] == "id"
        else spell_attribute(field["name"], reserved)
        for field in entity["fields"]
    }
    # Names that need no change go first, so that a changed one never takes theirs.
    order = sorted(
        entity["fields"], key=lambda f: (wanted[f["name"]] != f["name"], "target" not in f)
    )
    taken: set[str] = set()
    chosen = {}
    for field in order:
        chosen[field["name"]] = name = _choose_attribute(field, wanted[field["name"]], taken)
        taken |= {name.lower(), f"{name}_id".lower()} if "target" in field else {name.lower()}
    return chosen


def _choose_attribute(field: Mapping[str, Any], wanted: str, taken: set[str]) -> str:
    clash = wanted.lower() in taken or ("target" in field and f"{wanted}_id".lower() in taken)
    return make_unique(f"{wanted}_field", taken) if clash else wanted


def _list_methods(entity: Mapping[str, Any]) -> Iterator[str]:
    """The methods that Django adds to a model for its fields."""
    for field in entity["fields"]:
        if "values" in field:
            yield f"get_{field['name']}_display"
        if field["type"] in ("date", "datetime"):
            yield from (f"get_{way}_by_{field['name']}" for way in ("next", "previous"))


def _choose_columns(
    entity: Mapping[str, Any], attributes: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    endings = {f["name"]: "_id" if "target" in f else "" for f in entity["fields"]}
    renamed = [name for name, attribute in attributes.items() if name != attribute]
    taken = {f"{n}{endings[n]}".lower() for n in attributes if n not in renamed}
    for name in renamed:
        column = f"{name}{endings[name]}"
        if column.lower() not in taken:
            taken.add(column.lower())
            yield name, column


def _spell_inverses(
    manifest: Mapping[str, Any], entities: Mapping[str, EntityNames]
) -> Iterator[tuple[tuple[str, str], str]]:
    reserved = list_reserved("attributes", "other")
    taken = {
        name: {a.lower() for a in names.attributes.values()} for name, names in entities.items()
    }
    accounts: set[str] = set()
    for entity in manifest["entities"]:
        for field in _list_references(entity["fields"]):
            there = taken.get(field["target"], accounts)
            name = make_unique(spell_attribute(field["inverse"]["name"], reserved), there)
            there.add(name.lower())
            yield (entity["name"], field["name"]), name


def _list_references(fields: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    return (field for field in fields if "inverse" in field)


def spell_members(values: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Value of an enumeration → name of the member of its class.

    >>> spell_members([{"value": "a b"}, {"value": "a-b"}])
    {'a b': 'A_B', 'a-b': 'A_B_2'}
    """
    taken: set[str] = set()
    members = {}
    for choice in values:
        members[choice["value"]] = name = make_unique(spell_constant(choice["value"]), taken)
        taken.add(name)
    return members
