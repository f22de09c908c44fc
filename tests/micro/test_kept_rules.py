"""Invariants hold: by what a model's `clean` says, and by what the database refuses."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.expressions.interpreter import judge
from tests.expressions.world import Record, World, describe_entities
from tests.projects import BuiltProject, run_dazzle
from transformer.manifest import read_project

FIELDS = """\
  whole: int
  pieces: int required
  price: decimal(6,2)
  done: bool
  label: str(9)
  code: str(9) required
  mark: str(9) unique?
  state: enum[low, mid, high]
  kind: enum[low, mid, high] required
  due: date
  start: date required
  share: float
  total: computed whole * pieces
  late: computed due > start and not done
"""
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
RULES = [*CHECKED, *FREE]
DAYS = [date(2026, 1, 1), date(2126, 1, 1)]
VALUES: Mapping[str, list[Any]] = {
    "whole": [None, 1, 2],
    "pieces": [1, 2],
    "price": [None, Decimal("1.50"), Decimal("2.00")],
    "done": [False, True],
    "label": ["", "a", "b"],
    "code": ["a", "b"],
    "mark": [None, "a", "b"],
    "state": ["", "low", "mid", "high"],
    "kind": ["mid", "high"],
    "due": [None, *DAYS],
    "start": DAYS,
    "share": [None, 0.4, 0.6],
}
SCRIPT = """\
import json, sys
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
def judge(row):
    try:
        row.full_clean()
    except ValidationError as error:
        return len(error.messages)
    return 0
def keep(row):
    try:
        with transaction.atomic():
            type(row).objects.bulk_create([row])
    except IntegrityError:
        return False
    row.delete()
    return True
found = []
for name, rows in json.load(open("rows.json")):
    model = apps.get_model("core", name)
    made = [model(**row) for row in rows]
    found.append([[judge(row), keep(row)] for row in made])
json.dump(found, open("found.json", "w"))
"""
Rows = list[dict[str, Any]]


def name_entity(number: int) -> str:
    return f"Row{number}"


def write_project() -> str:
    blocks = (
        f"entity {name_entity(n)}:\n  extends: Values\n  invariant: {rule}\n"
        for n, rule in enumerate(RULES)
    )
    return f"app rules\narchetype Values:\n{FIELDS}{''.join(blocks)}"


def list_rows(rule: str) -> Rows:
    """Rows with all values of the fields that a rule speaks of, and the first of any other."""
    spoken = rule.replace("total", "whole pieces").replace("late", "due start done")
    first = {name: values[0] for name, values in VALUES.items()}
    names = [name for name in VALUES if name in spoken]
    choices = product(*(VALUES[name] for name in names))
    return [{**first, **dict(zip(names, choice, strict=True))} for choice in choices]


@dataclass(frozen=True)
class Answers:
    """What was said of each row of each rule: a count of messages, and whether it could be kept."""

    rules: Mapping[str, list[tuple[int, bool]]]
    conditions: Mapping[str, tuple[Record, Any]]
    """Rule → a record of its entity without values, and the condition as the manifest has it."""

    def list_wanted(self, rule: str) -> list[bool]:
        """Whether each row keeps the rule, by the meaning of expressions alone."""
        record, condition = self.conditions[rule]
        return [bool(judge(condition, replace(record, row=row))) for row in list_rows(rule)]


def read_conditions(file: Path) -> dict[str, tuple[Record, Any]]:
    manifest = read_project(file).manifest
    assert manifest is not None
    world = World(describe_entities(manifest), {}, now=datetime.now(UTC))
    return {
        rule: (Record(world, entity["name"]), entity["invariants"][0]["condition"])
        for rule, entity in zip(RULES, manifest["entities"], strict=True)
    }


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """What a built project says of all rows."""
    folder = tmp_path_factory.mktemp("rules")
    (folder / "app.dsl").write_text(write_project(), encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    built = BuiltProject("rules", folder / "out/django_micro")
    done = built.manage("migrate", "--verbosity=0")
    assert done.returncode == 0, done.stderr
    task = [(name_entity(n), list_rows(rule)) for n, rule in enumerate(RULES)]
    (built.folder / "rows.json").write_text(json.dumps(task, default=str), encoding="utf-8")
    done = built.manage("shell", "-v0", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    found = json.loads((built.folder / "found.json").read_text(encoding="utf-8"))
    rules = {r: [tuple(each) for each in rows] for r, rows in zip(RULES, found, strict=True)}
    return Answers(rules, read_conditions(folder / "app.dsl"))


@pytest.mark.parametrize("rule", RULES)
def test_broken_rule_is_told_once(answers: Answers, rule: str) -> None:
    wanted = answers.list_wanted(rule)
    assert {*wanted} == {True, False}
    assert [count for count, _ in answers.rules[rule]] == [int(not each) for each in wanted]


@pytest.mark.parametrize("rule", CHECKED)
def test_database_keeps_no_row_that_breaks_a_rule(answers: Answers, rule: str) -> None:
    assert [kept for _, kept in answers.rules[rule]] == answers.list_wanted(rule)


@pytest.mark.parametrize("rule", FREE)
def test_rule_beyond_databases_is_left_to_python(answers: Answers, rule: str) -> None:
    assert {kept for _, kept in answers.rules[rule]} == {True}
