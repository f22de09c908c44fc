"""Search: every word has to be found, each in any of the fields that are looked in."""

from django.db.models import Q

from .trigrams import find_candidates


def search_rows(rows, fields, text):
    """Return the rows that have all words of a text, wherever in a field they stand."""
    words = text.replace("\0", "").split() if fields else []
    # The index knows of no fields but the model's.
    is_indexed = set(fields) <= set(getattr(rows.model, "search_fields", ()))
    if candidates := is_indexed and find_candidates(rows, words):
        rows = rows.filter(pk__in=candidates)
    for word in words:
        places = (Q((f"{field}__icontains", word)) for field in fields)
        rows = rows.filter(Q(*places, _connector=Q.OR))
    return rows
