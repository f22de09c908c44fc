"""Values that are missing, or as good as: what pages and inputs show of them."""

import json

import pytest

from tests.micro.documents import read_document, read_text
from tests.projects import BuiltProject, run_dazzle

TYPES = {
    "code": "str(20) unique?",
    "note": "text unique?",
    "mail": "email unique?",
    "link": "url unique?",
    "path": "slug unique?",
    "count": "int unique?",
    "ratio": "float unique?",
    "day": "date unique?",
    "hour": "time unique?",
    "moment": "datetime unique?",
    "zone": "timezone unique?",
    "token": "uuid unique?",
    "state": "enum[on, off] unique?",
    "whole": "decimal(12,12) unique?",
    "price": "money unique?",
}
FIELDS = "".join(f"  {name}: {kind}\n" for name, kind in TYPES.items())
SURFACES = "".join(
    f'surface thing_{mode} "Things":\n  uses entity Thing\n  mode: {mode}\n'
    for mode in ("list", "view", "edit", "create")
)
PROJECT = f'app things "Things"\nentity Thing:\n  name: str required\n{FIELDS}{SURFACES}'


SCRIPT = """
import json
from decimal import Decimal
from django.contrib.auth import get_user_model
from django.test import Client
from core.models import Thing
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("tester"))
empty = Thing.objects.create(name="Empty")
zero = Thing.objects.create(name="Zero", whole=Decimal(0), price=Decimal(0))
small = Thing.objects.create(name="Small", whole=Decimal("-0.000000000001"))
pages = {"list": "/things/", "view": empty.get_absolute_url()}
pages |= {row.name: f"{row.get_absolute_url()}edit/" for row in (empty, zero, small)}
pages |= {f"{row.name} seen": row.get_absolute_url() for row in (zero, small)}
print(json.dumps({name: client.get(page).content.decode() for name, page in pages.items()}))
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Pages of things without values, with zeros and with a very small number."""
    folder = tmp_path_factory.mktemp("things")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout
    built = BuiltProject("things", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = built.manage("shell", "-v0", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout.splitlines()[-1]))


def read_inputs(page: str) -> dict[str, str]:
    """Name of an input → what stands in it."""
    inputs = read_document(page).iter("input")
    return {each.get("name", ""): each.get("value", "") for each in inputs}


def test_what_is_missing_is_empty_on_a_page(pages: dict[str, str]) -> None:
    facts = {
        read_text(fact.find("dt")): read_text(fact.find("dd"))
        for one in read_document(pages["view"]).iter("dl")
        if one.get("class") == "facts"
        for fact in one
    }
    assert set(facts) == {"Name", *(name.title() for name in TYPES)}
    assert {title: text for title, text in facts.items() if text} == {"Name": "Empty"}


def test_what_is_missing_is_empty_in_a_list_and_an_input(pages: dict[str, str]) -> None:
    cells = [read_text(cell) for cell in read_document(pages["list"]).iter("td")]
    assert "Empty" in cells and "None" not in cells
    assert "None" not in read_inputs(pages["Empty"]).values()


def test_numbers_are_plain_in_inputs(pages: dict[str, str]) -> None:
    zero = read_inputs(pages["Zero"])
    assert (zero["whole"], zero["price"]) == ("0.000000000000", "0.00")
    assert "0E-" not in pages["Zero seen"] and "0.000000000000" in pages["Zero seen"]
    assert read_inputs(pages["Small"])["whole"] == "-0.000000000001"
