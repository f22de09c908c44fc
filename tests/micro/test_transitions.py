"""Transitions on every way in: what people are offered, what goes through, and what they read."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.projects import BACKEND, BuiltProject, run_dazzle

PROJECT = """\
app desk "Desk"

entity Member:
  auth: identity
  email: email required unique
  name: str required
  role: enum[agent "Agent", chief "Chief"]=agent

entity Ticket:
  title: str required
  status: enum[fresh "New", taken "Taken", done "Done", shut "Shut"]=fresh
  assignee: ref Member
  hours: int=0
  transitions:
    fresh -> taken: requires assignee
    taken -> done: requires assignee and hours > 0
    done -> taken: role(chief)
    * -> shut: role(chief) or assignee = current_user
    track: true

entity Note:
  text: str required
  state: enum[a, b, c]
  transitions:
    a -> b
    b -> c: text contains "x"

@use crud_surface_set(entity_name=Ticket, title_field=title)
@use crud_surface_set(entity_name=Note, title_field=text)
"""
SETTINGS = '[project]\nname = "desk"\n[features]\nimport = true\n'
PREPARE = """
import json, re
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import setup_test_environment
from core.models import *
from pages.members import add_to_members
setup_test_environment()

def add(name, **values):
    person = Member.objects.create_user(f"{name}@example.com", name=name, **values)
    add_to_members(person)
    return person

def sign_in(person):
    client = Client(HTTP_HOST="localhost")
    client.force_login(person)
    return client

def put(status, **values):
    made = Ticket.objects.create(title="T", **values)
    Ticket.objects.filter(pk=made.pk).update(status=status)
    return Ticket.objects.get(pk=made.pk)

def read(row):
    return Ticket.objects.values_list("status", flat=True).get(pk=row.pk)

def say(response):
    return [str(each) for each in response.context["messages"]]

def press(client, row, state, before=None):
    sent = {"state-before": read(row) if before is None else before}
    return say(client.post(f"/tickets/{row.pk}/to/{state}/", sent, follow=True))

def see(client, row):
    page = client.get(f"/tickets/{row.pk}/")
    steps = page.context["transitions"]["steps"]
    return {each["title"]: list(each["reasons"]) for each in steps}

def offer(form, name="status"):
    return [value for value, _ in form.fields[name].widget.choices]

ann, bob = add("ann"), add("bob")
chief = add("chief", role="chief")
root = add("root", is_superuser=True, is_staff=True)
clients = {each.name: sign_in(each) for each in (ann, bob, chief, root)}
found = {}
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    done = run_dazzle(folder, "build", "--output", "out", "--strict")
    assert done.returncode == 0, done.stdout
    built = BuiltProject("desk", folder / "out" / BACKEND)
    done = built.manage("migrate", "-v0")
    assert done.returncode == 0, done.stderr
    return built


def ask(built: BuiltProject, tmp_path: Path, script: str) -> Any:
    """What a script finds in an app that has its people, and an empty database."""
    copy = built.copy_to(tmp_path / BACKEND)
    code = f"{PREPARE}\n{script}\nprint(json.dumps(found))"
    done = copy.manage("shell", "-v0", "-c", code)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


BUTTONS = """
row = put("fresh")
found["without"] = see(clients["ann"], row)
row.assignee = ann
row.save()
for name in ("ann", "bob", "chief", "root"):
    found[name] = see(clients[name], row)
Ticket.objects.filter(pk=row.pk).update(status="taken")
found["taken"] = see(clients["ann"], row)
page = clients["ann"].get(f"/tickets/{row.pk}/").content.decode()
found["reason"] = " ".join(re.search(r'id="step-1">(.*?)<', page)[1].split())
found["disabled"] = re.findall(r"<button[^>]* disabled[^>]*>.*?</span> (.*?)<", page)
Ticket.objects.filter(pk=row.pk).update(status="shut")
found["end"] = see(clients["root"], row)
"""


def test_buttons_are_what_may_follow_for_whom(desk: BuiltProject, tmp_path: Path) -> None:
    assert ask(desk, tmp_path, BUTTONS) == {
        "without": {"Taken": ["“Assignee”"]},
        "ann": {"Taken": [], "Shut": []},
        "bob": {"Taken": []},
        "chief": {"Taken": [], "Shut": []},
        "root": {"Taken": [], "Shut": []},
        "taken": {"Done": ["“Hours” > 0"], "Shut": []},
        "reason": "Needs “Hours” &gt; 0",
        "disabled": ["Done"],
        "end": {},
    }


