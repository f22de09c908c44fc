"""The names that an app's things have in Python: the person's own wherever Django can have them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from string import Template
from typing import Literal

from transformer.backends.django.accounts import (
    STAND_IN,
    is_person,
    read_accounts,
    stands_for,
)
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.identifiers import spell_attribute, spell_class, spell_constant
from transformer.diagnostics.resources import read_table
from transformer.model import Model
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Choice, Field
from transformer.model.naming import make_unique
from transformer.model.relations import Relation

Reserved = Literal["attributes", "accounts", "scope", "other", "classes", "addresses"]


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
    computed: Mapping[str, str]
    """Computed value → attribute of the rows of a query that adds it."""
    queryset: str
    """The class of the model's queries; the empty string where nothing is computed."""
    links: Mapping[str, str]
    """`many_to_many` relation → attribute of the model."""
    since: str
    """The attribute with the moment from which a row has its state; empty where none is needed."""


@dataclass(frozen=True, slots=True)
class Names:
    """What everything in an app is called in Python."""

    entities: Mapping[Entity, EntityNames]
    enums: Mapping[str, str]
    """Shared enumeration → class."""
    inverses: Mapping[Field | Relation, str]
    """Reference or `many_to_many` relation → attribute of its target."""
    account: str
    """The class of the people who sign in."""

    def name_model(self, entity: Entity) -> str:
        """Name the class of an entity's model."""
        return self.entities[entity].model

    def name_attribute(self, field: Field) -> str:
        """Name the attribute that holds the value of a field."""
        return self.entities[field.entity].attributes[field.name]

    def name_link(self, relation: Relation) -> str:
        """Name the attribute of a `many_to_many` relation, on the side that it is declared on."""
        if relation.opposite is not None:
            return self.inverses[relation.opposite]
        return self.entities[relation.entity].links[relation.name]

    def name_enum(self, field: Field) -> str | None:
        """Name the class of a field's values, if it has any."""
        if field.enum_name is not None:
            return self.enums[field.enum_name]
        return self.entities[field.entity].enums.get(field.name)

    def list_models(self) -> set[str]:
        """List the classes of models in lower case, since Django ignores that of their names."""
        return {entity.model.lower() for entity in self.entities.values()}


def spell_names(model: Model) -> Names:
    """Make names that are legal, unambiguous and the same at every build."""
    taken, person = {name.lower() for name in list_reserved("classes")}, model.person.entity
    taken |= {STAND_IN.lower()} if person is None else set()
    models = {each: _claim(spell_class(each.name), taken) for each in model.entities}
    enums = {each.name: _claim(spell_class(each.name), taken) for each in model.enums}
    entities = {each: _spell_entity(each, models[each], taken) for each in model.entities}
    account = STAND_IN if person is None else models[person]
    return Names(entities, enums, dict(_spell_inverses(model, entities)), account)


def _claim(wanted: str, taken: set[str], ending: str = "Record", separator: str = "") -> str:
    """Make a name that no other has in any case of its letters: Django ignores that of models."""
    name = f"{wanted}{ending}" if wanted.lower() in taken else wanted
    name = make_unique(name, taken, separator)
    taken.add(name.lower())
    return name


def _spell_entity(entity: Entity, model: str, classes: set[str]) -> EntityNames:
    attributes = _spell_attributes(entity)
    columns = dict(_choose_columns(entity, attributes))
    taken = classes | {name for name in attributes.values() if not name.islower()} | {"meta"}
    enums = {
        field.name: _claim(spell_class(field.name), taken, "Choices")
        for field in entity.fields
        if field.values is not None and field.enum_name is None
    }
    tests = _claim(f"{model}Tests", classes, "OfPages")
    queryset = _claim(f"{model}QuerySet", classes, "OfRows") if entity.computed else ""
    computed = _spell_added(entity, entity.computed, attributes.values(), "value")
    since = _spell_since(entity, {*attributes.values(), *computed.values()})
    links = _spell_links(entity, (*attributes.values(), *computed.values(), since))
    return EntityNames(model, tests, attributes, columns, enums, computed, queryset, links, since)


def _spell_since(entity: Entity, attributes: set[str]) -> str:
    """Name the moment from which a row has its state, where time changes that."""
    if entity.transitions is None or not entity.transitions.has_timed:
        return ""
    taken = {each.lower() for each in attributes} | _list_taken(entity)
    return make_unique(f"{entity.transitions.field_name.lower()}_since", taken)


