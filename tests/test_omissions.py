"""What a stack leaves out is said before anything is built, and rules stop a build."""

import json
from pathlib import Path

import pytest

from tests.projects import run_dazzle

PROJECT = """app desk "Desk"

entity User:
  email: email required unique
  visible:
    when anonymous: email = "a"

entity Ticket:
  title: str required
  owner: ref User
  status: enum[open, done]=open
  days: computed days_since(made)
  made: date=today
  transitions:
    open -> done: role(agent)
    done -> open: title != ""
  permit:
    list: role(agent)
    update: owner = current_user
  scope:
    list: owner = current_user
  visible:
    when anonymous: status = done

surface ticket_list:
  uses entity Ticket
  mode: list
  ux:
    for agent:
      show_aggregate: total

persona agent:
  description: "Answers."
"""
PLAIN = "entity Task:\n  title: str required\n"
RULES = {
    "`visible`": [5, 22],
}


def write_project(folder: Path, text: str, settings: str = "") -> Path:
    (folder / "dsl").mkdir(parents=True)
    (folder / "dsl" / "app.dsl").write_text(text, encoding="utf-8")
    (folder / "dazzle.toml").write_text(f'[project]\nname = "desk"\n{settings}', encoding="utf-8")
    return folder


def list_problems(folder: Path, *words: str) -> list[dict[str, object]]:
    done = run_dazzle(folder, *words, "--json")
    problems: list[dict[str, object]] = json.loads(done.stdout)["problems"]
    assert done.returncode == any(each["level"] == "error" for each in problems)
    return problems


def lines_of(problem: dict[str, object]) -> list[object]:
    related = problem["related"]
    assert isinstance(related, list)
    return [problem["line"], *(place["line"] for place in related)]


@pytest.mark.parametrize("command", ["validate", "build"])
def test_each_rule_is_an_error_with_its_lines(tmp_path: Path, command: str) -> None:
    folder = write_project(tmp_path / "desk", PROJECT)
    problems = list_problems(folder, command)
    rules = [each for each in problems if each["code"] == "not-enforced"]
    assert {each["level"] for each in rules} == {"error"}
    found = {name: [r for r in rules if name in str(r["message"])] for name in RULES}
    assert {name: lines_of(each) for name, (each,) in found.items()} == RULES
    assert len(rules) == len(RULES)
    assert not (folder / "build").exists()


def test_what_a_rule_would_expose_is_said_in_plain_words(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "desk", PROJECT, '[app]\naccess = "open"\n')
    messages = [str(each["message"]) for each in list_problems(folder, "validate")]
    told = next(message for message in messages if "enforce `visible`" in message)
    assert told.endswith("every visitor, signed in or not, can see and do what they are about")


def test_author_may_accept_that_rules_are_not_enforced(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "desk", PROJECT, '[build]\nunenforced = "accept"\n')
    problems = list_problems(folder, "build")
    waived = [each for each in problems if each["code"] == "enforcement-waived"]
    assert {each["level"] for each in problems} == {"warning"}
    assert len(waived) == len(RULES)
    assert (folder / "build/django_micro/manage.py").is_file()
    assert run_dazzle(folder, "validate", "--strict").returncode == 1


def test_manifest_says_whether_it_was_accepted(tmp_path: Path) -> None:
    refused = write_project(tmp_path / "refused", PROJECT)
    accepted = write_project(tmp_path / "accepted", PROJECT, '[build]\nunenforced = "accept"\n')
    for folder in (refused, accepted):
        assert run_dazzle(folder, "manifest", "--output", "app.yaml").returncode == 0
    done = run_dazzle(refused, "build", "--manifest", "app.yaml", "--output", "out")
    assert done.returncode == 1
    assert "error[not-enforced]" in done.stdout
    assert "--> app.yaml:" in done.stdout
    assert run_dazzle(accepted, "build", "--manifest", "app.yaml").returncode == 0


def test_rules_concern_only_stacks_that_ignore_them(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "desk", PROJECT)
    codes = {each["code"] for each in list_problems(folder, "validate", "--stack", "openapi_only")}
    assert codes == {"not-built"}
    assert run_dazzle(folder, "build", "--stack", "openapi_only").returncode == 0


