"""What SQLite has for a model with a `FullTextIndex`: tables of words and of stems.

`…__words__search` knows words as they stand in texts, `…__forms__search` what they have
in common with others of the same stem, which SQLite can tell in English. Triggers keep
both up to date, and `migrate` makes them anew after tables have changed, before which
`drop_indexes` takes them away as it does all that is called so.
"""

from django.apps import apps
from django.db import connections, transaction

from .full_text_index import find_index
from .trigrams import (
    COLUMNS,
    FILLING,
    RESERVED,
    STATEMENTS,
    TRIGGERS,
    Index,
    drop_index,
    is_migrated,
    knows_trigrams,
    spell_parts,
)

# What finds stems, by the name that PostgreSQL has for a language.
STEMMERS = {"english": "porter "}

TABLES = [
    """CREATE TABLE "{index}_keys" (number INTEGER PRIMARY KEY, key UNIQUE)""",
    """CREATE VIRTUAL TABLE "{index}" USING fts5({columns}, content='',
        tokenize='{stemmer}unicode61 remove_diacritics 2')""",
]

MATCHES = """SELECT keys.key FROM "{index}" JOIN "{index}_keys" AS keys
    ON keys.number = "{index}".rowid WHERE "{index}" MATCH %s"""


def describe_tables(model):
    """Return what stands beside the table of a model in SQLite: words, then forms."""
    index, meta = find_index(model), model._meta
    if index is None:
        return []
    columns = {name: meta.get_field(name).column for name in index.searched}
    columns = {k: v for k, v in columns.items() if v.lower() not in RESERVED}
    kinds = ["words", *(["forms"] if index.config in STEMMERS else [])]
    table, key = meta.db_table, meta.pk.column
    return [Index(f"{table}__{kind}__search", table, key, columns) for kind in kinds]


def has_tables(connection, tables):
    with connection.cursor() as cursor:
        for table in tables:
            present = cursor.execute(COLUMNS, [table.name]).fetchall()
            if not {*table.columns.values()} <= {name for (name,) in present}:
                return False
    return True


def look_after_tables(sender, using, apps=apps, **kwargs):
    """Build what is missing in SQLite, or has lost its triggers."""
    connection = connections[using]
    if not knows_trigrams(connection):
        return
    for model in sender.get_models():
        for table in describe_tables(model):
            if table.columns and is_migrated(model, table, apps):
                build_table(connection, table, find_stemmer(model, table))


def find_stemmer(model, table):
    is_of_forms = "__forms__" in table.name
    return STEMMERS[find_index(model).config] if is_of_forms else ""


def build_table(connection, table, stemmer):
    words = {**spell_parts(table), "stemmer": stemmer}
    created = {text.format(**words) for text in (*TABLES, *TRIGGERS)}
    with transaction.atomic(connection.alias), connection.cursor() as cursor:
        cursor.execute(STATEMENTS, [f"{table.name}*"])
        if created <= {statement for (statement,) in cursor.fetchall()}:
            return
        drop_index(cursor, table.name)
        for text in (*TABLES, *FILLING, *TRIGGERS):
            cursor.execute(text.format(**words))