PRESSES = """
row = put("fresh")
found["lacks"] = [press(clients["ann"], row, "taken"), read(row)]
row = put("fresh", assignee=ann)
found["takes"] = [press(clients["ann"], row, "taken"), read(row)]
found["again"] = [press(clients["ann"], row, "taken", before="fresh"), read(row)]
found["late"] = [press(clients["bob"], row, "shut", before="fresh"), read(row)]
found["forbidden"] = [press(clients["bob"], row, "shut"), read(row)]
found["leap"] = [press(clients["root"], row, "fresh"), read(row)]
found["nowhere"] = [press(clients["root"], row, "nowhere"), read(row)]
found["same"] = [press(clients["root"], row, "taken"), read(row)]
response = clients["ann"].get(f"/tickets/{row.pk}/to/shut/")
found["get"] = [response.status_code, response.url == row.get_absolute_url(), read(row)]
response = Client(HTTP_HOST="localhost").post(f"/tickets/{row.pk}/to/shut/", {"state-before": "taken"})
found["stranger"] = [b'type="password"' in response.content, read(row)]
guarded = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
guarded.force_login(root)
found["csrf"] = [guarded.post(f"/tickets/{row.pk}/to/shut/").status_code, read(row)]
found["history"] = [[str(each), each.user.name] for each in
    clients["ann"].get(f"/tickets/{row.pk}/").context["transitions"]["changes"]]
"""


def test_buttons_do_what_may_be_done_and_tell_of_the_rest(
    desk: BuiltProject, tmp_path: Path
) -> None:
    meanwhile = "Meanwhile this was changed to “Taken”."
    assert ask(desk, tmp_path, PRESSES) == {
        "lacks": [["“Taken” needs “Assignee”."], "fresh"],
        "takes": [["“T” was saved."], "taken"],
        "again": [[meanwhile], "taken"],
        "late": [[meanwhile], "taken"],
        "forbidden": [["You may not change this to “Shut”."], "taken"],
        "leap": [["“New” can’t follow “Taken”."], "taken"],
        "nowhere": [
            ["Select a valid choice. nowhere is not one of the available choices."],
            "taken",
        ],
        "same": [["“T” was saved."], "taken"],
        "get": [302, True, "taken"],
        "stranger": [True, "taken"],
        "csrf": [403, "taken"],
        "history": [["New → Taken", "ann"]],
    }


FORMS = """
def edit(client, row, **values):
    address = f"/tickets/{row.pk}/edit/"
    sent = {"title": "T", "status": read(row), "hours": row.hours, "assignee": row.assignee_id or "", **values}
    response = client.post(address, sent)
    return response.context["form"].errors if response.context else read(row)

ask_for = lambda client, row: offer(client.get(f"/tickets/{row.pk}/edit/").context["form"])
row = put("fresh")
found["fresh"] = ask_for(clients["ann"], row)
found["forged"] = edit(clients["ann"], row, status="done")
found["lacks"] = edit(clients["ann"], row, status="taken")
found["together"] = edit(clients["ann"], row, status="taken", assignee=ann.pk)
row = Ticket.objects.get(pk=row.pk)
found["ann"], found["bob"], found["chief"] = (ask_for(clients[n], row) for n in ("ann", "bob", "chief"))
found["not bob"] = edit(clients["bob"], row, status="shut")
found["title"] = edit(clients["bob"], row, title="U")
found["none"] = edit(clients["root"], row, status="")
done = put("done", assignee=ann)
found["done"] = [ask_for(clients[n], done) for n in ("ann", "chief")]
create = clients["ann"].get("/tickets/new/").context["form"]
found["new"] = offer(create)
response = clients["root"].post("/tickets/new/", {"title": "X", "status": "shut"})
found["new shut"] = response.context["form"].errors
clients["ann"].post("/tickets/new/", {"title": "X", "status": "fresh"})
clients["ann"].post("/tickets/new/", {"title": "X"})
found["made"] = sorted(Ticket.objects.filter(title="X").values_list("status", flat=True))
found["new note"] = offer(clients["ann"].get("/notes/new/").context["form"], "state")
note = Note.objects.create(text="x", state="b")
page = clients["ann"].get(f"/notes/{note.pk}/edit/")
found["note"] = offer(page.context["form"], "state")
"""


