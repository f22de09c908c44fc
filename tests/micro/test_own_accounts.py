"""People who sign in with accounts of the app's own: an entity's, or plain ones until it comes."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import find_command, serve_postgres
from tests.projects import BACKEND, ROOT, BuiltProject, Done, run_dazzle

SETTINGS = '[project]\nname = "desk"\nroot = "desk"\n\n[app]\nsignup = true\n'
PAGES = """
surface user_list "People":
  uses entity User
  mode: list
surface user_create "Add a person":
  uses entity User
  mode: create
surface user_update "Edit a person":
  uses entity User
  mode: edit
"""
DESK = f"""\
module desk
app desk "Desk"
entity User "Person":
  email: email required unique
  name: str(80) required
  role: enum[guest, chief]=guest
  is_active: bool=true
entity Note:
  text: str required
  author: ref User required auto_add
  editor: ref User auto_update
  owner: ref User required
surface note_create "Add a note":
  uses entity Note
  mode: create
  section main:
    field text "Text"
surface note_update "Edit a note":
  uses entity Note
  mode: edit
  section main:
    field text "Text"
{PAGES}"""
NAMES = f"""\
module desk
app desk "Desk"
entity User:
  name: str(80) required
{PAGES}"""
BY_NAME = """\
import json
from core.models import User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
secret = "correct horse battery"
def sign_in(name):
    client = Client(HTTP_HOST="localhost")
    client.post(reverse("login"), {"username": name, "password": secret})
    return client
values = {"name": "Ada", "email": "", "password1": secret, "password2": secret}
Client(HTTP_HOST="localhost").post(reverse("login"), {"username": "ada", **values})
ada = sign_in("ada")
eve = {"username": "eve", "email": "", "name": "Eve"}
call_command("createsuperuser", interactive=False, verbosity=0, **eve)
ada.post(reverse("user_create"), {"username": "bob", "name": "Bob"})
ada.post(reverse("user_create"), {"username": "bob", "name": "Robert"})
bob = User.objects.get(username="bob")
ada.post(reverse("user_update", args=[bob.pk]), {"username": "rob", "name": "Rob"})
print(json.dumps([
    "_auth_user_id" in ada.session,
    sorted(User.objects.values_list("username", "name", "is_superuser")),
]))
"""
HERE = {"PYTHONPATH": f".:{ROOT}", "DJANGO_SETTINGS_MODULE": "app.settings", "DEBUG": "True"}
KEYED = {"SECRET_KEY": "key", **HERE}


def build(folder: Path, text: str, *arguments: str) -> tuple[BuiltProject, Done]:
    """The project of a .dsl file, and what the build said."""
    folder.mkdir(exist_ok=True)
    (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "dsl").mkdir(exist_ok=True)
    (folder / "dsl/app.dsl").write_text(text, encoding="utf-8")
    done = run_dazzle(folder, "build", *arguments)
    return BuiltProject("desk", folder / "build" / BACKEND), done


def migrate(built: BuiltProject, **variables: str) -> str:
    done = built.manage("migrate", **KEYED, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def run(built: BuiltProject, script: str, **variables: str) -> str:
    done = built.manage("shell", "--no-imports", "-c", script, **KEYED, **variables)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    built, done = build(tmp_path_factory.mktemp("accounts") / "desk", DESK)
    assert done.returncode == 0, done.stdout
    return built


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    if not find_command("initdb"):
        pytest.skip("needs PostgreSQL")
    with serve_postgres() as address:
        yield address


def list_failures(built: BuiltProject, **variables: str) -> list[str]:
    """What doesn't hold of all that people do, on an empty database."""
    migrate(built, **variables)
    tell = "from tests.micro.signing_in import tell; tell()"
    done = built.manage("shell", "--no-imports", "-c", tell, **KEYED, **variables)
    found: list[str] = json.loads(done.stdout) if done.returncode == 0 else [done.stderr]
    return found


