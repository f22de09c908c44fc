"""Search: every word has to be found, each in any of the fields that are looked in."""

from django.apps import apps
from django.core import checks
from django.core.exceptions import FieldError
from django.db.models import Q, QuerySet

from .trigrams import find_candidates, list_indexed


def search_rows(rows, fields, text):
    """Return the rows that have all words of a text, wherever in a field they stand."""
    words = text.replace("\0", "").split() if fields else []
    # The index knows of no fields but the model's.
    is_indexed = set(fields) <= {field.name for field in list_indexed(rows.model)}
    if candidates := is_indexed and find_candidates(rows, words):
        rows = rows.filter(pk__in=candidates)
    for word in words:
        rows = rows.filter(find_word(fields, word))
    return rows


def find_word(fields, word):
    """Return what rows are like in which a word occurs."""
    places = (Q((f"{field}__icontains", word)) for field in fields)
    return Q(*places, _connector=Q.OR)


def check_search_fields(app_configs, **kwargs):
    """Look for `search_fields` of models that can't be searched, or only slowly."""
    for config in app_configs or apps.get_app_configs():
        for model in config.get_models():
            for name in getattr(model, "search_fields", ()):
                yield from check_search_field(model, name)


def check_search_field(model, name):
    try:
        QuerySet(model).filter(find_word([name], ""))
    except FieldError as error:
        hint = "Name fields that hold text, with no sign before them."
        text = f"`search_fields` has {name!r}, which can't be searched: {error}"
        yield checks.Error(text, hint=hint, obj=model, id="pages.E001")
        return
    if name not in {field.name for field in list_indexed(model)}:
        text = f"`search_fields` has {name!r}, which is no column of the table."
        hint = "All of them are searched, but without the index that SQLite has."
        yield checks.Warning(text, hint=hint, obj=model, id="pages.W001")
