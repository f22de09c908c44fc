"""Whoever says who may do what is never told merely that it is kept."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.projects import run_dazzle
from transformer.cli.support import validate_project
from transformer.manifest import read_project

TABLE: dict[str, str] = yaml.safe_load(
    Path(__file__).with_name("authorization_lines.yaml").read_text(encoding="utf-8")
)
FRAME = """\
app desk "Desk"{app}
entity Task:
  title: str
  owner: ref User
  status: enum[open, done]=open{entity}
surface task_list:
  uses entity Task
  mode: list{surface}
surface task_edit:
  uses entity Task
  mode: edit
  section main:
    field status{section}
workspace desk:
  all:
    source: Task{workspace}
persona boss:
  description: "x"{project}
"""
DEPTHS = {"app": 2, "entity": 2, "surface": 2, "section": 4, "workspace": 2, "project": 0}


def list_cases() -> Iterator[Any]:
    for block, lines in TABLE.items():
        for line in lines.splitlines():
            yield pytest.param(block, line, id=f"{block}: {line}")


def write_line(folder: Path, block: str, line: str) -> Path:
    """The file in which a line stands in a block of that kind."""
    margin = "\n" + " " * DEPTHS[block]
    lines = "".join(margin + each for each in line.split("\\"))
    said = dict.fromkeys(DEPTHS, "") | {block: (":" if block == "app" else "") + lines}
    (folder / "app.dsl").write_text(FRAME.format_map(said), encoding="utf-8")
    return folder / "app.dsl"


@pytest.mark.parametrize(("block", "line"), [*list_cases()])
def test_line_stops_a_build(tmp_path: Path, block: str, line: str) -> None:
    analysis = read_project(write_line(tmp_path, block, line))
    problems, _ = validate_project(analysis, None, strict=False)
    assert "error" in {problem.level for problem in problems}, problems


def test_frame_has_no_rule_itself(tmp_path: Path) -> None:
    analysis = read_project(write_line(tmp_path, "entity", 'note: str "Note"'))
    problems, _ = validate_project(analysis, None, strict=False)
    assert "error" not in {problem.level for problem in problems}, problems


def test_nothing_is_written(tmp_path: Path) -> None:
    file = write_line(tmp_path, "section", "field title when: role(admin)")
    done = run_dazzle(tmp_path, "build", str(file))
    assert done.returncode == 1
    assert "error[not-enforced]" in done.stdout
    assert not (tmp_path / "build").exists()
