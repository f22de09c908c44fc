"""Within an app: check it, migrate it, fill it, and say what its tables have.

`python -m tests.lives.app_side ROWS` in the folder of an app adds so many rows to each table.
"""

import json
import os
import re
import sys
from typing import Any

LEFT_OUT = {
    "django_migrations",
    "django_content_type",
    "auth_permission",
    "auth_group_permissions",
    "django_session",
}


def dump_tables() -> dict[str, Any]:
    """Every table but those that Django, SQLite and triggers for searches keep."""
    from django.db import connection

    tables: dict[str, Any] = {}
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            if name in LEFT_OUT or re.match("sqlite_", name) or "__search" in name:
                continue
            key = connection.introspection.get_primary_key_column(cursor, name)
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
            columns = [each[0] for each in cursor.description]
            rows = [[_show(value) for value in row] for row in cursor.fetchall()]
            tables[name] = {"columns": columns, "key": key, "rows": rows}
    return tables


def _show(value: Any) -> Any:
    return value if isinstance(value, str | int | float | None) else str(value)


def fill_tables(count: int) -> None:
    """Add rows to each table, as far as its rules allow that many."""
    from django.contrib.auth import get_user_model
    from django.db import DatabaseError

    from tests.micro.rows import fill_table, is_stand_in, list_models, numbers

    people = get_user_model()
    if is_stand_in(people) and not people.objects.exists():
        people.objects.create_superuser("owner")
    for model in list_models():
        there = model._base_manager.count()
        for _ in range(there * 3):
            next(numbers)
        try:
            fill_table(model, there + count)
        except (DatabaseError, LookupError, ValueError) as error:
            print(f"{model.__name__} has {there}: {error}", file=sys.stderr)


def main() -> None:
    """Do what `manage.py` is asked for after each build, in one process."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "app.settings"
    os.environ |= {"DEBUG": "True", "SECRET_KEY": "only-for-tests" * 5}
    import django
    from django.core.management import call_command

    django.setup()
    call_command("check", verbosity=0)
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    call_command("migrate", verbosity=0)
    if count := int(sys.argv[1]):
        fill_tables(count)
    print(json.dumps(dump_tables()))


if __name__ == "__main__":
    main()
