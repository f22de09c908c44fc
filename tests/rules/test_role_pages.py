"""Who may give roles gives no more than they have, on any way: page, edit form, list and admin."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.projects import BuiltProject
from tests.rules.ruled_apps import build_app

FIELDS = """\
app library "Library"

entity User:
  email: email required unique
  role: enum[reader "Reader", librarian "Librarian"]=reader

entity Secret:
  name: str required
  scope:
    read: role(librarian)

@use crud_surface_set(entity_name=User, title_field=email)
@use crud_surface_set(entity_name=Secret, title_field=name)
"""
GROUPS = FIELDS.replace("User:\n", "Reader:\n  auth: identity\n").replace("=User", "=Reader")
GROUPS = "".join(line for line in GROUPS.splitlines(keepends=True) if "enum" not in line)
GROUPS += """
persona librarian "Librarian":
  "Keeps the secrets."
persona reader "Reader":
  "Reads."
"""
SCRIPT = """
import json, re
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pages.testing import add_account
from records.roles import has_role
from core import models
User = get_user_model()
HAS_FIELD = any(f.name == "role" for f in User._meta.fields)
def give(account, name):
    if HAS_FIELD:
        User.objects.filter(pk=account.pk).update(role=name)
    else:
        account.groups.add(Group.objects.get_or_create(name=name)[0])
def sign_in(account):
    client = Client(HTTP_HOST="localhost")
    client.force_login(account)
    return client
def has(row):
    user = User.objects.get(pk=row.pk)
    return [name for name in ("reader", "librarian") if has_role(user, name)]
names = ("keeper", "other", "third")
keeper, other, third = (add_account(name, is_staff=name == "keeper") for name in names)
owner = User.objects.create_superuser("owner@example.com")
for each in (keeper, other, third):
    give(each, "reader")
for codename in ("change_permission", "view_group"):
    keeper.user_permissions.add(Permission.objects.get(codename=codename))
client, boss, kept = sign_in(keeper), sign_in(owner), sign_in(third)
models.Secret.objects.create(name="x")
page = User._meta.verbose_name_plural.replace(" ", "-")
def edit(client, row, role):
    client.post(f"/{page}/{row.pk}/edit/", {"email": row.email, "role": role})
def set_role(client, row, role):
    client.post(f"/{page}/{row.pk}/set/role/", {"role": role})
def admin(client, row, role):
    data = {"email": row.email, "is_active": "on", "role": role}
    data |= {"date_joined_0": "2026-01-01", "date_joined_1": "09:00:00"}
    data |= {"is_staff": "on"} if row == keeper else {}
    data |= {"groups": [g.pk for g in Group.objects.filter(name__in=["Members", role])]}
    data |= {"user_permissions": list(row.user_permissions.values_list("pk", flat=True))}
    answer = client.post(f"/admin/core/{User._meta.model_name}/{row.pk}/change/", data)
    return answer.status_code
def give_on_page(client, row, *roles):
    return client.post("/account/roles/", {"account": row.pk, "role": roles}).status_code
found = {"refused": []}
ways = {"page": give_on_page, "admin": admin}
ways |= {"edit": edit, "set": set_role} if HAS_FIELD else {}
for name, way in ways.items():
    for row in (keeper, other):
        way(client, row, "librarian")
        found["refused"].append([name, *has(row)])
found["before"] = kept.get("/secrets/").status_code
found["given"] = [give_on_page(boss, third, "librarian"), *has(third)]
found["after"] = kept.get("/secrets/").status_code
found["taken"] = [give_on_page(client, third, "reader"), *has(third)]
found["boss"] = [admin(boss, other, "librarian"), *has(other)]
give_on_page(boss, other, "reader")
found["both"] = [give_on_page(boss, third, "reader", "librarian"), *has(third)]
def give_late(row, before, *roles):
    data = {"account": row.pk, "role": roles, "before": ["", *before]}
    page = boss.post("/account/roles/", data, follow=True).content.decode()
    return ["Meanwhile this was changed" in page, *has(row)]
