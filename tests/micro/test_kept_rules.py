"""Invariants hold: by what a model's `clean` says, and by what the database refuses."""

from itertools import product
from pathlib import Path
from random import Random

import pytest

from tests.micro.ruled_rows import VALUES, Rows, Verdict, judge_rows

CHECKED = [
    "whole > 1",
    "not whole > 1",
    "pieces >= 2",
    "whole = 2",
    "whole != 2",
    "not whole = 2",
    "not whole != 2",
    "whole in [1, 2]",
    "whole not in [1, 2]",
    "not whole in [1]",
    "whole is null or whole > pieces",
    "whole is not null and whole < pieces",
    "whole = null or whole = pieces",
    "not (whole is null and due is null)",
    "whole >= pieces or done",
    "done",
    "not done",
    "not (done and whole > 1)",
    "not (done or not whole > 1)",
    'label = "a"',
    'label = ""',
    "label != code",
    'mark = "a"',
    'mark != "a"',
    "mark is null or mark = code",
    'mark in ["a", "b"]',
    "mark is not null",
    "mark != label",
    "state < high",
    "not state < high",
    "kind = state",
    "state = mid or kind != mid",
    "state in [low, mid]",
    "due >= start",
    "due is null or due >= start",
    'start > "2026-01-01"',
    "price > 1.5",
    "price * 2 - whole > 1",
    "-whole < 0 and pieces + 1 > 2",
    "total > 2",
    "late or whole > 1",
    "whole > 0 and (due is null or due > start) or not done and pieces = 1",
]
FREE = [
    "whole < 99999999999",
    "whole >= 99999999999 or done",
    "state < low or done",
    "not state < low and done",
    "whole / 2 > 0.5",
    'label contains "A"',
    "label < code",
    "mark = label",
    "state < kind",
    "share > 0.5",
    "days_since(start) > 0",
    "round(price) > 1",
    'label + code = "aa"',
    "due + 2d > start",
    "whole in [pieces, price]",
]
Verdicts = dict[str, Verdict]


def list_rows(rule: str) -> Rows:
    """Rows with all values of the fields that a rule speaks of, and the first of any other."""
    spoken = rule.replace("total", "whole pieces").replace("late", "due start done")
    first = {name: values[0] for name, values in VALUES.items()}
    names = [name for name in VALUES if name in spoken]
    choices = product(*(VALUES[name] for name in names))
    return [{**first, **dict(zip(names, choice, strict=True))} for choice in choices]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    """What is said of all rows."""
    rules = {rule: list_rows(rule) for rule in [*CHECKED, *FREE]}
    return judge_rows(tmp_path_factory.mktemp("rules"), rules)


@pytest.mark.parametrize("rule", [*CHECKED, *FREE])
def test_broken_rule_is_told_once(verdicts: Verdicts, rule: str) -> None:
    found = verdicts[rule]
    assert {*found.wanted} == {True, False}
    assert found.messages == [int(not each) for each in found.wanted]


@pytest.mark.parametrize("rule", CHECKED)
def test_database_keeps_no_row_that_breaks_a_rule(verdicts: Verdicts, rule: str) -> None:
    assert verdicts[rule].kept == verdicts[rule].wanted


@pytest.mark.parametrize("rule", FREE)
def test_rule_beyond_databases_is_left_to_python(verdicts: Verdicts, rule: str) -> None:
    assert {*verdicts[rule].kept} == {True}


TERMS = {
    "number": ["whole", "pieces", "price", "2", "1.5", "whole*pieces", "price-whole", "-whole"],
    "text": ["label", "code", "mark", '"a"', '""'],
    "day": ["due", "start"],
    "choice": ["state", "kind", "low", "mid"],
}
ORDERS = ["=", "!=", "<", "<=", ">", ">="]


def write_rule(random: Random, depth: int) -> str:
    """A random rule."""
    word = random.choice(["and", "or", "not", ""]) if depth else ""
    if word == "not":
        return f"not ({write_rule(random, depth - 1)})"
    if word:
        return f"({write_rule(random, depth - 1)}) {word} ({write_rule(random, depth - 1)})"
    return write_comparison(random)


def write_comparison(random: Random) -> str:
    kind = random.choice([*TERMS, "bool"])
    if kind == "bool":
        return random.choice(["done", "late", "not done", "late = true", "done != late"])
    first, second, third = (random.choice(TERMS[kind]) for _ in range(3))
    # A list or a test for nothing begins with a field.
    field = random.choice([each for each in TERMS[kind][:3] if each in VALUES])
    if random.random() < 0.3:
        word = random.choice(["is null", "is not null", "in", "not in"])
        return f"{field} {word}" + (f" [{second}, {third}]" if word.endswith("in") else "")
    orders = ORDERS[:2] if kind == "text" else ORDERS
    return f"{field if kind == 'choice' else first} {random.choice(orders)} {second}"


def test_random_rules_are_held_as_they_mean(tmp_path: Path) -> None:
    random = Random(5)
    rules = dict.fromkeys(write_rule(random, 3) for _ in range(60))
    rows = {
        rule: [{name: random.choice(each) for name, each in VALUES.items()} for _ in range(40)]
        for rule in rules
    }
    found = judge_rows(tmp_path, rows)
    assert sum(each.is_checked for each in found.values()) > 20
    for rule, each in found.items():
        assert each.messages == [int(not wanted) for wanted in each.wanted], rule
        assert each.kept == (each.wanted if each.is_checked else [True] * len(each.kept)), rule
