"""Edits of a project whose app has rows: nothing is lost or made up unasked."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.micro.living_app import LivingApp
from tests.postgres import find_command, serve_postgres

LOSS = "--allow-data-loss"
BOTH = pytest.mark.parametrize("app", ["sqlite", "postgres"], indirect=True)
BORN = [None, None, "2020-01-02"]


@pytest.fixture(scope="module")
def server() -> Iterator[str | None]:
    """A PostgreSQL server for all tests of the module; None where there is none."""
    if not find_command("initdb"):
        yield None
        return
    with serve_postgres() as address:
        yield address


@pytest.fixture
def app(request: pytest.FixtureRequest, tmp_path: Path) -> LivingApp:
    """An app with rows, on SQLite if nothing else is asked for."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return LivingApp(tmp_path / "vet").start()
    address: str | None = request.getfixturevalue("server")
    if address is None:
        pytest.skip("there is no PostgreSQL")
    name = f"vet_{os.urandom(6).hex()}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    address = address.replace("/postgres", f"/{name}")
    return LivingApp(tmp_path / "vet", {"DATABASE_URL": address}).start()


def test_optional_field_is_added_without_a_word(app: LivingApp) -> None:
    app.edit("  born: date\n", "  born: date\n  nick: str(20)\n")
    assert "migration" not in app.accept()
    app.migrate()
    assert app.show("name", "nick") == [{"name": n, "nick": ""} for n in ("Bob", "Rex", "Tom")]


@BOTH
def test_required_field_needs_values(app: LivingApp) -> None:
    app.edit(
        "  born: date\n",
        "  born: date\n  nick: str required\n  seen: date required\n  vet: ref Owner required\n",
    )
    said = app.refuse(
        "error[migration-needs-empty-table]: `Pet.nick` is new and required",
        "`Pet.seen` is new and required; rows that would have no value: 3\n  --> app.dsl:15:3",
        "15 |   seen: date required\n    |   ^^^^ give it a default",
        "`Pet.vet` is new",
    )
    assert said.count("error[") == 3
    app.edit("nick: str required", "nick: str required fill=name")
    app.edit("seen: date required", 'seen: date required fill="2026-02-03"')
    app.edit("vet: ref Owner required", "vet: ref Owner")
    assert "migration" not in app.accept()
    app.migrate()
    assert app.show("nick", "seen", "vet_id")[0] == {
        "nick": "Bob",
        "seen": "2026-02-03",
        "vet_id": None,
    }


def test_advice_is_no_dead_end(app: LivingApp) -> None:
    """Where the rows can't be seen, a migration is written, and the next build replaces it."""
    app.edit("  born: date\n", "  born: date\n  vet: ref Owner required\n")
    hide(app)
    assert "there is no database here to look into" in app.accept()
    show_again(app)
    said = app.stop()
    assert "“Pet”: rows that would have no value: 3, with these keys: " in said
    assert "This migration has changed nothing." in said
    app.edit("vet: ref Owner required", "vet: ref Owner")
    app.accept()
    app.migrate()
    assert len(app.list_migrations()) == 2


def hide(app: LivingApp) -> None:
    database = app.built.folder / "db.sqlite3"
    database.rename(app.folder / "elsewhere")


def show_again(app: LivingApp) -> None:
    (app.folder / "elsewhere").rename(app.built.folder / "db.sqlite3")


def test_renamed_field_keeps_its_values(app: LivingApp) -> None:
    before = [row["fur"] for row in app.show()]
    app.edit("fur: str(30)", "coat: str(40) was=fur")
    assert "migration" not in app.accept()
    app.migrate()
    assert [row["coat"] for row in app.show()] == before
    app.edit(" was=fur", "")
    app.accept()
    app.migrate()
    assert len(app.list_migrations()) == 2


@BOTH
def test_rename_that_nobody_said_is_refused(app: LivingApp) -> None:
    app.edit("fur: str(30)", "coat: str(30)")
    app.refuse(
        "error[migration-renamed-field]: `Pet.fur` is gone, and `coat`, of the same type, is new",
        "  --> app.dsl:11:3",
        "^^^^ if only its name is new, add `was=fur`",
    )


@BOTH
def test_was_may_be_said_after_a_build(app: LivingApp) -> None:
    before = [row["fur"] for row in app.show()]
    app.edit("fur: str(30)", "coat: str(30)")
    said = app.accept(LOSS)
    assert "rows with a value that this migration deletes: 3, such as “b" in said
    assert "--allow-data-loss` accepts it" in said
    app.edit("coat: str(30)", "coat: str(30) was=fur")
    assert "migration" not in app.accept()
    app.migrate()
    assert [row["coat"] for row in app.show()] == before
    assert len(app.list_migrations()) == 2


def test_removed_field_with_values_has_to_be_let_go(app: LivingApp) -> None:
    app.edit("  fur: str(30)\n", "")
    app.refuse(
        "error[migration-drops]: `Pet.fur` goes; rows with a value that this migration deletes: 3",
        "“brown”",
    )
    app.accept(LOSS)
    app.migrate()
    assert "fur" not in app.show()[0]


def test_what_is_sensitive_is_counted_and_not_shown(app: LivingApp) -> None:
    app.edit("  chip: str(30) sensitive\n", "")
    said = app.refuse("`Pet.chip` goes; rows with a value that this migration deletes: 3\n")
    assert "A-1" not in said


def test_field_without_values_goes_unasked(app: LivingApp) -> None:
    app.ask("from core.models import Pet; Pet.objects.update(fur='')")
    app.edit("  fur: str(30)\n", "")
    assert "migration" not in app.accept()
    app.ask("from core.models import Pet; print(Pet.objects.count())")
    app.migrate()