def test_people_sign_in_by_their_address(desk: BuiltProject, tmp_path: Path) -> None:
    assert list_failures(desk, DATA_DIR=str(tmp_path)) == []


def test_and_on_postgresql(desk: BuiltProject, postgres: str) -> None:
    assert list_failures(desk, DATABASE_URL=postgres) == []


MUTANTS = {
    "not by a form": ("core/models.py", "        check_administrators(self)\n", ""),
    "nobody changes who may use the admin": (
        "records/permissions.py",
        "if not isinstance(row, get_user_model()) or row == user:",
        "if True:",
    ),
    "not even where visitors may change things": (
        "records/permissions.py",
        'return {"view"}.intersection(actions) if is_account else actions',
        "return actions",
    ),
    "nor in an address from elsewhere": (
        "pages/accounts/managers.py",
        "list(exact or lower[:2])",
        "list(exact)",
    ),
    "capitals make no other account": (
        "pages/accounts/managers.py",
        "super().normalize_email(email).lower()",
        "super().normalize_email(email)",
    ),
    "nobody sets an equal's address": (
        "pages/forms/models.py",
        "for name in filter(self.is_forged, self.closed & self.fields.keys())",
        "for name in ()",
    ),
    "nor in the admin": ("pages/accounts/admin.py", "fields += list_closed", "list_closed"),
    "nor a password there": (
        "pages/accounts/admin.py",
        "if self.model.EMAIL_FIELD in list_closed(",
        "if False and list_closed(",
    ),
    "who changes it is its editor": (
        "pages/generic/saving.py",
        "setattr(form.instance, name, self.request.user)",
        "str(name)",
    ),
    "and give themselves nothing": ("pages/accounts/admin.py", "return [*fields, *RIGHTS]", "pass"),
    "a page that deletes says so": ("records/collector.py", "append(found)", "copy()"),
    "nor in a shell": ("records/apps.py", "pre_delete.connect(keep", "pre_delete.disconnect(keep"),
}


@pytest.mark.parametrize("broken", MUTANTS)
def test_app_that_does_otherwise_is_noticed(
    broken: str, desk: BuiltProject, tmp_path: Path
) -> None:
    place, old, new = MUTANTS[broken]
    built = desk.copy_to(tmp_path / "desk")
    source = (built.folder / place).read_text(encoding="utf-8")
    assert old in source
    (built.folder / place).write_text(source.replace(old, new), encoding="utf-8")
    assert list_failures(built, DATA_DIR=str(tmp_path)) != []


def test_people_sign_in_by_a_name_that_is_added(tmp_path: Path) -> None:
    built, done = build(tmp_path, NAMES)
    assert done.returncode == 0, done.stdout
    migrate(built)
    is_signed_in, people = json.loads(run(built, BY_NAME))
    assert is_signed_in
    assert people == [["ada", "Ada", True], ["eve", "Eve", True], ["rob", "Rob", False]]


OPTIONAL = """\
import json
from core.models import User
from django.test import Client
from django.urls import reverse
client = Client(HTTP_HOST="localhost")
values = {"name": "Ada", "password1": "correct horse", "password2": "correct horse"}
page = client.post(reverse("login"), values)
ada = User.objects.create_superuser("ada@example.com", "secret", name="Ada")
client.force_login(ada)
for name in ("Bob", "Eve"):
    client.post(reverse("user_create"), {"email": "", "name": name})
people = sorted(User.objects.values_list("name", "email"))
print(json.dumps([b"is required" in page.content, people]))
"""


def test_people_without_an_address_do_not_clash(tmp_path: Path) -> None:
    built, _ = build(tmp_path, NAMES.replace("  name:", "  email: email unique\n  name:"))
    migrate(built)
    is_refused, people = json.loads(run(built, OPTIONAL))
    assert is_refused
    assert people == [["Ada", "ada@example.com"], ["Bob", None], ["Eve", None]]
