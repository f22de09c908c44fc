"""Wrong lines that people bring from elsewhere: one report or two, with what to write instead."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from tools.wrong_lines import PAGE, TABLE, read_table, write_page
from transformer.cli.main import app
from transformer.manifest import read_project

CASES: list[dict[str, str]] = read_table()["cases"]
MOST_REPORTS = 2


def place_line(frame: str, line: str) -> str:
    """The text of a frame with the line in the place of `…`."""
    place = next(each for each in frame.split("\n") if "…" in each)
    margin = " " * (len(place) - len(place.lstrip()))
    return frame.replace(place, "\n".join(margin + each for each in line.split("\\")))


def describe(file: Path) -> list[str]:
    """What is said of the file: the message of each error, and what to do."""
    errors = [each for each in read_project(file).problems if each.level == "error"]
    return [f"{each.message} = {each.hint}" if each.hint else each.message for each in errors]


def rewrite_table() -> None:
    """Write what is said today into the table."""
    text = TABLE.read_text(encoding="utf-8")
    head = text[: text.index("cases:")]
    dumped = yaml.safe_dump({"cases": CASES}, sort_keys=False, allow_unicode=True, width=1000)
    TABLE.write_text(head + dumped, encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['in']}: {case['line']}")
def test_wrong_line_is_an_error_that_says_what_to_write(
    tmp_path: Path, case: dict[str, Any]
) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(place_line(read_table()["frames"][case["in"]], case["line"]), "utf-8")
    said = describe(file)
    assert 1 <= len(said) <= MOST_REPORTS
    done = CliRunner().invoke(app, ["validate", str(file)])
    assert done.exit_code == 1
    assert not isinstance(done.exception, Exception) or isinstance(done.exception, SystemExit)
    if os.environ.get("DAZZLE_REWRITE"):
        case["after"] = "; ".join(said)
        rewrite_table()
    assert "; ".join(said) == case["after"]


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 60


def test_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == write_page()
