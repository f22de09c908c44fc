"""Fields and entities come, go and get other names while the app has rows."""

import pytest

from tests.micro.living_app import LOSS, LivingApp

BOTH = pytest.mark.parametrize("living", ["sqlite", "postgres"], indirect=True)


def test_optional_field_is_added_without_a_word(living: LivingApp) -> None:
    living.edit("  born: date\n", "  born: date\n  nick: str(20)\n")
    assert "migration" not in living.accept()
    living.migrate()
    assert living.show("name", "nick") == [{"name": n, "nick": ""} for n in ("Bob", "Rex", "Tom")]


@BOTH
def test_required_field_needs_values(living: LivingApp) -> None:
    living.edit(
        "  born: date\n",
        "  born: date\n  nick: str required\n  seen: date required\n  vet: ref Owner required\n",
    )
    said = living.refuse(
        "error[migration-needs-empty-table]: `Pet.nick` is new and required",
        "`Pet.seen` is new and required; rows that would have no value: 3\n  --> app.dsl:15:3",
        "15 |   seen: date required\n    |   ^^^^ give it a default",
        "`Pet.vet` is new",
    )
    assert said.count("error[") == 3
    living.edit("nick: str required", "nick: str required fill=name")
    living.edit("seen: date required", 'seen: date required fill="2026-02-03"')
    living.edit("vet: ref Owner required", "vet: ref Owner")
    assert "migration" not in living.accept()
    living.migrate()
    assert living.show("nick", "seen", "vet_id")[0] == {
        "nick": "Bob",
        "seen": "2026-02-03",
        "vet_id": None,
    }


@BOTH
@pytest.mark.parametrize("words", ["int=3", "int=3 required", "date=today"])
def test_one_default_for_all_is_not_unique(living: LivingApp, words: str) -> None:
    living.edit("  born: date\n", f"  born: date\n  nick: {words} unique\n")
    living.refuse(
        "error[migration-needs-unique-values]: `Pet.nick` is unique now; rows that would all have"
        " its default: 3\n  --> app.dsl:14:3"
    )
    living.ask("from core.models import Pet; Pet.objects.exclude(name='Tom').delete()")
    living.accept()
    living.migrate()


def test_default_of_a_unique_field_stops_where_nobody_could_look(living: LivingApp) -> None:
    living.edit("  born: date\n", "  born: date\n  nick: int=3 unique\n")
    hide(living)
    assert "rows that would all have its default stop `migrate`" in living.accept()
    show_again(living)
    assert "“Pet”: rows that would all have its default: 3, with these keys: " in living.stop()


@BOTH
@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("str(30) fill=name", ["Bob", "Rex", "Tom"]),
        ('str(30)="-" fill=name', ["Bob", "Rex", "Tom"]),
        ('str(30)="-" required unique fill=name', ["Bob", "Rex", "Tom"]),
        ("bool required fill=true", [True] * 3),
        ("int=1 fill=2", [2] * 3),
        ('date fill="2026-02-03"', ["2026-02-03"] * 3),
    ],
)
def test_fill_counts_in_any_new_field(living: LivingApp, words: str, values: list[str]) -> None:
    living.edit("  born: date\n", f"  born: date\n  nick: {words}\n")
    living.accept()
    living.migrate()
    assert [row["nick"] for row in living.show("name", "nick")] == values


def test_advice_is_no_dead_end(living: LivingApp) -> None:
    """Where the rows can't be seen, a migration is written, and the next build replaces it."""
    living.edit("  born: date\n", "  born: date\n  vet: ref Owner required\n")
    hide(living)
    assert "there is no database here to look into" in living.accept()
    show_again(living)
    said = living.stop()
    assert "“Pet”: rows that would have no value: 3, with these keys: " in said
    assert "This migration has changed nothing." in said
    living.edit("vet: ref Owner required", "vet: ref Owner")
    living.accept()
    living.migrate()
    assert len(living.list_migrations()) == 2


