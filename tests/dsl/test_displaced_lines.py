"""A line that stands too far to the right is one mistake, and gives one report."""

from pathlib import Path

import pytest

from transformer.diagnostics import Problem, Span, has_errors
from transformer.dsl.lines import cut_lines
from transformer.dsl.recovery import forget_indentation
from transformer.manifest import read_project

TEXT = """\
entity Member "Member":
  name: str required
  kind: Kind=full
  permit:
    list: role(office)
    create: role(office)
  audit: [create]

enum Kind:
  full
  guest

surface member_list "Members":
  uses entity Member
  mode: list
  section main "Members":
    field name "Name"
    field kind "Kind"
  action add "Add":
    on click -> surface member_create

surface member_create "Add a member":
  uses entity Member
  mode: create

test member_is_added "A member is added":
  setup:
    ada: create Member with name="Ada"
  action: create Member
  data:
    name: "Grace"
  expect:
    status: success
"""
LINES = TEXT.splitlines()
PLACES = [number for number, line in enumerate(LINES) if line]
# These make sense where they stand then (a value, a record), so only what follows tells of them.
UNTOLD = {"  expect:": {2}, "  setup:": {2}, "  action: create Member": {2, 3, 4}}


def list_errors(folder: Path, text: str) -> list[str]:
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    problems = read_project(folder / "app.dsl").problems
    return [each.code for each in problems if has_errors([each])]


def test_text_is_right_as_it_is(tmp_path: Path) -> None:
    assert list_errors(tmp_path, TEXT) == []


@pytest.mark.parametrize("number", PLACES)
def test_one_line_too_far_to_the_right_is_one_error(tmp_path: Path, number: int) -> None:
    for more in (1, 2, 3, 4):
        line = " " * more + LINES[number]
        text = "\n".join([*LINES[:number], line, *LINES[number + 1 :]]) + "\n"
        found = list_errors(tmp_path, text)
        if more not in UNTOLD.get(LINES[number], ()):
            assert len(found) <= 1, (line, found)


def test_indentation_under_a_misplaced_line_is_not_reported_as_well() -> None:
    lines, problems = cut_lines("a:\n  b: c\n  f:\n      g: h\n    i: j\n", "app.dsl")
    assert [each.span.line for each in problems if each.span] == [5]
    kept = Problem("odd-indentation", Span("app.dsl", 2, 3, 4))
    told = [kept, Problem("odd-indentation", Span("app.dsl", 3, 3, 4)), *problems]
    forget_indentation(told, lines[0].children[-1:])
    assert told == [kept]
