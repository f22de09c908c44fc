"""Mistakes of many kinds in one file: one report for each, at its place, and no other."""

import re
from pathlib import Path

from transformer.manifest import read_project

FILE = Path(__file__).with_name("mistakes_larger.dsl")
EXPECTED = re.compile(r"# (\d+) ([a-z-]+)$")


def test_twenty_mistakes_in_the_larger_language_are_twenty_reports() -> None:
    lines = FILE.read_text(encoding="utf-8").split("\n")
    expected = [
        (number, int(match[1]), match[2])
        for number, line in enumerate(lines, 1)
        if (match := EXPECTED.search(line))
    ]
    problems = read_project(FILE).problems
    found = [(p.span.line, p.span.column, p.code) for p in problems if p.span]
    assert len(found) == len(problems) == 20
    assert found == expected


def test_no_two_reports_are_alike() -> None:
    problems = read_project(FILE).problems
    assert len({problem.message for problem in problems}) == 20


def test_each_typo_gets_a_suggestion() -> None:
    hints = [problem.hint or "" for problem in read_project(FILE).problems]
    assert sum(hint.startswith("did you mean") for hint in hints) >= 11
