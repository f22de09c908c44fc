"""Versions of records: who restores which, and who is told that there is a newer one."""

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


ALLOWED = """
row = Ticket.objects.create(title="A", text="one", cost=5)
for title, text, cost in (("B", "two", 6), ("C", "three", 7)):
    row.title, row.text, row.cost = title, text, cost
    row.save()
def try_as(role):
    client = sign_in(role, role=role)[1]
    place = f"/tickets/{row.pk}/versions"
    status = client.post(f"{place}/1/restore/").status_code
    row.refresh_from_db()
    shown = client.get(f"{place}/")
    found[role] = [status, row.title, str(row.cost), shown.content.decode().count("/restore/")]
    return shown
try_as("typist")
try_as("reader")
try_as("blind")
page = try_as("clerk").content.decode()
found["crumb"] = f'<li class="breadcrumb-item"><a href="/tickets/{row.pk}/">A</a></li>' in page
found["undated"] = page.count("from before changes were kept")
Ticket.objects.update(done=True)
found["scope"] = sign_in("other", role="clerk")[1].post(
    f"/tickets/{row.pk}/versions/2/restore/"
).status_code
"""


def test_version_is_restored_by_whoever_may_look_at_it_with_what_they_see(
    desk: BuiltProject, tmp_path: Path
) -> None:
    found = ask(desk, tmp_path, ALLOWED)
    # They may change the record on its form, and have no page of it, or none to change it from.
    assert found["typist"] == [403, "C", "7.00", 0]
    assert found["reader"] == [403, "C", "7.00", 0]
    assert found["blind"] == [404, "C", "7.00", 0]
    # What the page hides stays.
    assert found["clerk"] == [302, "A", "7.00", 3]
    assert found["scope"] == 404
    assert found["crumb"] and found["undated"] == 0


UNDATED = """
row = Ticket.objects.create(title="A")
AuditEntry.objects.all().delete()
row.title = "B"
row.save()
page = agent.get(f"/tickets/{row.pk}/versions/").content.decode()
found["undated"] = page.count("from before changes were kept")
"""


def test_version_from_before_changes_were_kept_says_so(desk: BuiltProject, tmp_path: Path) -> None:
    assert ask(desk, tmp_path, UNDATED) == {"undated": 1}


UNSEEN = """
Member.objects.filter(pk__in=[ann.pk, cleo.pk]).update(is_staff=True)
row = Ticket.objects.create(title="A", text="old")
def read_inputs(client, place):
    page = client.get(place).content.decode()
    sent = {}
    for tag in re.findall("<input[^>]*>", page):
        given = dict(re.findall('([a-z-]+)="([^"]*)"', tag))
        if given.get("type") != "checkbox" or "checked" in tag:
            sent[given.get("name", "")] = given.get("value", "")
    return sent | {"text": "old", "state": row.state}
admin = f"/admin/core/ticket/{row.pk}/change/"
sent = {k: v for k, v in read_inputs(agent, admin).items() if not k.startswith("_") or k == "_save"}
found["says"] = sent["form-version"]
chief.post(f"/tickets/{row.pk}/edit/", {"title": "B", "cost": "5", "state": "fresh"})
answer = agent.post(admin, {**sent, "title": "C"})
form = answer.context["adminform"].form
found["admin"] = [answer.status_code, form.non_field_errors(), read(row)]
again = dict(re.findall('name="(form-version)" value="([^"]*)"', answer.content.decode()))
found["again"] = [agent.post(admin, {**sent, "title": "C", **again}).status_code, *read(row)]
found["new"] = agent.get("/admin/core/ticket/add/").status_code
note = Note.objects.create(text="N")
place = f"/notes/{note.pk}/set/size/"
shown = agent.get(place).content.decode()
found["shown"] = re.findall('name="(initial-size)" value="([^"]*)"', shown)
chief.post(place, {"size": "mid"})
answer = agent.post(place, {"initial-size": "small", "size": "large"}, follow=True)
found["in place"] = [say(answer), Note.objects.get().size]
"""


def test_admin_and_changes_in_place_tell_of_what_somebody_else_has_changed(
    desk: BuiltProject, tmp_path: Path
) -> None:
    found = ask(desk, tmp_path, UNSEEN)
    text = "Meanwhile somebody else has changed this. Save again to go on."
    assert found["says"] == "1"
    assert found["admin"] == [200, [text], ["B", 2]]
    assert found["again"] == [302, "C", 3]
    assert found["new"] == 200
    assert found["shown"] == [["initial-size", "small"]]
    assert found["in place"] == [["Meanwhile this was changed to “Mid”."], "mid"]
