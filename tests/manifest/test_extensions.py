"""What this version of the language gives no meaning to."""

from pathlib import Path

from transformer.diagnostics import has_errors
from transformer.manifest import read_project

EXTENSIONS = """app a "A":
  theme: "dark"
@use audit_fields(by=user)
entity Task:
  title: str
  days_open: computed days_since(created)
  comments: has_many Comment
  audit: all
  @use soft_delete_behavior()
  transitions:
    open -> done: role(manager)   # with a note

    * -> cancelled
  audit_log: everything
surface s:
  uses entity Task
  mode: list
  ux:
    purpose: "x"
test t:
  expect:
    whatever ?? this is
robot r2 "R2":
  beep
"""


CARRIED = [
    ("app a", "theme"),
    ("", "@use"),
    ("entity Task", "computed"),
    ("entity Task", "has_many"),
    ("entity Task", "audit"),
    ("entity Task", "@use"),
    ("entity Task", "transitions"),
    ("entity Task", "audit_log"),
    ("surface s", "ux"),
    ("", "test"),
    ("", "robot"),
]


def test_extensions_are_carried_untouched(tmp_path: Path) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(EXTENSIONS, encoding="utf-8")
    reading = read_project(file)
    assert not has_errors(reading.problems), reading.problems
    carried = [(each["block"], each["word"]) for each in (reading.manifest or {})["extensions"]]
    assert carried == CARRIED
    assert (reading.manifest or {})["extensions"][6]["lines"] == [
        "transitions:",
        "  open -> done: role(manager)   # with a note",
        "",
        "  * -> cancelled",
    ]
    told = [problem.words["word"] for problem in reading.problems]
    assert sorted(told) == sorted(set(told)) and len(told) == 10
