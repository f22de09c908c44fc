"""Fields that are called what addresses and forms call things: they are changed like any others."""

import json
from pathlib import Path

from tests.projects import BACKEND, BuiltProject, run_dazzle

NAMES = ("add", "confirmed", "delete", "do", "field", "page", "row", "set", "sort", "sure", "value")
ENTITY = "".join(f"  {name}: enum[first, second]=first\n" for name in NAMES)
PROJECT = f"""\
module odd
app odd "Odd"
entity Thing:
  title: str required
{ENTITY}surface thing_list "Things":
  uses entity Thing
  mode: list
surface thing_create "Add a thing":
  uses entity Thing
  mode: create
surface thing_edit "Edit the thing":
  uses entity Thing
  mode: edit
"""
SCRIPT = """
import json, re
from core.models import Thing
from django.contrib.auth import get_user_model
from django.test import Client
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("tester"))
things = [Thing.objects.create(title=title) for title in "ab"]
ticked = {"row": [thing.pk for thing in things]}
page = client.post("/things/change/", ticked).content.decode()
offered = re.findall('<select[^>]* name="([^"]+)"', page)
found = []
for offer in offered:
    attribute = offer.rpartition("-")[2]
    client.post("/things/change/", {**ticked, offer: "=second", "confirmed": "1"})
    many = set(Thing.objects.values_list(attribute, flat=True))
    client.post(f"/things/{things[0].pk}/set/{attribute}/", {attribute: "first"})
    one = Thing.objects.get(pk=things[0].pk)
    found.append([attribute, sorted(many), getattr(one, attribute)])
client.post("/things/add/", {"quick-title": "c"})
client.post("/things/delete/", {**ticked, "confirmed": "1"})
print(json.dumps([found, list(Thing.objects.values_list("title", flat=True))]))
"""


def test_fields_of_any_name_are_changed_in_lists(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(tmp_path, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout
    built = BuiltProject("odd", tmp_path / "out" / BACKEND)
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    found, left = json.loads(done.stdout.splitlines()[-1])
    # Django's models have some of the names themselves, so those get another.
    assert [name.removesuffix("_field") for name, *_ in found] == list(NAMES)
    assert [values for _, *values in found] == [[["second"], "first"]] * len(NAMES)
    assert left == ["c"]


RANKED = """\
app ranked "Ranked"
entity Thing:
  title: str required
  rank: str(20) searchable
surface thing_list "Things":
  uses entity Thing
  mode: list
"""
FIND = """
from core.models import Thing
from django.contrib.auth import get_user_model
from django.test import Client
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("tester"))
[Thing.objects.create(title=title, rank=rank) for title, rank in (("ax", "xa"), ("by", "yb"))]
page = client.get("/things/?q=yb").content.decode()
print([title for title in ("ax", "by") if f">{title}</" in page])
"""


def test_field_that_no_search_index_can_have_is_searched(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(RANKED, encoding="utf-8")
    assert run_dazzle(tmp_path, "build", "app.dsl", "--output", "out").returncode == 0
    built = BuiltProject("ranked", tmp_path / "out" / BACKEND)
    done = built.manage("migrate", "-v0")
    assert done.returncode == 0, done.stderr
    done = built.manage("shell", "-v0", "--no-imports", "-c", FIND)
    assert done.stdout == "['by']\n", done.stderr
