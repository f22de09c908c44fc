"""What an expression is of a record, by docs/language.md alone: the other side of comparisons.

It shares nothing with what dazzle makes of expressions. While it computes, a missing value is
None, a number a Fraction, and a moment in UTC.
"""

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from tests.expressions.arithmetic import AGGREGATES, compute, count_days, join_texts, round_number
from tests.expressions.values import MOMENTS, enter, find_day, is_day, read_literal
from tests.expressions.world import Node, Record, World


def evaluate(node: Node, record: Record) -> Any:
    """What the expression is: None if it is missing, numbers as decimals, moments in UTC."""
    value = judge(node, record)
    if not isinstance(value, Fraction):
        return value
    with localcontext(prec=100):
        return Decimal(value.numerator) / Decimal(value.denominator)


def judge(node: Node, record: Record) -> Any:
    """By itself, a `bool` that is missing counts as false."""
    value = find(node, record)
    return False if value is None and node["type"] == "bool" else value


def find(node: Node, record: Record) -> Any:
    """The value of a part of an expression."""
    rule = next(rule for word, rule in NODES.items() if word in node)
    return enter(rule(node, record), node["type"])


# Fields, and whoever is signed in


def read_path(record: Record | None, path: Sequence[str]) -> Any:
    """The fields of a record that isn't there are missing."""
    for name in path[:-1]:
        record = follow(record, name) if record else None
    return read_field(record, path[-1]) if record else None


def read_field(record: Record, name: str) -> Any:
    """Computed values count as fields."""
    if name in record.info.computed:
        return judge(record.info.computed[name], record)
    return record.row.get(name)


def follow(record: Record, name: str) -> Record | None:
    return record.world.find(record.info.find_target(name), read_field(record, name))


def find_person(world: World) -> Record | None:
    return world.find(world.person_entity, world.person)


def read_person(node: Node, record: Record) -> Any:
    """`current_user`, or a field of theirs, which is missing where nobody has signed in."""
    person = find_person(record.world)
    return person and read_path(person, node["person"] or [person.info.key])


# Conditions


def is_true(node: Node, record: Record) -> bool:
    """Beside `and`, `or` and `not`, a `bool` that is missing counts as false."""
    return find(node, record) is True


def compare(node: Node, record: Record) -> bool:
    """A comparison is true or false, never missing."""
    left, right = node["operands"]
    a, b = bring_together(left, right, record)
    values = find_enum(left, record) or find_enum(right, record)
    if values and node["operator"] not in ("=", "!="):
        a, b = rank(a, values), rank(b, values)
    return COMPARISONS[node["operator"]](a, b)


def put_in_order(word: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """`<`, `<=`, `>` and `>=` are false where one side is missing."""
    return lambda a, b: a is not None and b is not None and word(a, b)


# None equals None alone: `a = b` is true where both are missing, `a != b` where exactly one is.
# Python, too, compares texts by code points.
COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": put_in_order(operator.lt),
    "<=": put_in_order(operator.le),
    ">": put_in_order(operator.gt),
    ">=": put_in_order(operator.ge),
}


def bring_together(left: Node, right: Node, record: Record) -> tuple[Any, Any]:
    """Two values as they are compared."""
    a, b = find(left, record), find(right, record)
    if is_day(left, a) or is_day(right, b):
        return find_day(a, record.world), find_day(b, record.world)
    return a, b


def rank(value: Any, values: Sequence[str]) -> int | None:
    """`<` follows the order of the enum on the left; a value that it doesn't have is missing."""
    return values.index(value) if value in values else None


def find_enum(node: Node, record: Record) -> Sequence[str] | None:
    """The values of the enum that a field is of, or what is computed from one."""
    world, entity, path = record.world, record.entity, node.get("path")
    if node.get("person"):
        entity, path = world.person_entity, node["person"]
    if not path:
        return None
    for name in path[:-1]:
        entity = world.entities[entity].find_target(name)
    info = world.entities[entity]
    if path[-1] in info.computed:
        return find_enum(info.computed[path[-1]], Record(world, entity))
    return info.enums.get(path[-1])


