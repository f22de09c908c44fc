"""Values that conditions ask for more than once have a name, and are asked for once."""

import ast
import itertools
import re
from collections import Counter
from collections.abc import Iterable
from random import Random
from typing import Any

import pytest

from transformer.backends.django.code import parse_cell
from transformer.backends.django.expressions.compiler_rows import read_expression_table
from transformer.backends.django.expressions.local_variables import share_values, share_within
from transformer.backends.django.expressions.repeated_conditions import drop_repetitions
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.printing import spell

LATE = 'functions.follow(self, "tool", "due")'
COUNT = "Line.objects.filter(order=self.pk).count()"
DAYS = "functions.whole_days(self.due)"
CASES = {
    (f"a and ({LATE} is None or {LATE} < b)",): [
        f"tool_due = {LATE}",
        "a and (tool_due is None or tool_due < b)",
    ],
    ("a and (functions.move(self.due, b) is None or functions.move(self.due, b) < c)",): [
        "a and ((due_moved := functions.move(self.due, b)) is None or due_moved < c)",
    ],
    (f"{COUNT} == 0 or {COUNT} > 3",): [
        f"line_count = {COUNT}",
        "line_count == 0 or line_count > 3",
    ],
    (f"a and ({COUNT} == 0 or {COUNT} > 3)",): [
        f"a and ((line_count := {COUNT}) == 0 or line_count > 3)",
    ],
    (f"a and {COUNT} == 0", f"b and {COUNT} > 3"): [
        f"line_count = {COUNT}",
        "a and line_count == 0",
        "b and line_count > 3",
    ],
    ("a or functions.whole_days(self.due) > 1", "b or functions.whole_days(self.due) > 2"): [
        "a or functions.whole_days(self.due) > 1",
        "b or functions.whole_days(self.due) > 2",
    ],
    (f"{LATE} < line_count", f"{COUNT} > 1 or {COUNT} == 0"): [
        f"{LATE} < line_count",
        f"line_count_2 = {COUNT}",
        "line_count_2 > 1 or line_count_2 == 0",
    ],
    # Only one of them is asked, and none is asked again.
    (f"a and ({DAYS} > 3 if b else {DAYS} > 5)",): [f"a and ({DAYS} > 3 if b else {DAYS} > 5)"],
    ("self.due < self.end or self.due == self.start",): [
        "self.due < self.end or self.due == self.start",
    ],
}


@pytest.mark.parametrize(("conditions", "lines"), CASES.items())
def test_shared_values_are_asked_for_once(conditions: tuple[str, ...], lines: list[str]) -> None:
    steps = share_values(map(parse_cell, conditions))
    spelled = [f"{each.name} = {spell(each.code)}".removeprefix(" = ") for each in steps]
    assert spelled == lines


def test_what_people_have_named_keeps_its_name() -> None:
    called = {ast.dump(parse_cell(COUNT).node): "to_pick"}
    steps = share_values([parse_cell(f"{COUNT} > 1 or {COUNT} == 0")], called)
    assert [each.name for each in steps] == ["to_pick", ""]


class Row:
    """A row of which something may be missing."""

    pk = 1

    def __init__(self, **values: int | None) -> None:
        self.__dict__.update(values)


class Asked:
    """Functions that are counted, by what they are asked; some fail for what is missing."""

    def __init__(self) -> None:
        self.counted: Counter[tuple[str, Any]] = Counter()

    def read_day(self, value: int | None) -> int | None:
        self.counted["read_day", value] += 1
        return value if value is None else value % 2

    def move(self, value: int, further: int) -> int | None:
        self.counted["move", (value, further)] += 1
        return value + further if value + further < 3 else None


PLAIN = ["self.a is None", "self.b is not None", "self.a == 1"]
VALUES = ["functions.read_day(self.a)", "functions.read_day(functions.move(self.a, self.b))"]
VALUES += ["functions.move(self.b, 1)", "functions.move(self.a, self.b)"]


