"""What only larger dialects give a meaning to."""

from pathlib import Path

from transformer.diagnostics import has_errors
from transformer.manifest import read_project

EXTENSIONS = """app a "A":
  theme: "dark"
entity Task:
  title: str
  intent: "everything"
  lifecycle:
    begin -> finish: slowly   # with a note

    * -> never
surface s:
  uses entity Task
  mode: list
  peek: fade
story r2 "R2":
  beep ?? boop
story d2:
  beep
"""
CARRIED = [
    ("app a", "theme"),
    ("entity Task", "intent"),
    ("entity Task", "lifecycle"),
    ("surface s", "peek"),
    ("", "story"),
    ("", "story"),
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
    assert sorted(told) == ["intent", "lifecycle", "peek", "story", "theme"]
