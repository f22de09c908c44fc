"""What `django_micro` does in Python: the words of its templates, and migrations."""

from transformer.backends.django.migrations.changes import Migrations
from transformer.backends.django.migrations.renames import list_renames
from transformer.backends.django_micro.context import make_words
from transformer.engine.records import Words
from transformer.model import Model
from transformer.output.history import History


def make_context(model: Model) -> Words:
    """Make the pieces of Python and HTML that the templates place."""
    return make_words(model)


def make_history(model: Model) -> History:
    """Make the migrations that follow from a change of the models."""
    return Migrations(tuple(list_renames(model)))
