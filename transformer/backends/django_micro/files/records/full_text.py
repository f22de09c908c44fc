"""Search that finds words in any of their forms: a "run" where "running" is said.

PostgreSQL has an index for it, a `FullTextIndex` in `indexes` of the model; SQLite has
tables beside that of the model (`full_text_tables.py`). Without either, as on any other
database, texts are searched for what stands within them.
"""

import unicodedata
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

from django.contrib.postgres.search import SearchQuery, SearchVectorExact
from django.db import connections
from django.db.models import Q
from django.db.models.expressions import RawSQL

from .full_text_index import FORMS, WORDS, find_index, strip_accents
from .full_text_tables import MATCHES, describe_tables, has_tables

LONGEST_SEARCH = 200
QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))


class Term(NamedTuple):
    """A word to find, or several in a row.

    The last may be the beginning of one, and a single one any of its forms, unless what
    is asked for is a phrase in quotes.
    """

    words: tuple[str, ...]
    is_phrase: bool


def read_terms(text):
    """List what has to be found: each phrase in quotes, and each word outside."""
    *closed, last = text[:LONGEST_SEARCH].translate(QUOTES).split('"')
    for number, part in enumerate((*closed, last)):
        words = split_words(part)
        if number % 2 == 0:
            yield from (Term((word,), False) for word in words)
        elif words:
            # A phrase whose end isn't there is still being typed.
            yield Term(words, number < len(closed))


def split_words(text):
    """Split a text where databases do; what has neither letter nor digit is no word."""
    letters = (
        letter if unicodedata.category(letter)[0] in "LMN" else " "
        for letter in unicodedata.normalize("NFC", text)
    )
    words = "".join(letters).split()
    return tuple(word for word in words if any(map(str.isalnum, word)))


def search_words(rows, fields, text, find_elsewhere):
    """Return the rows that have all that a text asks for, in any of the fields.

    None if no index knows any of the fields, or there is no word in the text. What
    another way finds a word by, `find_elsewhere` says for the other fields.
    """
    find_term, known = choose_finder(rows, fields)
    if known and not text.translate(QUOTES).strip('" '):
        # Someone has typed where a phrase begins.
        return rows
    terms = list(read_terms(text)) if known else []
    others = [field for field in fields if field not in known]
    for term in terms:
        elsewhere = find_elsewhere(others, " ".join(term.words))
        rows = rows.filter(reduce(or_, elsewhere, find_term(term)))
    return rows if terms else None


def choose_finder(rows, fields):
    """Return what finds the rows with a term, and which of the fields it looks in."""
    connection, index = connections[rows.db], find_index(rows.model)
    known = [field for field in fields if index and field in index.searched]
    if known and connection.vendor == "postgresql":
        return lambda term: find_in_postgres(index, known, term), known
    if known and connection.vendor == "sqlite":
        tables = describe_tables(rows.model)
        known = [field for field in known if field in tables[0].columns]
        if known and has_tables(connection, tables):
            return lambda term: find_in_sqlite(tables, known, term), known
    return None, []


def find_in_postgres(index, fields, term):
    start = "" if term.is_phrase else "*"
    *words, last = (strip_accents(word) for word in term.words)
    steps = [*(f"'{word}':{WORDS}" for word in words), f"'{last}':{start}{WORDS}"]
    query = SearchQuery(" <-> ".join(steps), config="simple", search_type="raw")
    if not words and not term.is_phrase:
        said = f"'{term.words[0]}':{FORMS}"
        query |= SearchQuery(said, config=index.config, search_type="raw")
    # The index is of all fields; what is hidden of a row can't find it.
    vectors = [index.searched, *([fields] if {*fields} < {*index.searched} else [])]
    matches = (SearchVectorExact(index.make_vector(each), query) for each in vectors)
    return reduce(and_, map(Q, matches))


def find_in_sqlite(tables, fields, term):
    columns = " ".join(f'"{tables[0].columns[field]}"' for field in fields)
    phrase = f'{{{columns}}} : "{" ".join(term.words)}"'
    words, *forms = (MATCHES.format(index=table.name) for table in tables)
    if term.is_phrase:
        return Q(pk__in=RawSQL(words, [phrase]))
    found = [RawSQL(words, [f"{phrase} *"])]
    if len(term.words) == 1:
        found += (RawSQL(each, [phrase]) for each in forms)
    return reduce(or_, (Q(pk__in=each) for each in found))
