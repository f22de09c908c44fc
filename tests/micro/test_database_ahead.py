"""A database that has migrations of another git branch: nothing of it is lost in silence."""

import shutil

import pytest

from tests.micro.living_app import LivingApp

BOTH = pytest.mark.parametrize("living", ["sqlite", "postgres"], indirect=True)
PLACE = "from core.models import Pet; Pet.objects.update(place='Hall')"
SHOW = """\
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT place FROM core_pet")
    print(sorted(map(str, cursor.fetchall())))
"""


@pytest.fixture
def ahead(living: LivingApp) -> LivingApp:
    """An app on a branch without a field that its database has."""
    before, text = living.built.folder.with_name("before"), living.text
    data = shutil.ignore_patterns("db.sqlite3*")
    shutil.copytree(living.built.folder, before, ignore=data)
    living.edit("  born: date\n", "  born: date\n  place: text\n")
    living.accept()
    living.migrate()
    living.ask(PLACE)
    (living.built.folder / "core/migrations/0002_pet_place.py").unlink()
    shutil.copytree(before, living.built.folder, dirs_exist_ok=True)
    living.text = text
    return living


@BOTH
def test_build_names_what_the_database_has_besides(ahead: LivingApp) -> None:
    ahead.edit("fur: str(30)", "fur: str(40)")
    ahead.refuse(
        "error[migration-unknown]: migrations were applied to the database that aren't in"
        " core/migrations/: 0002_pet_place, with the columns core_pet.place\n",
        "^ switch back to the git branch that has them",
    )


def write_later(ahead: LivingApp) -> None:
    """Write a migration that remakes the table, as somebody without the database has it."""
    text = ahead.built.folder / "core/models.py"
    models = text.read_text(encoding="utf-8")
    text.write_text(models.replace("max_length=30", "max_length=40", 1), encoding="utf-8")
    done = ahead.built.manage("makemigrations", "core", **ahead.variables)
    assert done.returncode == 0, done.stderr


def test_migrate_stops_before_it_loses_a_column(ahead: LivingApp) -> None:
    write_later(ahead)
    said = ahead.stop()
    assert "core_pet.place" in said and "0002_pet_place" in said
    assert "Nothing was changed." in said
    assert ahead.ask(SHOW) == str(["('Hall',)"] * 3)


def test_what_leaves_tables_alone_is_migrated(ahead: LivingApp) -> None:
    path = ahead.built.folder / "core/migrations/0002_mine.py"
    path.write_text(
        "from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n"
        "    dependencies = [('core', '0001_initial')]\n"
        "    operations = [migrations.CreateModel('Room', [('id', models.AutoField("
        "primary_key=True))])]\n",
        encoding="utf-8",
    )
    done = ahead.built.manage("migrate", "-v0", **ahead.variables)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("living", ["postgres"], indirect=True)
def test_postgres_loses_no_column(ahead: LivingApp) -> None:
    write_later(ahead)
    done = ahead.built.manage("migrate", "-v0", **ahead.variables)
    assert done.returncode == 0, done.stderr
    assert ahead.ask(SHOW) == str(["('Hall',)"] * 3)


def test_migration_without_a_column_is_only_named(living: LivingApp) -> None:
    living.ask(
        "from django.db import connection\n"
        "from django.db.migrations.recorder import MigrationRecorder\n"
        "MigrationRecorder(connection).record_applied('core', '0002_gone')"
    )
    living.edit("fur: str(30)", "fur: str(40)")
    said = living.accept()
    assert "warning[migration-unknown]: " in said and "0002_gone\n" in said
    living.migrate()
