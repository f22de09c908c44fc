"""What buttons say, and where they lead."""

import json
from pathlib import Path

import pytest

from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
entity Task:
  title: str required
entity Note:
  text: str required
entity Bill "VAT bill":
  text: str required
surface task_list:
  uses entity Task
  mode: list
surface task_create "Write a task down":
  uses entity Task
  mode: create
  action keep "Say \\"keep\\" {{ 1 }} %} <b>":
    on submit -> surface thanks
  action go_on "Go on":
    on auto -> surface task_list
surface note_list:
  uses entity Note
  mode: list
surface note_create:
  uses entity Note
  mode: create
  action go_on "Go on":
    on auto -> surface thanks
surface bill_list:
  uses entity Bill
  mode: list
surface send_bill:
  uses entity Bill
  mode: create
surface thanks "Thank you":
  mode: custom
  action go_on "Go on":
    on auto -> surface task_list
"""
ASK = """\
import json
from django.contrib.auth import get_user_model
from django.test import Client
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("tester"))
pages = ["tasks", "tasks/new", "notes", "notes/new", "bills", "bills/new", "page/thanks"]
gets = {page: client.get(f"/{page}/").content.decode() for page in pages}
forms = {"tasks": "title", "notes": "text", "bills": "text"}
posts = {page: client.post(f"/{page}/new/", {name: "x"}) for page, name in forms.items()}
print(json.dumps([gets, {page: answer["Location"] for page, answer in posts.items()}]))
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """The pages of an app, and where its forms lead."""
    folder: Path = tmp_path_factory.mktemp("actions")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stderr
    built = BuiltProject("app", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = built.manage("shell", "-v0", "-c", ASK)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, str]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("tasks", 'href="/tasks/new/" data-shortcut="n">Write a task down</a>'),
        ("notes", 'href="/notes/new/" data-shortcut="n">Add Note</a>'),
        ("bills", 'href="/bills/new/" data-shortcut="n">Send bill</a>'),
        ("tasks/new", 'type="submit">Say &quot;keep&quot; {{ 1 }} %} &lt;b&gt;</button>'),
        ("notes/new", 'type="submit">Save</button>'),
        ("page/thanks", 'href="/tasks/">Go on</a>'),
    ],
)
def test_button_says_what_it_is_called(answers: list[dict[str, str]], page: str, text: str) -> None:
    assert text in answers[0][page]


@pytest.mark.parametrize("page", ["tasks/new", "notes/new"])
def test_what_goes_by_itself_is_no_button(answers: list[dict[str, str]], page: str) -> None:
    assert "Go on" not in answers[0][page]


def test_saved_form_leads_where_its_actions_say(answers: list[dict[str, str]]) -> None:
    assert answers[1] == {"tasks": "/page/thanks/", "notes": "/page/thanks/", "bills": "/bills/"}
