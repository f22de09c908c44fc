"""What larger dialects say: read as ours, kept, or refused, word by word."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from transformer.diagnostics.problems import Problem
from transformer.diagnostics.resources import read_table
from transformer.manifest import Analysis, dump_manifest, read_project

TABLE: dict[str, dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("dialect_lines.yaml").read_text(encoding="utf-8")
)

UNRESERVED = """\
entity Task:
  authenticated: bool
  via: int
  current_tenant: str
  priority: int
  intent: text
  bulk: bool
  semantic: enum[semantic, access]=access
  days: int
  scope:
    list: authenticated
    read: via = 3 and current_tenant != "" and days = 2
  permit:
    update: not authenticated
  transitions semantic:
    semantic -> access: authenticated
surface task_list:
  uses entity Task
  mode: list
  section layout:
    field priority
workspace group:
  ux:
    source: Task
    filter: current_tenant = "a"
"""


def list_cases(column: str) -> Iterator[Any]:
    for block, row in TABLE.items():
        for case in row.get(column, "").splitlines():
            yield pytest.param(row, case, id=f"{block}: {case}")


def read_line(folder: Path, frame: str, line: str) -> Analysis:
    """The project in which the line stands in the place of `…`."""
    place = next(each for each in frame.split("\n") if "…" in each)
    margin = " " * (len(place) - len(place.lstrip()))
    lines = line.split("\\")
    text = place.replace("…", lines[0]) if line else ""
    text = "\n".join([text, *(margin + each for each in lines[1:])])
    file = folder / "app.dsl"
    file.write_text(frame.replace(place, text), encoding="utf-8")
    return read_project(file)


def split_case(row: dict[str, str], case: str) -> tuple[str, str]:
    """The word that the warning names, and the line."""
    word, bar, line = case.partition(" | ")
    if bar and ":" not in word:
        return word, line
    return row.get("words") or re.split(r"[ :\\]", case)[0], case


def list_errors(analysis: Analysis) -> list[Problem]:
    return [problem for problem in analysis.problems if problem.level == "error"]


def test_frames_are_valid(tmp_path: Path) -> None:
    for block, row in TABLE.items():
        if block in ("entity", "app", "project", "ux", "region", "persona", "transitions"):
            assert not list_errors(read_line(tmp_path, row["frame"], "")), block


@pytest.mark.parametrize(("row", "case"), [*list_cases("kept")])
def test_word_is_kept_with_a_warning(tmp_path: Path, row: dict[str, str], case: str) -> None:
    word, line = split_case(row, case)
    analysis = read_line(tmp_path, row["frame"], line)
    assert not list_errors(analysis), list_errors(analysis)
    manifest = analysis.manifest or {}
    assert [(each["word"], each.get("rule", False)) for each in manifest["extensions"]] == [
        (word, False)
    ]
    warned = [each.words["word"] for each in analysis.problems if each.code == "extension-unused"]
    assert warned == [word]


@pytest.mark.parametrize(("row", "case"), [*list_cases("rules")])
def test_rule_is_carried_as_one(tmp_path: Path, row: dict[str, str], case: str) -> None:
    word, line = split_case(row, case)
    analysis = read_line(tmp_path, row["frame"], line)
    assert not list_errors(analysis), list_errors(analysis)
    manifest = analysis.manifest or {}
    assert [(each["word"], each["rule"]) for each in manifest["extensions"]] == [(word, True)]
    assert "extension-unused" not in {problem.code for problem in analysis.problems}


@pytest.mark.parametrize(("row", "case"), [*list_cases("read")])
def test_line_is_read_as_ours(tmp_path: Path, row: dict[str, str], case: str) -> None:
    theirs, ours = (read_line(tmp_path, row["frame"], line.strip()) for line in case.split(" =="))
    assert not list_errors(theirs), list_errors(theirs)
    assert not list_errors(ours), list_errors(ours)
    assert theirs.manifest and ours.manifest
    assert dump_manifest(theirs.manifest) == dump_manifest(ours.manifest)


@pytest.mark.parametrize(("row", "case"), [*list_cases("refused")])
def test_line_is_refused_with_a_hint(tmp_path: Path, row: dict[str, str], case: str) -> None:
    line, said = case.split("  ==  ")
    errors = list_errors(read_line(tmp_path, row["frame"], line))
    assert len(errors) == 1
    assert said in f"{errors[0].message}: {errors[0].hint}"


def list_beginnings() -> Iterator[tuple[str, str]]:
    for kind, row in read_table("language/dialects")["blocks"].items():
        for column in ("kept", "rules"):
            yield from ((kind, beginning) for beginning in row.get(column, ()))


@pytest.mark.parametrize(("kind", "beginning"), [*list_beginnings()])
def test_every_beginning_is_tried(kind: str, beginning: str) -> None:
    """So that no row of the table is left untried."""
    word = next(each for each in beginning.split() if each not in ("*", "@", ":"))
    columns = ("kept", "rules", "read")
    tried = "\n".join(row.get(column, "") for row in TABLE.values() for column in columns)
    assert re.search(rf"\b{word}\b", tried)


def test_no_word_of_a_dialect_is_reserved(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(UNRESERVED, encoding="utf-8")
    analysis = read_project(tmp_path / "app.dsl")
    assert analysis.problems == []
    assert analysis.manifest and analysis.manifest["extensions"] == []