def is_in(node: Node, record: Record) -> bool:
    """False where the value is missing; a missing value in the list equals nothing."""
    left, right = node["operands"]
    pairs = (bring_together(left, each, record) for each in right["list"])
    return any(a is not None and a == b for a, b in pairs)


def contains(node: Node, record: Record) -> bool:
    """A text contains another, capital or small; structured data an item or a key as it is."""
    whole, part = (find(each, record) for each in node["operands"])
    if whole is None or part is None:
        return False
    if node["operands"][0]["type"] == "text":
        return fold(part) in fold(whole)
    return isinstance(whole, list | dict) and part in whole


def fold(text: str) -> str:
    """Capital letters are small ones; i without a dot has the capital of the other one."""
    return text.casefold().replace("ı", "i")


# Computations


def calculate(node: Node, record: Record) -> Any:
    a, b = (find(each, record) for each in node["operands"])
    return join_texts(a, b) if node["type"] == "text" else compute(node["operator"], a, b)


def negate(node: Node, record: Record) -> Any:
    value = find(node["operands"][0], record)
    return None if value is None else -value


def call(node: Node, record: Record) -> Any:
    """What is computed with a missing value is missing."""
    values = [find(each, record) for each in node["arguments"]]
    missing = any(each is None for each in values)
    return None if missing else FUNCTIONS[node["function"]](record.world, *values)


def count_days_since(world: World, value: date | datetime) -> Fraction:
    """Full days from a moment until now, or from a day until today."""
    return count_days((world.now if isinstance(value, datetime) else world.today) - value)


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "round": lambda _, *values: round_number(*values),
    "days_since": count_days_since,
    "days_until": lambda world, value: -count_days_since(world, value),
}


# Many records


def aggregate(node: Node, record: Record) -> Any:
    """All leave out missing values, but for `count`, which counts records."""
    where = node.get("where")
    records = [each for each in list_related(node, record) if not where or judge(where, each)]
    if node["aggregate"] == "count":
        return len(records)
    values = [find(node["value"], each) for each in records]
    there = [each for each in values if each is not None]
    return AGGREGATES[node["aggregate"]](there, node["type"])


def list_related(node: Node, record: Record) -> Iterator[Record]:
    """The records of the entity: all, or those that a relation leads to."""
    *way, name = node.get("relation") or [None]
    start: Record | None = record
    for each in way:
        start = follow(start, each) if start else None
    if name is None:
        yield from record.world.list_records(node["entity"])
    elif start:
        entity, back = start.info.many[name]
        key = read_field(start, start.info.key)
        others = record.world.list_records(entity)
        yield from (each for each in others if key is not None and read_field(each, back) == key)


# The word by which a node is known, the more telling ones first.
NODES: Mapping[str, Callable[[Node, Record], Any]] = {
    "aggregate": aggregate,
    "function": call,
    "operator": lambda node, record: OPERATORS[node["operator"]](node, record),
    "person": read_person,
    "path": lambda node, record: read_path(record, node["path"]),
    "moment": lambda node, record: MOMENTS[node["moment"]](record.world),
    "duration": lambda node, _: timedelta(seconds=node["duration"]),
    "choice": lambda node, _: node["choice"],
    "role": lambda node, record: node["role"] in record.world.roles,
    "value": lambda node, record: read_literal(node, record.world),
}
OPERATORS: Mapping[str, Callable[[Node, Record], Any]] = {
    "or": lambda node, record: any(is_true(each, record) for each in node["operands"]),
    "and": lambda node, record: all(is_true(each, record) for each in node["operands"]),
    "not": lambda node, record: not is_true(node["operands"][0], record),
    "is null": lambda node, record: find(node["operands"][0], record) is None,
    "is not null": lambda node, record: find(node["operands"][0], record) is not None,
    "in": is_in,
    "not in": lambda node, record: not is_in(node, record),
    "contains": contains,
    "negative": negate,
    **dict.fromkeys(COMPARISONS, compare),
    **dict.fromkeys("+-*/", calculate),
}
