"""The moment from which a row has its state, for transitions that rows make by themselves."""

from collections.abc import Iterator

from transformer.backends.django.application import ModelClass
from transformer.backends.django.code import Code, parse_cell


def declare_since(made: ModelClass) -> Iterator[tuple[str, Code]]:
    """Declare the field with that moment, where time changes the state of rows.

    Rows that are there when it comes get the moment of the migration: no sooner does the app know
    their state, so none of them moves too early.
    """
    if since := made.names.entities[made.entity].since:
        yield since, parse_cell("models.DateTimeField(default=now, editable=False)", {})
