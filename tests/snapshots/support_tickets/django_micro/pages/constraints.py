"""Constraints that hold rows to the app's rules, however they are changed."""

from django.core.management import CommandError
from django.db import models
from django.db.migrations.operations import AddConstraint
from django.utils.text import capfirst

MOST_NAMED = 10


class DatabaseCheck(models.CheckConstraint):
    """A rule that the database holds; the model's `clean` tells people about it."""

    def validate(self, *args, **kwargs):
        """Nothing: nobody is told twice."""

    def deconstruct(self):
        """As a migration has it, which needs nothing of the app."""
        _path, args, kwargs = super().deconstruct()
        return "django.db.models.CheckConstraint", args, kwargs


class AddCheck(AddConstraint):
    """Adds a check to a table, unless rows are there that break it."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        model = to_state.apps.get_model(app_label, self.model_name)
        alias = schema_editor.connection.alias
        if self.allow_migrate_model(alias, model) and not schema_editor.collect_sql:
            rows = model._base_manager.using(alias).filter(~self.constraint.condition)
            if count := rows.count():
                raise CommandError(self.explain(model, rows, count))
        super().database_forwards(app_label, schema_editor, from_state, to_state)

    def explain(self, model, rows, count):
        """What is wrong with which rows, and what to do."""
        keys = rows.order_by("pk").values_list("pk", flat=True)[:MOST_NAMED]
        named = ", ".join(map(str, keys)) + ("…" if count > MOST_NAMED else "")
        rule = self.constraint.get_violation_error_message()
        title = capfirst(model._meta.verbose_name)
        return (
            f"Rows of “{title}” break a rule ({self.constraint.name}): {rule}\n"
            f"There are {count} of them, with these keys: {named}\n"
            "This migration has changed nothing. Mend the rows, then migrate again;"
            " if it is the migration that gives them their values, mend it instead."
        )
