"""The page of rights tells nobody what is hidden from them, and names what really decides."""

import json
from typing import Any

import pytest

from tests.rules.ruled_apps import build_app

PROJECT = """\
app pay "Pay"
entity Person "Person":
  auth: identity
  email: email required unique
  role: enum[clerk, chief]
entity Contract "Contract":
  job: str(40) required
  note: str(40)
  salary: int
  search: job, note
  permit:
    list: true
    read: true
    create: true
    update: job = "cook" or salary > 50000
    delete: job = "cook"
entity Memo "Memo":
  text: str(40) required
surface contract_list "Contracts":
  uses entity Contract
  mode: list
  section main:
    field job
    field note
    field salary
  ux:
    search: job, note
    for clerk:
      hide: salary, note
surface contract_view "Contract":
  uses entity Contract
  mode: view
  ux:
    for clerk:
      hide: salary, note
@use crud_surface_set(entity_name=Person, title_field=email)
@use crud_surface_set(entity_name=Memo, title_field=text)
"""
SCRIPT = """
import json
from core.models import *
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.test.utils import setup_test_environment
from pages.accounts.reasons import explain
from pages.testing import add_account
setup_test_environment()
clerk, chief, colleague = (add_account(name) for name in ("clerk", "chief", "colleague"))
for each, role in ((clerk, "clerk"), (chief, "chief"), (colleague, "clerk")):
    Person.objects.filter(pk=each.pk).update(role=role)
    each.user_permissions.add(Permission.objects.get(codename="change_permission"))
rich = Contract.objects.create(job="baker", note="alpha", salary=60000)
poor = Contract.objects.create(job="baker", note="beta", salary=10000)
def ask(user, **data):
    client = Client(HTTP_HOST="localhost")
    client.force_login(user)
    data = {"account": "colleague@example.com", "model": "contract"} | data
    return client.get("/account/rights/", data).context
def told(user, row):
    answers = ask(user, row=row.pk)["answers"]
    return {str(each.title): each.is_allowed for each in answers}
found = {
    "clerk": [told(clerk, rich), told(clerk, poor)],
    "chief": [told(chief, rich)["Change"], told(chief, poor)["Change"]],
    "searched": [len(ask(user, row="alpha").get("rows", [])) for user in (clerk, chief)],
    "word": len(ask(clerk, row="baker")["rows"]),
}
memo = Memo.objects.create(text="x")
def decide(user, row, title):
    user = Person.objects.get(pk=user.pk)
    for each in explain(user, row):
        if str(each.title) == title:
            texts = [(str(r.text), r.holds) for r in each.reasons if r.decides]
            return [each.is_allowed, texts]
outsider = add_account("outsider")
outsider.groups.clear()
found["outsider"] = decide(outsider, memo, "Change")
outsider.user_permissions.add(Permission.objects.get(codename="change_memo"))
found["permitted"] = decide(outsider, memo, "Change")
found["member"] = decide(clerk, memo, "Change")
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Any:
    built = build_app(tmp_path_factory.mktemp("reasons"), "pay", PROJECT)
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_answers_say_nothing_of_what_is_hidden(found: Any) -> None:
    rich, poor = found["clerk"]
    assert rich == poor
    assert rich["Change"] is None
    assert rich["Delete"] is False


def test_who_sees_everything_is_told_everything(found: Any) -> None:
    assert found["chief"] == [True, False]


def test_nothing_hidden_is_searched(found: Any) -> None:
    assert found["searched"] == [0, 1]
    assert found["word"] == 2


def test_membership_and_permissions_are_named_where_they_decide(found: Any) -> None:
    assert found["outsider"] == [False, [["The account has been let in.", False]]]
    permission = ["The admin has given a permission for this.", True]
    assert found["permitted"] == [True, [permission]]
    rules = ["There are no rules: members may do everything.", True]
    assert found["member"] == [True, [rules]]