def hide(living: LivingApp) -> None:
    database = living.built.folder / "db.sqlite3"
    database.rename(living.folder / "elsewhere")


def show_again(living: LivingApp) -> None:
    (living.folder / "elsewhere").rename(living.built.folder / "db.sqlite3")


def test_renamed_field_keeps_its_values(living: LivingApp) -> None:
    before = [row["fur"] for row in living.show()]
    living.edit("fur: str(30)", "coat: str(40) was=fur")
    assert "migration" not in living.accept()
    living.migrate()
    assert [row["coat"] for row in living.show()] == before
    living.edit(" was=fur", "")
    living.accept()
    living.migrate()
    assert len(living.list_migrations()) == 2


@BOTH
def test_rename_that_nobody_said_is_refused(living: LivingApp) -> None:
    living.edit("fur: str(30)", "coat: str(30)")
    living.refuse(
        "error[migration-renamed-field]: `Pet.fur` is gone, and `coat`, of the same type, is new",
        "  --> app.dsl:11:3",
        "^^^^ if only its name is new, add `was=fur`",
    )


@BOTH
def test_was_may_be_said_after_a_build(living: LivingApp) -> None:
    before = [row["fur"] for row in living.show()]
    living.edit("fur: str(30)", "coat: str(30)")
    said = living.accept(LOSS)
    assert "rows with a value that this migration deletes: 3, such as “b" in said
    assert "--allow-data-loss` accepts it" in said
    living.edit("coat: str(30)", "coat: str(30) was=fur")
    assert "migration" not in living.accept()
    living.migrate()
    assert [row["coat"] for row in living.show()] == before
    assert len(living.list_migrations()) == 2


def test_removed_field_with_values_has_to_be_let_go(living: LivingApp) -> None:
    living.edit("  fur: str(30)\n", "")
    living.refuse(
        "error[migration-drops]: `Pet.fur` goes; rows with a value that this migration deletes: 3",
        "“brown”",
    )
    living.accept(LOSS)
    living.migrate()
    assert "fur" not in living.show()[0]


def test_what_is_sensitive_is_counted_and_not_shown(living: LivingApp) -> None:
    living.edit("  chip: str(30) sensitive\n", "")
    said = living.refuse("`Pet.chip` goes; rows with a value that this migration deletes: 3\n")
    assert "A-1" not in said


def test_field_without_values_goes_unasked(living: LivingApp) -> None:
    living.ask("from core.models import Pet; Pet.objects.update(fur='')")
    living.edit("  fur: str(30)\n", "")
    assert "migration" not in living.accept()
    living.ask("from core.models import Pet; print(Pet.objects.count())")
    living.migrate()


def test_entity_is_added_without_a_word(living: LivingApp) -> None:
    living.edit("entity Pet:", "entity Room:\n  name: str required\n\nentity Pet:")
    assert "migration" not in living.accept()
    living.migrate()


def test_renamed_entity_is_asked_about_and_keeps_its_rows(living: LivingApp) -> None:
    living.edit("entity Visit:", "entity Stay:")
    living.edit("uses entity Visit", "uses entity Stay")
    living.refuse(
        "error[migration-renamed-entity]: `Visit` is gone, and `Stay`, which is much like it",
        "add a line `was: Visit`",
    )
    living.edit("entity Stay:\n", "entity Stay:\n  was: Visit\n")
    living.accept()
    living.migrate()
    assert living.show(model="Stay") == [{"note": "Limps"}]


def test_removed_entity_with_rows_has_to_be_let_go(living: LivingApp) -> None:
    living.edit("entity Visit:\n  note: text\n", "")
    living.edit("surface visit_list:\n  uses entity Visit\n  mode: list\n", "")
    living.refuse("error[migration-drops]: `Visit` goes; rows that this migration deletes: 1")
    living.accept(LOSS)
    living.migrate()
