"""Who gives rights gives none that they lack, and gets at no account that has other roles."""

import json
from typing import Any

import pytest

from tests.rules.ruled_apps import build_app
from tests.rules.test_role_pages import FIELDS, GROUPS

SCRIPT = """
import json
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from pages.testing import add_account
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
names = ("keeper", "equal", "librarian")
keeper, equal, librarian = (add_account(name, is_staff=name == "keeper") for name in names)
for each in (keeper, equal):
    give(each, "reader")
give(librarian, "librarian")
owner = User.objects.create_superuser("owner@example.com")
def permissions(*codenames):
    return Permission.objects.filter(codename__in=codenames)
keeper.user_permissions.add(*permissions("change_permission", "view_group", "change_group"))
powers = Group.objects.create(name="powers")
powers.permissions.add(*permissions("delete_logentry"))
harmless = Group.objects.create(name="harmless")
harmless.permissions.add(*permissions("view_group"))
keeper.groups.add(harmless)
client, boss = sign_in(keeper), sign_in(owner)
page = f"/admin/core/{User._meta.model_name}"
def save(client, row, **changes):
    row = User.objects.get(pk=row.pk)
    data = {"email": row.email, "is_active": "on", "role": getattr(row, "role", "")}
    data |= {"date_joined_0": "2026-01-01", "date_joined_1": "09:00:00"}
    data |= {"groups": [group.pk for group in row.groups.all()]} | changes
    client.post(f"{page}/{row.pk}/change/", data)
    row = User.objects.get(pk=row.pk)
    given = row.user_permissions.values_list("codename", flat=True)
    names = row.groups.exclude(name__in=("Members", "reader", "librarian"))
    return [row.is_superuser, *given, *names.values_list("name", flat=True)]
def keys(*codenames):
    return [each.pk for each in permissions(*codenames)]
own = [group.pk for group in equal.groups.all()]
found = {
    "permission": save(client, equal, user_permissions=keys("delete_logentry")),
    "superuser": save(client, equal, is_superuser="on"),
    "group": save(client, equal, groups=[*own, powers.pk]),
    "own": save(client, equal, user_permissions=keys("view_group")),
    "own group": save(client, equal, groups=[*own, harmless.pk]),
    "boss": save(boss, equal, user_permissions=keys("delete_logentry")),
}
equal = User.objects.get(pk=equal.pk)
equal.user_permissions.clear(), equal.groups.remove(harmless)
def save_group(client, name, *codenames):
    client.post(f"/admin/auth/group/{harmless.pk}/change/",
        {"name": name, "permissions": keys(*codenames)})
    group = Group.objects.get(pk=harmless.pk)
    return [group.name, *sorted(group.permissions.values_list("codename", flat=True))]
found["group permissions"] = save_group(client, "harmless", "view_group", "delete_logentry")
found["group name"] = save_group(client, "librarians", "view_group")
found["group own"] = save_group(client, "harmless", "view_group", "change_group")
found["group boss"] = save_group(boss, "renamed", "delete_logentry")
def read_email(row):
    return User.objects.get(pk=row.pk).email
def get_at(client, row):
    data = {"email": "mallory@example.com"}
    save(client, row, **data)
    there = User._meta.verbose_name_plural.replace(" ", "-")
    client.post(f"/{there}/{row.pk}/edit/", data | {"role": getattr(row, "role", "")})
    status = client.get(f"{page}/{row.pk}/password/").status_code
    return [read_email(row) == data["email"], status]
librarian = User.objects.get(pk=librarian.pk)
found["librarian"] = get_at(client, librarian)
found["equal"] = get_at(client, equal)
User.objects.filter(pk=equal.pk).update(email="equal@example.com")
found["by boss"] = get_at(boss, librarian)
print(json.dumps(found))
"""


@pytest.fixture(scope="module", params=[FIELDS, GROUPS], ids=["field", "groups"])
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    built = build_app(tmp_path_factory.mktemp("permissions"), "library", request.param)
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_nobody_gives_what_they_lack(found: Any) -> None:
    assert [found["permission"], found["superuser"], found["group"]] == [[False]] * 3


def test_one_gives_what_one_has(found: Any) -> None:
    assert found["own"] == [False, "view_group"]
    assert found["own group"][-1] == "harmless"


def test_superusers_give_everything(found: Any) -> None:
    assert "delete_logentry" in found["boss"]
    assert found["group boss"] == ["renamed", "delete_logentry"]


def test_groups_get_no_permission_that_one_lacks(found: Any) -> None:
    assert found["group permissions"] == ["harmless", "view_group"]
    assert found["group own"] == ["harmless", "change_group", "view_group"]


def test_who_is_in_a_group_makes_no_role_of_it(found: Any) -> None:
    assert found["group name"][0] == "harmless"


def test_nobody_gets_at_an_account_with_other_roles(found: Any) -> None:
    assert found["librarian"] == [False, 403]
    assert found["equal"] == [True, 200]
    assert found["by boss"] == [True, 200]
