"""Search: every word has to be found, each in any of the fields that are looked in."""

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q

from .trigrams import find_candidates, list_indexed


def search_rows(rows, fields, text):
    """Return the rows that have all words of a text, wherever in a field they stand.

    As in the admin, a field may be one across references and end in a lookup.
    """
    words = text.replace("\0", "").split() if fields else []
    is_indexed = set(fields) <= set(list_indexed(rows.model))
    if candidates := is_indexed and find_candidates(rows, words):
        rows = rows.filter(pk__in=candidates)
    lookups = [spell_lookup(rows.model, field) for field in fields]
    for word in words:
        places = (Q((lookup, word)) for lookup in lookups)
        rows = rows.filter(Q(*places, _connector=Q.OR))
    return rows


def spell_lookup(model, path):
    for name in path.split("__"):
        try:
            model = model._meta.get_field(name).related_model
        except (AttributeError, FieldDoesNotExist):
            return path  # it ends in a lookup
    return f"{path}__icontains"