give(late := add_account("late"), "reader")
shown = boss.get("/account/roles/?q=late").content.decode()
found["shown"] = re.findall(r'name="before" value="(\\w*)"', shown)
found["fresh"] = give_late(late, ["reader"], "librarian")
has_both = has(late)
found["stale"] = give_late(late, ["reader"], "reader")[:1] + [has(late) == has_both]
found["told"] = give_late(late, has_both, "reader")
found["same"] = give_late(late, ["librarian"], "reader")
def count_queries():
    with CaptureQueriesContext(connection) as queries:
        client.get("/account/roles/")
    return len(queries)
found["queries"] = [count_queries()]
for number in range(9):
    give(add_account(f"many{number}"), "reader")
found["queries"].append(count_queries())
def open_password(row):
    return client.get(f"/admin/core/{User._meta.model_name}/{row.pk}/password/").status_code
found["passwords"] = [open_password(keeper), open_password(other)]
client.post(f"/{page}/change/", {"row": other.pk, "confirmed": "1", "change-role": "=librarian"})
found["bulk"] = has(other)
owner.refresh_from_db()
found["last"] = [give_on_page(boss, owner, "reader"), owner.is_superuser]
print(json.dumps(found))
"""


@pytest.fixture(scope="module", params=[FIELDS, GROUPS], ids=["field", "groups"])
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("roles")
    return ask_app(build_app(folder, "library", request.param))


def ask_app(built: BuiltProject) -> Any:
    """What people make of roles by every way there is."""
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_nobody_gives_what_they_lack_on_any_way(found: Any) -> None:
    assert len(found["refused"]) >= 4
    assert [roles for _, *roles in found["refused"]] == [["reader"]] * len(found["refused"])


def test_a_role_counts_at_once_in_a_session_that_goes_on(found: Any) -> None:
    assert found["before"] == 403
    assert found["given"] == [302, "librarian"]
    assert found["after"] == 200


def test_nobody_takes_what_they_lack(found: Any) -> None:
    assert found["taken"] == [403, "librarian"]


def test_superusers_give_all_but_to_themselves(found: Any) -> None:
    assert found["boss"] == [302, "librarian"]
    assert found["last"] == [403, True]


def test_many_rows_at_once_get_no_role_that_one_lacks(found: Any) -> None:
    assert found["bulk"] == ["reader"]


def test_stale_page_takes_no_role_that_somebody_else_gave(found: Any) -> None:
    assert found["shown"] == ["", "reader"]
    assert found["fresh"] == [False, "librarian"]
    assert found["stale"] == [True, True]
    assert found["told"] == [False, "reader"]
    assert found["same"] == [False, "reader"]


def test_page_of_many_accounts_asks_the_database_no_more_often(found: Any) -> None:
    few, many = found["queries"]
    assert few == many


def test_ones_own_account_stays_usable_in_the_admin(found: Any) -> None:
    assert found["passwords"][0] == 200


def test_groups_are_several_roles(found: Any) -> None:
    assert found["both"] in ([403, "librarian"], [302, "reader", "librarian"])


@pytest.mark.parametrize(
    ("text", "place", "old", "new"),
    [
        (FIELDS, "pages/accounts/role_page.py", "is_own or not (", "not ("),
        (FIELDS, "pages/accounts/giving_roles.py", "(before ^ after) <=", "True or"),
        (GROUPS, "pages/accounts/giving_roles.py", "(before ^ after) <=", "(before - after) <="),
        (GROUPS, "pages/accounts/role_page.py", "if shown and before", "if False and before"),
        (FIELDS, "records/permissions.py", "or has_other_roles(row, user)", ""),
    ],
)
def test_decision_turned_round_is_noticed(
    text: str, place: str, old: str, new: str, tmp_path: Path
) -> None:
    built = build_app(tmp_path, "library", text)
    source = (built.folder / place).read_text(encoding="utf-8")
    assert old in source
    (built.folder / place).write_text(source.replace(old, new), encoding="utf-8")
    done = built.manage("test", "pages.tests.test_roles")
    assert done.returncode == 1
    assert "AssertionError" in done.stderr


def test_app_without_roles_has_no_page_of_them(tmp_path: Path) -> None:
    text = "app plain\nentity Note:\n  text: str required\n"
    built = build_app(tmp_path, "plain", text)
    files = [path.name for path in built.folder.rglob("*") if "role" in path.name]
    assert files == []
