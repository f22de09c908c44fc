"""`dazzle access` says who may do what."""

import json
from pathlib import Path

import pytest

from tests.projects import FIXTURES, run_dazzle

PROJECT = """app desk "Desk"

entity Member:
  auth: identity
  email: email required unique
  role: enum[clerk, chief]=clerk required

entity Note:
  text: str required
  author: ref Member
  permit:
    list: true
    read: author = current_user or current_user.role = chief
    update: role(chief)
    delete: role(chief) and author is not null
  forbid:
    delete: text contains "keep"
  scope:
    create: author = current_user
      as: clerk
"""
TABLE = """Note
         list  read  create  update  delete
  clerk  yes   (1)   (1)     no      no
  chief  yes   yes   no      yes     (2)

  (1) author = current_user
  (2) author is not null and not text contains "keep"

Superusers may do everything.
"""
MARKDOWN = """## Note

|  | list | read | create | update | delete |
| --- | --- | --- | --- | --- | --- |
| chief | yes | yes | no | yes | (1) |

1. `author is not null and not text contains "keep"`

Superusers may do everything.
"""

PAGES = """
surface note_list "Notes":
  uses entity Note
  mode: list
  ux:
    for clerk:
      scope: author = current_user
      hide: text
    for chief:
      read_only: true
"""
SAID = {"clerk": ["scope: author = current_user", "hide: text"], "chief": ["read_only: true"]}


REPEATED = """entity User:
  email: email required unique
  role: enum[clerk, chief]=clerk required

entity Note:
  text: str required
  author: ref User
  is_open: bool
  permit:
    create: author = current_user
    update: role(chief)
    update: author = current_user
    update: author = current_user and is_open
  forbid:
    update: text contains "keep"
  scope:
    list: author = current_user and is_open
"""
STATES = """
entity Repair:
  note: str
  state: enum[open, done]=open
  transitions:
    open -> done: requires note and role(chief)
    * -> open: role(clerk) and note = "a"
  permit:
    list: true
    update: role(chief) or role(clerk)

surface repair_list "Repairs":
  uses entity Repair
  mode: list
  access: persona(chief)
"""
STEPS = """
Repair, transitions
                clerk  chief
  open -> done  no     (1)
  * -> open     (2)    no

  (1) note is not null
  (2) note = "a"

Pages
  repair_list: access: persona(chief)
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "app.dsl").write_text(PROJECT, encoding="utf-8")
    return tmp_path


def test_table_has_a_row_for_each_role(desk: Path) -> None:
    done = run_dazzle(desk, "access", "app.dsl", "--entity", "Note")
    assert (done.returncode, done.stdout) == (0, TABLE)


def test_tables_are_markdown_where_asked_for(desk: Path) -> None:
    done = run_dazzle(desk, "access", "app.dsl", "--as", "chief", "--entity", "Note", "--markdown")
    assert (done.returncode, done.stdout) == (0, MARKDOWN)


def test_what_another_part_says_is_not_said_again(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(REPEATED, encoding="utf-8")
    rights = json.loads(run_dazzle(tmp_path, "access", "app.dsl", "--json").stdout)["rights"]
    own = "author = current_user and is_open"
    assert {
        each["operation"]: each["condition"]
        for each in rights
        if (each["entity"], each["people"]) == ("Note", "clerk")
    } == {
        "list": own,
        "read": own,
        "create": own,
        "update": f'{own} and not text contains "keep"',
        "delete": False,
    }


@pytest.mark.parametrize(
    ("access", "people", "operations"),
    [
        ("private", ["no role"], []),
        ("read", ["visitor", "no role"], ["list", "read"]),
        ("open", ["visitor", "no role"], ["list", "read", "create", "update", "delete"]),
    ],
)
def test_visitors_may_do_what_the_app_says(
    tmp_path: Path, access: str, people: list[str], operations: list[str]
) -> None:
    (tmp_path / "app.dsl").write_text('app desk "Desk"\n\nentity Note:\n  text: str\n')
    (tmp_path / "dazzle.toml").write_text(
        f'[project]\nname = "desk"\n\n[app]\naccess = "{access}"\n', encoding="utf-8"
    )
    rights = json.loads(run_dazzle(tmp_path, "access", "--json").stdout)["rights"]
    assert [*dict.fromkeys(each["people"] for each in rights)] == people
    allowed = [each for each in rights if each["people"] == "visitor" and each["condition"]]
    assert [each["operation"] for each in allowed] == operations


@pytest.mark.parametrize(
    ("option", "word", "told"),
    [
        ("--as", "cheif", "there is no role `cheif`; did you mean `chief`?"),
        ("--entity", "Notes", "there is no entity `Notes`; did you mean `Note`?"),
        ("--entity", "xyz", "there is no entity `xyz`; there are Member, Note"),
    ],
)
def test_unknown_names_are_refused(desk: Path, option: str, word: str, told: str) -> None:
    done = run_dazzle(desk, "access", "app.dsl", option, word)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"dazzle: {told}\n")


def test_project_with_errors_is_refused(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text("entity Note:\n  text: strr\n", encoding="utf-8")
    done = run_dazzle(tmp_path, "access", "app.dsl")
    assert done.returncode == 1
    assert "error[unknown-type]" in done.stdout


@pytest.mark.parametrize("name", ["repair_desk", "larger_dialect", "simple_task"])
def test_every_project_has_rights(name: str) -> None:
    done = run_dazzle(FIXTURES, "access", name)
    assert done.returncode == 0
    assert done.stdout.endswith("Superusers may do everything.\n")


def test_pages_that_are_different_for_a_role_are_said(desk: Path) -> None:
    (desk / "app.dsl").write_text(PROJECT + PAGES, encoding="utf-8")
    pages = json.loads(run_dazzle(desk, "access", "app.dsl", "--json").stdout)["pages"]
    assert {each["people"]: each["rules"] for each in pages} == SAID
    text = run_dazzle(desk, "access", "app.dsl", "--as", "clerk").stdout
    assert "\nPages\n  note_list, clerk: scope: author = current_user; hide: text\n" in text
    assert "read_only" not in text


def test_transitions_and_whom_pages_are_for_are_said(desk: Path) -> None:
    (desk / "app.dsl").write_text(PROJECT + STATES, encoding="utf-8")
    assert STEPS in run_dazzle(desk, "access", "app.dsl", "--entity", "Repair").stdout
    found = json.loads(run_dazzle(desk, "access", "app.dsl", "--json", "--as", "chief").stdout)
    steps = {each["change"]: each["condition"] for each in found["transitions"]}
    assert steps == {"open -> done": "note is not null", "* -> open": False}
    assert [each["open_to"] for each in found["access"]] == ["persona(chief)"]


def test_nothing_is_said_twice_of_one_right(desk: Path) -> None:
    again = '    read: text = "a"\n  scope:\n    read: text = "a"\n'
    text = f"entity Note:\n  text: str\n  permit:\n{again}"
    (desk / "app.dsl").write_text(text, encoding="utf-8")
    rights = json.loads(run_dazzle(desk, "access", "app.dsl", "--json").stdout)["rights"]
    assert {each["condition"] for each in rights if each["operation"] == "read"} == {'text = "a"'}
