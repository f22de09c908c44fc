"""A page is for those whom `access:` names, with all addresses that belong to it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.long_runs import take_some
from tests.projects import ROOT, BuiltProject, run_python
from tests.rules.ruled_apps import Bug, build_app, plant_bug

PROJECT = """\
app club "Club"

entity Member:
  auth: identity
  email: email required unique
  role: enum[clerk, chief, guest]=clerk required

entity Event:
  title: str required
  host: ref Member
  is_draft: bool
  code: str
  kind: enum[a, b]=a
  search code, title
  audit: all
  permit:
    list: not is_draft
    read: not is_draft
    create: role(chief)
    update: role(chief) or role(clerk)
    delete: role(chief)

entity Question:
  text: str required
  about: ref Event
  asked_by: ref Member
  permit:
    create: text != "spam"
    list: role(chief) or role(clerk) or role(guest)
    read: role(chief)

entity Pay:
  amount: int required
  earner: ref Member

entity Bonus:
  pay: ref Pay required
  note: str required
  permit:
    list: true
    read: true

surface event_list "Events":
  uses entity Event
  mode: list
  access: public
  section main:
    field title
  ux:
    filter: host, is_draft

surface event_news "News":
  uses entity Event
  mode: list
  access: public
  section main:
    field title

surface event_view "Event":
  uses entity Event
  mode: view
  access: public

surface event_create "New event":
  uses entity Event
  mode: create
  access: persona(chief)

surface event_edit "Edit event":
  uses entity Event
  mode: edit

surface question_create "Ask us":
  uses entity Question
  mode: create
  access: public

surface question_list "Questions":
  uses entity Question
  mode: list

surface pay_list "Pay":
  uses entity Pay
  mode: list
  access: persona(chief, clerk)

surface pay_view "Pay":
  uses entity Pay
  mode: view
  access: persona(chief)

surface pay_create "New pay":
  uses entity Pay
  mode: create

surface pay_edit "Edit pay":
  uses entity Pay
  mode: edit
  access: authenticated

surface bonus_list "Bonuses":
  uses entity Bonus
  mode: list

surface bonus_view "Bonus":
  uses entity Bonus
  mode: view

surface bonus_create "New bonus":
  uses entity Bonus
  mode: create
  access: public

surface about "About":
  mode: custom
  access: authenticated

surface terms "Terms":
  mode: custom
  access: public

workspace desk:
  access: persona(chief)
  all:
    source: Event
"""
SETTINGS = '\n[build]\nunenforced = "refuse"\n[features]\nimport = true\n'
PLACES = (
    *("/events/", "/events/new/", "/events/fair/", "/events/draft/", "/events/import/"),
    *("/events/fair/edit/", "/events/fair/delete/", "/events/fair/set/title/"),
    *("/events/?export=csv", "/questions/", "/questions/new/", "/pays/", "/pays/new/"),
    *("/pays/pay/", "/pays/pay/edit/", "/pays/pay/delete/", "/pays/add/", "/pays/delete/"),
    *("/bonuses/", "/bonuses/bonus/", "/page/about/", "/page/terms/", "/", "/bonuses/new/"),
)
EXPECTED = {
    "chief": "200 200 200 404 200 200 200 404 200 200 200 200 200 200 200 200 200 302 200 200 200"
    " 200 200 403",
    "clerk": "200 403 200 404 403 200 403 404 200 200 200 200 200 403 200 403 200 302 200 200 200"
    " 200 200 403",
    "guest": "200 403 200 404 403 403 403 404 200 200 200 403 200 403 200 403 403 403 200 200 200"
    " 200 200 403",
    "owner": "200 200 200 200 200 200 200 404 200 200 200 200 200 200 200 200 200 302 200 200 200"
    " 200 200 200",
    "nobody": "200 302 200 404 302 302 302 404 200 302 200 302 302 302 302 302 302 302 302 302"
    " 302 200 302 302",
}
ASKED = {
    "nobody": [[302, 200, 200, 200], ["When?"], 1, "/questions/new/"],
    "guest": [[302, 200, 200, 302], ["When?", "Who?"], 1, "/questions/"],
}
"""What comes of four questions: what is answered and made, how much is said, where it leads."""
ACCESS, GENERIC = "pages/page_access.py", "pages/generic/access.py"
BUGS: dict[str, Bug] = {
    "roles": (ACCESS, "return is_free or self.people.holds(user, None)", "return True"),
    "dispatch": (GENERIC, "if not self.page_access.lets_in(request.user):", "if not request:"),
    "visitors": (GENERIC, "is_open and mixins", "mixins"),
    "rows": (GENERIC, "is_own and not self.request.user.is_authenticated", "True"),
    "history": (GENERIC, 'context.pop("changes", None)', "pass"),
    "file of changes": (GENERIC, 'self.is_for_visitor and request.GET.get("export")', "None"),
    "targets": (GENERIC, "rows is not None and not is_listed_for_visitors(rows.model)", "False"),
    "searches": (GENERIC, "field.widget.search = (search[0], *keys)", "pass"),
    "form": ("pages/forms/models.py", 'not asked(user, "add", type(row), row)', "False"),
    "links": (ACCESS, "return _pages[name].is_open(self.user)", "return True"),
    "row links": (ACCESS, "address if address and leads_to(user, address) else", "address or"),
    "home": ("pages/generic/home.py", "if is_for(user, each.url_name)", "if each"),
}


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    return build_app(tmp_path_factory.mktemp("club"), "club", PROJECT, SETTINGS)


def ask(built: BuiltProject) -> Any:
    here = {"PYTHONPATH": str(ROOT), "DATA_DIR": str(built.folder.parent / "data")}
    done = run_python(built.folder, "-m", "tests.micro.open_pages", **here)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def list_wrong(found: Any) -> list[str]:
    """What is otherwise than the project says."""
    wrong = []
    for name, line in EXPECTED.items():
        expected = dict(zip(PLACES, map(int, line.split()), strict=True))
        given = found[name]["statuses"]
        wrong += [f"{name} {x}: {given[x]}" for x in PLACES if given[x] != expected[x]]
        wrong += [f"{name} dead {each}" for each in found[name]["dead"]]
    for name, knows_host in (("nobody", False), ("guest", True)):
        if found[name]["told"] != [knows_host, False, True]:
            wrong.append(f"{name} told {found[name]['told']}")
    if found["history"] != {"nobody": [False, 302], "guest": [True, 200]}:
        wrong.append(f"history {found['history']}")
    if found["searched"] != {"nobody": [False, False, False], "guest": [False, False, True]}:
        wrong.append(f"searched {found['searched']}")
    for name, expected in ASKED.items():
        statuses, made, told = found["asked"][name]
        given = [statuses, sorted(made), len(told), found["asked"][f"{name} to"]]
        wrong += [f"{name} asked {given}"] if given != expected else []
    return wrong


def test_pages_are_for_whom_they_name(club: BuiltProject) -> None:
    assert list_wrong(ask(club)) == []
    done = club.manage("test")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", take_some(BUGS, 3))
def test_bugs_are_found(club: BuiltProject, name: str, tmp_path: Path) -> None:
    assert list_wrong(ask(plant_bug(club, BUGS[name], tmp_path))) != []
