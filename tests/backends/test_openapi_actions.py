"""What a specification says of all that is done with records beside reading and forms."""

from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

from tests.specifications import HEAD, list_operations, specify_fixture, specify_text

PEOPLE = """
entity User:
  email: email required unique
  role: enum[agent, customer] required
"""
DESK = f"""{HEAD}{PEOPLE}
entity Ticket:
  number: int pk
  title: str required
  phone: str sensitive
  status: enum[open, solved, closed]=open
  owner: ref User
  watchers: many_to_many User
  gone_at: datetime
  soft_delete: gone_at
  transitions:
    open -> solved: requires owner
    solved -> closed: role(agent)
    track: true
  audit: all
  invariant: title != "?"
    message: "A title says <b>something</b>."
    code: SAYS_NOTHING
  permit:
    list: authenticated
    read: owner = current_user or role(agent)
    create: authenticated
    update: role(agent)
    delete: role(agent)
"""
SURFACES = """
surface ticket_list:
  uses entity Ticket
  mode: list
  section s:
    field title
    field phone
    field status
  ux:
    for customer:
      hide: status
surface ticket_view:
  uses entity Ticket
  mode: view
  section s:
    field title
    field phone
surface ticket_edit:
  uses entity Ticket
  mode: edit
  access: persona(agent)
  section s:
    field title
    field owner
    field watchers
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    found = specify_text(tmp_path_factory.mktemp("desk"), f"{DESK}{SURFACES}")
    validate(found)
    return found


def read_operation(found: Any, name: str) -> Any:
    by_name = {each["operationId"]: each for _, _, each in list_operations(found)}
    return by_name[name]


def test_actions_have_places(desk: Any) -> None:
    found = {(path, method) for path, method, _ in list_operations(desk) if "tickets" in path}
    assert found == {
        ("/tickets", "get"),
        ("/tickets/{key}", "get"),
        ("/tickets/{key}", "patch"),
        ("/tickets/{key}", "delete"),
        ("/tickets/choices/{field}", "get"),
        ("/tickets/bulk", "post"),
        ("/tickets/put-away", "get"),
        ("/tickets/{key}/restore", "post"),
        ("/tickets/{key}/transitions", "get"),
        ("/tickets/{key}/transitions/{state}", "post"),
        ("/tickets/{key}/state-changes", "get"),
        ("/tickets/{key}/changes", "get"),
    }


def test_record_without_behaviour_has_no_action(tmp_path: Path) -> None:
    text = f"{HEAD}entity A:\n  x: int\n"
    text += "".join(f"surface {m}:\n  uses entity A\n  mode: {m}\n" for m in ("list", "view"))
    paths = specify_text(tmp_path, text)["paths"]
    assert [*paths] == ["/", "/session", "/as", "/as/{key}", "/as/bulk"]


def test_versions_are_listed_and_restored() -> None:
    paths = specify_fixture("repair_desk")["paths"]
    assert "get" in paths["/repairs/{key}/versions"]
    assert "post" in paths["/repairs/{key}/versions/{number}/restore"]
    # The form is for these alone, and so is what stands for it.
    said = paths["/repairs/{key}/versions/{number}/restore"]["post"]["description"]
    assert "`persona(caretaker, office)`" in said


def test_rights_are_told_as_the_command_tells_them(desk: Any) -> None:
    said = read_operation(desk, "ticket_view")["description"]
    assert "- agent: yes" in said
    assert "- customer: `owner = current_user`" in said
    assert "- customer: no" in read_operation(desk, "ticket_edit")["description"]
    assert "`persona(agent)`" in read_operation(desk, "ticket_edit")["description"]
    assert "- customer: `hide: status`" in read_operation(desk, "ticket_list")["description"]


def test_transitions_are_told_with_their_guards(desk: Any) -> None:
    operation = read_operation(desk, "transition-ticket")
    assert "`open -> solved`" in operation["description"]
    assert "- agent: `owner is not null`" in operation["description"]
    (path,) = (p for p, _, each in list_operations(desk) if each is operation)
    states = {each["name"]: each["schema"] for each in desk["paths"][path]["parameters"]}["state"]
    assert states["enum"] == ["solved", "closed"]
    assert {"204", "403", "404", "409", "412", "422"} <= operation["responses"].keys()


def test_invariants_are_told_where_values_are_refused(desk: Any) -> None:
    refused = read_operation(desk, "ticket_edit")["responses"]["422"]["$ref"]
    said = desk["components"]["responses"][refused.rpartition("/")[2]]["description"]
    assert '`SAYS_NOTHING`: A title says &lt;b>something&lt;/b>. (`title != "?"`)' in said


def test_values_that_some_people_lack_may_be_absent(desk: Any) -> None:
    row, record = (desk["components"]["schemas"][name] for name in ("Ticket.row", "Ticket"))
    assert {"title", "status", "phone"} - row["properties"].keys() == {"phone"}
    assert "status" not in row["required"] and "title" in row["required"]
    assert "phone" in record["properties"] and "phone" not in record["required"]
    # Only the form has it.
    assert "owner" in record["properties"] and "owner" not in record["required"]
    assert "gone_at" not in record["properties"]


def test_references_are_told_by_name_and_sent_by_key(desk: Any) -> None:
    schemas = desk["components"]["schemas"]
    told = schemas["Ticket"]["properties"]
    assert told["owner"]["anyOf"][0] == {"$ref": "#/components/schemas/User.reference"}
    assert told["watchers"]["items"] == {"$ref": "#/components/schemas/User.reference"}
    sent = schemas["Ticket.edit"]["properties"]
    assert sent["owner"]["anyOf"][0] == {"$ref": "#/components/schemas/User.key"}
    assert sent["watchers"]["items"] == {"$ref": "#/components/schemas/User.key"}
    fields = desk["paths"]["/tickets/choices/{field}"]["parameters"][0]["schema"]
    assert fields["enum"] == ["owner", "watchers"]


def test_cookies_ask_for_a_header_where_something_changes(desk: Any) -> None:
    for _, method, operation in list_operations(desk):
        for way in operation["security"]:
            is_forgeable = "session" in way and method != "get"
            assert is_forgeable == ("csrf" in way) or way == {"csrf": []}
    schemes = desk["components"]["securitySchemes"]
    assert schemes["session"]["name"] == "sessionid"
    assert schemes["csrf"] | {"description": ""} == {
        "description": "",
        "type": "apiKey",
        "in": "header",
        "name": "X-CSRFToken",
    }


@pytest.mark.parametrize(
    ("access", "is_open"),
    [("public", True), ("authenticated", False), ("persona(agent)", False)],
)
def test_pages_for_everybody_ask_for_no_sign_in(tmp_path: Path, access: str, is_open: bool) -> None:
    text = f"{HEAD}entity A:\n  x: int\nsurface a_list:\n  uses entity A\n  mode: list\n"
    text += f'  access: {access}\npersona agent:\n  description: "Answers."\n'
    found = specify_text(tmp_path, text)
    assert ({} in found["paths"]["/as"]["get"]["security"]) == is_open
    assert {} not in found["paths"]["/as/bulk"]["post"]["security"]


def test_headers_are_asked_for_and_told(desk: Any) -> None:
    def list_asked(name: str) -> set[str]:
        parameters = read_operation(desk, name).get("parameters", ())
        return {each["$ref"].rpartition("/")[2] for each in parameters if "$ref" in each}

    assert "if-match" in list_asked("ticket_edit") & list_asked("put-away-ticket")
    assert "if-none-match" in list_asked("ticket_view")
    assert "idempotency-key" in list_asked("bulk-ticket") & list_asked("transition-ticket")
    assert "idempotency-key" not in list_asked("ticket_edit")
    answers = read_operation(desk, "ticket_view")["responses"]
    assert {"Allow", "ETag"} == answers["200"]["headers"].keys() and "304" in answers
    listed = read_operation(desk, "ticket_list")["responses"]["200"]
    assert "text/csv" in listed["content"] and "Link" in listed["headers"]


def test_many_rows_are_changed_as_the_form_changes_one(desk: Any) -> None:
    schemas = desk["components"]["schemas"]
    bulk = schemas["Ticket.bulk"]["properties"]
    assert bulk["action"]["enum"] == ["change", "delete"]
    assert bulk["changes"] == {"$ref": "#/components/schemas/Ticket.edit"}
    assert bulk["keys"]["maxItems"] == 100


def test_files_are_sent_as_forms_and_all_else_as_json_too() -> None:
    found = specify_fixture("support_tickets")
    body = found["paths"]["/comments"]["post"]["requestBody"]["content"]
    assert body.keys() == {"multipart/form-data", "application/json"}
    schemas = found["components"]["schemas"]
    assert "attachment" in schemas["Comment.create"]["properties"]
    assert "attachment" not in schemas["Comment.create.json"]["properties"]


def test_file_that_is_required_is_sent_as_a_form(tmp_path: Path) -> None:
    text = f"{HEAD}entity A:\n  f: file required\nsurface a_new:\n  uses entity A\n  mode: create\n"
    body = specify_text(tmp_path, text)["paths"]["/as"]["post"]["requestBody"]["content"]
    assert body.keys() == {"multipart/form-data"}


def test_page_called_like_an_action_keeps_its_place(tmp_path: Path) -> None:
    text = f"{HEAD}entity A:\n  x: int\n"
    text += "".join(f"surface {n}:\n  uses entity A\n  mode: list\n" for n in ("all", "bulk"))
    found = specify_text(tmp_path, text)
    validate(found)
    by_name = {each["operationId"]: path for path, _, each in list_operations(found)}
    assert by_name["bulk"] != by_name["bulk-a"]


def test_lists_for_everybody_are_searched_by_what_they_show(tmp_path: Path) -> None:
    text = f"{HEAD}entity A:\n  x: int\n  secret: str\n  kind: enum[a, b]\n"
    text += "surface a_list:\n  uses entity A\n  mode: list\n  access: public\n"
    text += "  section s:\n    field x\n"
    operation = specify_text(tmp_path, text)["paths"]["/as"]["get"]
    names = [each.get("name", each.get("$ref", "")) for each in operation["parameters"]]
    assert not any("filter[kind]" in name or name.endswith("/search") for name in names)


def test_what_nothing_refers_to_is_left_out() -> None:
    components = specify_fixture("simple_task")["components"]
    assert not {"page-of-changes", "possible-transitions"} & components["schemas"].keys()
    assert {"Task", "Task.row", "problem-details"} < components["schemas"].keys()
