"""What is said a second time where it may be said only once: one report, at the second."""

import shutil
from pathlib import Path

import pytest

from transformer.diagnostics.resources import fixture_folder, read_table
from transformer.manifest import read_project

FOLDER = fixture_folder("problems").parent
ROWS = [
    ("repair_desk", "show: number, title", "show: number, number", "number"),
    (
        "repair_desk",
        "sort: urgency desc, due\n    filter",
        "sort: due desc, due\n    filter",
        "due",
    ),
    ("repair_desk", "filter: status, urgency, caretaker", "filter: status, status", "status"),
    (
        "repair_desk",
        "search: title, details\n    empty",
        "search: title, title\n    empty",
        "title",
    ),
    ("repair_desk", "as caretaker:\n", "as tenant:\n", "tenant"),
    ("repair_desk", "show: title, status, urgency, house, due", "show: due, status, due", "due"),
    ("repair_desk", "hide: house\n", "hide: house, house\n", "house"),
    ("repair_desk", "open_count, danger_count\n", "open_count, open_count\n", "open_count"),
    ("repair_desk", "requires finished_at, report", "requires report, report", "report"),
    ("repair_desk", "as: office, caretaker", "as: office, office", "office"),
    ("repair_desk", "audit: [create, delete]", "audit: [create, create]", "create"),
    ("repair_desk", "search: title, details\n  full", "search: title, title\n  full", "title"),
    ("repair_desk", "filter: status, urgency, house", "filter: house, house", "house"),
    ("repair_desk", "sort: urgency desc, due\n    limit", "sort: due, due\n    limit", "due"),
    ("bookshop", "on failure -> step basket", "success -> basket", "success"),
    ("bookshop", "key: isbn, currency", "key: isbn, isbn", "isbn"),
    ("bookshop", "uses service ledger", "uses service loyalty_club", "loyalty_club"),
    (
        "bookshop",
        "uses foreign TradePrice",
        "uses foreign TradePrice\n  uses foreign TradePrice",
        "TradePrice",
    ),
    ("bookshop", "test <- false", "path.number <- 1", "path.number"),
    ("bookshop", "foreign.isbn -> isbn", "foreign.isbn -> title", "title"),
    ("bookshop", "state <- foreign.state", "state <- 1\n      state <- 2", "state"),
    ("music_school", "level: advanced, fee", 'name: "x", fee', "name"),
    ("music_school", "level=beginner, fee", 'name="x", fee', "name"),
    ("music_school", "minutes: 900", "minutes: 900\n    minutes: 9", "minutes"),
    ("music_school", 'status: "planned"', "status: planned\n    status: given", "status"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "word"), ROWS)
def test_second_time_is_one_report(
    name: str, right: str, wrong: str, word: str, tmp_path: Path
) -> None:
    project = tmp_path / name
    shutil.copytree(FOLDER / name, project)
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(project.rglob("*.dsl"))}
    file, text = next((file, text) for file, text in texts.items() if right in text)
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    (problem,) = read_project(project).problems
    assert problem.code in ("duplicate-entry", "duplicate-name")
    assert problem.words["word"] == word
    ((note, first),) = problem.related
    assert note.startswith("first ")
    assert problem.span and first < problem.span
    line = file.read_text(encoding="utf-8").split("\n")[problem.span.line - 1]
    assert line[problem.span.column - 1 : problem.span.end - 1] == word
    assert line.index(word) + 1 < problem.span.column or problem.code == "duplicate-entry"


def test_every_place_is_tried() -> None:
    assert len(ROWS) >= len(read_table("language/uniqueness"))
