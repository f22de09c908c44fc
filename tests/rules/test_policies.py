"""What apps have of policies: nothing without rules, groups as roles, and what can't be built."""

import json
from pathlib import Path

import pytest

from tests.conftest import Finder
from tests.projects import BACKEND, BuiltProject, run_dazzle

PROJECT = """app desk "Desk"

entity Note:
  text: str required
  author: ref User auto_add
  part: embeds Part
  permit:
    list: role(editor) or author.email contains "boss"
    read: part.name = text
  scope:
    list: all
      as: editor, chief

entity Part:
  name: str

surface note_list:
  uses entity Note
  mode: list
"""
SCRIPT = """
import json
from core.models import Note, Part, User
from django.contrib.auth.models import Group
people = [User.objects.create_user(name) for name in ("ada", "bob")]
people[0].groups.add(Group.objects.get(name="editor"))
note = Note.objects.create(text="x")
rows = [Note.objects.visible_to(each, "list").count() for each in people]
read = [Note.objects.visible_to(each, "read").count() for each in people]
Part.objects.create(note=note, name="x")
read += [Note.objects.visible_to(each, "read").count() for each in people]
print(json.dumps([sorted(Group.objects.values_list("name", flat=True)), rows, read]))
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout
    return folder


def test_roles_are_groups_where_people_have_no_field_for_them(desk: Path) -> None:
    built = BuiltProject("desk", desk / "out" / BACKEND)
    done = built.manage("migrate", "-v0")
    assert done.returncode == 0, done.stderr
    done = built.manage("shell", "-v0", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    groups, rows, read = json.loads(done.stdout.splitlines()[-1])
    assert groups == ["Members", "chief", "editor"]
    assert rows == [1, 0]
    assert read == [0, 0, 1, 0], "who lists it reads it once its part is called so"


def test_app_without_rules_has_no_policies(find_built: Finder) -> None:
    folder = find_built("simple_task").folder
    assert not list(folder.rglob("policies.py"))
    for path in folder.glob("[cp]*/**/*.py"):
        assert "policies" not in path.read_text(encoding="utf-8"), path
