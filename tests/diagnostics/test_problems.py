"""Every problem that a .dsl file can have, word for word."""

import os
from pathlib import Path

import pytest

from transformer.diagnostics.problems import (
    Problem,
    Span,
    find_closest,
    serialize_problem,
    sort_problems,
)
from transformer.diagnostics.reports import describe_problem
from transformer.diagnostics.resources import fixture_folder, read_table
from transformer.manifest import read_project

FOLDER = fixture_folder("problems")
# A file each, or a folder where it takes more than one.
PROJECTS = {path.stem: path for path in sorted(FOLDER.glob("*-*")) if path.is_dir()}
PROJECTS |= {path.stem: path for path in sorted(FOLDER.glob("*.dsl")) if "." not in path.stem}
CODES = sorted(PROJECTS)
# Codes that another file than a .dsl file causes; each has a test of its own.
ELSEWHERE = {
    "bad-logo",
    "binary-file",
    "foreign-stack",
    "manifest-fault",
    "missing-file",
    "missing-folder",
    "no-dsl",
    "no-project",
    "not-utf8",
    "sign-up-gives-rights",
    "sign-up-role",
    "stale-name",
    "several-projects",
    "toml-syntax",
    "unknown-root",
    "unknown-setting",
    "unknown-stack",
    "unreadable-file",
    "wrong-setting",
    "yaml-syntax",
}
# Codes that only writing an app can cause, which tests/output has, or a backend: tests/backends.
WRITING = (
    "account-",
    "accounts-",
    "backend-",
    "enforcement-",
    "invariant-locks",
    "merge-",
    "migration-",
    "not-built",
    "not-enforced",
    "nothing-to-resolve",
    "output-",
    "resolve-",
    "stack-",
)


@pytest.mark.parametrize("code", CODES)
def test_report_is_as_expected(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    analysis = read_project(Path(PROJECTS[code].name))
    report = "\n\n".join(describe_problem(each, analysis.sources) for each in analysis.problems)
    expected = FOLDER / f"{code}.txt"
    if os.environ.get("DAZZLE_REWRITE"):
        expected.write_text(report + "\n", encoding="utf-8")
    assert report + "\n" == expected.read_text(encoding="utf-8")
    assert {problem.code for problem in analysis.problems} == {code}
    has_error = any(problem.level == "error" for problem in analysis.problems)
    assert has_error == (analysis.manifest is None)


def test_every_front_end_code_has_a_fixture() -> None:
    front_end = {code for code in read_table("language/problems") if not code.startswith(WRITING)}
    assert front_end == {*CODES, *ELSEWHERE}


def test_levels_are_known() -> None:
    assert {row["level"] for row in read_table("language/problems").values()} == {
        "error",
        "warning",
    }


def test_strict_turns_a_warning_into_an_error() -> None:
    problem = Problem("extension-unused", words={"word": "story"})
    assert (problem.level, problem.promote().level) == ("warning", "error")


def test_hint_needs_its_words() -> None:
    vague = Problem("unknown-modifier", words={"word": "fast"})
    precise = Problem("unknown-type", words={"word": "strr", "closest": "str"})
    assert vague.hint == "such as `title: str(100) required unique` or `due: date=today`"
    assert precise.hint == "did you mean `str`?"


def test_words_with_braces_and_control_characters_are_shown_plainly() -> None:
    problem = Problem("unknown-type", words={"word": "{0}\x1b[31m{x}"})
    assert problem.message == "there is no field type `{0}\N{REPLACEMENT CHARACTER}[31m{x}`"


def test_caret_stands_under_wide_letters() -> None:
    problem = Problem("unknown-line", Span("a.dsl", 1, 4, 6), {"block": "a file"})
    lines = describe_problem(problem, {"a.dsl": "한글 xy"}).splitlines()
    assert lines[-1].index("^") - lines[-2].index("한") == len("한글 ") + 2


def test_long_lines_are_cut_around_the_place() -> None:
    text = "x" * 5000 + " here " + "y" * 5000
    report = describe_problem(
        Problem("unknown-line", Span("a.dsl", 1, 5002, 5006), {"block": "a file"}), {"a.dsl": text}
    )
    assert "here" in report and max(map(len, report.splitlines())) < 130


def describe_pair(text: str, other: Span) -> list[str]:
    main = Span("a.dsl", 1, 3, 5)
    problem = Problem("duplicate-name", main, {"word": "x"}, (("first named here", other),))
    return describe_problem(problem, {"a.dsl": text}).splitlines()[1:]


def test_second_place_in_the_same_line_is_marked_under_it() -> None:
    lines = describe_pair("x xx\ny", Span("a.dsl", 1, 1, 2))
    assert lines == ["  --> a.dsl:1:3", "   |", " 1 | x xx", "   |   ^^", "   | - first named here"]


def test_second_place_far_away_shows_its_own_part() -> None:
    lines = describe_pair("x xx\ny", Span("a.dsl", 2, 1, 2))
    assert lines[4:] == ["  --> a.dsl:2:1", "   |", " 2 | y", "   | - first named here"]
    lines = describe_pair("x xx" + " " * 500 + "far", Span("a.dsl", 1, 505, 508))
    assert lines[4] == "  --> a.dsl:1:505" and "far" in lines[6]
    assert len(describe_pair("x xx", Span("a.dsl", 1, 3, 5))) == 4
    lines = describe_pair("x xx", Span("gone.dsl", 1, 1, 2))
    assert lines[4:] == ["  = first named here: gone.dsl:1:1"]


def test_record_is_plain_data() -> None:
    span = Span("a.dsl", 2, 3, 5)
    problem = Problem("unfit-key", span, {"type": "text"}, (("see", span),))
    record = serialize_problem(problem)
    assert (record["code"], record["line"], record["column"], record["end"]) == (
        "unfit-key",
        2,
        3,
        5,
    )
    assert record["related"][0]["note"] == "see"
    assert serialize_problem(Problem("unfit-key", words={"type": "text"}))["file"] is None


def test_problems_are_sorted_and_said_once() -> None:
    late, early = (Problem("open-text", Span("a", line, 1, 2)) for line in (9, 2))
    assert sort_problems([late, early, late]) == [early, late]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("requird", "required"), ("uniqeu", "unique"), ("xyz", None), ("inr", "int"), ("a", None)],
)
def test_closest_word(word: str, meant: str | None) -> None:
    assert find_closest(word, ["required", "unique", "int", "b"]) == meant
