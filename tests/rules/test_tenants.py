"""Records of a tenant are there for its people alone, and belong to whoever made them."""

import json
from pathlib import Path

import pytest

from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
app shops
entity Shop:
  name: str required
entity Member:
  auth: identity
  email: email required unique
  name: str
  shop: ref Shop
entity Order:
  number: str(20) required unique
  code: str(20) unique
  shop: ref Shop required
  text: text
  tenant: shop
@use crud_surface_set(entity_name=Member, title_field=email)
@use crud_surface_set(entity_name=Order, title_field=number)
@use crud_surface_set(entity_name=Shop, title_field=name)
"""
SETTINGS = '[project]\nname = "shops"\n\n[features]\nimport = true\n'
SCRIPT = """
import json, re
from html import unescape
from core.models import *
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import setup_test_environment
from pages.testing import add_account
setup_test_environment()
def sign_in(account):
    client = Client(HTTP_HOST="localhost")
    client.force_login(account)
    return client
def give(account, shop, **values):
    Member.objects.filter(pk=account.pk).update(shop=shop, **values)
    account.refresh_from_db()
    return account
north, south = (Shop.objects.create(name=name) for name in ("north", "south"))
kim, lee, ida = (add_account(name) for name in ("kim", "lee", "ida"))
give(kim, north, is_staff=True), give(lee, south)
owner = sign_in(Member.objects.create_superuser("owner@example.com"))
clients = {"kim": sign_in(kim), "lee": sign_in(lee), "ida": sign_in(ida), "owner": owner}
def add(name, number, shop=None, **values):
    data = {"number": number, "shop": shop.pk if shop else "", **values}
    answer = clients[name].post("/orders/new/", data)
    if answer.status_code == 200:
        return {field: list(e) for field, e in answer.context["form"].errors.items()}
    rows = Order.objects.filter(number=number).order_by("shop__name")
    return list(rows.values_list("shop__name", flat=True))
found = {}
found["made"] = [add("kim", "1"), add("kim", "2", south), add("lee", "9"), add("ida", "3", north)]
found["chosen"] = [add("owner", "7", south), add("owner", "8")]
found["unique"] = [add("lee", "1"), add("kim", "1"), add("owner", "1", north)]
found["empty"] = [add("kim", "4", code="x"), add("kim", "5", code="x"), add("lee", "5", code="x")]
def count(name):
    answer = clients[name].get("/orders/")
    return answer.context["paginator"].count if answer.status_code == 200 else answer.status_code
found["seen"] = {name: count(name) for name in clients}
theirs = Order.objects.get(number="9")
found["hidden"] = [clients["kim"].get(f"/orders/{theirs.pk}/{page}").status_code
    for page in ("", "edit/", "delete/")]
own = Order.objects.get(number="2")
clients["kim"].post(f"/orders/{own.pk}/edit/", {"number": "2", "shop": south.pk, "text": "moved"})
own.refresh_from_db()
found["moved"] = [own.text, own.shop.name]
form = clients["kim"].get("/orders/new/").context["form"]
found["asked"] = ["shop" in form.fields, "shop" in owner.get("/orders/new/").context["form"].fields]
def read_shop(account):
    return Member.objects.get(pk=account.pk).shop
clients["kim"].post(f"/members/{kim.pk}/edit/", {"email": kim.email, "name": "x", "shop": south.pk})
clients["kim"].post(f"/members/{kim.pk}/set/shop/", {"shop": south.pk})
clients["lee"].post(f"/members/{ida.pk}/edit/", {"email": ida.email, "shop": south.pk})
found["taken"] = [read_shop(kim).name, read_shop(ida)]
lines = b"Number,Shop,Text\\r\\n20,%d,a\\r\\n9,,b\\r\\n" % south.pk
upload = {"file": SimpleUploadedFile("a.csv", lines, "text/csv")}
page = clients["kim"].post("/orders/import/", upload)
shown = re.findall(r'name="(\\w+)" value="([^"]*)"', page.content.decode())
found["preview"] = [page.status_code, [name for name, _ in shown]]
clients["kim"].post("/orders/import/", {name: unescape(value) for name, value in shown})
found["imported"] = list(Order.objects.filter(number__in=["20", "9"], text__in=["a", "b"])
    .values_list("number", "shop__name", "text"))
