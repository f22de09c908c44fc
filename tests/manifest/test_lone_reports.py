"""What is wrong is told once, without what only follows from it; a bound itself is permitted."""

from pathlib import Path

import pytest

from transformer.manifest import read_project

TASK = "entity Task:\n  title: str\n"
FORM = f"{TASK}surface task_new:\n  uses entity Task\n  mode: create\n"
FLOW = """\
experience begin:
  start at step first
  step first:
    kind: surface
    surface task_new
    on success -> step second
  step second:
    kind: surface
    surface task_new
"""
# The text, and the code and line of each report.
WRONG = {
    "a line beside the message of an invariant": (
        f'{TASK}  invariant: title != "x"\n    message: "No"\n    severity high\n',
        ["unknown-word 5"],
    ),
    "an expectation that can't be read": (
        f"{TASK}test renamed:\n  action: create Task\n  expect:\n    status succes\n",
        ["unexpected 6"],
    ),
    "an enumeration without values": (
        "enum State:\nentity Task:\n  title: str\n  state: State\n"
        'scenario s:\n  demo:\n    Task:\n      - title: "A", state: open\n',
        ["empty-enum 1"],
    ),
    "a step that names no integration": (
        "experience begin:\n  start at step first\n  step first:\n    kind: integration\n",
        ["empty-step 3"],
    ),
    "a start that is no step": (
        FORM + FLOW.replace("step first\n", "step frist\n"),
        ["unknown-step 7"],
    ),
    "a region of nothing that is there": (
        f"{TASK}workspace w:\n  late:\n    source: Tasks\n",
        ["unknown-source 5"],
    ),
    "a surface of something that can't be read": (
        "surface s:\n  mode: custom\n  uses entty Task\n"
        '  section main:\n    field title "T"\n',
        ["unexpected 3"],
    ),
    "a number with the name of another": (
        f"{TASK}workspace w:\n  n:\n    aggregate:\n"
        "      all: count(Task)\n      all: count(Task)\n",
        ["declared-twice 7"],
    ),
    "a record with the name of another": (
        f"{TASK}test made:\n  setup:\n    t: create Task\n    t: create Task\n"
        "  action: update t\n  expect:\n    status: success\n",
        ["declared-twice 6"],
    ),
    "two cycles of computed values": (
        "entity Task:\n  a: computed b + 1\n  c: computed d + 1\n"
        "  b: computed a + 1\n  d: computed c + 1\n",
        ["computed-cycle 2", "computed-cycle 3"],
    ),
    "a cycle over two entities": (
        "entity Task:\n  part: ref Part\n  n: computed part.n\n"
        "entity Part:\n  task: ref Task\n  n: computed task.n\n",
        ["computed-cycle 3"],
    ),
    "two cycles over two entities each": (
        "entity A:\n  b: ref B\n  n: computed b.n\nentity B:\n  a: ref A\n  n: computed a.n\n"
        "entity C:\n  d: ref D\n  n: computed d.n\nentity D:\n  c: ref C\n  n: computed c.n\n"
        "  a: ref A\n  m: computed a.n\n",
        ["computed-cycle 3", "computed-cycle 9"],
    ),
    "a search that can't be read": (
        f"{TASK}  full_text: true\n  search: 5\n",
        ["unexpected 4"],
    ),
    "what is just out of bounds": (
        "entity Task:\n  a: str(3) max(4)\n  b: str(3)=\"abcd\"\n  c: int max(3)=4\n"
        "  d: int min(3)=2\n  e: decimal(66, 2)\n"
        f"  {'n' * 41}: str\n",
        ["bad-bound 2", "long-default 3", "default-outside 4", "default-outside 5",
         "bad-digits 6", "long-name 7"],
    ),
    "fields whose names differ in case": (
        "entity Task:\n  Name: str\n  naME: str\n",
        ["declared-twice 3"],
    ),
}  # fmt: skip
RIGHT = {
    "what is just within bounds": (
        'entity Task:\n  a: str(3) min(0) max(3)\n  b: str(3)="abc"\n  c: int max(3)=3\n'
        "  d: int min(3)=3\n  e: decimal(65, 2)\n"
        f"  {'n' * 40}: str\n"
    ),
    "surfaces whose names differ in case": (
        f"{TASK}surface s:\n  uses entity Task\n  mode: list\n"
        "surface S:\n  uses entity Task\n  mode: create\n"
    ),
    "a persona where there are no roles": f'{TASK}persona clerk:\n  description: "x"\n',
    "a region of one record": f"{TASK}workspace w:\n  late:\n    source: Task\n    limit: 1\n",
    "an `id` beside another key": "entity Task:\n  id: uuid required\n  code: str(9) pk\n",
    "entities in other entities and in workspaces": (
        "entity Line:\n  text: str\nentity Note:\n  text: str\n"
        f"{FORM}workspace w:\n  all:\n    source: Note\n"
    ).replace("  title: str\n", "  title: str\n  lines: embeds Line\n"),
}


def list_reports(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "app.dsl"
    file.write_text(text, encoding="utf-8")
    problems = read_project(file).problems
    return [f"{each.code} {each.span.line if each.span else None}" for each in problems]


@pytest.mark.parametrize("name", WRONG)
def test_mistake_is_told_once(tmp_path: Path, name: str) -> None:
    text, reports = WRONG[name]
    assert list_reports(tmp_path, text) == reports


@pytest.mark.parametrize("name", RIGHT)
def test_nothing_is_told_of_what_is_right(tmp_path: Path, name: str) -> None:
    assert list_reports(tmp_path, RIGHT[name]) == []


def test_start_that_is_missing_is_the_first_step(tmp_path: Path) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(FORM + FLOW.replace("  start at step first\n", ""), encoding="utf-8")
    (problem,) = read_project(file).problems
    assert (problem.code, problem.words["step"]) == ("missing-start", "first")


def test_hint_for_a_state_that_is_like_none_lists_them(tmp_path: Path) -> None:
    file = tmp_path / "app.dsl"
    text = "entity Task:\n  state: enum[open, done, late]\n  transitions:\n    open -> zzz\n"
    file.write_text(text, encoding="utf-8")
    (problem,) = read_project(file).problems
    assert problem.code == "impossible-transition"
    assert problem.hint and "open, done, late" in problem.hint


def test_report_of_an_attention_names_its_level(tmp_path: Path) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(f'{FORM}  ux:\n    attention warning:\n      message: "x"\n', encoding="utf-8")
    (problem,) = read_project(file).problems
    assert problem.code == "missing-line" and "`attention warning`" in problem.message
