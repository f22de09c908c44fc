"""What only larger dialects give a meaning to."""

from pathlib import Path

from transformer.diagnostics.problems import has_errors
from transformer.manifest import Analysis, dump_manifest, read_manifest, read_project

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
    analysis = read_project(file)
    assert not has_errors(analysis.problems), analysis.problems
    carried = [(each["block"], each["word"]) for each in (analysis.manifest or {})["extensions"]]
    assert carried == CARRIED
    assert (analysis.manifest or {})["extensions"][2]["lines"] == [
        "lifecycle:",
        "  begin -> finish: slowly   # with a note",
        "",
        "  * -> never",
    ]
    told = [problem.words["word"] for problem in analysis.problems]
    assert sorted(told) == ["intent", "lifecycle", "peek", "story", "theme"]


def read(folder: Path, text: str) -> Analysis:
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    return read_project(folder / "app.dsl")


def test_kept_line_is_no_excuse_for_a_missing_one(tmp_path: Path) -> None:
    text = "entity Task:\n  title: str\nsurface s:\n  uses entity Task\n  priority: high\n"
    codes = [problem.code for problem in read(tmp_path, text).problems]
    assert "missing-mode" in codes


def test_modifiers_after_a_kept_default_count(tmp_path: Path) -> None:
    text = "entity Task:\n  base: int\n  pay: int = base + 1 sensitive required\n"
    analysis = read(tmp_path, text)
    assert analysis.manifest
    field = analysis.manifest["entities"][0]["fields"][2]
    assert field["sensitive"] and field["required"]
    assert [each["lines"] for each in analysis.manifest["extensions"]] == [["= base + 1"]]


def test_self_is_a_field_like_any_other(tmp_path: Path) -> None:
    text = "entity Task:\n  title: str\n  self: ref Task\n  invariant: self.title != title\n"
    analysis = read(tmp_path, text)
    assert analysis.manifest
    condition = analysis.manifest["entities"][0]["invariants"][0]["condition"]
    assert condition["operands"][0]["path"] == ["self", "title"]


def test_surface_may_be_called_external(tmp_path: Path) -> None:
    text = """entity Task:
  title: str
surface external:
  uses entity Task
  mode: list
  action go:
    on click -> surface external
"""
    analysis = read(tmp_path, text)
    assert analysis.manifest and analysis.manifest["surfaces"][0]["actions"]


def test_manifest_with_kept_lines_can_be_read_again(tmp_path: Path) -> None:
    text = """entity Task:
  title: str
surface tasks:
  uses entity Task
  mode: list
  ux:
    attention info:
      when: title = current_bucket
      message: "x"
workspace desk:
  stage: "focus"
  all:
    source: [Task, Task]
  rest:
    width: 6
persona boss:
  description: "x"
  default_workspace: desk
"""
    analysis = read(tmp_path, text)
    assert analysis.manifest, analysis.problems
    file = tmp_path / "app.yaml"
    file.write_text(dump_manifest(analysis.manifest), encoding="utf-8")
    assert not has_errors(read_manifest(file).problems), read_manifest(file).problems
