"""Fields get other types and bounds while there are rows: each is asked whether it can stay."""

from pathlib import Path

import pytest

from tests.micro.living_app import LOSS, LivingApp

pytestmark = pytest.mark.parametrize("variables", ["sqlite", "postgres"], indirect=True)
HEAD = 'app vet "Vet"\n\nentity Pet:\n  name: str(30) required\n'
TAIL = "\nsurface pet_list:\n  uses entity Pet\n  mode: list\n"
FIELDS = {
    "word": "str(30)",
    "mail": "text",
    "slogan": "str(30)",
    "site": "str(90)",
    "count": "int",
    "number": "int",
    "level": "int",
    "size": "int",
    "part": "decimal(8, 2)",
    "code": "str(30)",
    "born": "date",
    "is_big": "bool",
    "days": "int",
}
# Values that can stay, and values that can't.
GOOD = {
    "word": "a",
    "mail": " ann@vet.example ",
    "slogan": "one-two",
    "site": "https://vet.example/",
    "count": 12,
    "number": 1,
    "level": 3,
    "size": 4,
    "part": "7.00",
    "code": "A1",
    "born": "2020-01-02",
    "is_big": True,
}
BAD = {
    "mail": "no address",
    "slogan": "one two",
    "site": "nowhere",
    "count": 12345,
    "number": 9,
    "level": 1,
    "size": 99,
    "part": "1.50",
    "code": "x",
    "born": "2021-03-04",
    "days": 5,
}
NEW = {
    "word": "str(30) max(20)",
    "mail": "email",
    "slogan": "slug",
    "site": "url",
    "count": "str(3)",
    "number": 'enum["1", "2"]',
    "level": "int min(2)",
    "size": "decimal(3, 2)",
    "part": "int",
    "code": 'str(30) regex("[A-Z][0-9]")',
    "born": "str(9)",
    "is_big": "int",
    "days": "date",
}
FILLS = {
    "mail": '"f@vet.example"',
    "slogan": '"none"',
    "site": '"https://f.example/"',
    "count": '"?"',
    "number": '"2"',
    "level": "2",
    "size": "0.5",
    "part": "0",
    "code": '"Z9"',
    "born": '"then"',
    "is_big": "7",
    "days": '"1999-12-31"',
}
ASKED = {
    "mail": "migration-converts",
    "slogan": "migration-converts",
    "site": "migration-converts",
    "count": "migration-converts",
    "number": "migration-converts",
    "level": "migration-breaks-rule",
    "size": "migration-rounds",
    "part": "migration-rounds",
    "code": "migration-breaks-rule",
    "born": "migration-converts",
    "days": "migration-converts",
}

FILLED = {
    "mail": "f@vet.example",
    "slogan": "none",
    "site": "https://f.example/",
    "count": "?",
    "number": "2",
    "level": 2,
    "size": "0.50",
    "part": 0,
    "code": "Z9",
    "born": "then",
    "days": "1999-12-31",
}


def write(fields: dict[str, str]) -> str:
    return HEAD + "".join(f"  {name}: {said}\n" for name, said in fields.items()) + TAIL


@pytest.fixture
def app(variables: dict[str, str], tmp_path: Path) -> LivingApp:
    """An app with a row of values that can stay, one of others, and one without."""
    living = LivingApp(tmp_path / "vet", variables, write(FIELDS))
    living.accept()
    living.migrate()
    rows = [{"name": "a", **GOOD}, {"name": "b", **BAD}, {"name": "c"}]
    living.ask(f"from core.models import Pet\nfor row in {rows!r}:\n    Pet.objects.create(**row)")
    return living


def test_each_row_is_asked_whether_it_can_stay(app: LivingApp) -> None:
    app.text = write(NEW)
    said = app.refuse()
    found = {
        name: code
        for name in NEW
        for code in set(ASKED.values())
        if f"error[{code}]: `Pet.{name}` " in said
    }
    assert found == ASKED
    assert "such as “no address”" in said and "such as “12345”" in said


