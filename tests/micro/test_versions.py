"""Versions of records: counted, told apart, shown, compared and restored."""

from pathlib import Path
from typing import Any

import pytest

from tests.micro.versioned import ask_versioned, build_versioned
from tests.projects import BACKEND, BuiltProject


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The app, built once."""
    return build_versioned(tmp_path_factory.mktemp("versioned"))


def ask(desk: BuiltProject, folder: Path, script: str) -> Any:
    """What a script finds in a copy of it."""
    return ask_versioned(desk.copy_to(folder / BACKEND), script)


COUNTED = """
row = Ticket.objects.create(title="A")
counts = [read(row)[1]]
def save(**values):
    fresh = Ticket.objects.get(pk=row.pk)
    for name, value in values.items():
        setattr(fresh, name, value)
    fresh.save()
    counts.append(read(row)[1])
save(title="B")
save(title="B")
save(revision=40)
save(title="C")
Ticket.objects.filter(pk=row.pk).update(title="D")
counts.append(read(row)[1])
found["counts"] = counts
one, other = Ticket.objects.get(pk=row.pk), Ticket.objects.get(pk=row.pk)
one.text = "one"
one.save()
other.text = "other"
try:
    other.save()
except ValidationError as error:
    found["outdated"] = error.messages
found["kept"] = Ticket.objects.get(pk=row.pk).text
other.title = "part"
other.save(update_fields=["title"])
found["part"] = read(row)
agent.post(f"/tickets/{row.pk}/edit/", {"title": "E", "cost": "0", "revision": "77"})
found["form"] = read(row)
agent.post(f"/tickets/{row.pk}/set/done/", {"done": "on"})
agent.post(f"/tickets/{row.pk}/to/shut/")
found["state"] = read(row)
note = Note.objects.create(text="N")
note.text = "M"
note.save()
found["note"] = note.version
"""


def test_changes_are_counted_and_nothing_else_sets_the_number(
    desk: BuiltProject, tmp_path: Path
) -> None:
    assert ask(desk, tmp_path, COUNTED) == {
        "counts": [1, 2, 2, 2, 3, 3],
        "outdated": ["Meanwhile somebody else has changed this."],
        "kept": "one",
        "part": ["part", 5],
        "form": ["E", 6],
        "state": ["E", 8],
        "note": 2,
    }


OUTDATED = """
row = Ticket.objects.create(title="A", text="old", cost=5)
page = agent.get(f"/tickets/{row.pk}/edit/").content.decode()
sent = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', page)) | {"text": "old"}
sent["initial-text"] = "old"
found["says"] = sent["form-version"]
chief.post(f"/tickets/{row.pk}/edit/", {"title": "B", "text": "old", "cost": "5", "state": "fresh"})
sent |= {"cost": "7", "state": "fresh"}
answer = agent.post(f"/tickets/{row.pk}/edit/", sent)
found["refused"] = [answer.status_code, answer.context["form"].non_field_errors(), read(row)]
page = answer.content.decode()
found["shown"] = re.findall(r'name="(title|form-version|cost)" value="([^"]*)"', page)
sent |= dict(re.findall(r'name="([^"]+)" value="([^"]*)"', page)) | {"text": "old"}
agent.post(f"/tickets/{row.pk}/edit/", sent)
found["then"] = [*read(row), str(row.cost)]
agent.post(f"/tickets/{row.pk}/edit/", {"title": "C", "cost": "8", "state": "fresh"})
found["program"] = [*read(row), str(row.cost)]
"""


def test_form_of_an_older_version_is_refused_and_shows_what_has_changed(
    desk: BuiltProject, tmp_path: Path
) -> None:
    found = ask(desk, tmp_path, OUTDATED)
    text = "Meanwhile somebody else has changed Title. Save again to go on."
    assert found["says"] == "1"
    assert found["refused"] == [200, [text], ["B", 2]]
    assert sorted(found["shown"]) == [["cost", "7"], ["form-version", "2"], ["title", "B"]]
    assert found["then"] == ["B", 3, "7.00"]
    assert found["program"] == ["C", 4, "8.00"]


HISTORY = """
row = Ticket.objects.create(title="A", text="one", cost=5, owner=ann, code="secret")
def change(client, **values):
    given = {"title": row.title, "text": row.text, "cost": row.cost, "state": row.state,
             "owner": row.owner_id or "", "due": row.due or "", "code": row.code}
    given |= {"done": "on"} if row.done else {}
    answer = client.post(f"/tickets/{row.pk}/edit/", {**given, **values})
    assert answer.status_code == 302, answer.context["form"].errors
    row.refresh_from_db()
change(agent, title="B", done="on", due="2026-05-01")
change(chief, cost="200.50", owner="")
change(agent, text="two", code="other", cost="20")
def show(client, **asked):
    return client.get(f"/tickets/{row.pk}/versions/", asked)
