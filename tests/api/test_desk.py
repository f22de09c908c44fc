"""The API of an app with rules: the same people, rows and values as on its pages."""

import pytest

from tests.api.asking import Answers
from tests.projects import BuiltProject

PEOPLE = ("tenant", "caretaker", "office", "stranger", "boss")


@pytest.mark.parametrize(
    ("request_", "statuses"),
    [
        ("lists", (200, 200, 403, 200, 200)),
        ("reads", (200, 200, 200, 404, 200)),
        ("reads other", (404, 404, 404, 200, 200)),
        ("changes", (403, 200, 200, 403, 200)),
        ("changes other", (403, 404, 404, 403, 200)),
        ("deletes other", (403, 403, 404, 403, 412)),
        ("bills", (403, 403, 200, 403, 200)),
        ("makes far", (422, 403, 422, 422, 201)),
    ],
)
def test_everybody_gets_what_rules_allow(
    request_: str, statuses: tuple[int, ...], desk_answers: Answers
) -> None:
    found = tuple(desk_answers[f"{person} {request_}"].status for person in PEOPLE)
    assert found == statuses


def test_a_reference_leads_to_nothing_out_of_sight(desk_answers: Answers) -> None:
    for person in ("tenant", "office"):
        assert desk_answers[f"{person} makes far"].errors == {"house": "read_only"}
        assert desk_answers[f"{person} notes far"].errors == {"repair": "does_not_exist"}
    assert desk_answers["boss notes far"].status == 201
    names = [each["display"] for each in desk_answers["tenant chooses"].body["results"]]
    assert names == ["Near"]
    assert desk_answers["title"].status == 404


def test_values_are_hidden_as_on_pages(desk_answers: Answers) -> None:
    assert "house" not in desk_answers["caretaker reads"].body
    assert desk_answers["office reads"].body["house"]["display"] == "Near"
    (row,) = desk_answers["tenant lists"].body["results"]
    assert row.keys() == {"number", "title", "status", "urgency", "house", "due", "display"}
    assert desk_answers["caretaker sorts"].errors == {"sort": "unknown"}
    assert desk_answers["tenant sorts"].status == 200


def test_collections_are_those_that_one_may_see(desk_answers: Answers) -> None:
    found = {each["name"]: each for each in desk_answers["collections"].body["collections"]}
    assert "Invoice" not in found
    assert found["House"]["can_create"] is False
    assert found["Repair"]["can_create"] is True
    assert desk_answers["visitor's collections"].body == {"collections": []}


def test_transitions(desk_answers: Answers) -> None:
    steps = desk_answers["may follow"].body
    assert steps["state"] == "reported"
    assert [each["state"] for each in steps["results"]] == ["planned"]
    assert steps["results"][0]["reasons"]
    assert (desk_answers["lacks"].status, desk_answers["lacks"].errors) == (409, {"": "transition"})
    assert desk_answers["never"].status == 403
    assert desk_answers["no state"].status == 404
    assert desk_answers["can't follow"].errors["status"] == "transition"
    assert desk_answers["can't follow"].status == 422
    assert desk_answers["outdated state"].status == 412
    assert desk_answers["dropped"].body["status"] == "dropped"
    (change,) = desk_answers["states"].body["results"]
    assert (change["before"], change["after"]) == ("reported", "dropped")
    assert change["person"]["display"]


def test_invariants_are_told_by_their_codes(desk_answers: Answers) -> None:
    assert desk_answers["invariant"].status == 422
    assert desk_answers["invariant"].errors == {"": "REPAIR_TOO_DEAR"}


def test_who_did_it_is_kept(desk_answers: Answers) -> None:
    entries = desk_answers["changes"].body["results"]
    assert [each["operation"] for each in entries][-1] == "create"
    assert all(each["person"] for each in entries[:-1])
    told = [c["field"] for each in entries for c in each["changes"]]
    assert "house" in told
    hidden = desk_answers["hidden changes"].body["results"]
    assert "house" not in [c["field"] for each in hidden for c in each["changes"]]


def test_what_is_put_away_is_restored_by_those_who_may(desk_answers: Answers) -> None:
    assert desk_answers["put away"].status == 204
    assert [each["display"] for each in desk_answers["away"].body["results"]] == ["boss"]
    assert desk_answers["tenant's away"].status == 403
    assert desk_answers["read while away"].status == 404
    assert desk_answers["tenant restores"].status == 403
    assert desk_answers["restored"].status == 204
    assert desk_answers["read again"].status == 200


def test_many_rows_are_changed_each_by_itself(desk_answers: Answers) -> None:
    results = desk_answers["many"].body["results"]
    assert [each["status"] for each in results] == [200, 404, 404]
    assert desk_answers["many as tenant"].status == 403
    assert desk_answers["none"].errors == {"keys": "invalid"}
    assert [e["status"] for e in desk_answers["many deleted"].body["results"]] == [204]


def test_sessions(desk_answers: Answers) -> None:
    assert desk_answers["no session"].body["user"] is None
    assert desk_answers["no csrf"].errors == {"": "csrf"}
    assert (desk_answers["wrong"].status, desk_answers["wrong"].errors) == (
        *(422,),
        {"": "credentials"},
    )
    assert desk_answers["session"].body == desk_answers["signed in"].body
    assert desk_answers["by session"].status == 200
    assert desk_answers["change by session"].errors == {"": "csrf"}
    assert desk_answers["signed out"].status == 204
    assert desk_answers["after that"].status == 401
    assert desk_answers["too often"].status == 429
    assert int(desk_answers["too often"].headers["Retry-After"]) > 60


def test_migrations_are_those_of_the_models(desk: BuiltProject) -> None:
    done = desk.manage("makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout + done.stderr