def test_rows_that_cannot_stay_are_filled(app: LivingApp) -> None:
    filled = {
        name: f"{said} required fill={FILLS[name]}" for name, said in NEW.items() if name in FILLS
    }
    app.text = write(NEW | filled)
    assert "migration" not in app.accept()
    app.migrate()
    good, bad, none = app.show()
    kept = {"mail": "ann@vet.example", "count": "12", "number": "1", "size": "4.00", "part": 7}
    assert good == {
        **{"name": "a", **GOOD},
        **kept,
        "born": "then",
        "is_big": 1,
        "days": "1999-12-31",
    }
    assert bad == {"name": "b", "word": "", "is_big": 0, **FILLED}
    assert none == {"name": "c", "word": "", "is_big": 0, **FILLED}


def test_rows_lose_what_cannot_stay_if_that_is_accepted(app: LivingApp) -> None:
    others = ("level", "size", "part", "code")
    app.text = write({n: FIELDS[n] if n in others else said for n, said in NEW.items()})
    app.accept(LOSS)
    app.migrate()
    good, bad, _ = app.show("mail", "slogan", "site", "count", "number", "born", "days")
    assert good["mail"] == "ann@vet.example" and good["count"] == "12" and good["number"] == "1"
    assert bad == {
        "mail": "",
        "slogan": "",
        "site": "",
        "count": "",
        "number": "",
        "born": "",
        "days": None,
    }


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('nick: str(3) required fill="none at all"', "`Pet.nick` can't hold: 3, such as “none at"),
        ("nick: str(3) required fill=site", "`Pet.nick` can't hold: 3, such as “"),
        ("nick: int required fill=level", "`Pet.nick` can't hold: 1\n"),
        ("nick: int min(3) required fill=2", "`Pet.nick` can't hold: 3, such as “2”"),
    ],
)
def test_fill_has_to_fit_the_field(app: LivingApp, line: str, said: str) -> None:
    app.edit("  word:", f"  {line}\n  word:")
    app.refuse("error[migration-fill-unfit]: `fill=` gives rows what " + said, "app.dsl:5:3")


def test_rows_of_a_unique_field_cannot_all_get_the_same(app: LivingApp) -> None:
    app.edit("  word:", '  nick: str(9) required unique fill="none"\n  word:')
    app.refuse(
        "error[migration-fill-repeats]: `fill=` gives rows of `Pet.nick`, which is unique, what"
        " others have too: 3, such as “none”"
    )
    app.edit('unique fill="none"', "unique fill=name")
    app.accept()
    app.migrate()
    assert [row["nick"] for row in app.show()] == ["a", "b", "c"]


def test_one_row_of_a_unique_field_can_be_filled(app: LivingApp) -> None:
    app.ask("from core.models import Pet; Pet.objects.filter(name='c').delete()")
    app.ask("from core.models import Pet; Pet.objects.filter(name='b').update(word='b')")
    app.ask("from core.models import Pet; Pet.objects.filter(name='a').update(word='')")
    app.edit("word: str(30)", 'word: str(30) required unique fill="b"')
    app.refuse("error[migration-fill-repeats]: `fill=` gives rows of `Pet.word`")
    app.edit('unique fill="b"', 'unique fill="a"')
    app.accept()
    app.migrate()
    assert [row["word"] for row in app.show()] == ["a", "b"]


def test_rule_of_a_field_that_gets_another_type_stays(app: LivingApp) -> None:
    app.ask("from core.models import Pet; Pet.objects.filter(level=None).update(level=1)")
    app.ask("from core.models import Pet; Pet.objects.filter(level=3).update(level=30)")
    app.edit(TAIL, "  invariant: level != 8\n" + TAIL)
    app.accept()
    app.migrate()
    app.edit("level: int", "level: decimal(3, 2) required fill=5")
    app.accept()
    app.migrate()
    assert [row["level"] for row in app.show("name", "level")] == ["5.00", "1.00", "1.00"]
    app.ask(
        "from django.db import IntegrityError\nfrom core.models import Pet\n"
        "try:\n    Pet.objects.update(level=8)\n"
        "except IntegrityError:\n    pass\nelse:\n    raise SystemExit(1)"
    )


def test_server_looks_at_what_rows_got(app: LivingApp) -> None:
    """Where a build can't look into the database, the migration does."""
    app.edit("  word:", "  nick: str(3) required fill=site\n  word:")
    variables, app.variables = app.variables, {"DATABASE_URL": "postgres://a@127.0.0.1:1/b"}
    app.accept()
    app.variables = variables
    done = app.built.manage("migrate", **variables)
    assert done.returncode == 1
    assert "nick: rows that got what the field can't hold: 2, with these keys" in done.stderr
