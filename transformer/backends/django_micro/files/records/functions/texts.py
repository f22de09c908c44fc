"""Texts, and structured data that holds some."""

from django.db import models
from django.db.models import Func


def fold(text):
    """A text in which capital and small letters are the same.

    Small ones first, because not all that have the same small letter share a capital.
    """
    return text.lower().upper()


def has_text(text, part):
    """Whether a text holds another; capital and small letters are the same."""
    return bool(text and part) and fold(part) in fold(text)


def has_item(data, text):
    """Whether a text is an item of a list, or a key of a dictionary."""
    return isinstance(data, list | dict) and bool(text) and text in data


def find_rank(value, values):
    """The place of a value among others; None if it isn't there."""
    return values.index(value) if value in values else None


class JoinTexts(Func):
    """Texts one after the other, as far as they are there."""

    output_field = models.TextField()

    def as_sql(self, compiler, connection):
        parts = [compiler.compile(each) for each in self.source_expressions]
        joined = " || ".join(f"COALESCE({sql}, '')" for sql, _ in parts)
        return f"({joined})", [each for _, params in parts for each in params]


class CodePoints(Func):
    """A text that is compared by code points, and missing if it is empty."""

    output_field = models.TextField()
    template = "NULLIF(%(expressions)s, '')"

    def as_postgresql(self, compiler, connection):
        return self.as_sql(
            compiler, connection, template=f'({self.template} COLLATE "C")'
        )


class HasText(Func):
    """Whether a text holds another; capital and small letters are the same."""

    function = "has_text"
    output_field = models.BooleanField()

    def as_postgresql(self, compiler, connection):
        text, part = self.source_expressions
        text, text_params = compiler.compile(text)
        part, part_params = compiler.compile(part)
        fold = 'UPPER(LOWER({} COLLATE "und-x-icu"))'
        text, part = fold.format(text), fold.format(f"NULLIF({part}, '')")
        return f"COALESCE(STRPOS({text}, {part}) > 0, FALSE)", [
            *text_params,
            *part_params,
        ]


class HasItem(Func):
    """Whether a text is an item of a list, or a key of a dictionary."""

    function = "has_item"
    output_field = models.BooleanField()

    def as_postgresql(self, compiler, connection):
        data, text = self.source_expressions
        data, data_params = compiler.compile(data)
        text, text_params = compiler.compile(text)
        named = f"SELECT {data} AS data, NULLIF({text}, '') AS part OFFSET 0"
        is_many = "JSONB_TYPEOF(data) IN ('array', 'object')"
        found = f"COALESCE({is_many} AND data ? part, FALSE)"
        return f"(SELECT {found} FROM ({named}) AS given)", [*data_params, *text_params]
