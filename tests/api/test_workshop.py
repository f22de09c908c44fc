"""The API where the page of a record and that of its form say different things."""

from tests.api.asking import Answers

PAGES_OF_CLERKS = ("clerk reads", "clerk sees changes")


def test_who_only_reads_a_record_on_its_page_restores_no_version(
    workshop_answers: Answers,
) -> None:
    assert workshop_answers["clerk restores"].status == 403
    assert workshop_answers["still new"].body["title"] == "New"


def test_restoring_leaves_what_the_page_of_the_record_hides_and_the_state(
    workshop_answers: Answers,
) -> None:
    assert workshop_answers["worker restores"].status == 200
    by_worker = workshop_answers["restored by worker"].body
    assert (by_worker["title"], by_worker["price"]) == ("Old", 1)
    assert (by_worker["note"], by_worker["state"]) == ("New", "done")
    by_chief = workshop_answers["chief restores"].body
    assert (by_chief["note"], by_chief["state"]) == ("Old", "done")


def test_who_only_reads_a_record_on_its_page_sees_nothing_sensitive(
    workshop_answers: Answers,
) -> None:
    assert "cost" not in workshop_answers["clerk reads"].body
    assert workshop_answers["chief reads"].body["cost"] == 1
    for person, is_masked in (("clerk", True), ("chief", False)):
        first = workshop_answers[f"{person} sees changes"].body["results"][-1]
        (cost,) = (each for each in first["changes"] if each["field"] == "cost")
        assert cost["masked"] is is_masked
        assert ("after" in cost) is not is_masked


def test_who_changed_a_record_last_is_set_along(workshop_answers: Answers) -> None:
    assert workshop_answers["chief changes"].body["updated_by"]["display"] == "chief"
    assert workshop_answers["still by the chief"].body["updated_by"]["display"] == "chief"
    assert workshop_answers["by the worker"].body["updated_by"]["display"] == "worker"


def test_no_record_is_made_without_the_part_that_it_needs(workshop_answers: Answers) -> None:
    assert workshop_answers["box"].status == 405
    assert workshop_answers["boxes"].body["results"] == []
    collections = workshop_answers["collections"].body["collections"]
    (boxes,) = (each for each in collections if each["name"] == "Box")
    assert boxes["can_create"] is False


def test_visitors_send_no_more_of_a_public_form_than_on_its_page(
    workshop_answers: Answers,
) -> None:
    names = ("wrong question", "question", "question too many", "member's question")
    assert [workshop_answers[name].status for name in names] == [422, 204, 429, 204]
    assert int(workshop_answers["question too many"].headers["Retry-After"]) > 60


def test_links_that_nobody_may_choose_stay(workshop_answers: Answers) -> None:
    assert [each["display"] for each in workshop_answers["tags"].body["results"]] == ["New"]
    assert [each["display"] for each in workshop_answers["tagged"].body["tags"]] == ["New"]
    assert workshop_answers.found["kept tags"] == ["New", "Secret"]


def test_a_token_for_some_records_chooses_among_no_others(workshop_answers: Answers) -> None:
    answer = workshop_answers["tags by a limited token"]
    assert (answer.status, answer.errors) == (403, {"": "scope"})


def test_changes_of_links_out_of_sight_are_not_told(workshop_answers: Answers) -> None:
    entries = workshop_answers["changes of tags"].body["results"]
    told = [each for entry in entries for each in entry["changes"] if each["field"] == "tags"]
    assert [each["before"] for each in told] == [[]]
    ((target,),) = (each["after"] for each in told)
    assert target.keys() == {"key", "display"}
    assert target["display"] == "New"
    assert all(entry["changes"] for entry in entries)


def test_whose_a_record_is_follows_from_who_makes_it(workshop_answers: Answers) -> None:
    assert workshop_answers["bench"].status == 201
    assert workshop_answers.found["place of the bench"] == ["North"]
    elsewhere = workshop_answers["bench elsewhere"]
    assert (elsewhere.status, elsewhere.errors) == (422, {"place": "read_only"})


def test_time_makes_transitions_before_a_token_is_answered(workshop_answers: Answers) -> None:
    (bench,) = workshop_answers["bench by itself"].body["results"]
    assert bench["state"] == "free"


def test_contract_is_there_for_tokens(workshop_answers: Answers) -> None:
    assert workshop_answers["contract"].status == 200
