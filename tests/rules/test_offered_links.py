"""Links and buttons of the examples with rules: each leads somewhere, whoever it is shown to."""

import json
from typing import Any

import pytest

from tests.conftest import Finder
from tests.long_runs import take_some
from tests.projects import BuiltProject

SCENARIOS = {"personnel": "two_employers", "help_desk": "monday", "clinic": "ordinary_day"}
START = """
import json, re
from html import unescape
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment
from core.models import *
setup_test_environment()

def sign_in(name):
    client = Client(HTTP_HOST="localhost")
    client.force_login(User.objects.get(name=name))
    return client

def find_links(client, path):
    page = client.get(path)
    text = page.content.decode() if page["Content-Type"].startswith("text/html") else ""
    links = {unescape(each) for each in re.findall(r'href="(/[^"#]*)"', text)}
    return page.status_code, {each for each in links if not each.startswith("/static/")}
"""
# A page is asked for once: what follows after `?` is another view of it, or begins a form.
WALK = """
def walk(client):
    seen, left, lost = set(), {"/"}, []
    while left:
        path = left.pop()
        seen.add(path.partition("?")[0])
        status, links = find_links(client, path)
        if status != 200:
            lost.append([path, status])
        left |= {each for each in links if each.partition("?")[0] not in seen}
    return lost, len(seen)

call_command("scenario", "SCENARIO", verbosity=0)
names = User.objects.values_list("name", flat=True)
print(json.dumps({name: walk(sign_in(name)) for name in names}))
"""
DESK = """
call_command("scenario", "monday", verbosity=0)
lead, agent, customer = map(sign_in, ("The lead", "The early agent", "The bakery"))
person = User.objects.get(name="The late agent")

def has_link(client, path, address):
    return address in {each.partition("?")[0] for each in find_links(client, path)[1]}

ticket = Ticket.objects.get(pk=4)
form = {"subject": ticket.subject, "status": "solved", "priority": "urgent", "minutes": 20}
form |= {"assignee": ticket.assignee_id, "solution": ticket.solution}
lead.post("/tickets/4/edit/", form)
reply = next(each for each in find_links(customer, "/tickets/4/")[1] if "comments/new" in each)
print(json.dumps({
    "call": [has_link(each, "/", "/tickets/new/ticket-create/") for each in (agent, customer)],
    "forms": [customer.get("/tickets/new/").status_code, has_link(customer, "/", "/tickets/new/")],
    "edit": [has_link(each, "/tickets/4/", "/tickets/4/edit/") for each in (lead, customer)],
    "assignee": [
        has_link(each, "/tickets/4/", f"/people/{person.pk}/") for each in (lead, customer)
    ],
    "name": "The late agent" in customer.get("/tickets/4/").content.decode(),
    "reply": str(customer.get(reply).context["form"]["ticket"].value()),
    "removed": "emoved by" in lead.get(f"/people/{person.pk}/").content.decode(),
    "history": [
        [word in each.get("/tickets/4/").content.decode() for word in ("Minutes spent", "Urgent")]
        for each in (lead, customer)
    ],
}))
"""
CLINIC = """
call_command("scenario", "ordinary_day", verbosity=0)
doctor, billing = map(sign_in, ("The heart doctor", "The billing office"))
reception = sign_in("The reception")

def may_add(client, patient, path):
    visit = Appointment.objects.filter(patient__name=patient).latest("day")
    links = find_links(client, visit.get_absolute_url())[1]
    return any(each.startswith(path) for each in links)

visit = Appointment.objects.get(patient__name="The gardener")
names = ("The gardener", "The teacher", "The pupil", "The baker")
print(json.dumps({
    "findings": [may_add(doctor, name, "/findings/new/") for name in names],
    "invoices": [may_add(billing, name, "/invoices/new/") for name in names],
    "needs": "“Seen” needs “Findings”." in doctor.get(visit.get_absolute_url()).content.decode(),
    "call back": [
        "/page/call-back/" in find_links(each, "/")[1] for each in (reception, doctor)
    ],
    "lines": any("/lines/new/" in each for each in find_links(billing, "/invoices/1/")[1]),
}))
"""


def ask(built: BuiltProject, script: str) -> Any:
    """What a script says at its end."""
    done = built.manage("shell", "-v0", "-c", START + script)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("name", take_some(SCENARIOS, 3))
def test_no_link_is_shown_that_leads_nowhere(
    name: str, find_built: Finder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    built = find_built(name).copy_to(tmp_path_factory.mktemp(name))
    found = ask(built, WALK.replace("SCENARIO", SCENARIOS[name]))
    assert {person: lost for person, (lost, _) in found.items() if lost} == {}
    assert all(count > 10 for _, count in found.values())


def test_closed_forms_and_closed_records_are_named_without_a_link(
    find_built: Finder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    built = find_built("help_desk").copy_to(tmp_path_factory.mktemp("desk"))
    assert ask(built, DESK) == {
        "call": [True, True],
        "forms": [403, False],
        "edit": [True, False],
        "assignee": [True, False],
        "name": True,
        "reply": "4",
        "removed": False,
        "history": [[True, True], [False, False]],
    }


def test_rows_are_added_where_their_rules_let_them(
    find_built: Finder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    built = find_built("clinic").copy_to(tmp_path_factory.mktemp("clinic"))
    assert ask(built, CLINIC) == {
        "findings": [True, False, False, False],
        "invoices": [False, False, False, True],
        "needs": True,
        "call back": [True, False],
        "lines": False,
    }
