"""What this version of the language gives no meaning to."""

from pathlib import Path

from transformer.diagnostics import has_errors
from transformer.manifest import read_project

EXTENSIONS = """app a "A":
  theme: "dark"
entity Task:
  title: str
  audit_log: everything
  lifecycle:
    begin -> finish: slowly   # with a note

    * -> never
surface s:
  uses entity Task
  mode: list
  animation: fade
robot r2 "R2":
  beep ?? boop
robot d2:
  beep
"""
CARRIED = [
    ("app a", "theme"),
    ("entity Task", "audit_log"),
    ("entity Task", "lifecycle"),
    ("surface s", "animation"),
    ("", "robot"),
    ("", "robot"),
]


def test_extensions_are_carried_untouched(tmp_path: Path) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(EXTENSIONS, encoding="utf-8")
    reading = read_project(file)
    assert not has_errors(reading.problems), reading.problems
    carried = [(each["block"], each["word"]) for each in (reading.manifest or {})["extensions"]]
    assert carried == CARRIED
    assert (reading.manifest or {})["extensions"][2]["lines"] == [
        "lifecycle:",
        "  begin -> finish: slowly   # with a note",
        "",
        "  * -> never",
    ]
    told = [problem.words["word"] for problem in reading.problems]
    assert sorted(told) == ["animation", "audit_log", "lifecycle", "robot", "theme"]
