"""Transitions on every way in: what people are offered, what goes through, and what they read."""

from pathlib import Path

from tests.micro.desk import ask_desk
from tests.projects import BuiltProject

FORMS = """
def edit(client, row, **values):
    address = f"/tickets/{row.pk}/edit/"
    sent = {"title": "T", "status": read(row), "hours": row.hours}
    sent |= {"assignee": row.assignee_id or ""}
    response = client.post(address, {**sent, **values})
    return response.context["form"].errors if response.context else read(row)

ask_for = lambda client, row: offer(client.get(f"/tickets/{row.pk}/edit/").context["form"])
row = put("fresh")
found["fresh"] = ask_for(clients["ann"], row)
found["forged"] = edit(clients["ann"], row, status="done")
found["lacks"] = edit(clients["ann"], row, status="taken")
found["together"] = edit(clients["ann"], row, status="taken", assignee=ann.pk)
row = Ticket.objects.get(pk=row.pk)
found |= {name: ask_for(clients[name], row) for name in ("ann", "bob", "chief")}
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
    assert ask_desk(desk, tmp_path, FORMS) == {
        "fresh": ["fresh", "taken"],
        "forged": {"status": ["“Done” can’t follow “New”."]},
        "lacks": {"status": ["“Taken” needs “Assignee”."]},
        "together": "taken",
        "ann": ["taken", "done", "shut"],
        "bob": ["taken", "done"],
        "chief": ["taken", "done", "shut"],
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
def change(name, row, status):
    said = say(clients[name].post(inline(name, row), {"status": status}, follow=True))
    return [said, read(row)]
found["set done"] = change("root", row, "done")
found["set shut"] = change("bob", row, "shut")
found["set taken"] = change("bob", row, "taken")
both = {"row": [row.pk, other.pk]}
def offered(client):
    fields = client.post("/tickets/change/", both).context["fields"]
    return {each["name"]: [value for value, _ in each["options"]] for each in fields}["status"]
found["bulk"] = {n: offered(clients[n]) for n in ("ann", "bob", "chief")}
def many(name, status):
    sent = {**both, "confirmed": "1", "change-status": f"={status}"}
    return say(clients[name].post("/tickets/change/", sent, follow=True))
found["bulk done"] = [many("root", "done") != [], read(row), read(other)]
found["bulk shut"] = [many("ann", "shut"), read(row), read(other)]
found["bulk chief"] = [many("chief", "shut"), read(row), read(other)]
"""


def test_lists_change_states_one_by_one_and_together(desk: BuiltProject, tmp_path: Path) -> None:
    assert ask_desk(desk, tmp_path, LISTS) == {
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
sent = [("Done", "ann"), ("Shut", "ann"), ("Taken", "ann"), ("Taken", "")]
found["known"] = [known("bob", *values) for values in sent]
"""


def test_files_are_held_to_transitions(desk: BuiltProject, tmp_path: Path) -> None:
    start = ["This has to begin as “New”."]
    found = ask_desk(desk, tmp_path, FILES)
    assert found["new"] == {"4": start, "6": start}
    assert found["known"] == [
        {"2": ["“Done” can’t follow “New”."]},
        {"2": ["You may not change this to “Shut”."]},
        {"2": []},
        {"2": ["“Taken” needs “Assignee”."]},
    ]


ADMIN = """
row = put("fresh", assignee=ann)
staff = add("staff", is_staff=True)
address = f"/admin/core/ticket/{row.pk}/change/"
def send(client, **values):
    page = client.get(address)
    form = page.context["adminform"].form
    sent = {n: v for n, v in {**form.initial, **values}.items() if v is not None}
    for formset in page.context["inline_admin_formsets"]:
        prefix = formset.formset.prefix
        sent |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    response = client.post(address, sent)
    return response.context["adminform"].form.errors if response.context else read(row)
client = sign_in(staff)
pages = [each.get(address) for each in (client, clients["root"])]
found["offered"] = [offer(each.context["adminform"].form) for each in pages]
found["forged"] = send(clients["root"], status="done")
found["not staff"] = send(client, status="shut")
found["staff"] = send(client, status="taken")
page = client.get(address).content.decode()
found["history"] = "New → Taken" in page
found["read only"] = "_changes-0-user" not in page and "DELETE" not in page
sent = {"title": "A", "status": "shut", "hours": 0}
page = clients["root"].post("/admin/core/ticket/add/", sent)
found["add"] = page.context["adminform"].form.errors
"""


def test_admin_offers_and_refuses_the_same(desk: BuiltProject, tmp_path: Path) -> None:
    assert ask_desk(desk, tmp_path, ADMIN) == {
        "offered": [["fresh", "taken"], ["fresh", "taken", "shut"]],
        "forged": {"status": ["“Done” can’t follow “New”."]},
        "not staff": {"status": ["You may not change this to “Shut”."]},
        "staff": "taken",
        "history": True,
        "read only": True,
        "add": {"status": ["This has to begin as “New”."]},
    }
