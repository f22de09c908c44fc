"""Nobody who signs up gives themselves a right, whatever an account needs."""

import json
from pathlib import Path

import pytest

from tests.projects import BuiltProject, run_dazzle
from tests.rules.ruled_apps import build_app

SETTINGS = '\n[app]\nsignup = "open"\n'
PROJECT = """\
app library
entity User:
  email: email required unique
  name: str required
  role: enum[reader, boss]=reader
  floor: int
entity Secret:
  name: str required
  floor: int
  scope:
    read: role(boss) or floor = current_user.floor
@use crud_surface_set(entity_name=User, title_field=email)
@use crud_surface_set(entity_name=Secret, title_field=name)
"""
SCRIPT = """
import json
from core.models import *
from django.test import Client
User.objects.create_superuser("owner@example.com", name="o", role="boss", floor=1)
data = {"email": "eve@example.com", "name": "Eve", "role": "boss", "floor": "3"}
data |= {"password1": "correct horse battery", "password2": "correct horse battery"}
Client(HTTP_HOST="localhost").post("/sign-up/", data)
print(json.dumps(list(User.objects.filter(name="Eve").values_list("role", "floor"))))
"""


def sign_up(built: BuiltProject) -> object:
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_sign_up_asks_for_no_right(tmp_path: Path) -> None:
    assert sign_up(build_app(tmp_path, "library", PROJECT, SETTINGS)) == [["reader", None]]


def test_sign_up_asks_for_no_right_that_a_model_needs(tmp_path: Path) -> None:
    built = build_app(tmp_path, "library", PROJECT, SETTINGS)
    models = built.folder / "core/models.py"
    source = models.read_text(encoding="utf-8")
    old = 'REQUIRED_FIELDS = ["name"]'
    assert old in source
    new = 'REQUIRED_FIELDS = ["name", "role", "floor"]'
    models.write_text(source.replace(old, new), encoding="utf-8")
    assert sign_up(built) == [["reader", None]]


@pytest.mark.parametrize("old", ["[reader, boss]=reader", "floor: int\nentity"])
@pytest.mark.parametrize("is_open", [True, False])
def test_right_that_every_account_needs_is_no_field_for_visitors(
    old: str, is_open: bool, tmp_path: Path
) -> None:
    new = old.replace("=reader", " required").replace("int\n", "int required\n")
    (tmp_path / "app.dsl").write_text(PROJECT.replace(old, new), encoding="utf-8")
    settings = f'[project]\nname = "library"\n{SETTINGS if is_open else ""}'
    (tmp_path / "dazzle.toml").write_text(settings, encoding="utf-8")
    done = run_dazzle(tmp_path, "build", "--output", "out")
    assert (done.returncode != 0) == is_open
    assert ("error[sign-up-gives-rights]" in done.stdout) == is_open
    assert (tmp_path / "out").exists() != is_open