admin = clients["kim"].get("/admin/core/order/add/")
found["admin"] = [admin.status_code, "shop" in admin.context["adminform"].form.fields]
clients["kim"].post("/admin/core/order/add/", {"number": "30", "shop": south.pk, "text": ""})
found["by admin"] = list(Order.objects.filter(number="30").values_list("shop__name", flat=True))
def list_shops(name):
    answer = clients[name].get("/shops/")
    if answer.status_code != 200:
        return answer.status_code
    return sorted(each.name for each in answer.context["object_list"])
found["shops"] = {name: list_shops(name) for name in clients}
found["shop"] = [clients["kim"].get(f"/shops/{each.pk}/{page}").status_code
    for page in ("", "edit/", "delete/") for each in (north, south)]
found["offered"] = list(clients["kim"].get("/members/?panel=filters").context["filters"]
    .fields["shop"].queryset.values_list("name", flat=True))
found["new shop"] = [clients[name].post("/shops/new/", {"name": "west"}).status_code
    for name in ("kim", "owner")]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What people of two shops find, and somebody of none, and the superuser."""
    folder = tmp_path_factory.mktemp("tenants")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    done = run_dazzle(folder, "build", "--output", "out")
    assert done.returncode == 0, done.stdout
    built = BuiltProject("shops", folder / "out/django_micro")
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    said: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return said


def test_what_is_made_belongs_to_whoever_made_it(found: dict[str, object]) -> None:
    assert found["made"] == [["north"], ["north"], ["south"], []]
    assert found["by admin"] == ["north"]
    assert found["imported"] == [["20", "north", "a"], ["9", "north", "b"]]


def test_superuser_chooses_whose_a_record_is(found: dict[str, object]) -> None:
    assert found["chosen"] == [["south"], {"shop": ["This field is required."]}]


def test_nobody_is_asked_whose_a_record_is(found: dict[str, object]) -> None:
    assert found["asked"] == [False, True]
    assert found["admin"] == [200, False]
    assert found["moved"] == ["moved", "north"]


def test_records_of_others_do_not_exist(found: dict[str, object]) -> None:
    assert found["seen"] == {"kim": 3, "lee": 4, "ida": 403, "owner": 7}
    assert found["hidden"] == [404, 404, 404]


def test_nobody_goes_to_another_tenant(found: dict[str, object]) -> None:
    assert found["taken"] == ["north", None]


def test_what_is_unique_is_so_within_a_tenant(found: dict[str, object]) -> None:
    clash = "Order with this {} already exists."
    whole = {"__all__": [clash.format("Shop and Number")]}
    assert found["unique"] == [["north", "south"], {"number": [clash.format("Number")]}, whole]
    assert found["empty"] == [["north"], {"code": [clash.format("Code")]}, ["south"]]


def test_a_tenant_is_there_for_its_own_people_alone(found: dict[str, object]) -> None:
    both = ["north", "south"]
    assert found["shops"] == {"kim": ["north"], "lee": ["south"], "ida": [], "owner": both}
    assert found["shop"] == [200, 404, 403, 403, 403, 403]
    assert found["offered"] == ["north"]
    assert found["new shop"] == [403, 302]


def test_rules_say_otherwise_who_sees_a_tenant(tmp_path: Path) -> None:
    rules = "entity Shop:\n  name: str required\n  scope:\n    list: all\n"
    text = PROJECT.replace("entity Shop:\n  name: str required\n", rules)
    (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
    done = run_dazzle(tmp_path, "access", "app.dsl", "--entity", "Shop", "--json")
    rights = json.loads(done.stdout)["rights"]
    assert [each["operation"] for each in rights if each["condition"] is True] == ["list", "read"]


PUBLIC = """\
surface order_news "News":
  uses entity Order
  mode: list
  access: public
"""


def test_public_page_of_a_tenant_is_told_to_be_closed(tmp_path: Path) -> None:
    """Whoever isn't signed in belongs to none."""
    (tmp_path / "app.dsl").write_text(PROJECT + PUBLIC, encoding="utf-8")
    done = run_dazzle(tmp_path, "build", "app.dsl", "--output", "out")
    assert "warning[public-tenant]: `order_news`" in done.stdout
    address = '"order_news", Order, "list", for_visitors={"list": False}'
    matrix = (tmp_path / "out/django_micro/core/test_matrix.py").read_text(encoding="utf-8")
    assert address in matrix
