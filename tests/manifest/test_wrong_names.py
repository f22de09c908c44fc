"""A wrong name, wherever names stand: one report, at the name, with the one that was meant."""

import re
import shutil
from pathlib import Path

import pytest

from transformer.diagnostics.problems import Problem
from transformer.diagnostics.resources import fixture_folder, read_record, read_table
from transformer.manifest import Analysis, read_project

FOLDER = fixture_folder("problems").parent
ROWS = [
    (name, code, text)
    for name, rows in read_record(Path(__file__).parent / "wrong_names.yaml").items()
    for row in rows
    for code, text in row.items()
]
_MARK = re.compile(r"\[(\w+) → (\w+)\]")


def read_mistake(name: str, text: str, folder: Path) -> Analysis:
    """An example in which the first such text has the wrong name."""
    project = folder / name
    shutil.copytree(FOLDER / name, project)
    right, wrong = _MARK.sub(r"\1", text), _MARK.sub(r"\2", text)
    files = sorted(project.rglob("*.dsl"))
    file = next(file for file in files if right in file.read_text(encoding="utf-8"))
    file.write_text(file.read_text(encoding="utf-8").replace(right, wrong, 1), encoding="utf-8")
    return read_project(project)


def text_at(problem: Problem, analysis: Analysis) -> str:
    assert problem.span
    line = analysis.sources[problem.span.file].split("\n")[problem.span.line - 1]
    return line[problem.span.column - 1 : problem.span.end - 1]


@pytest.mark.parametrize(("name", "code", "text"), ROWS)
def test_wrong_name_is_one_report(name: str, code: str, text: str, tmp_path: Path) -> None:
    analysis = read_mistake(name, text, tmp_path)
    assert [problem.code for problem in analysis.problems] == [code]
    problem, marked = analysis.problems[0], _MARK.search(text)
    assert marked
    at, words = text_at(problem, analysis), problem.words
    assert marked[2] in at
    # Only where a pattern is used, or texts hold names, is more than the name marked.
    assert at[0] in '@"' or re.fullmatch(r"[\w.]+", at)
    assert marked[1] in words.get("closest", words.get("expected", ""))


def test_every_unknown_name_is_tried() -> None:
    codes = {row["unknown"] for row in read_table("language/links").values()}
    assert codes <= {code for _, code, _ in ROWS}


def test_origin_without_a_field_is_no_typo_of_its_name(tmp_path: Path) -> None:
    project = tmp_path / "bookshop"
    shutil.copytree(FOLDER / "bookshop", project)
    file = project / "dsl" / "suppliers.dsl"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("isbn <- form.isbn", "isbn <- form"), encoding="utf-8")
    analysis = read_project(project)
    assert [problem.code for problem in analysis.problems] == ["unknown-origin"]
    assert text_at(analysis.problems[0], analysis) == "form"
    assert "closest" not in analysis.problems[0].words
