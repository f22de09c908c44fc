"""Fields become narrower while the app has rows: nothing is lost or made up unasked."""

import pytest

from tests.micro.living_app import LOSS, LivingApp

BOTH = pytest.mark.parametrize("living", ["sqlite", "postgres"], indirect=True)
BORN = [None, None, "2020-01-02"]


def test_str_becomes_text_without_a_word(living: LivingApp) -> None:
    before = living.show()
    living.edit("fur: str(30)", "fur: text")
    assert "migration" not in living.accept()
    living.migrate()
    assert living.show() == before


@BOTH
def test_longer_texts_are_not_cut_unasked(living: LivingApp) -> None:
    living.edit("fur: str(30)", "fur: str(3)")
    living.refuse(
        "error[migration-shortens]: `Pet.fur` is shorter now; rows with a longer text: 3, such as",
    )
    living.edit("fur: str(3)", 'fur: str(3) fill="?"')
    living.accept()
    living.migrate()
    assert living.show("fur") == [{"fur": "?"}] * 3


def test_longer_texts_are_cut_if_that_is_accepted(living: LivingApp) -> None:
    living.edit("fur: str(30)", "fur: str(3)")
    living.accept(LOSS)
    living.migrate()
    assert [row["fur"] for row in living.show()] == ["bro", "bro", "bla"]


@BOTH
def test_text_that_is_no_number_is_named(living: LivingApp) -> None:
    living.edit("weight: text", "weight: int")
    living.refuse("`Pet.weight` has another type now", "can't hold: 1, such as “Limps”")
    living.accept(LOSS)
    living.migrate()
    assert living.show("name", "weight") == [
        {"name": "Bob", "weight": 7},
        {"name": "Rex", "weight": 12},
        {"name": "Tom", "weight": None},
    ]


@BOTH
def test_texts_become_what_they_say(living: LivingApp) -> None:
    living.edit("weight: text", "weight: decimal(6, 2) required fill=0.5")
    living.accept()
    living.migrate()
    assert [row["weight"] for row in living.show()] == ["7.00", "12.00", "0.50"]


@BOTH
def test_values_of_an_enum_that_are_in_use_are_named(living: LivingApp) -> None:
    living.edit("[open, missed]", "[open, absent]")
    living.refuse(
        "error[migration-removes-choice]: `Pet.state` has fewer values now",
        "rows with a value that is gone: 1, such as “missed”",
        "as in `todo was open`",
    )
    living.edit("[open, absent]", "[open, absent was missed]")
    assert "migration" not in living.accept()
    living.migrate()
    assert [row["state"] for row in living.show()] == ["open", "open", "absent"]


@BOTH
def test_field_made_required_needs_values(living: LivingApp) -> None:
    assert [row["born"] for row in sorted(living.show("born"), key=str)] == [*BORN[2:], *BORN[:2]]
    living.edit("born: date", "born: date required")
    living.refuse(
        "error[migration-needs-values]: `Pet.born` is required now; rows without a value: 2"
    )
    living.edit("born: date required", 'born: date required fill="1999-12-31"')
    living.accept()
    living.migrate()
    assert sorted(str(row["born"]) for row in living.show()) == ["1999-12-31"] * 2 + ["2020-01-02"]


@BOTH
def test_reference_made_required_is_no_dead_end(living: LivingApp) -> None:
    living.edit("owner: ref Owner", "owner: ref Owner required")
    living.refuse("`Pet.owner` is required now; rows without a value: 2")
    living.edit("owner: ref Owner required", "owner: ref Owner")
    living.accept()
    assert living.list_migrations() == ["0001_initial"]
    living.ask("from core.models import *; Pet.objects.update(owner=Owner.objects.get())")
    living.edit("owner: ref Owner", "owner: ref Owner required")
    living.accept()
    living.migrate()


@BOTH
def test_values_that_several_rows_share_are_named(living: LivingApp) -> None:
    living.edit("fur: str(30)", "fur: str(30) unique?")
    living.refuse("`Pet.fur` is unique now; rows with what another row has too: 2, such as “brown”")
    living.ask("from core.models import Pet; Pet.objects.filter(fur='brown').update(fur='')")
    living.accept()
    living.migrate()
    assert sorted(str(row["fur"]) for row in living.show()) == ["None", "None", "black"]


@BOTH
def test_rows_that_break_a_new_rule_are_named(living: LivingApp) -> None:
    living.edit("  owner: ref Owner\n", '  owner: ref Owner\n  invariant: born > "2021-01-01"\n')
    living.refuse("error[migration-breaks-rule]: `Pet` has a new rule; rows that break it: 3")
