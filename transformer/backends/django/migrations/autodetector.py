"""A process of its own that asks Django which migrations an app lacks.

`python -m transformer.backends.django.migrations.autodetector ACCOUNT FOLDER [PROJECT]` reads the
package `core` in FOLDER, where people sign in as ACCOUNT, and from its input a request, and prints
an answer; `requests.py` has what they are. What the modules import besides may come from PROJECT.
"""

import contextlib
import json
import sys
from collections.abc import Mapping, Sequence

import django
from django.apps import AppConfig
from django.conf import settings
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.writer import MigrationWriter

from transformer.backends.django.migrations.comparison import make_migrations
from transformer.backends.django.migrations.databases import (
    Database,
    Settings,
    configure_databases,
)
from transformer.backends.django.migrations.graph import (
    ClashError,
    drop_replaceable,
    list_renames,
    merge_leaves,
)
from transformer.backends.django.migrations.layout import lay_out_migration
from transformer.backends.django.migrations.requests import (
    APP,
    EMPTY,
    NOTHING,
    Answer,
    Found,
    Request,
    Written,
)
from transformer.backends.django.migrations.row_operations import register_sources


class CoreConfig(AppConfig):
    """The app without its own configuration, whose `ready` may want the project's settings."""

    name = APP


def configure_django(account: str, databases: Mapping[str, Settings]) -> None:
    """Set Django up with nothing but the app and the framework's accounts."""
    memory: Settings = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    settings.configure(
        INSTALLED_APPS=[
            "django.contrib.contenttypes",
            "django.contrib.auth",
            f"{__spec__.name}.CoreConfig",
        ],
        DATABASES={"default": memory, **databases},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        AUTH_USER_MODEL=account,
        USE_TZ=True,
    )
    django.setup()
    register_sources()


def detect_changes(request: Request = EMPTY, databases: Sequence[Database] = ()) -> Answer:
    """Detect which migrations the app lacks; ValueError if that can't be told."""
    loader = MigrationLoader(None)
    replaced = drop_replaceable(loader, APP, request["replaceable"], databases)
    answer: Answer = {**NOTHING, "replaced": [each.name for each in replaced]}
    try:
        merged = merge_leaves(loader, APP)
    except ClashError as error:
        return {**answer, "findings": [_say_clash(*map(str, error.args))]}
    implied = [] if request["allow_loss"] else [*list_renames(replaced)]
    request = {**request, "renames": [*request["renames"], *implied]}
    made = make_migrations(loader, request, databases)
    written: list[Written] = [
        {"name": each.name, "text": lay_out_migration(MigrationWriter(each, False).as_string())}
        for each in made.migrations
    ]
    return {
        **answer,
        "migrations": [*([merged] if merged else []), *written],
        "operations": made.operations,
        "renamed": [*list_renames(made.migrations)],
        "findings": made.found,
    }


def _say_clash(one: str, other: str) -> Found:
    words = {"one": one, "other": other}
    return {"code": "migration-forks", "words": words, "place": "", "stops": True}


def main(account: str, folder: str, *project: str) -> None:
    """Print what the app in `folder` lacks; modules may print too, to stderr."""
    sys.path[:1] = [folder]
    sys.path += project
    try:
        with contextlib.redirect_stdout(sys.stderr):
            request: Request = json.load(sys.stdin)
            settings_of, databases = configure_databases(request["databases"])
            configure_django(account, settings_of)
            answer = detect_changes(request, databases)
    except Exception as error:  # the app's code may raise whatever it likes
        sys.exit(f"{type(error).__name__}: {' '.join(str(error).split())}")
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
