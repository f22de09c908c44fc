"""The program that serves an app while somebody works on it; `dazzle dev` runs it.

It runs in the app's folder and in the app's interpreter, which need not have dazzle. What it says
are lines of JSON on standard output, and what it is told are such lines on standard input. What
the app itself prints goes to standard error.
"""

import importlib
import json
import os
import runpy
import sys
import threading
import traceback
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.migrations import Migration
    from django.db.migrations.operations.base import Operation

RUNSERVER = ["manage.py", "runserver", "127.0.0.1:0", "--noreload", "--traceback"]
Word = str | int | Sequence[str] | None
FINDINGS = {"CommandError", "SystemCheckError", "ImproperlyConfigured"}
"""Errors of Django whose words are for people; it may not be there to ask for them."""
SERVED = "django.core.wsgi"
"""Whoever has imported it before the settings is a server for others, as the settings see it."""
IN_SITE = "site-packages"
ADDITIONS = {"CreateModel", "AddField"}
DELETIONS = {"DeleteModel", "RemoveField"}
CONSENT = threading.Event()
"""Somebody's word that data may be deleted."""
TEST_MODULES = {"tests", "tests.py"}


def main() -> None:
    """Serve the app of the current folder until standard input ends."""
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(**words: Word) -> None:
        print(json.dumps(words), file=channel, flush=True)

    known = wait_for_start(say)
    threading.Thread(target=heed_changes, args=[say], daemon=True).start()
    sys.path.insert(0, os.getcwd())
    sys.argv = RUNSERVER
    try:
        run_server(say, known)
    except Exception as error:
        say(said="failed", text=describe_error(error), missing=find_missing(error))
        os._exit(1)


def run_server(say: Callable[..., None], known: Collection[str]) -> None:
    """Run what `manage.py runserver` runs, prepared as soon as the app lets Django run it."""
    from django.core import management

    execute = management.execute_from_command_line

    def execute_prepared(argv: list[str] | None = None) -> None:
        prepare_runserver(say, known)
        execute(argv)

    management.execute_from_command_line = execute_prepared
    runpy.run_path("manage.py", run_name="__main__")


def wait_for_start(say: Callable[..., None]) -> Collection[str]:
    """Import what an app needs besides its own modules, until it is to be served.

    The answer are the files whose deletions nobody has to be asked about.
    """
    for line in iter(sys.stdin.readline, ""):
        order = json.loads(line)
        if "serve" in order:
            return frozenset(order["serve"])
        say(said="warm", names=import_modules(order["import"]))
    os._exit(0)


def import_modules(names: Iterable[str]) -> Sequence[str]:
    """Import modules; those that can't be without settings, or that would mislead these."""
    refused = []
    for name in names:
        try:
            importlib.import_module(name)
        except Exception:
            refused.append(name)
        if sys.modules.pop(SERVED, None):
            refused.append(name)
    return refused


def heed_changes(say: Callable[..., None]) -> None:
    """Answer whether the app still fits its files after a change; end when dazzle does."""
    for line in iter(sys.stdin.readline, ""):
        order = json.loads(line)
        if "changed" in order:
            changed = [*map(Path, order["changed"])]
            if not find_models().isdisjoint(changed):
                say(said="modelled")
            say(said="outdated" if is_outdated(changed) else "current")
        else:
            CONSENT.set()
    os._exit(0)


def find_models() -> set[Path]:
    """Find the app's own files that define models, which migrations follow from."""
    from django.apps import apps

    names = {model.__module__ for model in apps.get_models()}
    files = (sys.modules[name].__file__ for name in names)
    return {Path(file) for file in files if file and is_own(file)}


def is_outdated(paths: Iterable[Path]) -> bool:
    """Tell whether a change needs the app to be started anew; templates are just read again."""
    from django.utils.autoreload import file_changed

    for path in paths:
        if path.name == ".env" or (path.suffix == ".py" and TEST_MODULES.isdisjoint(path.parts)):
            return True
        file_changed.send(sender=None, file_path=path)
    return False


