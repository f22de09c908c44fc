"""`dazzle explain`: material for every code, and examples that do what is said of them."""

import json
from pathlib import Path

import pytest

from tests.projects import run_dazzle
from transformer.diagnostics.explanations import explain_code, list_codes
from transformer.diagnostics.resources import fixture_folder, read_table
from transformer.manifest import read_project

FOLDER = fixture_folder("problems")
CODES = sorted(read_table("language/problems"))
PAIRS = sorted(path.name.removesuffix(".right.dsl") for path in FOLDER.glob("*.right.dsl"))
MISSING = """`dazzle explain {code}` has no {what} example. Add

    fixtures/problems/{file}

(the {what} one of the two, as short as can be), or, if no .dsl file alone can cause it,
a row `{code}` with `wrong` and `right`, and `in` where they aren't commands, to
mappings/language/explanations.yaml. A line `explanation` there says what message and hint don't.
`DAZZLE_REWRITE=1 pytest tests/diagnostics` writes the reports; read them."""


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_both_examples(code: str) -> None:
    explanation = explain_code(code)
    assert explanation.wrong, MISSING.format(code=code, what="wrong", file=f"{code}.dsl")
    assert explanation.right, MISSING.format(code=code, what="right", file=f"{code}.right.dsl")
    assert explanation.wrong.text != explanation.right.text
    assert explanation.hint or explanation.reason, f"{code} needs an `explanation` or a `hint`"


@pytest.mark.parametrize("code", PAIRS)
def test_right_example_is_right(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    wrong = read_project(Path(f"{code}.dsl"))
    right = read_project(Path(f"{code}.right.dsl"))
    assert code in {problem.code for problem in wrong.problems}
    assert [each for each in right.problems if each.code == code or each.level == "error"] == []


def test_table_explains_only_codes_that_are_there() -> None:
    assert set(read_table("language/explanations")) <= set(CODES)


def test_every_code_is_listed_once_under_a_heading() -> None:
    groups = list_codes()
    assert sorted(code for codes in groups.values() for code in codes) == CODES
    assert all(groups)


def test_explanation_says_all(tmp_path: Path) -> None:
    done = run_dazzle(tmp_path, "explain", "unknown-type")
    assert done.returncode == 0
    assert "error[unknown-type]: there is no field type `…`" in done.stdout
    assert "      title: strng(200)" in done.stdout
    assert "did you mean `str`?" in done.stdout
    assert "      title: str(200) required" in done.stdout
    assert done.stdout.index("Wrong:") < done.stdout.index("Right:")


def test_copied_head_of_a_report_will_do(tmp_path: Path) -> None:
    assert run_dazzle(tmp_path, "explain", "error[unknown-type]:").returncode == 0


def test_unknown_code_is_wrong_use(tmp_path: Path) -> None:
    done = run_dazzle(tmp_path, "explain", "unknwon-type")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean `unknown-type`?" in done.stderr
    assert "lists them all" in run_dazzle(tmp_path, "explain", "xyzzy").stderr


def test_all_codes_are_listed(tmp_path: Path) -> None:
    done = run_dazzle(tmp_path, "explain")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    for code in CODES:
        assert any(line.split()[:1] == [code] for line in lines), code
    assert "Surfaces" in lines


def test_programs_get_json(tmp_path: Path) -> None:
    record = json.loads(run_dazzle(tmp_path, "explain", "unknown-type", "--json").stdout)
    assert (record["code"], record["level"]) == ("unknown-type", "error")
    assert "strng" in record["wrong"]["text"] and "strng" in record["wrong"]["report"]
    listed = json.loads(run_dazzle(tmp_path, "explain", "--json").stdout)["codes"]
    assert next(each["code"] for each in listed if each["group"] == "Names") == "two-apps"
    assert len(listed) == len(CODES)


@pytest.mark.parametrize("command", ["validate", "build", "manifest"])
def test_reports_point_to_the_explanation_once(tmp_path: Path, command: str) -> None:
    app = tmp_path / "app.dsl"
    app.write_text("entity Task:\n  title: strng\n  size: intt\n", encoding="utf-8")
    done = run_dazzle(tmp_path, command, "app.dsl")
    assert done.stdout.count("dazzle explain") == 1
    assert done.stdout.endswith("2 errors\n`dazzle explain unknown-type` says more.\n")
    app.write_text("entity Task:\n  title: strng\n  size: int requird\n", encoding="utf-8")
    told = run_dazzle(tmp_path, command, "app.dsl").stdout.splitlines()[-1]
    assert told == "`dazzle explain CODE` says more: unknown-type, unknown-modifier"


def test_programs_and_good_projects_hear_nothing_of_it(tmp_path: Path) -> None:
    app = tmp_path / "app.dsl"
    app.write_text("entity Task:\n  title: strng\n", encoding="utf-8")
    assert "explain" not in run_dazzle(tmp_path, "validate", "app.dsl", "--json").stdout
    app.write_text("app shop\n", encoding="utf-8")
    assert "explain" not in run_dazzle(tmp_path, "validate", "app.dsl").stdout