def write_condition(random: Random, depth: int) -> str:
    if depth == 0:
        value = random.choice(VALUES)
        return random.choice([*PLAIN, f"{value} is None", f"{value} == 1", f"{value} is not None"])
    parts = [write_condition(random, depth - 1) for _ in range(random.randint(2, 3))]
    if random.random() < 0.2:
        return f"(({parts[0]}) if ({parts[1]}) else ({parts[-1]}))"
    return f"({random.choice([' and ', ' or ']).join(parts)})"


def evaluate(source: str, row: Row, asked: Asked) -> bool | None:
    """What a condition is of a row; None where it fails."""
    try:
        return bool(eval(source, {"self": row, "functions": asked}))
    except TypeError:
        return None


@pytest.mark.parametrize("seed", range(300))
def test_names_change_no_condition(seed: int) -> None:
    source = write_condition(Random(seed), 3)
    shared = spell(share_within(parse_cell(source)))
    for a in (None, 0, 1, 2):
        for b in (None, 0, 1, 2):
            before, after = Asked(), Asked()
            expected = evaluate(source, Row(a=a, b=b), before)
            assert evaluate(shared, Row(a=a, b=b), after) == expected, shared
            assert after.counted <= before.counted


REPETITIONS = {
    "(a is None or a > 1) and (a is None or a < 9)": "a is None or (a > 1 and a < 9)",
    "(a and b or c) and (a and b or d) and e": "(a and b or (c and d)) and e",
    "(a or b or c) and (a or b) and d": "(a or b) and d",
    "a is not None and f.sum(a if a is not None else 0) > 1": "a is not None and f.sum(a) > 1",
    "a is None or (a is not None and a > 1)": "a is None or a > 1",
    "a and f.ask(a)": "a and f.ask(a)",
    "not False": "True",
    "a and not False and b": "a and b",
    "not (a or b) or (a or c)": "not (a or b) or a or c",
}


@pytest.mark.parametrize(("text", "expected"), REPETITIONS.items())
def test_nothing_known_is_asked_again(text: str, expected: str) -> None:
    found = drop_repetitions(parse_cell(text))
    assert ast.unparse(found.node) == ast.unparse(ast.parse(expected))


@pytest.mark.parametrize("seed", range(300))
def test_conditions_without_repetitions_are_the_same(seed: int) -> None:
    source = write_condition(Random(seed), 4)
    shorter = spell(drop_repetitions(parse_cell(source)))
    assert len(shorter) <= len(spell(parse_cell(source)))
    for a, b in itertools.product((None, 0, 1, 2), repeat=2):
        before, after = Asked(), Asked()
        expected = evaluate(source, Row(a=a, b=b), before)
        if expected is not None:
            assert evaluate(shorter, Row(a=a, b=b), after) == expected, shorter
            assert after.counted <= before.counted


@pytest.mark.parametrize("seed", range(100))
def test_lines_before_conditions_never_fail(seed: int) -> None:
    sources = [write_condition(Random(seed + n), 2) for n in range(0, 900, 300)]
    steps = share_values(map(parse_cell, sources))
    for a in (None, 0, 1, 2):
        row, known = Row(a=a, b=None), dict[str, Any]()
        expected = [evaluate(each, row, Asked()) for each in sources]
        if None not in expected:
            scope, found = {"self": row, "functions": Asked()}, list[bool]()
            for each in steps:
                known[each.name] = eval(spell(each.code), scope, known)
                if not each.name:
                    found.append(bool(known[""]))
            assert found == expected


def test_each_function_of_python_has_a_row() -> None:
    table = read_expression_table()
    groups = [*table["values"].values(), *table["aggregates"].values()]
    cells = [row["python"] for group in groups for row in group.values()]
    assert find_functions(cells) - {"today"} <= table["variables"].keys()


def test_what_begins_with_a_field_is_named_whatever_reads_that() -> None:
    cells = [row["read"] for row in read_types().values() if "read" in row]
    assert find_functions(cells)
    for cell in cells:
        source = f"functions.round_half_even({cell.replace('$value', 'self.size')}, 1)"
        (found,) = [
            each.name for each in share_values([parse_cell(f"{source} > {source}")]) if each.name
        ]
        assert found == "value"


def find_functions(cells: Iterable[str]) -> set[str]:
    return set(re.findall(r"functions\.([a-z_]+)\(", " ".join(cells)))
