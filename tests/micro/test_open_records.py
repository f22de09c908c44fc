"""What visitors get of public pages: files, how often a form is taken, and no address of people."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.long_runs import take_some
from tests.projects import BuiltProject
from tests.rules.ruled_apps import Bug, build_app, plant_bug

PROJECT = """\
app club "Club"

entity Member:
  auth: identity
  email: email required unique

entity Event:
  title: str required
  poster: file
  contract: file
  is_draft: bool
  permit:
    list: not is_draft
    read: not is_draft
    create: is_draft
    update: is_draft
    delete: is_draft

entity Trainer:
  name: str required
  account: ref Member
  contact: email

entity Question:
  text: str required
  permit:
    create: true

surface event_list "Events":
  uses entity Event
  mode: list
  access: public
  section main:
    field title

surface event_view "Event":
  uses entity Event
  mode: view
  access: public
  section main:
    field title
    field poster

surface trainer_list "Trainers":
  uses entity Trainer
  mode: list
  access: public

surface question_create "Ask us":
  uses entity Question
  mode: create
  access: public
"""
THING = """
entity Thing{n}:
  name: str required
surface things{n}:
  uses entity Thing{n}
  mode: list
"""
OTHERS = "".join(THING.format(n=number) for number in range(7))
LOOK = """
import json
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client, override_settings
from core.models import Event, Member, Question, Trainer
people = {"visitor": Client(HTTP_HOST="localhost"), "member": Client(HTTP_HOST="localhost")}
member = Member.objects.create(email="kim@example.com")
member.groups.add(Group.objects.get(name="Members"))
people["member"].force_login(member)
found = {}
for name, draft in (("open", False), ("draft", True)):
    event = Event(title=name, is_draft=draft)
    for field in ("poster", "contract"):
        getattr(event, field).save(f"{name}-{field}.txt", ContentFile(b"x"), save=False)
    event.save()
    for field in ("poster", "contract"):
        address = getattr(event, field).url
        found[f"{name} {field}"] = [each.get(address).status_code for each in people.values()]
found["missing"] = [each.get("/media/none.txt").status_code for each in people.values()]
Trainer.objects.create(name="Kim", account=member, contact="fair@example.com")
trainers = people["visitor"].get("/trainers/").content.decode()
found["told"] = [word in trainers for word in ("Kim", "kim@", "fair@")]
pages = [each.get("/questions/new/").content.decode() for each in people.values()]
found["another"] = ["form-another" in page for page in pages]
found["more"] = [">More</button>" in page for page in pages]
found["offered"] = [page.count(">Ask us</a>") for page in pages]
def send(who, address="10.0.0.1", **more):
    return who.post("/questions/new/", {"text": "When?", **more}, REMOTE_ADDR=address)
with override_settings(PUBLIC_FORM_LIMIT=3):
    answers = [send(people["visitor"]) for _ in range(2)] + [send(people["visitor"], text="")]
    answers += [send(people["visitor"]) for _ in range(2)] + [send(people["visitor"], "10.0.0.2")]
    found["sent"] = [each.status_code for each in (*answers, send(people["member"]))]
    last = answers[4]
    found["said"] = ["Please wait a little" in last.content.decode(), "Retry-After" in last]
    found["checked"] = send(people["visitor"], **{"form-check": "1"}).status_code
    from axes.models import AccessAttempt
    kept = AccessAttempt.objects.values_list("post_data", "get_data")
    found["kept"] = [list(row) for row in kept]
    from datetime import timedelta
    from django.db.models import F
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=16))
    found["later"] = send(people["visitor"]).status_code
    found["made"] = Question.objects.count()
print(json.dumps(found))
"""
EXPECTED = {
    "open poster": [200, 200],
    "open contract": [302, 200],
    "draft poster": [302, 404],
    "draft contract": [302, 404],
    "missing": [302, 404],
    "told": [True, False, False],
    "another": [False, True],
    "more": [False, True],
    "offered": [1, 1],
    "sent": [302, 302, 200, 302, 429, 302, 302],
    "said": [True, True],
    "checked": 200,
    "kept": [["", ""], ["", ""]],
    "later": 302,
    "made": 6,
}
"""What each gets: a visitor, then a member."""
BUGS: dict[str, Bug] = {
    "rows of files": (
        "pages/media.py",
        'and restrict(rows, user, OPERATIONS.get(action, "list")).exists()',
        "and rows.exists()",
    ),
    "fields": ("pages/media.py", "self.public.get(str(field), ())", '("view", "read")'),
    "forms": ("pages/generic/access.py", "and sends_too_often(request)", "and False"),
}


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    return build_app(tmp_path_factory.mktemp("club"), "club", PROJECT + OTHERS, "")


def look(built: BuiltProject, folder: Path) -> Any:
    """What a visitor and a member get, of a database of their own."""
    here = {"DATA_DIR": str(folder)}
    folder.mkdir(exist_ok=True)
    assert built.manage("migrate", "-v0", **here).returncode == 0
    done = built.manage("shell", "-v0", "-c", LOOK, **here)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_visitors_get_what_public_pages_show(club: BuiltProject, tmp_path: Path) -> None:
    assert look(club, tmp_path / "data") == EXPECTED


@pytest.mark.parametrize("name", take_some(BUGS, 3))
def test_bugs_are_found(club: BuiltProject, name: str, tmp_path: Path) -> None:
    assert look(plant_bug(club, BUGS[name], tmp_path), tmp_path / "data") != EXPECTED
