"""A process of its own that asks Django which migrations an app lacks.

`python -m transformer.output.autodetector FOLDER [PROJECT]` reads the package `core` in FOLDER and
prints one JSON object. What its modules import besides may come from PROJECT.
"""

import contextlib
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import django
from django.apps import AppConfig, apps
from django.conf import settings
from django.db.migrations import DeleteModel, RemoveField
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import MigrationWriter

from transformer.output.migration_layout import lay_out_migration
from transformer.output.outcome import Remark
from transformer.output.questioner import Questioner

APP = "core"


class CoreConfig(AppConfig):
    """The app without its own configuration, whose `ready` may want the project's settings."""

    name = APP


def configure_django() -> None:
    """Set Django up with nothing but the app and the framework's accounts."""
    settings.configure(
        INSTALLED_APPS=[
            "django.contrib.contenttypes",
            "django.contrib.auth",
            f"{__spec__.name}.CoreConfig",
        ],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
    )
    django.setup()


def detect_changes() -> dict[str, Any]:
    """The migrations that the app lacks, each with name and text, and the notes on them."""
    loader = MigrationLoader(None)
    if leaves := loader.detect_conflicts().get(APP):
        raise ValueError(f"two migrations are the last one: {', '.join(sorted(leaves))}")
    before, after = loader.project_state(), ProjectState.from_apps(apps)
    questioner = Questioner(APP, after)
    detector = MigrationAutodetector(before, after, questioner)
    changes = detector.changes(graph=loader.graph, trim_to_apps={APP}, convert_apps={APP})
    made = changes.get(APP, [])
    drops = (drop for migration in made for drop in note_drops(migration.operations, before))
    return {
        "migrations": [
            {"name": one.name, "text": lay_out_migration(MigrationWriter(one, False).as_string())}
            for one in made
        ],
        "notes": [*questioner.notes, *drops],
    }


def note_drops(operations: Iterable[Operation], before: ProjectState) -> Iterator[Remark]:
    """A note for each table and each column whose data a migration deletes."""
    operations = list(operations)
    gone = {one.name_lower for one in operations if isinstance(one, DeleteModel)}
    for one in operations:
        if isinstance(one, DeleteModel):
            yield "migration-drops", {"what": one.name}
        elif isinstance(one, RemoveField) and one.model_name_lower not in gone:
            model = before.models[APP, one.model_name_lower].name
            yield "migration-drops", {"what": f"{model}.{one.name}"}


def main(folder: str, *project: str) -> None:
    """Print what the app in `folder` lacks; modules may print too, to stderr."""
    sys.path[:1] = [folder]
    sys.path += project
    try:
        with contextlib.redirect_stdout(sys.stderr):
            configure_django()
            answer = detect_changes()
    except Exception as error:  # the app's code may raise whatever it likes
        sys.exit(f"{type(error).__name__}: {' '.join(str(error).split())}")
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
