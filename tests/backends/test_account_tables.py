"""What the tables say of accounts, held to Django itself."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tables import check_table
from transformer.backends.django.accounts import read_accounts
from transformer.backends.django.names import list_reserved
from transformer.engine.render import render_project
from transformer.manifest import read_project

ASK = """\
import json
import django
from django.conf import settings
settings.configure(INSTALLED_APPS=[f"django.contrib.{n}" for n in ("contenttypes", "auth")])
django.setup()
from django.contrib.auth.models import AbstractUser, User
from django.db.models import Model
public = {name for name in dir(AbstractUser) if not name.startswith("_")} - {*dir(Model)}
fields = [*User._meta.local_fields, *User._meta.local_many_to_many]
print(json.dumps([sorted(public), [f.name for f in fields]]))
"""
# What signing in and the app itself set on an account.
SET = {"backend", "logentry_set"}


def test_table_has_its_columns() -> None:
    check_table(read_accounts(), read_accounts)


def test_tables_know_all_that_an_account_has() -> None:
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, check=True, text=True)
    public, fields = json.loads(done.stdout)
    assert {*fields} - {"id"} == {*read_accounts()}
    reserved = list_reserved("accounts") | list_reserved("attributes") | {*read_accounts()}
    assert {*public} - reserved == set()
    assert list_reserved("accounts") - {*public} == SET


def render_models(tmp_path: Path, text: str) -> str:
    (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
    manifest = read_project(tmp_path / "app.dsl").manifest
    assert manifest
    return render_project(manifest, "django_micro").files["core/models.py"].decode()


SIGN_INS = {
    "a unique email": ("email: email required unique", "email", ["name"]),
    "an email that several have": ("email: email required", None, ["email", "name"]),
    "no email": ("size: int", None, ["email", "name"]),
    "a name of its own": ("username: str required unique", None, ["email", "name"]),
}


@pytest.mark.parametrize("case", SIGN_INS)
def test_people_sign_in_by_what_is_unique(case: str, tmp_path: Path) -> None:
    line, field, required = SIGN_INS[case]
    models = render_models(tmp_path, f"entity User:\n  {line}\n  name: str required\n")
    found = re.search(r"USERNAME_FIELD = \"(\w+)\"", models)
    assert (found and found[1]) == field
    assert f"REQUIRED_FIELDS = {json.dumps(required)}" in models
    assert ("username = None" in models) == (field == "email")


def test_methods_of_accounts_are_not_hidden(tmp_path: Path) -> None:
    models = render_models(tmp_path, "entity User:\n  check_password: str\n  backend: str\n")
    assert "check_password_field = models.CharField(" in models
    assert "backend_field = models.CharField(" in models
