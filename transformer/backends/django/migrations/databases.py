"""The project's databases, read and never written: what was migrated, and which rows there are."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections, transaction
from django.db.migrations.recorder import MigrationRecorder

_Result = TypeVar("_Result")
_SECONDS = 3
"""How long a server may take to answer at all."""
_LONGEST = 60_000
"""How many milliseconds a query may take before the rows count as out of reach."""
_POSTGRES = ("postgres", "postgresql", "pgsql")
_PREFIX = "project"
_LOGGED = 18
"""Where the head of an SQLite file says that it has a write-ahead log."""
Settings = dict[str, str | int | bool | dict[str, str | int | bool]]


class OutOfReachError(Exception):
    """Raised if a database can't be read; the text says why."""


@dataclass(frozen=True, slots=True)
class Database:
    """A database of the project, under the name that Django knows it by."""

    alias: str
    where: str

    def read(self, ask: Callable[[str], _Result]) -> _Result:
        """Ask a question in a transaction that can't write.

        Raises OutOfReachError.
        """
        try:
            connection = connections[self.alias]
            with transaction.atomic(using=self.alias):
                if connection.vendor == "postgresql":
                    with connection.cursor() as cursor:
                        cursor.execute("SET TRANSACTION READ ONLY")
                        cursor.execute(f"SET LOCAL statement_timeout = {_LONGEST}")
                return ask(self.alias)
        except (DatabaseError, ImproperlyConfigured, ImportError) as error:
            raise OutOfReachError(_say_error(error)) from error

    def list_applied(self, app: str) -> set[str]:
        """List the migrations of an app that the database has.

        Raises OutOfReachError.
        """
        return self.read(lambda alias: _list_applied(alias, app))


def _list_applied(alias: str, app: str) -> set[str]:
    applied = MigrationRecorder(connections[alias]).applied_migrations()
    return {name for label, name in applied if label == app}


def _say_error(error: Exception) -> str:
    text = str(error).strip() or type(error).__name__
    return text.splitlines()[0]


def configure_databases(addresses: Mapping[str, str]) -> tuple[dict[str, Settings], list[Database]]:
    """Make Django's settings of addresses, and the databases that they are about."""
    settings: dict[str, Settings] = {}
    databases = []
    for number, (where, address) in enumerate(addresses.items()):
        database = Database(f"{_PREFIX}{number}", where)
        settings[database.alias] = _configure(address)
        databases.append(database)
    return settings, databases


def _configure(address: str) -> Settings:
    parts = urlsplit("")
    with suppress(ValueError):
        parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return _configure_sqlite(unquote(parts.path)[1:])
    if parts.scheme in _POSTGRES:
        with suppress(ValueError):
            options: dict[str, str | int | bool] = {"connect_timeout": _SECONDS}
            return {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": unquote(parts.path)[1:],
                "USER": unquote(parts.username or ""),
                "PASSWORD": unquote(parts.password or ""),
                "HOST": unquote(parts.hostname or ""),
                "PORT": str(parts.port or ""),
                "OPTIONS": {**dict(parse_qsl(parts.query)), **options},
            }
    return {"ENGINE": "django.db.backends.dummy"}


def _configure_sqlite(path: str) -> Settings:
    place = path if path.startswith("/") or ":" in path else f"./{path}"
    spelled = place.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"file:{spelled}?mode=ro{'' if _is_open(place) else '&immutable=1'}",
        "OPTIONS": {"uri": True, "timeout": _SECONDS},
    }


def _is_open(path: str) -> bool:
    """Tell whether somebody may write to a database meanwhile.

    Whoever reads one with a write-ahead log that nobody has open leaves an empty log behind, unless
    the file can't change.
    """
    try:
        with open(path, "rb") as file:
            has_log = file.read(_LOGGED + 1)[_LOGGED:] == b"\2"
    except OSError:
        return True
    return not has_log or os.path.exists(f"{path}-wal")
