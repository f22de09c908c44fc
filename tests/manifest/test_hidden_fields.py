"""Warnings about what a page hides: of the pages that the role can come to."""

from pathlib import Path

import pytest

from transformer.manifest import read_project

PROJECT = """entity User:
  email: email required unique
  role: enum[clerk, guest]=guest required

entity Tool:
  name: str required
  cost: int
  permit:
    list: true
    {rule}

surface tool_list:
  uses entity Tool
  mode: list
  ux:
    for guest:
      hide: cost

surface tool_edit:
  uses entity Tool
  mode: edit
  ux:
    for {role}:
      read_only: true
"""


@pytest.mark.parametrize(
    ("rule", "role", "is_told"),
    [
        ("update: true", "clerk", True),
        ("update: cost = 0", "clerk", True),
        ("update: role(clerk)", "clerk", False),
        ("update: true", "guest", False),
    ],
)
def test_form_that_is_closed_to_a_role_shows_it_nothing(
    tmp_path: Path, rule: str, role: str, is_told: bool
) -> None:
    (tmp_path / "app.dsl").write_text(PROJECT.format(rule=rule, role=role), encoding="utf-8")
    problems = read_project(tmp_path).problems
    assert ("hidden-elsewhere" in {each.code for each in problems}) == is_told
