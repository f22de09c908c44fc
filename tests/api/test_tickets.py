"""The API of an app without rules: lists, records, errors, tokens, repetitions."""

import pytest

from tests.api.asking import Answers

PROBLEM = "application/problem+json"


def list_subjects(answers: Answers, name: str) -> list[str]:
    answer = answers[name]
    assert answer.status == 200, answer.body
    return [each["subject"] for each in answer.body["results"]]


def test_nobody_is_let_in_without_a_sign_in(ticket_answers: Answers) -> None:
    answer = ticket_answers["visitor"]
    assert (answer.status, answer.headers["Content-Type"]) == (401, PROBLEM)
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert ticket_answers["no member"].status == 403
    assert ticket_answers["forged"].status == 401


def test_lists(ticket_answers: Answers) -> None:
    answer = ticket_answers["list"]
    assert answer.body["count"] == 3
    assert answer.body["truncated"] is False
    assert "description" not in answer.body["results"][0]
    assert answer.body["results"][0]["reporter"]["display"]
    assert "private" in answer.headers["Cache-Control"]
    assert list_subjects(ticket_answers, "sorted") == ["Old 2", "Old 1"]
    assert list_subjects(ticket_answers, "second page") == ["Old 0"]
    body = ticket_answers["second page"].body
    assert body["next"] is None
    assert "page=" not in body["previous"].replace("page_size=", "")
    assert 'rel="prev"' in ticket_answers["second page"].headers["Link"]


def test_lists_are_narrowed(ticket_answers: Answers) -> None:
    assert list_subjects(ticket_answers, "searched") == ["Old 1"]
    assert len(list_subjects(ticket_answers, "filtered")) == 3
    assert list_subjects(ticket_answers, "filtered to none") == []
    assert len(list_subjects(ticket_answers, "without")) == 3
    assert list_subjects(ticket_answers, "with") == []
    assert len(list_subjects(ticket_answers, "since")) == 3
    assert list_subjects(ticket_answers, "until") == []


@pytest.mark.parametrize(
    ("query", "status", "field"),
    [
        ("page=9", 404, None),
        ("page=x", 400, "page"),
        ("page_size=101", 400, "page_size"),
        ("sort=description", 400, "sort"),
        ("sort=,", 400, "sort"),
        ("q=x", 400, "q"),
        ("filter[status]=x", 400, "filter[status]"),
        ("filter[status]=", 400, "filter[status]"),
        ("filter[description]=x", 400, "filter[description]"),
    ],
)
def test_what_makes_no_sense_is_refused(
    query: str, status: int, field: str | None, ticket_answers: Answers
) -> None:
    answer = ticket_answers[query]
    assert (answer.status, answer.headers["Content-Type"]) == (status, PROBLEM)
    assert list(answer.errors) == ([field] if field else [])


def test_a_record_is_made_read_and_changed(ticket_answers: Answers) -> None:
    made = ticket_answers["made"]
    assert made.status == 201
    assert made.headers["Location"].endswith(f"/api/tickets/{made.body['number']}")
    assert ticket_answers["record"].body == made.body
    assert ticket_answers["record"].headers["ETag"] == made.headers["ETag"]
    assert ticket_answers["known"].status == 304
    assert ticket_answers["changed"].body["subject"] == "Newer"
    assert ticket_answers["changed"].body["description"] == made.body["description"]
    assert ticket_answers["deleted"].status == 204
    assert ticket_answers["gone"].status == 404
    assert ticket_answers["needed"].errors == {"": "protected"}


def test_nobody_overwrites_what_they_have_not_read(ticket_answers: Answers) -> None:
    for name in ("outdated", "outdated deletion"):
        assert ticket_answers[name].status == 412, name
    assert ticket_answers["after that"].body["subject"] == "Newer"


def test_addresses_and_methods(ticket_answers: Answers) -> None:
    assert ticket_answers["put"].status == 405
    assert "PUT" not in ticket_answers["put"].headers["Allow"]
    assert ticket_answers["record"].headers["Allow"].split(", ")[:3] == ["GET", "PATCH", "DELETE"]
    for name in ("absent", "no key", "no such address"):
        answer = ticket_answers[name]
        assert (answer.status, answer.headers["Content-Type"]) == (404, PROBLEM), name


@pytest.mark.parametrize(
    ("name", "errors"),
    [
        ("unknown", {"is_superuser": "unknown"}),
        ("read only", {"description": "read_only"}),
        ("wrong types", {"subject": "invalid", "status": "invalid_choice"}),
        ("wrong key", {"assignee": "does_not_exist"}),
        ("no object", {"": "invalid"}),
        ("made staff", {"is_staff": "unknown", "password": "unknown"}),
        ("nothing", dict.fromkeys(("subject", "description", "reporter"), "required")),
    ],
)
def test_only_what_forms_take_is_taken(
    name: str, errors: dict[str, str], ticket_answers: Answers
) -> None:
    assert (ticket_answers[name].status, ticket_answers[name].errors) == (422, errors)


def test_a_new_record_begins_where_it_has_to(ticket_answers: Answers) -> None:
    assert ticket_answers["new state"].errors["status"] == "read_only"


def test_nobody_changes_the_account_of_who_may_do_more(ticket_answers: Answers) -> None:
    assert ticket_answers["made boss"].status == 403


def test_tokens_are_limited(ticket_answers: Answers) -> None:
    assert ticket_answers["reading"].status == 200
    assert ticket_answers["narrow elsewhere"].status == 200
    for name in ("reader", "reader's bulk", "narrow"):
        assert (ticket_answers[name].status, ticket_answers[name].errors) == (403, {"": "scope"})


def test_sensitive_values_are_for_those_who_may_change_the_record(
    ticket_answers: Answers,
) -> None:
    assert all("phone" not in each for each in ticket_answers["people"].body["results"])
    assert "phone" not in ticket_answers["the boss"].body
    assert "phone" in ticket_answers["oneself"].body


def test_what_is_sent_twice_is_done_once(ticket_answers: Answers) -> None:
    once, twice = ticket_answers["once"], ticket_answers["twice"]
    assert (twice.status, twice.body) == (once.status, once.body) == (201, once.body)
    assert twice.headers["ETag"] == once.headers["ETag"]
    assert ticket_answers["found once"].body["count"] == 1
    assert ticket_answers["another"].errors == {"": "idempotency-key"}
    assert ticket_answers["another"].status == 422
    assert ticket_answers["no such key"].status == 400