def test_forms_offer_what_may_follow_and_refuse_the_rest(
    desk: BuiltProject, tmp_path: Path
) -> None:
    assert ask(desk, tmp_path, FORMS) == {
        "fresh": ["fresh"],
        "forged": {"status": ["“Done” can’t follow “New”."]},
        "lacks": {"status": ["“Taken” needs “Assignee”."]},
        "together": "taken",
        "ann": ["taken", "shut"],
        "bob": ["taken"],
        "chief": ["taken", "shut"],
        "not bob": {"status": ["You may not change this to “Shut”."]},
        "title": "taken",
        "none": {"status": ["“–” can’t follow “Taken”."]},
        "done": [["done", "shut"], ["taken", "done", "shut"]],
        "new": ["fresh"],
        "new shut": {"status": ["This has to begin as “New”."]},
        "made": ["fresh", "fresh"],
        "new note": ["", "a", "b", "c"],
        "note": ["b", "c"],
    }


LISTS = """
row, other = put("fresh", assignee=ann), put("fresh")
inline = lambda client, row: f"/tickets/{row.pk}/set/status/"
found["inline"] = offer(clients["ann"].get(inline(ann, row)).context["form"])
found["inline other"] = offer(clients["ann"].get(inline(ann, other)).context["form"])
change = lambda n, row, v: [say(clients[n].post(inline(n, row), {"status": v}, follow=True)), read(row)]
found["set done"] = change("root", row, "done")
found["set shut"] = change("bob", row, "shut")
found["set taken"] = change("bob", row, "taken")
both = {"row": [row.pk, other.pk]}
def offered(client):
    fields = client.post("/tickets/change/", both).context["fields"]
    return {each["name"]: [value for value, _ in each["options"]] for each in fields}["status"]
found["bulk"] = {n: offered(clients[n]) for n in ("ann", "bob", "chief")}
many = lambda n, v: say(clients[n].post("/tickets/change/", {**both, "confirmed": "1", "change-status": f"={v}"}, follow=True))
found["bulk done"] = [many("root", "done") != [], read(row), read(other)]
found["bulk shut"] = [many("ann", "shut"), read(row), read(other)]
found["bulk chief"] = [many("chief", "shut"), read(row), read(other)]
"""


def test_lists_change_states_one_by_one_and_together(desk: BuiltProject, tmp_path: Path) -> None:
    assert ask(desk, tmp_path, LISTS) == {
        "inline": ["fresh", "taken", "shut"],
        "inline other": ["fresh"],
        "set done": [["“Done” can’t follow “New”."], "fresh"],
        "set shut": [["You may not change this to “Shut”."], "fresh"],
        "set taken": [["“T” was saved."], "taken"],
        "bulk": {"ann": [], "bob": [], "chief": ["shut"]},
        "bulk done": [True, "taken", "fresh"],
        "bulk shut": [["You may not change this to “Shut”."], "taken", "fresh"],
        "bulk chief": [["2 rows were saved."], "shut", "shut"],
    }


FILES = """
row = put("fresh", assignee=ann)
def load(client, text):
    file = SimpleUploadedFile("t.csv", text.encode(), "text/csv")
    page = client.post("/tickets/import/", {"file": file})
    return {each.number: [e for _, e in each.errors] for each in page.context["outcomes"]}
found["new"] = load(clients["ann"], "title,status\\nA,fresh\\nB,New\\nC,done\\nD,\\nE,Shut")
lines = "id,title,status,assignee\\n{0},{1},{2},{3}"
known = lambda n, *values: load(clients[n], lines.format(row.pk, "T", *values))
found["known"] = [known("bob", "Done", "ann"), known("bob", "Shut", "bob"), known("bob", "Shut", "ann")]
"""


def test_files_are_held_to_transitions(desk: BuiltProject, tmp_path: Path) -> None:
    start = ["This has to begin as “New”."]
    found = ask(desk, tmp_path, FILES)
    assert found["new"] == {"4": start, "6": start}
    print(found)


