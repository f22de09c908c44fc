"""Columns that no migration here knows, as those of another branch of git."""

from django.core.management import CommandError
from django.db import connections
from django.db.migrations import AddIndex, CreateModel, RemoveIndex, RenameIndex
from django.db.migrations.loader import MigrationLoader

from .permissions import APP

# What leaves the columns of tables that are there as they are.
ADDITIONS = (CreateModel, AddIndex, RemoveIndex, RenameIndex)


def keep_unknown_columns(using, plan, apps, **kwargs):
    """Stop before a migration that would lose columns in silence.

    For most changes SQLite makes a table anew, with the columns that migrations have.
    """
    connection = connections[using]
    operations = (
        operation
        for migration, _backwards in plan
        if migration.app_label == APP
        for operation in migration.operations
    )
    if connection.vendor != "sqlite" or all(
        isinstance(operation, ADDITIONS) for operation in operations
    ):
        return
    if columns := list(list_unknown_columns(connection, apps)):
        raise CommandError(explain(columns, list_unknown_migrations(connection)))


def list_unknown_columns(connection, apps):
    """Yield the columns that tables have and models, as migrations leave them, lack."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            if model._meta.app_label == APP and table in tables:
                known = {field.column for field in model._meta.local_fields}
                rows = connection.introspection.get_table_description(cursor, table)
                yield from (f"{table}.{r.name}" for r in rows if r.name not in known)


def list_unknown_migrations(connection):
    """Return the names of migrations that were applied and aren't there."""
    loader = MigrationLoader(connection)
    known = {*loader.disk_migrations, *loader.replacements}
    for migration in loader.disk_migrations.values():
        known.update(migration.replaces)
    applied = sorted({*loader.applied_migrations} - known)
    return [name for label, name in applied if label == APP]


def explain(columns, migrations):
    """Return what would be lost, and what to do."""
    source = f" It was given {', '.join(migrations)}, which isn’t here."
    return (
        f"The database has columns that no migration here knows: {', '.join(columns)}."
        f"{source if migrations else ''} On SQLite they would be lost now.\n"
        "Nothing was changed. Go back to the branch of git that knows them, undo its"
        " migrations there, or use another database."
    )
