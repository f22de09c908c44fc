"""Hours, costs and shares of the example `timesheets`, against sums made by hand."""

from datetime import timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

import pytest

from tests.conftest import Finder
from tests.micro.parcels import (
    read_csv,
    read_errors,
    read_facts,
    read_related,
    read_rows,
    read_sheet,
    run,
)
from tests.micro.punch_cards import BREAK, ENTRIES, FILL, LOOK, PEOPLE, PROJECTS, Entry

LATEST = {
    "Website": ("June 12, 2026, 5 p.m.", "2026-06-12T17:00:00+00:00"),
    "Survey": ("June 10, 2026, 5:30 p.m.", "2026-06-10T17:30:00+00:00"),
    "Archive": ("May 5, 2026, 10 a.m.", "2026-05-05T10:00:00+00:00"),
    "Autumn fair": ("", ""),
    "Favour": ("April 1, 2026, 1 a.m.", "2026-04-01T01:00:00+00:00"),
}


@pytest.fixture(scope="module")
def found(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What all pages say of the hours."""
    built = find_built("timesheets").copy_to(tmp_path_factory.mktemp("timesheets"))
    rows = [tuple(vars(entry).values()) for entry in ENTRIES]
    given = f"PROJECTS = {PROJECTS!r}\nPEOPLE = {PEOPLE!r}\nENTRIES = {rows!r}\n"
    return run(built, given + FILL + LOOK + BREAK)


def add_hours(entries: list[Entry]) -> Decimal:
    return sum((Decimal(each.hours) for each in entries), Decimal("0.00"))


def trim(number: Decimal, places: str) -> Decimal:
    return number.quantize(Decimal(places), ROUND_HALF_EVEN)


def spell(number: Decimal | None) -> str:
    return "" if number is None else f"{number:,}"


def spell_share(part: Decimal | None, whole: Decimal | None) -> str:
    return spell(trim(part * 100 / whole, "0.1")) if part is not None and whole else ""


def mark(truth: bool) -> str:
    return "✓Yes" if truth else "✗No"


def reckon(name: str) -> dict[str, str]:
    """What a project comes to, by hand."""
    rate, budget, *_ = PROJECTS[name]
    entries = [each for each in ENTRIES if each.project == name]
    hours, billable = add_hours(entries), add_hours([each for each in entries if each.billable])
    cost = trim(billable * Decimal(rate), "0.01") if rate else None
    left = Decimal(budget) - cost if budget and cost is not None else None
    longest = max((Decimal(each.hours) for each in entries), default=None)
    return {
        "Hours": spell(hours),
        "Billable hours": spell(billable),
        "Billable (%)": spell_share(billable, hours),
        "Entries": str(len(entries)),
        "Hours per entry": spell(trim(hours / len(entries), "0.01")) if entries else "",
        "Longest entry": spell(longest),
        "Cost": spell(cost),
        "Left of the budget": spell(left),
        "Used (%)": spell_share(cost, Decimal(budget or 0)),
        "Over budget": mark(left is not None and left < 0),
        "Latest entry": LATEST[name][0],
    }


def price(text: str) -> str:
    """An amount as pages show it; files have no currency."""
    return f"{text} EUR" if text else ""


def reckon_page(name: str) -> dict[str, str]:
    """What a project comes to, as pages show it."""
    found = reckon(name)
    return found | {title: price(found[title]) for title in ("Cost", "Left of the budget")}


def spell_duration(duration: timedelta) -> str:
    hours, minutes = divmod(duration // timedelta(minutes=1), 60)
    parts = [
        f"{n} {unit}{'s' * (n > 1)}" for n, unit in ((hours, "hour"), (minutes, "minute")) if n
    ]
    return ", ".join(parts) or "0 minutes"


def test_a_record_has_the_sums_by_hand(found: dict[str, Any]) -> None:
    for name, page in found["records"].items():
        facts, expected = read_facts(page), reckon_page(name)
        assert {title: facts[title] for title in expected} == expected, name


def test_sums_by_hand_are_those_by_head() -> None:
    titles = ("Hours", "Billable (%)", "Cost", "Left of the budget", "Used (%)")
    assert {name: [reckon(name)[title] for title in titles] for name in PROJECTS} == {
        # 5 of 16 hours are 31.25 %, and the half goes to the even 31.2.
        "Website": ["16.00", "31.2", "400.00", "600.00", "40.0"],
        # 3.05 hours of 62.50 are 190.625, and the half goes to the even 190.62.
        "Survey": ["3.05", "100.0", "190.62", "9.38", "95.3"],
        "Archive": ["10.25", "80.5", "", "", ""],
        "Autumn fair": ["0.00", "", "0.00", "500.00", "0.0"],
        "Favour": ["1.00", "100.0", "50.00", "-50.00", ""],
    }


def test_the_list_has_the_sums_by_hand(found: dict[str, Any]) -> None:
    rows = {row["Name"]: row for row in read_rows(found["projects"])}
    titles = ("Hours", "Billable (%)", "Cost", "Left of the budget", "Over budget", "Latest entry")
    for name in PROJECTS:
        expected = reckon_page(name)
        assert [rows[name][title] for title in titles] == [expected[title] for title in titles]
    assert rows.keys() == PROJECTS.keys()


def test_the_list_is_sorted_and_narrowed_by_sums(found: dict[str, Any]) -> None:
    names = [row["Name"] for row in read_rows(found["least left"])]
    assert names == ["Favour", "Survey", "Autumn fair", "Website", "Archive"]
    assert [row["Name"] for row in read_rows(found["over budget"])] == ["Favour"]


def test_a_project_is_overdue_from_the_day_after(found: dict[str, Any]) -> None:
    assert [row["Name"] for row in read_rows(found["overdue"])] == ["Website"]
    later = [row["Name"] for row in read_rows(found["overdue later"])]
    assert later == ["Survey", "Website"]
    days = {name: read_facts(page)["Days running"] for name, page in found["records"].items()}
    assert [days[name] for name in ("Website", "Autumn fair")] == ["45", "0"]


def test_entries_stand_below_with_the_sum_of_hours(found: dict[str, Any]) -> None:
    head, *lines, sums = read_related(found["records"]["Website"])
    place = head.index("Hours")
    # The latest comes first, as in the list of all entries.
    assert [line[place] for line in lines] == ["7.00", "1.00", "4.00", "4.00"]
    assert sums[place] == "16.00"
    assert [text for text in sums if text] == ["16.00"]
    assert read_related(found["records"]["Autumn fair"]) == []


def test_files_have_the_sums_by_hand(found: dict[str, Any]) -> None:
    lines = {line["Name"]: line for line in read_csv(found["csv"])}
    titles = ("Hours", "Billable (%)", "Cost", "Left of the budget")
    for name in PROJECTS:
        expected = [reckon(name)[title].replace(",", "") for title in titles]
        assert [lines[name][title] for title in titles] == expected
        assert lines[name]["Latest entry"] == LATEST[name][1]
    sheet = read_sheet(found["list pdf"])
    for name in ("Website", "Survey", "Favour"):
        expected = [reckon(name)[title] for title in titles]
        assert sheet[sheet.index(name) + 2 :][:4] == expected
    for name, answer in found["pdfs"].items():
        texts = read_sheet(answer)
        for title in titles:
            assert texts[texts.index(title) + 1] == (reckon(name)[title] or "–"), (name, title)


def test_the_form_shows_what_is_left(found: dict[str, Any]) -> None:
    assert read_facts(found["edit"]) == {"Cost": "190.62 EUR", "Left of the budget": "9.38 EUR"}


def test_people_have_what_they_worked_and_earned(found: dict[str, Any]) -> None:
    rows = {row["Name"]: row for row in read_rows(found["people"])}
    for person in PEOPLE:
        entries = [each for each in ENTRIES if each.person == person]
        billable = [each for each in entries if each.billable]
        paid = [(each, rate) for each in billable if (rate := PROJECTS[each.project][0])]
        earned = sum((Decimal(each.hours) * Decimal(rate) for each, rate in paid), Decimal(0))
        hours = add_hours(entries)
        assert [rows[person][title] for title in ("Hours", "Billable (%)", "Earned")] == [
            spell(hours),
            spell_share(add_hours(billable), hours),
            price(spell(trim(earned, "0.01"))),
        ]
        breaks = sum((each.breaks for each in entries), timedelta())
        assert read_facts(found["persons"][person])["Breaks"] == spell_duration(breaks)
    assert rows["Reserve"]["Latest entry"] == ""
    head, *_, sums = read_related(found["persons"]["Early shift"])
    below = {title: text for title, text in zip(head, sums, strict=True) if text}
    assert below == {"Hours": "19.25", "Breaks": "1 hour, 30 minutes"}


def test_breaks_are_what_is_left_of_the_time_at_work(found: dict[str, Any]) -> None:
    rows = {row["What was done"]: row["Breaks"] for row in read_rows(found["entries"])}
    assert rows == {each.note: spell_duration(each.breaks) for each in ENTRIES}
    lines = {line["What was done"]: line["Breaks"] for line in read_csv(found["entries csv"])}
    assert [lines[note] for note in ("Draft", "Calls", "Posters")] == [
        "P0DT00H15M00S",
        "P0DT00H27M00S",
        "P0DT00H00M00S",
    ]


def test_broken_rules_are_told_and_change_nothing(found: dict[str, Any]) -> None:
    fewer = "There are fewer hours between start and end"
    assert {name: read_errors(page) for name, page in found["refused"].items()} == {
        "backwards": ["The end comes after the start", fewer],
        "no time": ["The end comes after the start", fewer],
        "none": ["A day has 24 hours"],
        "too many": ["A day has 24 hours"],
        "more than there are": [fewer],
        "too early": ["The project has not started yet on that day"],
        "one day": ["A project ends after it has started"],
    }
    assert found["kept"] == [0, 0]
    assert (found["taken"], found["added"]) == (["", ""], 2)
    assert len(found["checks"]) == 3
    assert all("CHECK constraint failed" in each for each in found["checks"])
