"""Values that Python knows before a query runs."""

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import DecimalField, Value


def follow(person, *names):
    """What is found behind a person's attributes; None where one is missing."""
    for name in names:
        try:
            person = getattr(person, name, None)
        except ObjectDoesNotExist:
            return None
    return person


class Known(Value):
    """A value that may be missing; PostgreSQL is told its type all the same."""

    def __init__(self, value, output_field):
        super().__init__(value, output_field=output_field)

    def as_postgresql(self, compiler, connection):
        sql, params = self.as_sql(compiler, connection)
        is_number = isinstance(self.output_field, DecimalField)
        kind = "numeric" if is_number else self.output_field.db_type(connection)
        return f"{sql}::{kind}", params
