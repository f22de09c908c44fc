"""An attention has a condition, and one mistake in it is reported once."""

from pathlib import Path

import pytest

from transformer.manifest import read_project

PAGE = """\
entity Task:
  due: date
surface tasks:
  uses entity Task
  mode: list
  ux:
    attention critical:
      {line}
"""


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("when: due < today", []),
        ('message: "Overdue"', ["missing-line"]),
        ("when: due <", ["unfinished"]),
        ("wen: due < today", ["unknown-word"]),
    ],
)
def test_attention_needs_a_condition(tmp_path: Path, line: str, codes: list[str]) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(PAGE.format(line=line), encoding="utf-8")
    assert [problem.code for problem in read_project(file).problems] == codes
