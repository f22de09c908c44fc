"""The buttons that change a state, and code that does: what goes through, and what is said."""

from pathlib import Path

from tests.conftest import Finder
from tests.micro.desk import ask_desk
from tests.projects import BuiltProject

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
found["reason"] = re.search(r'id="transition-1">(.*?)<', page)[1]
found["disabled"] = re.findall(r"<button[^>]* disabled[^>]*>.*?</span> (.*?)<", page)
Ticket.objects.filter(pk=row.pk).update(status="shut")
found["end"] = see(clients["root"], row)
"""


def test_buttons_are_what_may_follow_for_whom(desk: BuiltProject, tmp_path: Path) -> None:
    assert ask_desk(desk, tmp_path, BUTTONS) == {
        "without": {"Taken": ["“Assignee”"]},
        "ann": {"Taken": [], "Shut": []},
        "bob": {"Taken": []},
        "chief": {"Taken": [], "Shut": []},
        "root": {"Taken": [], "Shut": []},
        "taken": {"Done": ["“Hours” > 0"], "Shut": []},
        "reason": "“Done” needs “Hours” &gt; 0.",
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
shut = f"/tickets/{row.pk}/to/shut/"
response = Client(HTTP_HOST="localhost").post(shut, {"state-before": "taken"})
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
    assert ask_desk(desk, tmp_path, PRESSES) == {
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


CODE = """
def attempt(row, action="save", **values):
    for name, value in values.items():
        setattr(row, name, value)
    try:
        getattr(row, action)()
    except ValidationError as error:
        return error.message_dict
    return read(row)
from records.tracking.models import StateChange
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
from records.transitions import act_for
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

    assert ask_desk(desk, tmp_path, CODE) == {
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


def test_app_without_transitions_has_nothing_of_them(find_built: Finder) -> None:
    folder = find_built("simple_task").folder
    for path in folder.glob("[acp]*/**/*.*"):
        if path.suffix in {".py", ".html"}:
            assert "transitions" not in path.read_text(encoding="utf-8"), path
            assert path.name not in {"guards.py", "roles.py", "state_changes.py"}
