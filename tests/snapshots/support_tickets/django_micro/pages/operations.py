"""Operations of migrations that look at rows, or fill them, before a table changes."""

from django.core.exceptions import ValidationError
from django.core.management import CommandError
from django.core.validators import DecimalValidator
from django.db import models, router
from django.db.migrations.operations.base import Operation
from django.utils.text import capfirst

MOST_NAMED = 10
AT_ONCE = 500  # keys in one query


class RowOperation(Operation):
    """An operation that leaves all tables as they are."""

    reduces_to_sql = False

    def __init__(self, model_name):
        self.model_name = model_name

    def state_forwards(self, app_label, state):
        """Nothing: the models stay as they are."""

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """Nothing: what was looked at or filled does no harm."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        model = from_state.apps.get_model(app_label, self.model_name)
        alias = schema_editor.connection.alias
        if router.allow_migrate_model(alias, model) and not schema_editor.collect_sql:
            self.work(model, model._base_manager.using(alias), schema_editor)

    def describe(self):
        """What `migrate` and `sqlmigrate` say of it."""
        return f"{type(self).__name__} {self.model_name}"


class RefuseRows(RowOperation):
    """Stops a migration, before it changes anything, at rows that would be harmed."""

    def __init__(self, model_name, *, field=None, condition=None, reason):
        super().__init__(model_name)
        self.field, self.condition, self.reason = field, condition, reason

    def look(self, rows):
        """How many rows stand in the way, and the keys and values of some of them."""
        found = self.find_rows(rows)
        some = found.order_by("pk").values_list("pk", self.field or "pk")
        return found.count(), list(some[:MOST_NAMED])

    def find_rows(self, rows):
        """The rows that stand in the way."""
        return rows.all() if self.condition is None else rows.filter(self.condition)

    def work(self, model, rows, schema_editor):
        count, some = self.look(rows)
        if count:
            raise CommandError(self.explain(model, count, [key for key, _ in some]))

    def explain(self, model, count, keys):
        """Which rows stand in the way of what, and what to do."""
        named = ", ".join(map(str, keys)) + ("…" if count > len(keys) else "")
        part = f", {self.field}" if self.field else ""
        return (
            f"“{capfirst(model._meta.verbose_name)}”{part}: {self.reason}: {count},"
            f" with these keys: {named}\n"
            "This migration has changed nothing. Mend the rows, then migrate again; if"
            f" it is meant, take {type(self).__name__} out of the migration."
        )


class RefuseDuplicates(RefuseRows):
    """Stops a migration at rows that share what no two rows may share.

    Without fields, these are any two: they would share what they are going to get.
    """

    def __init__(self, model_name, *, fields, condition=None, reason):
        field = fields[0] if fields else None
        super().__init__(model_name, field=field, condition=condition, reason=reason)
        self.fields = fields

    def find_rows(self, rows):
        """The rows that have what another one has as well."""
        rows = super().find_rows(rows)
        alike = rows.filter(**{name: models.OuterRef(name) for name in self.fields})
        return rows.filter(models.Exists(alike.exclude(pk=models.OuterRef("pk"))))


class RefuseUnreadable(RefuseRows):
    """Stops a migration at values that can't be what their column becomes."""

    def __init__(self, model_name, *, field, becomes, reason):
        super().__init__(model_name, field=field, reason=reason)
        self.becomes = becomes

    def look(self, rows):
        """How many rows stand in the way, and the keys and values of some of them."""
        lost = find_lost(rows, self.field, self.becomes)
        return len(lost), lost[:MOST_NAMED]


class FillRows(RowOperation):
    """Gives rows a value: those without one, or those that a condition is about.

    With `becomes`, those whose value such a field can't hold.
    """

    def __init__(self, model_name, *, field, value, condition=None, becomes=None):
        super().__init__(model_name)
        self.field, self.value = field, value
        self.condition, self.becomes = condition, becomes

    def work(self, model, rows, schema_editor):
        value = self.value
        if hasattr(value, "resolve_expression"):
            same = rows.filter(pk=models.OuterRef("pk")).order_by()
            found = same.annotate(filled_value=value).values("filled_value")
            value = models.Subquery(found[:1])
        for condition in self.list_conditions(model, rows):
            rows.filter(condition).update(**{self.field: value})
        settle(schema_editor)

    def describe(self):
        return f"Fill field {self.field} of {self.model_name}"

    def list_conditions(self, model, rows):
        """Which rows get the value, in one query or in several."""
        if self.becomes is None:
            missing = is_missing(model._meta.get_field(self.field))
            return [missing if self.condition is None else self.condition]
        lost = [key for key, _value in find_lost(rows, self.field, self.becomes)]
        parts = (
            lost[start : start + AT_ONCE] for start in range(0, len(lost), AT_ONCE)
        )
        return [models.Q(pk__in=part) for part in parts]


class RewriteTexts(RowOperation):
    """Spells texts as their column will have them; what can't be read goes.

    They are what a column of another type, `of`, has become, if it isn't text itself.
    """

    def __init__(self, model_name, *, field, becomes, of=None):
        super().__init__(model_name)
        self.field, self.becomes, self.of = field, becomes, of

    def work(self, model, rows, schema_editor):
        pairs = rows.exclude(**{f"{self.field}__isnull": True})
        for key, text in list(pairs.values_list("pk", self.field)):
            spelled = self.spell(text.strip(), schema_editor.connection)
            if spelled != text:
                rows.filter(pk=key).update(**{self.field: spelled})
        settle(schema_editor)

    def describe(self):
        return f"Spell field {self.field} of {self.model_name} as its new type"

    def spell(self, text, connection):
        """The text that the database takes for the value that a text says."""
        # PostgreSQL says `true` where Django reads `True`.
        value = self.of.to_python(text.title()) if self.of else text
        if value == "" or is_lost(value, self.becomes):
            return None
        value = self.becomes.to_python(value)
        if isinstance(value, bool):
            return "1" if value else "0"
        return str(self.becomes.get_db_prep_save(value, connection))


def is_missing(field):
    """The condition that a field has no value."""
    missing = models.Q(**{f"{field.name}__isnull": True})
    is_text = isinstance(field, models.CharField | models.TextField | models.FileField)
    return missing | models.Q(**{field.name: ""}) if is_text else missing


def find_lost(rows, name, field):
    """The keys and values of rows whose value a field of another type can't hold."""
    pairs = rows.order_by("pk").values_list("pk", name).iterator()
    return [pair for pair in pairs if is_lost(pair[1], field)]


def is_lost(value, field):
    """Whether another field can't hold a value as it is."""
    is_text = isinstance(value, str)
    if value is None or (is_text and not value.strip()):
        return False
    try:
        read = field.to_python(value.strip() if is_text else value)
        for validator in field.validators:
            if not isinstance(validator, DecimalValidator):  # which counts zeros
                validator(read)
    except (ArithmeticError, TypeError, ValueError, ValidationError):
        return True
    is_same = is_text or isinstance(read, str) or read == value
    return not (is_same and is_chosen(read, field)) or lacks_digits(read, field)


def is_chosen(value, field):
    """Whether a value is one of the choices, if a field has any."""
    return not field.choices or value in dict(field.flatchoices)


def lacks_digits(number, field):
    """Whether a decimal number has more digits than its field."""
    if not isinstance(field, models.DecimalField):
        return False
    before = max(number.adjusted() + 1, 0) if number else 0
    rounded = round(number, field.decimal_places)
    return before > field.max_digits - field.decimal_places or rounded != number


def settle(schema_editor):
    """Let PostgreSQL check references now, as it changes no table with checks to do."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")
