"""A process of its own that asks Django which migrations an app lacks.

`python -m transformer.backends.django.migrations.autodetector ACCOUNT FOLDER [PROJECT]` reads the
package `core` in FOLDER, where people sign in as ACCOUNT, and from its input a JSON list of what
was renamed, and prints one JSON object. What the modules import besides may come from PROJECT.
"""

import contextlib
import json
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TypedDict

import django
from django.apps import AppConfig, apps
from django.conf import settings
from django.db.migrations import (
    DeleteModel,
    Migration,
    RemoveConstraint,
    RemoveField,
    RemoveIndex,
    RenameField,
    RenameModel,
    RunPython,
)
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter

from transformer.backends.django.migrations.layout import lay_out_migration
from transformer.backends.django.migrations.questioner import Questioner
from transformer.backends.django.migrations.renames import Rename
from transformer.output.outcome import Note

APP = "core"


class CoreConfig(AppConfig):
    """The app without its own configuration, whose `ready` may want the project's settings."""

    name = APP


def configure_django(account: str) -> None:
    """Set Django up with nothing but the app and the framework's accounts."""
    settings.configure(
        INSTALLED_APPS=[
            "django.contrib.contenttypes",
            "django.contrib.auth",
            f"{__spec__.name}.CoreConfig",
        ],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        AUTH_USER_MODEL=account,
        USE_TZ=True,
    )
    django.setup()


class Written(TypedDict):
    """A migration as it is written."""

    name: str
    text: str


class Answer(TypedDict):
    """The migrations that an app lacks, and the notes on them."""

    migrations: list[Written]
    notes: list[Note]


def detect_changes(renames: Iterable[Rename] = ()) -> Answer:
    """Detect which migrations the app lacks; ValueError if two migrations are the last one."""
    loader = MigrationLoader(None)
    if leaves := loader.detect_conflicts().get(APP):
        raise ValueError(f"two migrations are the last one: {', '.join(sorted(leaves))}")
    before, after = loader.project_state(), ProjectState.from_apps(apps)
    renamed = list(rename_parts(before, after, renames))
    questioner = Questioner(APP, after)
    detector = MigrationAutodetector(before, after, questioner)
    changes = detector.changes(graph=loader.graph, trim_to_apps={APP}, convert_apps={APP})
    if renamed and not changes.get(APP):
        changes = detector.arrange_for_graph({APP: [Migration("", APP)]}, loader.graph)
    made = changes.get(APP, [])
    if renamed:
        prepend_operations(renamed, made[0])
    keep_accounts(made)
    drops = (drop for migration in made for drop in note_drops(migration.operations, before))
    return {
        "migrations": [
            {"name": one.name, "text": lay_out_migration(MigrationWriter(one, False).as_string())}
            for one in made
        ],
        "notes": [*questioner.notes, *drops],
    }


def keep_accounts(made: Iterable[Migration]) -> None:
    """Give accounts an email address each before the names go that people have signed in with."""
    account = settings.AUTH_USER_MODEL.partition(".")[2].lower()
    for migration in made:
        operations = migration.operations
        assert isinstance(operations, list)  # if typed as what can't be changed
        gone = [each for each in operations if isinstance(each, RemoveField)]
        if ("username", account) in [(each.name_lower, each.model_name_lower) for each in gone]:
            give_emails = import_module("pages.accounts.emails").give_emails
            operations[:0] = [RunPython(give_emails, RunPython.noop)]


def prepend_operations(renamed: list[Operation], migration: Migration) -> None:
    """Let a migration rename what is renamed before it does anything else.

    But for constraints and indexes that go: they name a field as it was, and SQLite makes a
    table anew with all of them when a field is renamed.
    """
    operations = migration.operations
    assert isinstance(operations, list)  # if typed as what can't be changed
    models = [each for each in renamed if isinstance(each, RenameModel)]
    removed = [each for each in operations if isinstance(each, RemoveConstraint | RemoveIndex)]
    fields = [each for each in renamed if each not in models]
    rest = [each for each in operations if each not in removed]
    operations[:] = [*models, *removed, *fields, *rest]
    migration.name = f"{migration.name.partition('_')[0]}_{migration.suggest_name()}"


def rename_parts(
    before: ProjectState, after: ProjectState, renames: Iterable[Rename]
) -> Iterator[Operation]:
    """List the operations that rename what is called as before, each done to the older state.

    Done ahead of the comparison, since Django only takes for renamed what is otherwise the same.
    """
    for model, old, new in renames:
        operation = RenameField(model.lower(), old, new) if model else RenameModel(old, new)
        was, now = (list_parts(state, model) for state in (before, after))
        if old.lower() in was and new.lower() not in was and old.lower() not in now:
            operation.state_forwards(APP, before)
            yield operation


def list_parts(state: ProjectState, model: str) -> set[str]:
    """List the names of a model's fields, in lower case, or of all models if none is named."""
    states: dict[tuple[str, str], ModelState] = state.models
    models = {name: found for (app, name), found in states.items() if app == APP}
    if not model:
        return set(models)
    found = models.get(model.lower())
    return {name.lower() for name in found.fields} if found else set()


def note_drops(operations: Iterable[Operation], before: ProjectState) -> Iterator[Note]:
    """Note each table and each column whose data a migration deletes."""
    operations = list(operations)
    gone = {one.name_lower for one in operations if isinstance(one, DeleteModel)}
    for one in operations:
        if isinstance(one, DeleteModel):
            yield "migration-drops", {"what": one.name}
        elif isinstance(one, RemoveField) and one.model_name_lower not in gone:
            model: ModelState = before.models[APP, one.model_name_lower]
            yield "migration-drops", {"what": f"{model.name}.{one.name}"}


def main(account: str, folder: str, *project: str) -> None:
    """Print what the app in `folder` lacks; modules may print too, to stderr."""
    sys.path[:1] = [folder]
    sys.path += project
    try:
        with contextlib.redirect_stdout(sys.stderr):
            renames: list[Rename] = json.load(sys.stdin)
            configure_django(account)
            answer = detect_changes(renames)
    except Exception as error:  # the app's code may raise whatever it likes
        sys.exit(f"{type(error).__name__}: {' '.join(str(error).split())}")
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
