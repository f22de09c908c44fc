"""Where the language has two ways to say a thing, the manifest can't tell them apart."""

from pathlib import Path
from typing import Any

import pytest

from transformer.manifest import read_project

WORLD = """
entity User:
  email: email required unique
  role: enum[member, manager]=member
entity Task:
  title: str(80) required
  state: enum[open, done]=open
  due: date
  hours: float
  owner: ref User
  {task}
surface tasks:
  uses entity Task
  mode: list
  {surface}
surface new:
  uses entity Task
  mode: create
service bank:
  spec: url "https://bank.example"
foreign_model Bill from bank:
  key: number
  number: str
  {model}
integration bills:
  uses service bank
  {integration}
experience flow:
  {flow}
test trial:
  {test}
"""
PLAIN = {
    "flow": "start: a|step a:|  surface tasks",
    "test": "action: create Task|expect:|  status: success",
}


def read_world(tmp_path: Path, place: str, lines: str) -> dict[str, Any]:
    """The manifest of the world with lines put into one of its blocks."""
    said = dict.fromkeys(("task", "surface", "model", "integration"), "")
    said |= PLAIN | {place: lines}
    file = tmp_path / "world.dsl"
    text = WORLD.format(**{key: value.replace("|", "\n  ") for key, value in said.items()})
    file.write_text(text, encoding="utf-8")
    analysis = read_project(file)
    assert analysis.manifest is not None, analysis.problems
    return analysis.manifest


CALL = "action pay:|  call bank.list with:|    a <- form.title"
ANSWER = f"{CALL}|  map response Bill -> entity Task:|    title <- foreign.number"
SYNC = "sync s:|  into entity Task|  from bank.list as Bill|  mode: scheduled|"
MATCH = "  match on:|    number <-> title"
FROM = SYNC.replace("from bank.list as Bill", "{}") + '  schedule: "0 2 * * *"|' + MATCH


@pytest.mark.parametrize(
    ("place", "one", "other"),
    [
        ("task", "unique title, owner", "unique: title, owner"),
        ("task", "index owner, due desc", "index: owner, due desc"),
        ("task", "index title asc", "index title"),
        ("task", '"What is to do."', 'description: "What is to do."'),
        ("task", '"What is to do."', 'description: """What is to do."""'),
        ("task", "a: int=3", "a: int default=3"),
        ("task", "a: int = 3", "a: int default=3"),
        ("task", 'a: str = "x" required', 'a: str required default="x"'),
        ("task", "a: enum[x, y,]", "a: enum[|  x,|  y|]"),
        ("task", "a: str", "a: str(255)"),
        ("task", "a: belongs_to User cascade", "a: ref User cascade"),
        ("task", "audit: all", "audit: [create, update, delete]"),
        ("task", "transitions:|  open -> done", "transitions state:|  open -> done"),
        ("task", "invariant: due = null", "invariant: due is null"),
        ("task", "invariant: null != due", "invariant: due is not null"),
        ("task", "invariant: state == open", 'invariant: state = "open"'),
        ("task", 'invariant: (title) = ("x")', 'invariant: title = "x"'),
        ("task", "scope:|  list: all", "scope:|  list: true"),
        (
            "task",
            "access:|  write: role(manager)",
            "permit:|  create: role(manager)|  update: role(manager)|  delete: role(manager)",
        ),
        ("task", "access:|  read: true", "permit:|  list: true|  read: true"),
        (
            "surface",
            "ux:|  for member:|    read_only: true",
            "ux:|  as member:|    read_only: true",
        ),
        ("flow", "start at step a|step a:|  surface tasks", PLAIN["flow"]),
        ("flow", "start: a|step a:|  kind: surface|  surface: tasks", PLAIN["flow"]),
        (
            "flow",
            "start: a|step a:|  surface tasks|  on success -> step b|step b:|  kind: process",
            "start: a|step a:|  surface tasks|  success -> b|step b:",
        ),
        ("model", "field amount: money", "amount: money"),
        ("model", "field amount: money required", "amount: money required"),
        ("integration", "uses foreign_model Bill", "uses foreign Bill"),
        (
            "integration",
            CALL,
            "action pay:|  call service bank|  call operation list|  call mapping:"
            "|    form.title -> a",
        ),
        (
            "integration",
            ANSWER,
            f"{CALL}|  response foreign Bill|  response entity Task|  response mapping:"
            "|    foreign.number -> title",
        ),
        (
            "integration",
            f'{SYNC}  schedule: "0 2 * * *"|{MATCH}',
            SYNC.replace("scheduled", 'scheduled "0 2 * * *"') + MATCH.replace("on", "rules"),
        ),
        (
            "integration",
            FROM.format("from bank.list as Bill"),
            FROM.format("from service bank|  from operation list|  from foreign Bill"),
        ),
        ("test", '"It works."|' + PLAIN["test"], '"""It works."""|' + PLAIN["test"]),
        ("test", '"It works."|' + PLAIN["test"], 'description: "It works."|' + PLAIN["test"]),
        (
            "test",
            'action: get Task|order_by: "-due"|expect:|  count equals 1',
            'action: get Task|expect:|  count equals 1|order_by: " -due "',
        ),
    ],
)
def test_two_ways_to_say_it(tmp_path: Path, place: str, one: str, other: str) -> None:
    plain = read_world(tmp_path, place, PLAIN.get(place, ""))
    first = read_world(tmp_path, place, one)
    assert first == read_world(tmp_path, place, other)
    assert first != plain or other == PLAIN.get(place)
