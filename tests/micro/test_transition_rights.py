"""Transitions under rules: of rows that aren't open to somebody no state is changed."""

from pathlib import Path

import pytest

from tests.micro.desk import ask_desk, build_desk
from tests.projects import BuiltProject

PROJECT = """\
app desk "Desk"

entity Member:
  auth: identity
  email: email required unique
  name: str required
  role: enum[agent "Agent", chief "Chief"]=agent

entity Ticket:
  title: str required
  status: enum[fresh "New", taken "Taken", shut "Shut"]=fresh
  assignee: ref Member
  transitions:
    fresh -> taken
    taken -> shut
  permit:
    list: true
    create: true
    read: true
    update: assignee = current_user
  scope:
    read: status != shut and (assignee = current_user or title != "secret")

@use crud_surface_set(entity_name=Ticket, title_field=title)
"""
SCRIPT = """
def post(name, row, state):
    sent = {"state-before": read(row)}
    response = clients[name].post(f"/tickets/{row.pk}/to/{state}/", sent)
    return [response.status_code, read(row)]

row = put("fresh", assignee=ann)
found["ann"], found["bob"] = (see(clients[name], row) for name in ("ann", "bob"))
found["not bob"] = post("bob", row, "taken")
found["taken"] = post("ann", row, "taken")
hidden = put("fresh", assignee=ann)
Ticket.objects.filter(pk=hidden.pk).update(title="secret")
found["hidden"] = post("bob", hidden, "taken")
found["away"] = [press(clients["ann"], row, "shut")[-1], read(row)]
found["then"] = clients["ann"].get(f"/tickets/{row.pk}/").status_code
nowhere = "/tickets/00000000-0000-0000-0000-000000000000/to/shut/"
found["nothing"] = clients["ann"].post(nowhere).status_code
"""


@pytest.fixture(scope="module")
def ruled_desk(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """A desk where whoever has a ticket may change it, and what is shut is gone."""
    return build_desk(tmp_path_factory.mktemp("ruled"), PROJECT)


def test_only_who_may_change_a_row_changes_its_state(
    ruled_desk: BuiltProject, tmp_path: Path
) -> None:
    assert not (ruled_desk.folder / "records/tracking").exists(), "nothing is recorded here"
    assert ask_desk(ruled_desk, tmp_path, SCRIPT) == {
        "ann": {"Taken": []},
        "bob": {},
        "not bob": [403, "fresh"],
        "taken": [302, "taken"],
        "hidden": [404, "fresh"],
        "away": ["“T” was saved.", "shut"],
        "then": 404,
        "nothing": 404,
    }
