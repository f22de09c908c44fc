"""The ways from one part of an application to another."""

import pytest

from tests.model.graphs import ACCOUNT, build_graph
from tests.model.test_records import read_example
from tests.projects import PROJECTS
from tests.test_random_larger import manifest_of
from transformer.model import Model, build_model
from transformer.model.entities import Computed, Relation
from transformer.model.entity_fields import Field
from transformer.model.expressions import Call, walk_expression
from transformer.model.surfaces import IntegrationTarget, StepTarget, SurfaceTarget

DESK = """
app desk "Desk"

enum Level "Level":
  low "Low"
  high "High"

entity Ticket "Ticket":
  title: str(80) required
  level: Level
  status: enum[open, done]
  opened: date
  age: computed days_since(opened)
  owner: ref User
  parent: ref Ticket
  unique title, level
  index status, opened desc
  transitions status:
    open -> done: requires owner

entity User "User":
  email: email required unique
  role: enum[agent, manager]

surface tickets "Tickets":
  uses entity Ticket
  mode: list
  section main:
    field title
    field level hidden=true
  section more:
    field status
  action add "Add":
    on click -> surface ticket_new
  ux:
    sort: opened desc
    filter: status

surface ticket_new "New":
  uses entity Ticket
  mode: create

surface other_tickets "Other":
  uses entity Ticket
  mode: list
"""


@pytest.fixture(scope="module")
def desk() -> Model:
    return build_model(manifest_of(DESK))


def test_field_knows_what_it_is(desk: Model) -> None:
    ticket = desk.entity("Ticket")
    assert [f.name for f in ticket.fields if f.is_key] == [ticket.key_name]
    assert [f.name for f in ticket.fields if f.is_display] == ["title"]
    assert [f.name for f in ticket.fields if f.is_reference] == ["owner", "parent"]


def test_names_lead_to_parts(desk: Model) -> None:
    ticket = desk.entity("Ticket")
    assert ticket.field("owner").target is desk.entity("User")
    assert ticket.field("title").target is None
    assert ticket.field("level").enum is desk.enum("Level")
    assert ticket.key is ticket.fields[0]
    assert ticket.uniques[0].fields == (ticket.field("title"), ticket.field("level"))
    assert [key.field for key in ticket.indexes[0].fields] == [
        *[ticket.field("status"), ticket.field("opened")],
    ]
    assert ticket.transitions is not None
    assert ticket.transitions.field is ticket.field("status")
    assert ticket.transitions.rules[0].requires == (ticket.field("owner"),)


def test_person_signs_in(desk: Model) -> None:
    user = desk.entity("User")
    assert desk.person.entity is user
    assert desk.person.sign_in is user.field("email")
    assert desk.person.role is user.field("role")


def test_accounts_are_no_entities() -> None:
    model = build_graph({"A": ("r", {"r": ACCOUNT})})
    account = model.entity("A").field("r")
    assert (account.is_reference, account.target) == (True, None)
    assert (model.person.entity, model.person.role) == (None, None)


def test_references_are_found_from_their_target(desk: Model) -> None:
    ticket, user = desk.entity("Ticket"), desk.entity("User")
    assert user.incoming_references == (ticket.field("owner"),)
    assert ticket.incoming_references == (ticket.field("parent"),)
    assert build_graph({"User": (None, {"r": ACCOUNT})}).entity("User").incoming_references == ()


def test_members_are_fields_computed_values_and_relations(desk: Model) -> None:
    ticket = desk.entity("Ticket")
    age = ticket.member("age")
    assert isinstance(age, Computed)
    assert isinstance(ticket.member("title"), Field)
    assert isinstance(age.expression, Call)
    with pytest.raises(KeyError):
        ticket.field("age")
    with pytest.raises(KeyError):
        ticket.member("missing")


def test_path_is_followed_over_references(desk: Model) -> None:
    ticket, user = desk.entity("Ticket"), desk.entity("User")
    parent, owner, email = ticket.field("parent"), ticket.field("owner"), user.field("email")
    assert ticket.follow(("parent", "owner", "email")) == (parent, owner, email)
    assert ticket.follow(()) == ()
    with pytest.raises(KeyError):
        ticket.follow(("owner", "title"))
    account = build_graph({"A": ("r", {"r": ACCOUNT})}).entity("A")
    assert account.follow(("r", "username")) == (account.field("r"),)


def test_surface_lists_what_it_shows(desk: Model) -> None:
    tickets = desk.surface("tickets")
    assert [item.field.name for item in tickets.items] == ["title", "level", "status"]
    assert tickets.items[2].section is tickets.sections[1]
    assert tickets.ux is not None
    assert [key.field for key in tickets.ux.sort] == [desk.entity("Ticket").field("opened")]
    assert tickets.ux.filter == (desk.entity("Ticket").field("status"),)


def test_entity_finds_its_surfaces(desk: Model) -> None:
    ticket = desk.entity("Ticket")
    names = ("tickets", "ticket_new", "other_tickets")
    assert ticket.surfaces == tuple(map(desk.surface, names))
    assert desk.entity("User").surfaces == ()


def test_action_leads_somewhere(desk: Model) -> None:
    tickets = desk.surface("tickets")
    (action,) = tickets.actions_on("click")
    assert isinstance(action.target, SurfaceTarget)
    assert action.target.surface is desk.surface("ticket_new")
    assert tickets.actions_on("submit") == ()


def test_examples_lead_to_relations_steps_and_other_systems() -> None:
    found: set[type] = set()
    for name in PROJECTS:
        model = build_model(read_example(name))
        for surface in model.surfaces:
            for action in surface.actions:
                match action.target:
                    case StepTarget() as target:
                        assert target.step in target.experience.steps
                    case IntegrationTarget() as target:
                        assert target.action in target.integration.actions
                found.add(type(action.target))
        for relation in (each for entity in model.entities for each in entity.relations):
            found.add(type(relation))
            assert relation.via is None or relation.via.target is relation.entity
        for entity in model.entities:
            for computed in entity.computed:
                assert next(iter(walk_expression(computed.expression))) is computed.expression
    assert found == {SurfaceTarget, StepTarget, IntegrationTarget, Relation}