def test_each_kind_that_is_not_built_is_said_once_with_all_its_lines(tmp_path: Path) -> None:
    regions = "".join(f"  part{n}:\n    source: Task\n" for n in range(3))
    spaces = "".join(f"\nworkspace w{n}:\n{regions}" for n in range(30))
    folder = write_project(tmp_path / "desk", f"{PLAIN}{spaces}")
    problem, *others = list_problems(folder, "validate")
    assert others == []
    assert lines_of(problem) == [4 + 8 * n for n in range(30)]
    shown = run_dazzle(folder, "validate").stdout
    assert "= also dsl/app.dsl:12, 20, 28" in shown
    assert "and 17 more" in shown


def test_kinds_that_are_not_built_are_all_named(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "desk", PROJECT, '[build]\nunenforced = "accept"\n')
    kinds = {str(e["message"]) for e in list_problems(folder, "build") if e["code"] == "not-built"}
    assert kinds == {
        f"django_micro doesn't implement `{kind}` yet" for kind in ("personas", "show_aggregate")
    }


def test_what_follows_from_a_rule_that_is_not_built_stands_at_its_line(tmp_path: Path) -> None:
    text = PLAIN + '  size: int\n  invariant: size >= max(Task.size)\n  invariant: title != "x"\n'
    text += "\nworkspace desk:\n  part:\n    source: Task\n"
    folder = write_project(tmp_path / "desk", text)
    problems = list_problems(folder, "validate")
    told = {e["line"]: str(e["hint"]) for e in problems if e["code"] == "not-built"}
    assert told[4] == "no page and no file asks it, so records that break it are saved"
    assert told[7].startswith("there is no such page for anybody")
    assert {each["level"] for each in problems} == {"warning"}


def test_invariant_that_would_lock_everybody_out_is_refused(tmp_path: Path) -> None:
    text = "entity Room:\n  size: int\n  invariant: size >= max(Room.size) or role(chief)\n"
    folder = write_project(tmp_path / "desk", text)
    (found,) = list_problems(folder, "build")
    assert (found["code"], found["level"], found["line"]) == ("invariant-locks", "error", 3)
    assert "nobody but superusers could save a `Room`" in str(found["message"])
    assert not (folder / "build").exists()


def test_workspace_is_said_not_to_be_there_whatever_its_access(tmp_path: Path) -> None:
    space = "\nworkspace desk:\n  access: persona(chief)\n  all:\n    source: Task\n"
    folder = write_project(tmp_path / "desk", f"{PLAIN}{space}")
    (found,) = [e for e in list_problems(folder, "build") if "workspaces" in str(e["message"])]
    assert (found["code"], found["line"]) == ("not-built", 4)
    assert found["hint"] == "there is no such page for anybody, whatever its `access:` says"


def test_stack_that_is_not_there_yet_is_an_error_after_the_others(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "desk", "entity A:\n  b: strng\n")
    codes = [each["code"] for each in list_problems(folder, "validate", "--stack", "api_only")]
    assert codes == ["unknown-type", "stack-unavailable"]


def test_project_without_rules_is_valid(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "desk", PLAIN)
    assert list_problems(folder, "validate") == []


FILTERS = """entity Product:
  sku: str required unique
  price: decimal(6, 2)
  size: int
  pin: bool sensitive
  state: enum[a, b]
  made: date
  opens: time
  twice: computed price * 2
  late: computed made < today
  filter: state, opens

surface product_list:
  uses entity Product
  mode: list
  ux:
    filter: made, late, state{more}
"""


def test_filters_that_no_list_has_are_named_with_their_lines(tmp_path: Path) -> None:
    more = ", price, size, twice, pin, opens, sku"
    folder = write_project(tmp_path / "some", FILTERS.format(more=more))
    found = [
        (str(each["message"]).partition("implement ")[2], each["line"])
        for each in list_problems(folder, "validate")
    ]
    expected = "`filter` by `pin`, `opens` yet"
    assert found == [("`filters` by `opens` yet", 11), (expected, 17)]


def test_filters_that_lists_have_are_no_problem(tmp_path: Path) -> None:
    text = FILTERS.format(more="").replace("filter: state, opens", "filter: state, sku")
    assert list_problems(write_project(tmp_path / "all", text), "validate") == []
