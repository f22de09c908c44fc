"""Lists that begin in the order of any field that there is an order for, in an emitted app."""

import json
from pathlib import Path

import pytest

from tests.projects import BuiltProject, run_dazzle

KEYS = {
    "words": "text",
    "hidden": "text sensitive",
    "long": "str(2000)",
    "code": "uuid",
    "note": "ref Note",
    "topic": "ref Topic",
    "label": "ref Label",
    "plain": "ref Plain",
    "self": "ref Thing",
    "circle": "ref Circle",
    "secret": "ref Secret",
    "owner": "ref User",
}
MODELS = """\
app sorts
entity Note:
  body: text required
  display_field: body
entity Topic:
  note: ref Note required
  display_field: note
entity Label:
  code: uuid
  display_field: code
entity Plain:
  size: int
entity Circle:
  other: ref Circle
  display_field: other
entity Secret:
  name: str sensitive
entity Thing:
  name: str
  display_field: name
  author: ref User auto_add
  made_at: datetime auto_add
"""
DEFAULT = """\
surface thing_list "Things":
  uses entity Thing
  mode: list
"""
LIST = """\
surface by_{name} "By {name}":
  uses entity Thing
  mode: list
  section main:
    field name "Name"
{column}  ux:
    sort: {name}{direction}
"""
SCRIPT = """\
import json, re
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from core.models import *
client = Client(HTTP_HOST="localhost", raise_request_exception=False)
client.force_login(get_user_model().objects.create_superuser("tester"))
for body in "bca":
    note = Note.objects.create(body=body * 300)
    topic = Topic.objects.create(note=note)
    Thing.objects.create(name=body, words=body * 300, note=note, topic=topic)
found = {"ordering": Thing._meta.ordering}
for name in %(names)r:
    for page in (f"by_{name}", f"by_{name}_shown"):
        answer = client.get(reverse(page))
        text = answer.content.decode()
        names = re.findall(r'data-label="Name">(?:<a [^>]*>)?(\\w)<', text)
        found[page] = [answer.status_code, names, f"sort={name}" in text]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    """Page → status, rows in order, whether a heading sorts; and the model's own order."""
    folder = tmp_path_factory.mktemp("sorts")
    fields = "".join(f"  {name}: {type_}\n" for name, type_ in KEYS.items())
    lists = DEFAULT
    for name in KEYS:
        lists += LIST.format(name=name, column="", direction="")
        shown = LIST.format(name=name, column=f'    field {name} "Key"\n', direction=" desc")
        lists += shown.replace(f"by_{name}", f"by_{name}_shown")
    (folder / "app.dsl").write_text(MODELS + fields + lists, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    built = BuiltProject("sorts", Path(folder / "out/django_micro"))
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = built.manage("shell", "-v0", "-c", SCRIPT % {"names": list(KEYS)})
    assert done.returncode == 0, done.stderr
    pages: dict[str, list[object]] = json.loads(done.stdout.splitlines()[-1])
    return pages


@pytest.mark.parametrize("name", KEYS)
def test_list_begins_in_any_order_that_is_said(found: dict[str, list[object]], name: str) -> None:
    assert [found[f"by_{name}"][0], found[f"by_{name}_shown"][0]] == [200, 200]


@pytest.mark.parametrize("name", ["words", "note", "topic"])
def test_long_texts_have_the_order_of_texts(found: dict[str, list[object]], name: str) -> None:
    assert found[f"by_{name}"][1] == ["a", "b", "c"]
    assert found[f"by_{name}_shown"] == [200, ["c", "b", "a"], True]


def test_heading_of_a_sensitive_field_sorts_nothing(found: dict[str, list[object]]) -> None:
    assert found["by_hidden_shown"][2] is False


def test_records_are_sorted_by_when_they_were_made_not_by_whom(
    found: dict[str, list[object]],
) -> None:
    assert found["ordering"] == ["-made_at", "-pk"]


EQUALS = """\
import json, re
from django.contrib.auth import get_user_model
from django.test import Client
from core.models import Task
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("tester"))
for number in range(8):
    Task.objects.create(title=f"T{number}", status="done" if number == 3 else "todo")
def read(sort):
    page = client.get("/tasks/", {"sort": sort}).content.decode()
    return re.findall(r'row-link" href="[^"]+">([^<]+)', page)
file = b"".join(client.get("/tasks/?sort=status&export=csv").streaming_content).decode()
print(json.dumps([read(""), read("status"), read("-status"), re.findall("T[0-9]", file)]))
"""


def test_equals_keep_the_order_of_the_list(task_project: BuiltProject, tmp_path: Path) -> None:
    done = task_project.copy_to(tmp_path / "copy").manage("shell", "-v0", "-c", EQUALS)
    assert done.returncode == 0, done.stderr
    first, status, reverse, file = json.loads(done.stdout.splitlines()[-1])
    assert first == ["T7", "T6", "T5", "T4", "T3", "T2", "T1", "T0"]
    todo = [title for title in first if title != "T3"]
    assert (status, reverse, file) == ([*todo, "T3"], ["T3", *todo], [*todo, "T3"])
