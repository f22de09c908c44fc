"""A line that stands too far to the right is one mistake, and gives one report."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.measurements import read_damaged
from tests.mutations import Damage
from tests.projects import FIXTURES, PROJECTS
from transformer.diagnostics.problems import Problem, Span, has_errors
from transformer.dsl.parser.lines import scan_lines
from transformer.dsl.recovery.indentation import list_repairs
from transformer.dsl.recovery.relocation import drop_indentation_problems
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
# Of 1,500 trials, 99.6 % gave one error or none.
TRIALS, FEWEST = 200, 0.99
# These make sense where they stand then (a value, a record), so only what follows tells of them.
UNTOLD = {"  expect:": {2}, "  action: create Member": {2, 3, 4}}


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
    lines, problems = scan_lines("a:\n  b: c\n  f:\n      g: h\n    i: j\n", "app.dsl")
    assert [each.span.line for each in problems if each.span] == [5]
    kept = Problem("odd-indentation", Span("app.dsl", 2, 3, 4))
    told = [kept, Problem("odd-indentation", Span("app.dsl", 3, 3, 4)), *problems]
    drop_indentation_problems(told, lines[0].children[-1:])
    assert told == [kept]


def displace_lines(seed: int, times: int) -> Iterator[Damage]:
    """Examples with one line of their files moved to the right."""
    random = Random(seed)
    files = [(p, path) for p in PROJECTS for path in sorted((FIXTURES / p).rglob("*.dsl"))]
    for _ in range(times):
        project, path = random.choice(files)
        lines = path.read_text(encoding="utf-8").split("\n")
        number = random.choice([n for n, line in enumerate(lines) if line.split("#")[0].strip()])
        lines[number] = " " * random.randint(1, 4) + lines[number]
        file = path.relative_to(FIXTURES / project).as_posix()
        yield Damage("indent further", project, file, "\n".join(lines), number + 1)


def test_any_line_of_an_example_too_far_to_the_right_is_one_error_nearly_always() -> None:
    counts = [
        sum(has_errors([problem]) for problem in read_damaged(damage).problems)
        for damage in displace_lines(7, TRIALS)
    ]
    assert sum(count <= 1 for count in counts) >= FEWEST * TRIALS
    assert sum(count == 1 for count in counts) >= 0.9 * TRIALS


def test_header_beside_its_body_is_one_error(tmp_path: Path) -> None:
    body = '    ada: create Member with name="Ada"\n'
    text = TEXT.replace(f"  setup:\n{body}", f"    setup:\n{body}")
    assert text != TEXT
    assert len(list_errors(tmp_path, text)) == 1


@pytest.mark.parametrize(("members", "readings"), [(5, 8), (4_000, 1), (20_000, 0)])
def test_long_files_are_read_again_less_often(members: int, readings: int) -> None:
    enum = "enum Kind:\n" + "".join(f"  member_{n}\n" for n in range(members))
    text = (
        f"{enum}entity A:\n  b:\n    c:\n      d:\n        e:\n          f: int\n        g: int\n"
    )
    line = text.count("\n")
    problem = Problem("odd-indentation", Span("app.dsl", line, 9, 10))
    assert len(list(list_repairs(text, problem))) == readings
