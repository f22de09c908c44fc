"""Rules of rows: what an app and its database say of them, and what expressions mean."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

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
    is_checked = bool(model._meta.constraints)
    found.append([is_checked, [[judge(row), keep(row)] for row in made]])
json.dump(found, open("found.json", "w"))
"""
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Verdict:
    """Rows of a rule: which keep it, how many messages each gets, and which the database keeps."""

    wanted: list[bool]
    messages: list[int]
    kept: list[bool]
    is_checked: bool
    """Whether the database has a check for the rule."""


def judge_rows(folder: Path, rules: Mapping[str, Rows]) -> dict[str, Verdict]:
    """What a project with each rule in an entity of its own, built in a folder, says of rows."""
    (folder / "app.dsl").write_text(write_project(list(rules)), encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    built = BuiltProject("rules", folder / "out/django_micro")
    task = [(f"Row{number}", rows) for number, rows in enumerate(rules.values())]
    (built.folder / "rows.json").write_text(json.dumps(task, default=str), encoding="utf-8")
    for words in (["migrate", "-v0"], ["shell", "-v0", "-c", SCRIPT]):
        done = built.manage(*words)
        assert done.returncode == 0, done.stderr
    found = json.loads((built.folder / "found.json").read_text(encoding="utf-8"))
    wanted = read_wanted(folder / "app.dsl", list(rules.values()))
    return {
        rule: Verdict(keeps, [n for n, _ in said], [kept for _, kept in said], is_checked)
        for rule, keeps, (is_checked, said) in zip(rules, wanted, found, strict=True)
    }


def write_project(rules: Sequence[str]) -> str:
    blocks = (
        f"entity Row{number}:\n  extends: Values\n  invariant: {rule}\n"
        for number, rule in enumerate(rules)
    )
    return f"app rules\narchetype Values:\n{FIELDS}{''.join(blocks)}"


def read_wanted(file: Path, rows: Sequence[Rows]) -> list[list[bool]]:
    """Which rows keep the rules, by the meaning of expressions alone."""
    manifest = read_project(file).manifest
    assert manifest is not None
    world = World(describe_entities(manifest), {}, now=datetime.now(UTC))
    return [
        [
            bool(judge(entity["invariants"][0]["condition"], Record(world, entity["name"], row)))
            for row in of_entity
        ]
        for entity, of_entity in zip(manifest["entities"], rows, strict=True)
    ]
