"""Migrations that the project's database has and the project hasn't, as of another git branch."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from django.db import connections
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from transformer.backends.django.migrations.databases import Database, OutOfReachError
from transformer.backends.django.migrations.requests import Found


def say_unknown(
    loader: MigrationLoader,
    app: str,
    state: ProjectState,
    made: Iterable[Migration],
    databases: Sequence[Database],
) -> Iterator[Found]:
    """Say what was applied to the database in use that isn't there, with the columns it left.

    A column that the models don't know would be lost: SQLite makes tables anew without it. What is
    `made` now may be what has been lost.
    """
    known = {*list_known(loader, app), *(each.name for each in made)}
    try:
        for database in databases[:1]:
            if unknown := sorted(database.list_applied(app) - known):
                columns = database.read(lambda alias: list_columns(alias, app, state))
                yield _say(unknown, columns)
    except OutOfReachError:
        return  # which is said where rows have to be looked at


def list_known(loader: MigrationLoader, app: str) -> Iterator[str]:
    """List the names of the migrations that are there, or that others there replace."""
    for (label, name), migration in loader.disk_migrations.items():
        if label == app:
            yield name
            yield from (old for _, old in migration.replaces)


def list_columns(alias: str, app: str, state: ProjectState) -> list[str]:
    """List the columns of a database that its models, as migrations leave them, haven't got."""
    connection, found = connections[alias], list[str]()
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for model in state.apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            if model._meta.app_label == app and table in tables:
                known = {field.column for field in model._meta.local_fields}
                rows = connection.introspection.get_table_description(cursor, table)
                found += [f"{table}.{row.name}" for row in rows if row.name not in known]
    return found


def _say(migrations: Collection[str], columns: Collection[str]) -> Found:
    found = f", with the columns {', '.join(columns)}" if columns else ""
    words = {"migrations": ", ".join(migrations), "found": found}
    return {"code": "migration-unknown", "words": words, "place": "", "stops": bool(columns)}
