"""Accounts over time: an entity for them comes later, or another, or they were Django's own."""

import json
from pathlib import Path

import pytest

from tests.micro.test_own_accounts import KEYED, build, migrate, run
from tests.postgres import find_command, serve_postgres
from tests.projects import BuiltProject

PLAIN = 'module desk\napp desk "Desk"\nentity Note:\n  text: str\n  author: ref User auto_add\n'
LATER = "entity User:\n  email: email required unique\n  name: str required fill=email\n"
MAKE = """\
from core.models import Note, User
User.objects.create_superuser("ada", "ada@example.com", "secret")
for name, email in [("bob", ""), ("eve", ""), ("eva", "ada@example.com"), ("a@b.example", "")]:
    User.objects.create_user(name, email, "secret")
Note.objects.create(text="a", author=User.objects.get(username="bob"))
"""
LIST = """\
import json
from core.models import Note, User
assert all(each.check_password("secret") for each in User.objects.all())
print(json.dumps([
    sorted(User.objects.values_list("email", flat=True)),
    [each.email for each in User.objects.filter(is_superuser=True)],
    Note.objects.get().author.email,
]))
"""


def add_later(folder: Path, **variables: str) -> None:
    """Build and migrate an app whose accounts become those of an entity."""
    built, _ = build(folder, PLAIN)
    migrate(built, **variables)
    run(built, MAKE, **variables)
    _, done = build(folder, PLAIN + LATER)
    assert done.returncode == 0, done.stdout
    assert "bob signs in as bob@example.invalid from now on" in migrate(built, **variables)
    emails, administrators, author = json.loads(run(built, LIST, **variables))
    invalid = [f"{name}@example.invalid" for name in ("bob", "eva", "eve")]
    assert emails == ["a@b.example", "ada@example.com", *invalid]
    assert (administrators, author) == (["ada@example.com"], "bob@example.invalid")
    done = built.manage("makemigrations", "--check", "--dry-run", **KEYED, **variables)
    assert done.returncode == 0, done.stdout


def test_entity_that_comes_later_keeps_every_account(tmp_path: Path) -> None:
    add_later(tmp_path)


def test_and_keeps_them_on_postgresql(tmp_path: Path) -> None:
    if not find_command("initdb"):
        pytest.skip("needs PostgreSQL")
    with serve_postgres() as address:
        add_later(tmp_path, DATABASE_URL=address)


def read_output(built: BuiltProject) -> dict[Path, bytes]:
    files = built.folder.rglob("*.py")
    return {path: path.read_bytes() for path in files if "__pycache__" not in path.parts}


def test_another_entity_is_refused(tmp_path: Path) -> None:
    built, _ = build(tmp_path, PLAIN)
    before = read_output(built)
    _, done = build(tmp_path, f"{PLAIN}entity Member:\n  auth: identity\n  name: str\n")
    assert done.returncode and "error[accounts-of-another]" in done.stdout
    assert read_output(built) == before


def test_project_with_accounts_of_django_is_refused(tmp_path: Path) -> None:
    built, _ = build(tmp_path, PLAIN)
    settings = built.folder / "app/settings.py"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('AUTH_USER_MODEL = "core.User"\n', ""), encoding="utf-8")
    _, done = build(tmp_path, PLAIN, "--force")
    assert done.returncode and "error[accounts-of-django]" in done.stdout
    for path in (built.folder / "core/migrations").glob("0*.py"):
        path.unlink()
    _, done = build(tmp_path, PLAIN, "--force")
    assert done.returncode == 0, done.stdout
    migrate(built)
