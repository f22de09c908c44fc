"""Records that a form edits as lines are shown there."""

from pathlib import Path

import pytest

from transformer.manifest import read_project

TEXT = """\
entity Bill:
  number: str required
  lines: has_many Line

entity Line:
  bill: ref Bill required cascade
  what: str required

surface bill_list:
  uses entity Bill
  mode: list

surface bill_edit:
  uses entity Bill
  mode: edit
  section main:
    field number
    {}
"""


@pytest.mark.parametrize(("named", "codes"), [("field lines", []), ("", ["unshown-entity"])])
def test_lines_of_a_form_are_shown(named: str, codes: list[str], tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(TEXT.format(named), encoding="utf-8")
    problems = read_project(tmp_path / "app.dsl").problems
    assert [each.code for each in problems] == codes
