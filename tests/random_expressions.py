"""Random expressions of any type, by the table of expressions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

from tests.random_words import quote, spell_value
from transformer.diagnostics.resources import read_table

DEEPEST = 3
LITERALS = {
    "number": ("0", "1", "2.5", "-3", "100"),
    "text": ('"a"', '""', '"it\'s {{ x }}"', '"Ü"'),
    "bool": ("true", "false"),
    "date": ("today",),
    "datetime": ("now",),
    "duration": ("7d", "2h", "30min"),
    "time": (),
}
# These words mean something between others; as names of fields they stand alone at best.
BETWEEN = {"and", "or", "not", "in", "is", "contains", "where", "null", "true", "false"}


@dataclass
class Entity:
    """An entity as far as others may speak of it: its fields by type, values and targets."""

    name: str
    types: dict[str, str] = field(default_factory=dict)
    values: dict[str, Sequence[str]] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    relations: dict[str, "Entity"] = field(default_factory=dict)
    """What leads to many records, with their entity."""

    def list_names(self, type_name: str) -> list[str]:
        """The fields of a type that an expression can name."""
        return [
            name for name, own in self.types.items() if own == type_name and name not in BETWEEN
        ]

    def list_fit(self, use: str) -> list[str]:
        """The fields that a search, an order or a filter can go by."""
        fit = read_table("language/expressions")["uses"][use]["types"]
        return [name for name, type_name in self.types.items() if type_name in fit]


@dataclass(frozen=True)
class People:
    """What is known of whoever is signed in."""

    roles: Sequence[str]
    entity: str


def write_condition(random: Random, entity: Entity, people: People) -> str:
    """Something that is true or false of a record."""
    return write_expression(random, "bool", entity, people, 0)


def write_expression(
    random: Random, type_name: str, entity: Entity, people: People, depth: int = 0
) -> str:
    """An expression of the type."""
    ways = list(_list_leaves(random, type_name, entity, people))
    made = _productions().get(type_name, ())
    if made and depth < DEEPEST and (not ways or random.random() < 0.6):
        template, takes = random.choice(made)
        parts = [write_expression(random, each, entity, people, depth + 1) for each in takes]
        return template.format(*parts)
    return random.choice(ways)


@cache
def _productions() -> Mapping[str, Sequence[tuple[str, Sequence[str]]]]:
    """For each type, the ways to make a value of it from those of others."""
    table, found = read_table("language/expressions"), dict[str, list[tuple[str, Sequence[str]]]]()
    for row in table["operators"].values():
        is_before = row.get("place") == "before"
        for spelling in row["spelled"]:
            template = f"({spelling} {{}})" if is_before else f"({{}} {spelling} {{}})"
            for takes, gives in _list_signatures(row):
                found.setdefault(gives, []).append((template, takes))
    for name, row in table["functions"].items():
        for takes, gives in _list_signatures(row):
            for given in _list_arguments(row, len(takes)):
                made = (f"{name}({', '.join(given)})", takes[: given.count("{}")])
                found.setdefault(gives, []).append(made)
    return found


def _list_arguments(row: Mapping[str, Any], count: int) -> Iterator[Sequence[str]]:
    """What stands in the brackets of a function: gaps for values, and a number of places."""
    if "places" not in row or count == 1:
        yield ["{}"] * count
        return
    least, most = map(int, row["places"])
    yield from (["{}", str(places)] for places in range(least, most + 1))


def _list_signatures(row: Mapping[str, object]) -> Iterator[tuple[Sequence[str], str]]:
    table = read_table("language/expressions")["pairs"]
    if row.get("compares") and row.get("right") != "list":
        for pair in table["ordered"]:
            if not {"choice", "time"} & {*pair.split()}:
                yield pair.split(), "bool"
    signatures = row.get("signatures", ())
    assert isinstance(signatures, list | tuple)
    for signature in signatures:
        takes, _, gives = signature.partition(" -> ")
        if "json" not in takes:
            yield takes.split(), gives


def _list_leaves(random: Random, type_name: str, entity: Entity, people: People) -> Iterator[str]:
    yield from entity.list_names(type_name)
    yield from (word for word in LITERALS.get(type_name, ()) if word not in entity.types)
    if type_name == "bool":
        yield from _list_tests(random, entity, people)
    if type_name == "number":
        yield from _list_aggregates(random, entity, people)


def _list_aggregates(random: Random, entity: Entity, people: People) -> Iterator[str]:
    """Numbers that are taken of the records that relations lead to."""
    for name, other in entity.relations.items():
        tests = [*_list_tests(random, other, people)]
        where = f" where {random.choice(tests)}" if tests and random.random() < 0.5 else ""
        yield f"count({name}{where})"
        numbers = other.list_names("number")
        if numbers:
            taken = " * ".join(f"{name}.{random.choice(numbers)}" for _ in range(2))
            yield f"{random.choice(['sum', 'avg', 'min', 'max'])}({taken}{where})"


def _list_tests(random: Random, entity: Entity, people: People) -> Iterator[str]:
    """Conditions of a single field, or of whoever is signed in."""
    for name in entity.list_names("choice"):
        values = [spell_value(value) for value in entity.values[name]]
        yield f"{name} {random.choice(['=', '!=', '==', '<'])} {random.choice(values)}"
        yield f"{name} {random.choice(['in', 'not in'])} [{', '.join(values)}]"
    for name in entity.list_names("record"):
        yield f"{name} is {random.choice(['', 'not '])}null"
        if entity.targets[name] == people.entity and "current_user" not in entity.types:
            yield f"{name} = current_user"
    for name in entity.list_names("text"):
        yield f"{name} contains {quote('x')}"
    yield from (f"role({role})" for role in people.roles)


def write_number(random: Random, entities: Sequence[Entity], people: People) -> str:
    """A number taken from many records."""
    entity = random.choice(entities)
    where = f" where {write_condition(random, entity, people)}" if random.random() < 0.5 else ""
    count = f"count({entity.name}{where})"
    numbers = entity.list_names("number")
    if not numbers or random.random() < 0.4:
        return random.choice([count, f"round({count} * 100 / count({entity.name}), 1)"])
    taken = random.choice(["sum", "avg", "min", "max"])
    value = " + ".join(f"{entity.name}.{random.choice(numbers)}" for _ in range(2))
    return f"{taken}({value}{where})"
