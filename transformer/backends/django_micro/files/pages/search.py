"""Search: every word has to be found, each in any of the fields that are looked in."""

from django.db.models import Q


def search_rows(rows, fields, text):
    """Return the rows that have all words of a text."""
    for word in text.split():
        places = (Q((f"{field}__icontains", word)) for field in fields)
        rows = rows.filter(Q(*places, _connector=Q.OR))
    return rows