def list_reserved(*rows: Reserved) -> set[str]:
    """List the names of some rows of `reserved.yaml`."""
    table = read_table("django/reserved", dict[Reserved, list[str]])
    return set(chain.from_iterable(table[row] for row in rows))


def _spell_attributes(entity: Entity) -> dict[str, str]:
    reserved = _list_taken(entity)
    wanted = {
        field.name: field.name
        if field.name == entity.key_name == "id" or stands_for(field)
        else spell_attribute(field.name, reserved)
        for field in entity.fields
    }
    # Names that need no change go first, so that a changed one never takes theirs.
    order = sorted(entity.fields, key=lambda f: (wanted[f.name] != f.name, not f.is_reference))
    taken: set[str] = set()
    chosen = {}
    for field in order:
        chosen[field.name] = name = _choose_attribute(field, wanted[field.name], taken)
        taken |= {name.lower(), f"{name}_id".lower()} if field.is_reference else {name.lower()}
    return chosen


def _choose_attribute(field: Field, wanted: str, taken: set[str]) -> str:
    clash = wanted.lower() in taken or (field.is_reference and f"{wanted}_id".lower() in taken)
    return make_unique(f"{wanted}_field", taken) if clash else wanted


def _spell_links(entity: Entity, attributes: Iterable[str]) -> dict[str, str]:
    return _spell_added(entity, entity.links, attributes, "rows") if entity.links else {}


def _spell_added(
    entity: Entity,
    members: Iterable[Computed | Relation],
    attributes: Iterable[str],
    ending: str,
) -> dict[str, str]:
    """Name the attributes of members that are no fields, none of them like those that there are."""
    reserved = _list_taken(entity)
    taken = {each.lower() for name in attributes for each in (name, f"{name}_id")}
    chosen = {}
    for each in members:
        wanted = spell_attribute(each.name, reserved)
        is_taken = wanted.lower() in taken
        name = make_unique(f"{wanted}_{ending}", taken) if is_taken else wanted
        chosen[each.name] = name
        taken.add(name.lower())
    return chosen


def _list_taken(entity: Entity) -> set[str]:
    """List the names that no field of an entity can have."""
    taken = list_reserved("attributes", "scope", "other") | set(_list_methods(entity))
    return taken | list_reserved("accounts") | {*read_accounts()} if is_person(entity) else taken


def _list_methods(entity: Entity) -> Iterator[str]:
    """List the methods that Django adds to a model for its fields."""
    for field in entity.fields:
        for method in read_types()[field.type].get("methods", "").split():
            yield Template(method).substitute(name=field.name)


def _choose_columns(entity: Entity, attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    endings = {field.name: "_id" if field.is_reference else "" for field in entity.fields}
    renamed = [name for name, attribute in attributes.items() if name != attribute]
    taken = {f"{n}{endings[n]}".lower() for n in attributes if n not in renamed}
    for name in renamed:
        column = f"{name}{endings[name]}"
        if column.lower() not in taken:
            taken.add(column.lower())
            yield name, column


def _spell_inverses(
    model: Model, entities: Mapping[Entity, EntityNames]
) -> Iterator[tuple[Field | Relation, str]]:
    reserved = list_reserved("attributes", "other")
    taken = {entity: set(_list_attributes(names)) for entity, names in entities.items()}
    accounts = {name.lower() for name in (*list_reserved("accounts"), *read_accounts())}
    person = model.person.entity
    if person is not None:
        taken[person] |= accounts
    ways: list[Field | Relation] = [each for entity in model.entities for each in entity.fields]
    ways += [each for entity in model.entities for each in entity.links]
    for way in ways:
        if way.inverse is not None:
            there = accounts if way.target is None else taken[way.target]
            name = make_unique(spell_attribute(way.inverse.name, reserved), there)
            there.add(name.lower())
            yield way, name


def _list_attributes(names: EntityNames) -> Iterator[str]:
    attributes, computed, links = names.attributes, names.computed, names.links
    every = chain(attributes.values(), computed.values(), links.values(), [names.since])
    return (name.lower() for name in every)


def spell_members(values: Iterable[Choice]) -> dict[str, str]:
    """Spell the members of an enumeration's class: value → name.

    >>> spell_members([Choice("a b", "A"), Choice("a-b", "B")])
    {'a b': 'A_B', 'a-b': 'A_B_2'}
    """
    taken: set[str] = set()
    members = {}
    for choice in values:
        members[choice.value] = name = make_unique(spell_constant(choice.value), taken)
        taken.add(name)
    return members