def test_str_becomes_text_without_a_word(app: LivingApp) -> None:
    before = app.show()
    app.edit("fur: str(30)", "fur: text")
    assert "migration" not in app.accept()
    app.migrate()
    assert app.show() == before


@BOTH
def test_longer_texts_are_not_cut_unasked(app: LivingApp) -> None:
    app.edit("fur: str(30)", "fur: str(3)")
    app.refuse(
        "error[migration-shortens]: `Pet.fur` is shorter now; rows with a longer text: 3, such as",
    )
    app.edit("fur: str(3)", 'fur: str(3) fill="?"')
    app.accept()
    app.migrate()
    assert app.show("fur") == [{"fur": "?"}] * 3


def test_longer_texts_are_cut_if_that_is_accepted(app: LivingApp) -> None:
    app.edit("fur: str(30)", "fur: str(3)")
    app.accept(LOSS)
    app.migrate()
    assert [row["fur"] for row in app.show()] == ["bro", "bro", "bla"]


@BOTH
def test_text_that_is_no_number_is_named(app: LivingApp) -> None:
    app.edit("weight: text", "weight: int")
    app.refuse("`Pet.weight` has another type now", "can't hold: 1, such as “Limps”")
    app.accept(LOSS)
    app.migrate()
    assert app.show("name", "weight") == [
        {"name": "Bob", "weight": 7},
        {"name": "Rex", "weight": 12},
        {"name": "Tom", "weight": None},
    ]


@BOTH
def test_texts_become_what_they_say(app: LivingApp) -> None:
    app.edit("weight: text", "weight: decimal(6, 2) required fill=0.5")
    app.accept()
    app.migrate()
    assert [row["weight"] for row in app.show()] == ["7.00", "12.00", "0.50"]


@BOTH
def test_values_of_an_enum_that_are_in_use_are_named(app: LivingApp) -> None:
    app.edit("[open, missed]", "[open, absent]")
    app.refuse(
        "error[migration-removes-choice]: `Pet.state` has fewer values now",
        "rows with a value that is gone: 1, such as “missed”",
        "as in `todo was open`",
    )
    app.edit("[open, absent]", "[open, absent was missed]")
    assert "migration" not in app.accept()
    app.migrate()
    assert [row["state"] for row in app.show()] == ["open", "open", "absent"]


def test_entity_is_added_without_a_word(app: LivingApp) -> None:
    app.edit("entity Pet:", "entity Room:\n  name: str required\n\nentity Pet:")
    assert "migration" not in app.accept()
    app.migrate()


def test_renamed_entity_is_asked_about_and_keeps_its_rows(app: LivingApp) -> None:
    app.edit("entity Visit:", "entity Stay:")
    app.edit("uses entity Visit", "uses entity Stay")
    app.refuse(
        "error[migration-renamed-entity]: `Visit` is gone, and `Stay`, which is much like it",
        "add a line `was: Visit`",
    )
    app.edit("entity Stay:\n", "entity Stay:\n  was: Visit\n")
    app.accept()
    app.migrate()
    assert app.show(model="Stay") == [{"note": "Limps"}]


def test_removed_entity_with_rows_has_to_be_let_go(app: LivingApp) -> None:
    app.edit("entity Visit:\n  note: text\n", "")
    app.edit("surface visit_list:\n  uses entity Visit\n  mode: list\n", "")
    app.refuse("error[migration-drops]: `Visit` goes; rows that this migration deletes: 1")
    app.accept(LOSS)
    app.migrate()


@BOTH
def test_field_made_required_needs_values(app: LivingApp) -> None:
    assert [row["born"] for row in sorted(app.show("born"), key=str)] == [*BORN[2:], *BORN[:2]]
    app.edit("born: date", "born: date required")
    app.refuse("error[migration-needs-values]: `Pet.born` is required now; rows without a value: 2")
    app.edit("born: date required", 'born: date required fill="1999-12-31"')
    app.accept()
    app.migrate()
    assert sorted(str(row["born"]) for row in app.show()) == ["1999-12-31"] * 2 + ["2020-01-02"]


@BOTH
def test_reference_made_required_is_no_dead_end(app: LivingApp) -> None:
    app.edit("owner: ref Owner", "owner: ref Owner required")
    app.refuse("`Pet.owner` is required now; rows without a value: 2")
    app.edit("owner: ref Owner required", "owner: ref Owner")
    app.accept()
    assert app.list_migrations() == ["0001_initial"]
    app.ask("from core.models import *; Pet.objects.update(owner=Owner.objects.get())")
    app.edit("owner: ref Owner", "owner: ref Owner required")
    app.accept()
    app.migrate()


@BOTH
def test_values_that_several_rows_share_are_named(app: LivingApp) -> None:
    app.edit("fur: str(30)", "fur: str(30) unique?")
    app.refuse("`Pet.fur` is unique now; rows with what another row has too: 2, such as “brown”")
    app.ask("from core.models import Pet; Pet.objects.filter(fur='brown').update(fur='')")
    app.accept()
    app.migrate()
    assert sorted(str(row["fur"]) for row in app.show()) == ["None", "None", "black"]


@BOTH
def test_rows_that_break_a_new_rule_are_named(app: LivingApp) -> None:
    app.edit("  owner: ref Owner\n", '  owner: ref Owner\n  invariant: born > "2021-01-01"\n')
    app.refuse("error[migration-breaks-rule]: `Pet` has a new rule; rows that break it: 3")
