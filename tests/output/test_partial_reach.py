"""Builds of what an edit has an effect on, where that is more than it names."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.output.test_last_build import APP, write
from tests.output.test_partial_builds import (
    HERE,
    NEW_FIELD,
    NO_FILES,
    be_in,
    begin,
    chain,
    compare_with_whole,
    edit,
    hold_to_whole,
    write_chain,
)
from tests.projects import run_python
from transformer.backends.django.migrations import autodetector_process
from transformer.cli.incremental import build_incrementally
from transformer.cli.pipeline import build_project
from transformer.output.folder import Folder
from transformer.output.trace import Trace

__all__ = ["chain"]

PEOPLE = """\
entity User:
  email: email required unique
  role: enum[editor, warden]=editor
  badge: str(50)
  permit:
    read: role(warden)
entity Doc:
  title: str
  team: str(50)
  permit:
    read: team = current_user.badge
    update: role(editor)
entity Key:
  holder: ref User
  bonus: computed holder.role
surface user_list "People":
  uses entity User
  mode: list
surface doc_list "Documents":
  uses entity Doc
  mode: list
"""
ROLES = """\
entity User:
  email: email required unique
  role: enum[editor, warden]=editor
entity Doc:
  title: str
  permit:
    read: role(editor)
    update: role(editor)
surface user_list "People":
  uses entity User
  mode: list
surface doc_list "Documents":
  uses entity Doc
  mode: list
"""
TEAMS = ROLES.replace("=editor\n", "=editor\n  team: str(50)\n").replace(
    "title: str\n  permit:\n    read: role(editor)",
    "team: str(50)\n  permit:\n    read: team = current_user.team",
)
LEVELS = """\
entity Member:
  auth: identity
  level: int
entity Key:
  title: str
  holder: ref User
  bonus: computed holder.level * 2
surface member_list "Members":
  uses entity Member
  mode: list
surface key_list "Keys":
  uses entity Key
  mode: list
"""
TEAMS = TEAMS.replace('surface user_list "People":\n  uses entity User\n  mode: list\n', "")
MEMBERS = ROLES.replace("entity User:\n", "entity Member:\n  auth: identity\n").replace(
    "uses entity User", "uses entity Member"
)
OPEN = {"dazzle.toml": '[project]\nname = "chain"\n[app]\nsignup = "open"\n'}
ROLE = ("update: role(editor)", "update: role(editr)")
TEAM = "=editor\n  team: str(50)"
OF_PEOPLE = {
    "a role": (ROLES, NO_FILES, ROLE, "unknown-role"),
    "a role of members": (MEMBERS, NO_FILES, ROLE, "unknown-role"),
    "a type": (TEAMS, NO_FILES, (TEAM, "=editor\n  team: int"), "mixed-types"),
    "a type of members": (LEVELS, NO_FILES, ("level: int", "level: str(20)"), "wrong-operands"),
    "a right": (TEAMS, OPEN, (TEAM, f"{TEAM} required"), "sign-up-gives-rights"),
}


@pytest.mark.parametrize(("people", "files", "change", "code"), OF_PEOPLE.values(), ids=OF_PEOPLE)
def test_rules_are_about_whoever_signs_in(
    people: str, files: Mapping[str, str], change: tuple[str, str], code: str, tmp_path: Path
) -> None:
    folder = begin(tmp_path, write_chain(20) + people, files)
    migrate(folder)
    edit(folder, [change])
    assert code in compare_with_whole(folder)[1]
    assert code in compare_with_whole(folder)[1]


def migrate(folder: Path) -> None:
    """Make the tables of an app, and build once more: the database is looked at, too."""
    done = run_python(folder / APP, "manage.py", "migrate")
    assert done.returncode == 0, done.stderr
    hold_to_whole(folder)


def test_an_edit_beside_people_takes_no_whole_build(tmp_path: Path) -> None:
    folder = begin(tmp_path, write_chain(15) + PEOPLE)
    edit(folder, [("entity Doc:\n", "entity Doc:\n  extra: str(50)\n")])
    assert hold_to_whole(folder)
    edit(folder, [("role(editor)", "role(warden)")])
    hold_to_whole(folder)
    edit(folder, [("Link7:\n", "Link7:\n  extra: str(50)\n")])
    assert hold_to_whole(folder)


VOCABULARY = """\
entries:
  - id: linked
    kind: entity
    description: Belongs to another record.
    parameters:
      - {name: target, type: name, required: true}
    expansion:
      body: |
        {{ target }}: ref Link8
        mine: bool=false
"""
LOSSES = {
    "gone": (lambda place: place.unlink(), "unknown-pattern"),
    "broken": (lambda place: place.write_bytes(place.read_bytes() + b"\xff\xfe"), "not-utf8"),
    "another": (lambda place: write(place, VOCABULARY.replace("Link8", "Lonk8")), "unknown-entity"),
}
OWN = "dazzle/local_vocab/manifest.yml"
PATTERN = "entity Pat:\n  title: str\n  @use linked(target=peer)\n"


@pytest.mark.parametrize(("lose", "code"), LOSSES.values(), ids=LOSSES)
def test_a_vocabulary_that_is_lost_is_noticed(
    lose: Callable[[Path], object], code: str, tmp_path: Path
) -> None:
    folder = begin(tmp_path, write_chain(20) + PATTERN, {OWN: VOCABULARY})
    lose(folder / OWN)
    edit(folder, [("Link3:\n", "Link3:\n  extra: int\n")])
    _, told = compare_with_whole(folder)
    assert code in told


def test_what_a_pattern_is_about_counts(tmp_path: Path) -> None:
    folder = begin(tmp_path, write_chain(20) + PATTERN, {OWN: VOCABULARY})
    edit(folder, [("Link8:\n", "Link8:\n  peer: int\n  code: str(9) unique\n")])
    hold_to_whole(folder)


@pytest.mark.parametrize("path", ["core/admin.py", "core/models.py", "README.md"])
def test_what_a_person_deleted_stays_away_with_a_base_that_is_new(
    path: str, tmp_path: Path
) -> None:
    folder = begin(tmp_path, write_chain(20))
    (folder / APP / path).unlink()
    for _ in range(2):
        hold_to_whole(folder)
    edit(folder, [("Link7:\n", "Link7:\n  extra: str(50)\n")])
    hold_to_whole(folder)


@pytest.mark.parametrize("base", [b"\xff", b"def\0", b"import (\n"], ids=["bytes", "zero", "cut"])
def test_a_base_that_is_no_python_takes_a_whole_build(chain: Path, base: bytes) -> None:
    (chain / APP / ".dazzle/base/core/models.py.base").write_bytes(base)
    edit(chain, NEW_FIELD)
    assert not hold_to_whole(chain)


def test_what_was_written_is_told_even_if_the_folder_cannot_be_read_then(
    chain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Trace:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Folder, "renew_trace", fail)
    edit(chain, NEW_FIELD)
    assert hold_to_whole(chain)
    monkeypatch.undo()
    hold_to_whole(chain)


def test_django_is_waited_for_once(chain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited = []

    def wait(*_: object, **__: object) -> str:
        waited.append(1)
        raise subprocess.TimeoutExpired("django", 1)

    monkeypatch.setattr(autodetector_process.subprocess, "run", wait)
    edit(chain, NEW_FIELD)
    with be_in(chain):
        result = build_incrementally(HERE) or build_project(HERE)
    assert [problem.code for problem in result.problems] == ["migration-timeout"]
    assert len(waited) == 1
