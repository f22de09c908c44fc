"""What an address fills in is no more than its reader may set, and never counts as what was."""

import json
import shutil
from typing import Any

import pytest

from tests.conftest import Finder
from tests.projects import BACKEND, FIXTURES, BuiltProject, run_dazzle

ROLES = """
import json
from core.models import *
from django.test import Client
from django.test.utils import setup_test_environment
from pages.testing import add_account
setup_test_environment()
def sign_in(account):
    client = Client(HTTP_HOST="localhost")
    client.force_login(account)
    return client
here, there = Employer.objects.create(name="here"), Employer.objects.create(name="there")
office = add_account("office")
User.objects.filter(pk=office.pk).update(role="hr", employer=here)
office, owner = sign_in(office), sign_in(User.objects.create_superuser("owner@example.com"))
def add(client, name, role, query=""):
    data = {"email": f"{name}@example.com", "name": name, "role": role, "employer": here.pk}
    answer = client.post(f"/people/new/{query}", data)
    return [*User.objects.filter(name=name).values_list("role", flat=True)]
found = {
    "plain": add(office, "a", "lead"),
    "asked": add(office, "b", "lead", "?role=lead"),
    "own": add(office, "c", "employee", "?role=lead"),
    "given": add(owner, "d", "lead", "?role=lead"),
}
form = office.get("/people/new/?role=lead&name=Kim&desk=7").context["form"]
found["shown"] = [form[name].value() for name in ("name", "desk", "role")]
found["closed"] = form.fields["role"].disabled
form = owner.get("/people/new/?role=lead").context["form"]
found["open"] = form["role"].value()
found["tenant"] = [office.get(f"/contracts/new/?employer={there.pk}").status_code,
    "employer" in office.get(f"/contracts/new/?employer={there.pk}").context["form"].fields]
print(json.dumps(found))
"""
TENANTS = """
import json, re
from core.models import *
from django.test import Client
from html import unescape
from pages.testing import add_account
here, there = Club.objects.create(name="here"), Club.objects.create(name="there")
def sign_in(account):
    client = Client(HTTP_HOST="localhost")
    client.force_login(account)
    return client
someone = add_account("someone")
Member.objects.filter(pk=someone.pk).update(club=here)
owner = sign_in(Member.objects.create_superuser("owner@example.com", name="owner"))
someone = sign_in(someone)
def add(client, name, club, query=""):
    data = {"name": name, "email": f"{name}@example.com", "club": club.pk}
    client.post(f"/members/new/{query}", data)
    return [*Member.objects.filter(name=name).values_list("club__name", flat=True)]
query = f"?club={there.pk}"
found = {"plain": add(someone, "a", there), "asked": add(someone, "b", there, query)}
found["given"] = add(owner, "c", there, query)
def follow(client, club):
    page = client.get(f"/clubs/{club.pk}/?tab=teams").content.decode()
    links = [unescape(each) for each in re.findall(r'href="(/teams/new/[^"]*)"', page)]
    names = ["club=" in each for each in links]
    return [names, [client.get(each).status_code for each in links]]
found["links"] = [follow(someone, here), follow(someone, there), follow(owner, there)]
found["typed"] = someone.get(f"/teams/new/{query}").status_code
print(json.dumps(found))
"""


def ask_app(built: BuiltProject, script: str) -> Any:
    done = built.manage("shell", "-v0", "--no-imports", "-c", script)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def roles(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> Any:
    built = find_built("personnel").copy_to(tmp_path_factory.mktemp("roles"))
    return ask_app(built, ROLES)


@pytest.fixture(scope="module")
def tenants(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The club's answers, where teams may be added from the page of a club."""
    folder = tmp_path_factory.mktemp("tenants") / "club"
    shutil.copytree(FIXTURES / "sports_club", folder)
    source = folder / "dsl/club.dsl"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("has_many Team readonly", "has_many Team"), encoding="utf-8")
    done = run_dazzle(folder, "build")
    assert done.returncode == 0 and "Team readonly" in text, done.stdout
    built = BuiltProject("club", folder / "build" / BACKEND)
    assert built.manage("migrate", "-v0").returncode == 0
    return ask_app(built, TENANTS)


def test_an_address_gives_nobody_a_role(roles: Any) -> None:
    assert [roles["plain"], roles["asked"]] == [[], []]
    assert roles["own"] == ["employee"]
    assert roles["given"] == ["lead"]


def test_an_address_fills_in_what_one_may_set(roles: Any) -> None:
    assert roles["shown"] == ["Kim", "7", "employee"]
    assert roles["closed"]
    assert roles["open"] == "lead"


def test_an_address_names_no_other_tenant(tenants: Any) -> None:
    assert [tenants["plain"], tenants["asked"]] == [[], []]
    assert tenants["given"] == ["there"]


def test_an_address_may_name_what_the_form_lacks(roles: Any, tenants: Any) -> None:
    assert roles["tenant"] == [200, False]
    assert tenants["typed"] == 200


def test_links_add_rows_to_ones_own_tenant(tenants: Any) -> None:
    own, other, chosen = tenants["links"]
    assert own == [[False], [200]]
    assert other == [[], []]
    assert chosen == [[True], [200]]
