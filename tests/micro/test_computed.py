"""Computed values on the pages of an emitted app: lists, records, forms, files and the admin."""

import csv
from html import unescape
from io import StringIO
from typing import Any

import pytest

from tests.micro.parcels import FILL, LOOK, PROJECT, read_facts, read_names, read_rows, run
from tests.postgres import find_command, serve_postgres
from tests.projects import BuiltProject, run_dazzle


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The project of parcels."""
    folder = tmp_path_factory.mktemp("computed")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "not-built" not in done.stdout
    return BuiltProject("app", folder / "out/django_micro")


@pytest.fixture(scope="module")
def answers(built: BuiltProject) -> dict[str, Any]:
    """What all pages of the project say."""
    return run(built, FILL + LOOK)


ONE = {
    "Name": "One",
    "Sum of parts": "1,000.30",
    "Taxed": "1,200.36",
    "Number of": "2",
    "Share": "25.001875",
    "Heavy": "0.250",
    "Late": "✓Yes",
    "Reminder": "March 8, 2026",
    "Away": "2 days, 1 hour, 30 minutes",
    "Came": "Jan. 3, 2026, 9:30 a.m.",
    "Terms": "Later on",
    "For whom": "Kim <i>",
    "Label": "One for Kim <i>",
    "Twice": "••••••",
}
THREE = dict.fromkeys(ONE, "") | {
    "Name": "Three",
    "Sum of parts": "0.00",
    "Taxed": "0.00",
    "Number of": "0",
    "Share": "0",
    "Late": "✗No",
    "Label": "Three for",
}


def test_list_shows_each_type_as_people_read_it(answers: dict[str, Any]) -> None:
    rows = {row["Name"]: row for row in read_rows(answers["list"])}
    assert rows["One"] == ONE
    assert rows["Three"] == THREE
    assert rows["Two"]["Away"] == "−1 hour"
    assert rows["Two"]["Share"] == "74.998125"


def test_lists_are_sorted_by_computed_values(answers: dict[str, Any]) -> None:
    found = {name: read_names(page) for name, page in answers.items() if "sort" in name}
    assert found == {
        "sort parts": ["Three", "One", "Two"],
        "sort -parts": ["Two", "One", "Three"],
        "sort reminder": ["One", "Two", "Three"],
        "sort -reminder": ["Two", "One", "Three"],
        "sort terms": ["Two", "One", "Three"],
        "sort -terms": ["One", "Two", "Three"],
        "sort whom": ["One", "Two", "Three"],
        "sort away": ["Two", "One", "Three"],
        "sort twice": ["One", "Three", "Two"],
    }
    assert read_names(answers["order"]) == ["Two", "One", "Three"]


def test_lists_are_narrowed_by_computed_values(answers: dict[str, Any]) -> None:
    found = {name: set(read_names(page)) for name, page in answers.items() if "filter" in name}
    assert found == {
        "filter {'late': 'true'}": {"One"},
        "filter {'late': 'false'}": {"Two", "Three"},
        "filter {'terms': 'later'}": {"One"},
        "filter {'terms': '-'}": {"Three"},
        "filter {'reminder_from': '2026-03-09'}": {"Two"},
        "filter {'reminder_to': '2026-03-08'}": {"One"},
        "filter {'came_to': '2026-01-01'}": {"Two"},
    }
    assert read_names(answers["order to"]) == ["One"]
    assert "Reminder: – March 8, 2026" in unescape(answers["order to"])


def test_today_is_the_day_on_which_the_page_is_read(answers: dict[str, Any]) -> None:
    assert set(read_names(answers["in June"])) == {"Uno", "Two"}


def test_files_have_computed_values_but_no_secrets(answers: dict[str, Any]) -> None:
    first, *rows = csv.reader(StringIO(answers["csv"]))
    assert "Twice" not in first
    lines = {row[0]: dict(zip(first, row, strict=True)) for row in rows}
    assert lines["One"] | {"Came": ""} == {
        "Name": "One",
        "Sum of parts": "1000.30",
        "Taxed": "1200.36",
        "Number of": "2",
        "Share": "25.001875",
        "Heavy": "0.250",
        "Late": "true",
        "Reminder": "2026-03-08",
        "Away": "P2DT01H30M00S",
        "Came": "",
        "Terms": "later",
        "For whom": "Kim <i>",
        "Label": "One for Kim <i>",
    }
    assert "49:30:00" in answers["excel"]
    assert "-1:00:00" in answers["excel"]
    assert "Later on" in answers["print"]
    assert "20.50" not in "".join(answers[name] for name in ("list", "csv", "excel", "print"))


def test_record_shows_computed_values(answers: dict[str, Any]) -> None:
    assert read_facts(answers["view"]) == {
        "Name": "One",
        "All parts": "1,000.30",
        "Away": "2 days, 1 hour, 30 minutes",
        "Terms": "Later on",
        "Late": "✓Yes",
        "Twice": "20.50",
    }


def test_forms_show_computed_values_as_text(answers: dict[str, Any]) -> None:
    for page in ("edit", "refused"):
        assert read_facts(answers[page]) == {"Sum of parts": "1,000.30", "Terms": "Later on"}
        assert 'name="parts"' not in answers[page]
    assert answers["changed"] == 302
    assert answers["name"] == "Uno"


def test_record_is_called_what_it_is_displayed_as(answers: dict[str, Any]) -> None:
    assert {row["Carrier"] for row in read_rows(answers["items"])} == {"Kim <i>", "Lee"}


def test_admin_shows_and_sorts_computed_values(answers: dict[str, Any]) -> None:
    page = answers["admin"]
    assert [page.index(f">{name}</a>") for name in ("Two", "Uno", "Three")] == sorted(
        page.index(f">{name}</a>") for name in ("Two", "Uno", "Three")
    )
    assert "1,200.36" in page
    for shown in ("1,000.30", "March 8, 2026", "2 days, 1 hour, 30 minutes", "Later on"):
        assert shown in page and shown in answers["admin row"], shown
    assert "20.50" not in page + answers["admin row"]
    assert "Sum of parts" in answers["admin add"]


def test_number_of_queries_does_not_grow_with_rows(answers: dict[str, Any]) -> None:
    few, many = answers["few queries"], answers["many queries"]
    assert [len(each) for each in few] == [len(each) for each in many]
    assert len(answers["csv queries"]) <= len(many[0])
    rows, plain = many
    assert sum("core_item" in sql for sql in rows) == 1
    assert not any("core_item" in sql or "CASE WHEN" in sql for sql in plain)


@pytest.mark.skipif(find_command("initdb") is None, reason="there is no PostgreSQL")
def test_pages_say_the_same_with_postgres(built: BuiltProject, answers: dict[str, Any]) -> None:
    with serve_postgres() as url:
        found = run(built, FILL + LOOK, DATABASE_URL=url)
    lists = [name for name in answers if name == "list" or name[:5] in ("sort ", "filte")]
    assert {name: read_rows(found[name]) for name in lists} == {
        name: read_rows(answers[name]) for name in lists
    }
    for name in ("csv", "excel"):
        assert found[name] == answers[name]