page = show(agent)
found["versions"] = [
    [version.number, str(version.entry.who if version.entry else ""),
     [list(each) for each in lines]] for version, lines in page.context["versions"]
]
def compare(client, before, after):
    rows = show(client, before=before, after=after).context["compared"]["rows"]
    return {each["title"]: [each["before"], each["after"]] for each in rows if each["differs"]}
found["compared"] = compare(agent, 1, 4)
found["back"] = compare(agent, 3, 2)
found["guest"] = compare(guest, 1, 4)
found["nonsense"] = [show(agent, before="x", after="9").context["compared"]]
found["buttons"] = [show(client).content.decode().count("/restore/") for client in (agent, guest)]
body = show(guest, before=1, after=4).content.decode()
found["masked"] = [word for word in ("secret", "other", "200.50") if word in body]
found["titles"] = "Cost" in body
visitor = Client(HTTP_HOST="localhost")
found["visitor"] = visitor.get(f"/tickets/{row.pk}/versions/").status_code
found["link"] = f"/tickets/{row.pk}/versions/" in agent.get(f"/tickets/{row.pk}/").content.decode()
"""


def test_versions_are_shown_and_compared_as_far_as_one_may_see(
    desk: BuiltProject, tmp_path: Path
) -> None:
    found = ask(desk, tmp_path, HISTORY)
    numbers = [[number, who] for number, who, _ in found["versions"]]
    assert numbers == [[4, "ann"], [3, "cleo"], [2, "ann"], [1, ""]]
    assert found["versions"][1][2] == [["Cost", "5.00", "200.50"], ["Owner", "ann", ""]]
    assert found["compared"] == {
        "Title": ["A", "B"],
        "Text": ["one", "two"],
        "Cost": ["5.00", "20.00"],
        "Due": ["", "May 1, 2026"],
        "Done": ["No", "Yes"],
        "Owner": ["ann", ""],
        "Code": ["secret", "other"],
    }
    assert found["back"] == {"Cost": ["200.50", "5.00"], "Owner": ["", "ann"]}
    hidden = {"Cost": found["compared"]["Cost"], "Code": ["••••••", "••••••"]}
    assert found["guest"] == {k: v for k, v in (found["compared"] | hidden).items() if k != "Cost"}
    assert found["nonsense"] == [None]
    assert found["buttons"] == [3, 0]
    assert found["masked"] == []
    assert found["titles"] is False
    assert found["visitor"] == 302
    assert found["link"]


RESTORED = (
    HISTORY
    + """
found.clear()
found["restored"] = [restore(agent, row, 2), *read(row)]
found["values"] = [row.text, str(row.cost), row.owner == ann, str(row.due), row.done, row.code]
last = AuditEntry.objects.filter(object_key=str(row.pk)).first()
found["recorded"] = [last.who, sorted(last.changes)]
found["dear"] = [restore(agent, row, 3), str(row.cost)]
found["dearer"] = [restore(chief, row, 3), read(row)[1], str(row.cost)]
chief.post(f"/tickets/{row.pk}/to/shut/")
found["state"] = [restore(chief, row, 1), *read(row), row.state, str(row.due)]
found["late"] = [restore(chief, row, 2, **{"form-version": "3"}), read(row)]
restored = f"/tickets/{row.pk}/versions"
found["forbidden"] = guest.post(f"{restored}/2/restore/").status_code
found["no number"] = restore(chief, row, 2, **{"form-version": "x"})
found["unknown"] = agent.post(f"{restored}/99/restore/").status_code
found["get"] = agent.get(f"{restored}/2/restore/").status_code
found["stranger"] = Client(HTTP_HOST="localhost").post(f"{restored}/2/restore/").status_code
found["unchanged"] = read(row)
ann_before = ann.pk
row.owner = ann
row.save()
Member.objects.filter(pk=ann.pk).delete()
found["gone"] = restore(chief, row, 1)
"""
)


def test_version_is_restored_in_the_way_of_the_form(desk: BuiltProject, tmp_path: Path) -> None:
    found = ask(desk, tmp_path, RESTORED)
    done = ["“B” was restored."]
    assert found["restored"] == [done, "B", 5]
    assert found["values"] == ["one", "5.00", True, "2026-05-01", True, "secret"]
    assert found["recorded"] == ["ann", ["code", "cost", "owner", "revision", "text"]]
    assert found["dear"] == [["Cost: Too dear"], "5.00"]
    assert found["dearer"] == [done, 6, "200.50"]
    # The form of a chief hides the day.
    assert found["state"] == [["“A” was restored."], "A", 8, "shut", "2026-05-01"]
    text = "Meanwhile somebody else has changed this."
    assert found["late"] == [[text], ["A", 8]]
    answers = {name: found[name] for name in ("forbidden", "unknown", "get", "stranger")}
    assert answers == {"forbidden": 403, "unknown": 404, "get": 302, "stranger": 302}
    assert found["no number"] == ["Enter a whole number."]
    assert found["unchanged"] == ["A", 8]
    assert "Owner: Select a valid choice" in found["gone"][0]
