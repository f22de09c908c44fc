"""Search: every word has to be found, each in any of the fields that are looked in."""

from django.apps import apps
from django.core import checks
from django.core.exceptions import FieldError
from django.db.models import Q, QuerySet

from .full_text import search_words
from .full_text_index import find_index
from .trigrams import describe_index, find_candidates


def search_rows(rows, fields, text):
    """Return the rows that have all words of a text, wherever in a field they stand."""
    found = search_words(rows, fields, text, find_within)
    if found is not None:
        return found
    words = text.replace("\0", "").split() if fields else []
    if candidates := find_candidates(rows, fields, words):
        rows = rows.filter(pk__in=candidates)
    for word in words:
        rows = rows.filter(Q(*find_within(fields, word), _connector=Q.OR))
    return rows


def find_within(fields, word):
    return [Q((f"{field}__icontains", word)) for field in fields]


def check_search_fields(app_configs, **kwargs):
    """Look for `search_fields` of models that can't be searched, or only slowly."""
    for config in app_configs or apps.get_app_configs():
        for model in config.get_models():
            for name in getattr(model, "search_fields", ()):
                yield from check_search_field(model, name)


def check_search_field(model, name):
    try:
        QuerySet(model).filter((f"{name}__icontains", ""))
    except FieldError as error:
        hint = "Name fields that hold text, with no sign before them."
        text = f"`search_fields` has {name!r}, which can't be searched: {error}"
        yield checks.Error(text, hint=hint, obj=model, id="pages.E001")
        return
    if (index := find_index(model)) and name not in index.searched:
        text = f"`search_fields` has {name!r}, of which {index.name} knows no word."
        hint = "It is searched for parts of words, which takes long in a large table."
        yield checks.Warning(text, hint=hint, obj=model, id="pages.W007")
    elif not index and name not in describe_index(model).columns:
        text = f"`search_fields` has {name!r}, which is no column of the table."
        hint = "All of them are searched, but without the index that SQLite has."
        yield checks.Warning(text, hint=hint, obj=model, id="pages.W001")
