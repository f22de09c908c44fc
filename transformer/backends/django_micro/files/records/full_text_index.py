"""The index of a full-text search in PostgreSQL, which models and migrations name.

It is of an expression, so no column holds what is only there to be searched. Migrations
need this module as long as they are there.
"""

import unicodedata

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db.models import Func, TextField, Value
from django.db.models.functions import Left

# PostgreSQL refuses more than a megabyte of words for one row; this is never as much.
LONGEST = 100_000

# Words as they stand there, and the forms of a language, which phrases don't look for.
WORDS, FORMS = "A", "B"

# Of Latin-1 and of General Punctuation, beside those of ASCII.
PUNCTUATION = (
    r"[!-/:-@\[-`{-~\u00A0\u00A1\u00AB\u00B7\u00BB\u00BF\u2010-\u2027\u2030-\u205E]"
)


class PlainText(Func):
    """A text without punctuation, so that `cafe@work` is two words."""

    template = f"REGEXP_REPLACE(%(expressions)s, '{PUNCTUATION}', ' ', 'g')"
    output_field = TextField()


class WithoutAccents(Func):
    template = (
        r"REGEXP_REPLACE(NORMALIZE(%(expressions)s, NFD), '[\u0300-\u036F]', '', 'g')"
    )
    output_field = TextField()


class FullTextIndex(GinIndex):
    """An index of the words of fields; a database without such an index has none."""

    def __init__(self, *, fields, config, name):
        self.searched, self.config = list(fields), config
        super().__init__(self.make_vector(fields), name=name)

    def make_vector(self, fields):
        """Return what a search asks of some of the fields, or of all of them."""
        length = Value(LONGEST // len(self.searched))
        texts = [PlainText(Left(field, length)) for field in fields]
        plain = map(WithoutAccents, texts)
        words = SearchVector(*plain, config="simple", weight=WORDS)
        return words + SearchVector(*texts, config=self.config, weight=FORMS)

    def deconstruct(self):
        path = f"{type(self).__module__}.{type(self).__qualname__}"
        said = {"fields": self.searched, "config": self.config, "name": self.name}
        return path, (), said

    def create_sql(self, model, schema_editor, using="", **kwargs):
        if schema_editor.connection.vendor != "postgresql":
            return self.say_nothing()
        return super().create_sql(model, schema_editor, using, **kwargs)

    def remove_sql(self, model, schema_editor, **kwargs):
        if schema_editor.connection.vendor != "postgresql":
            return self.say_nothing()
        return super().remove_sql(model, schema_editor, **kwargs)

    def say_nothing(self):
        return f"-- PostgreSQL alone has {self.name}."


def find_index(model):
    found = (each for each in model._meta.indexes if isinstance(each, FullTextIndex))
    return next(found, None)


def strip_accents(text):
    """Return a text as `WithoutAccents` leaves it."""
    letters = unicodedata.normalize("NFD", text)
    return "".join(each for each in letters if not "\u0300" <= each <= "\u036f")
