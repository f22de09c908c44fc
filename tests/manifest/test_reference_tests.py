"""What the reference says of tests and scenarios is what the manifest says."""

from pathlib import Path
from typing import Any

import pytest

from transformer.manifest import read_project

BASE = """
entity User:
  email: email required unique
entity Task:
  title: str required
  state: enum[open, done]=open
  due: date
  at: datetime
  fee: decimal(8, 2)
  owner: ref User
"""


def read_manifest(tmp_path: Path, text: str) -> dict[str, Any]:
    file = tmp_path / "app.dsl"
    file.write_text(text, encoding="utf-8")
    analysis = read_project(file)
    assert analysis.manifest is not None, analysis.problems
    return analysis.manifest


TEST = """
test trial:
  setup:
    me: create User with email="me@example.com"
    plain: create Task
    task: create Task with title="A", owner=me, due=today + 1d, fee=2
  action: {action}
  data:
    at: now - 2h
    owner: me
    state: done
  order_by: "-due, title"
  expect:
    count equals 1
    Task count greater_than 0
    field at greater_than field due
    field state equals done
    field owner equals me
    first field title equals "A"
    created: false
    error_message not_contains "x"
"""


@pytest.mark.parametrize(
    ("action", "meant"),
    [
        ("create Task", {"kind": "create", "entity": "Task"}),
        ("get Task", {"kind": "get", "entity": "Task"}),
        ("get task", {"kind": "get", "entity": "Task", "record": "task"}),
        ("update task", {"kind": "update", "entity": "Task", "record": "task"}),
        ("delete plain", {"kind": "delete", "entity": "Task", "record": "plain"}),
    ],
)
def test_trial(tmp_path: Path, action: str, meant: dict[str, str]) -> None:
    (test,) = read_manifest(tmp_path, BASE + TEST.format(action=action))["tests"]
    assert test["action"] == meant


def read_test(tmp_path: Path) -> dict[str, Any]:
    test: dict[str, Any] = read_manifest(tmp_path, BASE + TEST.format(action="get Task"))["tests"][
        0
    ]
    return test


def test_records_of_a_test(tmp_path: Path) -> None:
    test = read_test(tmp_path)
    _, plain, task = test["setup"]
    assert plain == {"name": "plain", "entity": "Task"}
    assert task["values"] == [
        {"field": "title", "value": "A"},
        {"field": "owner", "record": "me"},
        {"field": "due", "moment": "today", "offset": 86400},
        {"field": "fee", "value": "2"},
    ]
    assert test["data"] == [
        {"field": "at", "moment": "now", "offset": -7200},
        {"field": "owner", "record": "me"},
        {"field": "state", "value": "done"},
    ]


def test_what_a_test_expects(tmp_path: Path) -> None:
    test = read_test(tmp_path)
    due, title = test["order"]
    assert due == {"field": "due", "descending": True}
    assert title == {"field": "title", "descending": False}
    assert [(each["subject"], each["operator"]) for each in test["expect"]] == [
        ("count", "equals"),
        ("count", "greater_than"),
        ("field", "greater_than"),
        ("field", "equals"),
        ("field", "equals"),
        ("first", "equals"),
        ("created", "equals"),
        ("error_message", "not_contains"),
    ]
    assert (test["expect"][1]["entity"], test["expect"][2]["other"]) == ("Task", "due")
    assert (test["expect"][4]["record"], test["expect"][6]["value"]) == ("me", False)


@pytest.mark.parametrize(
    ("row", "values"),
    [
        ('- title: "A", state: done', [("title", "A"), ("state", "done")]),
        ('- title: "A"\n        fee: 2.5', [("title", "A"), ("fee", "2.5")]),
        ('- title: "A"\n        due: "2026-01-31"', [("title", "A"), ("due", "2026-01-31")]),
    ],
)
def test_scenario(tmp_path: Path, row: str, values: list[tuple[str, str]]) -> None:
    text = f'{BASE}scenario busy "Busy":\n  demo:\n    Task:\n      {row}\n'
    (group,) = read_manifest(tmp_path, text)["scenarios"][0]["demo"]
    assert group["entity"] == "Task"
    (record,) = group["records"]
    assert [(pair["field"], pair["value"]) for pair in record["values"]] == values