def prepare_runserver(say: Callable[..., None], known: Collection[str]) -> None:
    """Make runserver migrate first, and tell its port to dazzle rather than to people."""
    # Loaded first, because runserver's module imports what is SERVED.
    from django.conf import settings

    _ = settings.DEBUG
    from django.core.management.commands.runserver import Command

    terminal = sys.stdout
    # Nothing has changed for whoever reads that there are no issues at each save.
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115

    def tell_port(_: Command, port: int) -> None:
        sys.stdout = terminal
        say(said="ready", port=int(port), names=list_foreign_modules())

    def migrate_first(_: Command) -> None:
        migrate(say, known)

    for name, method in {"on_bind": tell_port, "check_migrations": migrate_first}.items():
        setattr(Command, name, method)


def migrate(say: Callable[..., None], known: Collection[str]) -> None:
    """Apply what is pending, and before anything is deleted, ask."""
    from django.core.management import call_command

    if pending := list_pending():
        if losses := list_losses(pending, known):
            say(said="asks", names=losses)
            CONSENT.wait()
        say(said="migrating", names=[*map(name_migration, pending)])
        call_command("migrate", verbosity=0, interactive=False)


def list_foreign_modules() -> Sequence[str]:
    """List the modules that don't come from the app's folder, as it was when it was started."""
    files = {name: getattr(module, "__file__", None) for name, module in [*sys.modules.items()]}
    outside = [name for name, file in files.items() if file and not is_own(file)]
    return [name for name in outside if name != "__main__"]


def is_own(place: str) -> bool:
    """Tell whether a place lies in the app's folder, and not in a virtual environment there."""
    return os.path.join(os.getcwd(), "") in place and IN_SITE not in place


def list_pending() -> "Sequence[Migration]":
    """List the migrations that the database doesn't have yet."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    return [migration for migration, _ in executor.migration_plan(leaves)]


def list_losses(pending: "Sequence[Migration]", known: Collection[str]) -> Sequence[str]:
    """List what migrations delete from the database, but for those in files that are known."""
    losses, made = [], set()
    filled = list_filled_apps()  # where nothing has been applied there is nothing to delete
    for migration in pending:
        can_lose = migration.app_label in filled
        can_lose &= sys.modules[migration.__module__].__file__ not in known
        for operation in migration.operations:
            subject = (migration.app_label, *name_subject(operation))
            if type(operation).__name__ in ADDITIONS:
                made.add(subject)
            elif type(operation).__name__ in DELETIONS and can_lose and subject not in made:
                losses.append(f"{name_migration(migration)}: {operation.describe()}")
    return losses


def list_filled_apps() -> Collection[str]:
    """List the apps of which the database has something."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    return {label for label, _ in MigrationRecorder(connection).applied_migrations()}


def name_subject(operation: "Operation") -> tuple[str, str]:
    """Name the model that an operation is about, and the field, if it is about one."""
    model = getattr(operation, "model_name_lower", "")
    return model, getattr(operation, "name_lower", "")


def name_migration(migration: "Migration") -> str:
    """Name a migration as `core.0002_task_place`."""
    return f"{migration.app_label}.{migration.name}"


def describe_error(error: Exception) -> str:
    """Describe what keeps the app from starting: a finding of Django's, or where Python fails."""
    if type(error).__name__ in FINDINGS:
        return str(error)
    # What led to it stands in the same lines; Django's own say nothing of the app.
    lines = traceback.format_exception(error, chain=False)
    own = [line for line in lines if not line.startswith("  File") or is_own(line)]
    return "".join(own[1:] if len(own) == 2 else own)


def find_missing(error: Exception) -> str | None:
    """Find the package that isn't installed, if that is what is wrong."""
    if not isinstance(error, ModuleNotFoundError) or not error.name:
        return None
    name = error.name.partition(".")[0]
    return None if Path(name).exists() or Path(f"{name}.py").exists() else name


if __name__ == "__main__":
    main()