ADMIN = """
row = put("fresh", assignee=ann)
staff = add("staff", is_staff=True)
address = f"/admin/core/ticket/{row.pk}/change/"
def send(client, **values):
    page = client.get(address)
    form = page.context["adminform"].form
    sent = {n: v for n, v in {**form.initial, **values}.items() if v is not None}
    for formset in page.context["inline_admin_formsets"]:
        sent |= {f"{formset.formset.prefix}-TOTAL_FORMS": 0, f"{formset.formset.prefix}-INITIAL_FORMS": 0}
    response = client.post(address, sent)
    return response.context["adminform"].form.errors if response.context else read(row)
client = sign_in(staff)
found["offered"] = [offer(each.get(address).context["adminform"].form) for each in (client, clients["root"])]
found["forged"] = send(clients["root"], status="done")
found["not staff"] = send(client, status="shut")
found["staff"] = send(client, status="taken")
page = client.get(address).content.decode()
found["history"] = "New → Taken" in page
found["read only"] = "_changes-0-user" not in page and "DELETE" not in page
found["add"] = clients["root"].post("/admin/core/ticket/add/", {"title": "A", "status": "shut", "hours": 0}).context["adminform"].form.errors
"""


def test_admin_offers_and_refuses_the_same(desk: BuiltProject, tmp_path: Path) -> None:
    assert ask(desk, tmp_path, ADMIN) == {
        "offered": [["fresh", "taken"], ["fresh", "taken", "shut"]],
        "forged": {"status": ["“Done” can’t follow “New”."]},
        "not staff": {"status": ["You may not change this to “Shut”."]},
        "staff": "taken",
        "history": True,
        "read only": True,
        "add": {"status": ["This has to begin as “New”."]},
    }


CODE = """
def attempt(row, action="save", **values):
    for name, value in values.items():
        setattr(row, name, value)
    try:
        getattr(row, action)()
    except ValidationError as error:
        return error.message_dict
    return read(row)
from pages.tracking.models import StateChange
row = put("fresh")
found["leap"] = attempt(row, status="done")
found["lacks"] = attempt(row, status="taken")
found["clean"] = attempt(row, "full_clean", status="done")
found["takes"] = attempt(row, status="taken", assignee=ann)
found["nobody's role"] = attempt(row, status="shut")
found["recorded"] = [[str(each), each.user] for each in StateChange.objects.all()]
stale = put("fresh", assignee=ann)
fresh = Ticket.objects.get(pk=stale.pk)
found["first"] = attempt(fresh, status="taken")
found["stale"] = attempt(stale, title="U")
found["only"] = [stale.save(update_fields=["title"]), read(stale)]
found["over"] = attempt(Ticket(pk=fresh.pk, title="V", status="done"))
new = Ticket(title="N", status="done")
found["new"] = attempt(new, "full_clean")
from pages.transitions import act_for
act_for(bob, fresh)
found["bob"] = attempt(fresh, status="shut")
act_for(ann, fresh)
found["ann"] = attempt(fresh, status="shut")
found["by"] = StateChange.objects.latest("pk").user.name
fresh.delete()
found["left"] = StateChange.objects.filter(object_key=str(stale.pk)).count()
"""


def test_code_is_held_to_transitions_where_nobody_is_signed_in(
    desk: BuiltProject, tmp_path: Path
) -> None:
    def refuse(text: str) -> dict[str, list[str]]:
        return {"status": [text]}

    assert ask(desk, tmp_path, CODE) == {
        "leap": refuse("“Done” can’t follow “New”."),
        "lacks": refuse("“Taken” needs “Assignee”."),
        "clean": refuse("“Done” can’t follow “New”."),
        "takes": "taken",
        "nobody's role": "shut",
        "recorded": [["Taken → Shut", None], ["New → Taken", None]],
        "first": "taken",
        "stale": refuse("“New” can’t follow “Taken”."),
        "only": [None, "taken"],
        "over": refuse("“Done” needs “Assignee”, “Hours” > 0."),
        "new": refuse("This has to begin as “New”."),
        "bob": refuse("You may not change this to “Shut”."),
        "ann": "shut",
        "by": "ann",
        "left": 0,
    }
