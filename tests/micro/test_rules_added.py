"""A rule that is added to rows that break it: no migration begins what it can't finish."""

import json
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.postgres import find_command, serve_postgres
from tests.projects import BuiltProject, run_dazzle, run_python

PROJECT = """\
app club
entity Court:
  number: int pk
  name: str required
  size: int required
  shut: date
  court_kind: enum[grass, clay]
surface court_list:
  uses entity Court
  mode: list
"""
RULES = """\
  invariant: size > 0 and (shut is null or shut > "2026-01-31")
    message: "Too small, by 100%"
    code: SIZE
  invariant: size * 2 - number < 50
    message: "Too large"
  note: str
"""
FILL = """\
from core.models import Court
Court.objects.bulk_create(
    Court(number=n, name=f"Court {n}", size=n % 2 * 2, shut=None) for n in range(1, 31)
)
"""
COUNT = "from core.models import Court; print(Court.objects.values_list('size').count())"
MEND = "from core.models import Court; Court.objects.filter(size=0).update(size=1)"
BREAK = """\
from django.db import IntegrityError
from core.models import Court
try:
    Court.objects.update(size=-1)
except IntegrityError as error:
    print("refused")
"""
COLUMNS = """\
from django.db import connection
with connection.cursor() as cursor:
    found = connection.introspection.get_table_description(cursor, "core_court")
print(sorted(each.name for each in found))
"""
BEFORE = "['court_kind', 'name', 'number', 'shut', 'size']"


def build(folder: Path, text: str) -> BuiltProject:
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltProject("club", folder / "out/django_micro")


def refuse(folder: Path, text: str, database: dict[str, str]) -> None:
    """A build that sees the rows says how many there are."""
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out", **database)
    assert done.returncode == 1
    said = "error[migration-breaks-rule]: `Court` has a new rule; rows that break it: 15\n"
    assert said in done.stdout


def build_unseen(folder: Path, text: str) -> BuiltProject:
    """A build that sees no database leaves it to the migration."""
    database, elsewhere = folder / "out/django_micro/db.sqlite3", folder / "elsewhere"
    if database.exists():
        database.rename(elsewhere)
    built = build(folder, text)
    if elsewhere.exists():
        elsewhere.rename(database)
    return built


def ask(built: BuiltProject, code: str, database: dict[str, str]) -> str:
    done = built.manage("shell", "-v0", "-c", code, **database)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("vendor", ["sqlite", "postgres"])
def test_rows_that_break_a_rule_stop_a_migration(tmp_path: Path, vendor: str) -> None:
    if vendor == "postgres" and not find_command("initdb"):
        pytest.skip("there is no PostgreSQL")
    with serve_postgres() if vendor == "postgres" else nullcontext("") as address:
        database = {"DATABASE_URL": address} if address else {}
        built = build(tmp_path, PROJECT)
        assert built.manage("migrate", "-v0", **database).returncode == 0
        ask(built, FILL, database)
        rules = PROJECT.replace("surface", f"{RULES}surface", 1)
        refuse(tmp_path, rules, database)
        built = build_unseen(tmp_path, rules)
        done = built.manage("migrate", **database)
        assert done.returncode == 1
        said = done.stdout + done.stderr
        assert "Traceback" not in said
        assert "Rows of “Court” break a rule (court_size_shut_check): Too small, by 100%" in said
        assert "15 of them, with these keys: 2, 4, 6, 8, 10, 12, 14, 16, 18, 20…" in said
        assert ask(built, COLUMNS, database) == BEFORE
        ask(built, MEND.replace("update(size=1)", "delete()"), database)
        done = built.manage("migrate", "-v0", **database)
        assert done.returncode == 0, done.stderr
        assert ask(built, COUNT, database) == "15"
        assert ask(built, BREAK, database) == "refused"
        done = built.manage("makemigrations", "--check", "--dry-run", **database)
        assert done.returncode == 0, done.stdout


def test_rule_may_change_and_go(tmp_path: Path) -> None:
    rules = PROJECT.replace("surface", f"{RULES}surface", 1)
    for text in (
        rules,
        rules.replace("size > 0", "size >= 0"),
        rules.replace("Too", "Very"),
        PROJECT,
    ):
        built = build(tmp_path, text)
        assert built.manage("migrate", "-v0").returncode == 0
        done = built.manage("makemigrations", "--check", "--dry-run")
        assert done.returncode == 0, done.stdout
    for words in (["format", "--check"], ["check", "--select", "E,F,I,UP,B,DJ"]):
        done = run_python(built.folder, "-m", "ruff", *words, "--isolated", "core/migrations")
        assert done.returncode == 0, done.stdout


def test_first_rule_needs_nothing_of_earlier_builds(tmp_path: Path) -> None:
    """An earlier version of dazzle has left a project without the module that rules refer to."""
    built = build(tmp_path, PROJECT)
    for path in built.folder.rglob("constraints.py*"):
        path.unlink()
    record = built.folder / ".dazzle/files.json"
    known = json.loads(record.read_text(encoding="utf-8"))
    record.write_text(json.dumps({p: m for p, m in known.items() if "constraints" not in p}))
    built = build(tmp_path, PROJECT.replace("surface", f"{RULES}surface", 1))
    assert len(list((built.folder / "core/migrations").glob("0*.py"))) == 2
