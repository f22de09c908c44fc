"""An index for search in SQLite: which rows hold which three letters in a row.

To find "ship" within "worship", a database reads every text. SQLite can instead keep an
index of all groups of three letters. It tells which rows may hold a word; whether they
do, the search still sees for itself. An index that is missing, as it is on any other
database, costs time and nothing else.

A model with `search_fields` gets three tables: `…__search` is the index, which knows
rows by numbers, `…__search_keys` has the numbers and `…__search_terms` the groups that
there are. Triggers keep them up to date.
"""

from functools import cache
from typing import NamedTuple

from django.apps import apps
from django.db import DatabaseError, connections, transaction
from django.db.models.expressions import RawSQL
% if has_full_text:

from .full_text_index import find_index
% endif

# Words that more rows than this may hold are common: whoever reads rows in order soon
# has a page full of them.
FEW = 1_000

PROBE = """SELECT COUNT(*) FROM
    (SELECT rowid FROM "{index}" WHERE "{index}" MATCH %s LIMIT {limit})"""

# A shorter word begins this many groups at most, or is taken for a common one.
BEGUN = 200

CANDIDATES = """SELECT keys.key FROM "{index}" JOIN "{index}_keys" AS keys
    ON keys.number = "{index}".rowid WHERE "{index}" MATCH %s"""

BEGINNINGS = """SELECT term FROM "{index}_terms"
    WHERE term >= %s AND term < %s LIMIT %s"""

# Nothing holds a group of three that is but two letters long.
NEVER = '"xx"'

TABLES = [
    """CREATE TABLE "{index}_keys" (number INTEGER PRIMARY KEY, key UNIQUE)""",
    """CREATE VIRTUAL TABLE "{index}" USING fts5(
        {columns}, content='', tokenize='trigram', detail=none)""",
    """CREATE VIRTUAL TABLE "{index}_terms" USING fts5vocab('{index}', 'row')""",
]

TRIGGERS = [
    """CREATE TRIGGER "{index}_insert" AFTER INSERT ON "{table}" BEGIN
        INSERT INTO "{index}_keys" (key) VALUES (new."{key}");
        INSERT INTO "{index}" (rowid, {columns})
        SELECT number, {new} FROM "{index}_keys" WHERE key = new."{key}"; END""",
    """CREATE TRIGGER "{index}_delete" AFTER DELETE ON "{table}" BEGIN
        INSERT INTO "{index}" ("{index}", rowid, {columns})
        SELECT 'delete', number, {old} FROM "{index}_keys" WHERE key = old."{key}";
        DELETE FROM "{index}_keys" WHERE key = old."{key}"; END""",
    """CREATE TRIGGER "{index}_update" AFTER UPDATE OF {columns} ON "{table}" BEGIN
        INSERT INTO "{index}" ("{index}", rowid, {columns})
        SELECT 'delete', number, {old} FROM "{index}_keys" WHERE key = old."{key}";
        INSERT INTO "{index}" (rowid, {columns})
        SELECT number, {new} FROM "{index}_keys" WHERE key = new."{key}"; END""",
]

FILLING = [
    """INSERT INTO "{index}_keys" (key) SELECT "{key}" FROM "{table}" """,
    """INSERT INTO "{index}" (rowid, {columns}) SELECT keys.number, {texts}
        FROM "{table}" JOIN "{index}_keys" AS keys ON keys.key = "{table}"."{key}" """,
]

COLUMNS = "SELECT name FROM pragma_table_info(%s)"
INDEXES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB %s"
PIECES = "SELECT name, type FROM sqlite_master WHERE name GLOB %s"
STATEMENTS = "SELECT sql FROM sqlite_master WHERE name GLOB %s"

# The first version of SQLite with such an index.
NEEDED = (3, 34)

# No column of an index is called so; a search in one reads each text.
RESERVED = {"rank", "rowid"}


class Index(NamedTuple):
    """What is searched of a model: the columns of its own table, by field."""

    name: str
    table: str
    key: str
    columns: dict[str, str]


@cache
def describe_index(model):
    meta, names = model._meta, getattr(model, "search_fields", ())
    fields = (field for field in meta.concrete_fields if field.name in names)
    columns = {
        field.name: field.column
        for field in fields
        if not field.is_relation and field.column.lower() not in RESERVED
    }
    # No model's table is called so: Django permits no two underscores in its name.
    return Index(f"{meta.db_table}__search", meta.db_table, meta.pk.column, columns)


def find_candidates(rows, fields, words):
    """Return a query of keys of rows that may hold all words.

    None if they are many, or if the index doesn't know all of the fields.
    """
    connection, index = connections[rows.db], describe_index(rows.model)
    if connection.vendor != "sqlite" or not words or set(fields) - set(index.columns):
        return None
    try:
        with connection.cursor() as cursor:
            present = cursor.execute(COLUMNS, [index.name]).fetchall()
            if not set(index.columns.values()) <= {name for (name,) in present}:
                # More is searched than when it was made; `migrate` makes it anew.
                return None
            groups = [spell_groups(cursor, index, word) for word in words]
            wanted = " AND ".join(filter(None, groups))
            probe = PROBE.format(index=index.name, limit=FEW + 1)
            found = wanted and cursor.execute(probe, [wanted]).fetchone()[0]
    except DatabaseError:
        return None
    candidates = CANDIDATES.format(index=index.name)
    return RawSQL(candidates, [wanted]) if wanted and found <= FEW else None


def spell_groups(cursor, index, word):
    """Return what the index is asked: all groups of a word, or any that it begins.

    Nothing if those are too many to ask for.
    """
    groups, way = [word[at : at + 3] for at in range(len(word) - 2)], " AND "
    if not groups:
        # Letter by letter, as SQLite does it; one that becomes two is beyond it.
        letters = [letter.casefold() for letter in word]
        if max(map(len, letters)) > 1:
            return ""
        start, statement = "".join(letters), BEGINNINGS.format(index=index.name)
        found = cursor.execute(statement, [start, f"{start}\U0010ffff", BEGUN + 1])
        groups, way = [term for (term,) in found.fetchall()], " OR "
        if len(groups) > BEGUN:
            return ""
    quoted = ('"{}"'.format(group.replace('"', '""')) for group in groups)
    return f"({way.join(quoted)})" if groups else NEVER


def knows_trigrams(connection):
    """Whether the database can have such an index: SQLite 3.34, unless made without."""
    if connection.vendor != "sqlite":
        return False
    if connection.Database.sqlite_version_info < NEEDED:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')")
        return bool(cursor.fetchone()[0])


def drop_indexes(sender, using, plan, **kwargs):
    """Take an app's indexes away before tables change, which triggers may forbid."""
    connection = connections[using]
    is_changing = any(migration.app_label == sender.label for migration, _ in plan)
    if connection.vendor != "sqlite" or not is_changing:
        return
    with transaction.atomic(using), connection.cursor() as cursor:
        cursor.execute(INDEXES, [f"{sender.label}_*__search"])
        for (index,) in cursor.fetchall():
            drop_index(cursor, index)


def drop_index(cursor, index):
    """Drop an index with its triggers; what it stores goes with it."""
    cursor.execute(PIECES, [f"{index}*"])
    tables = {index + part for part in ("", "_keys", "_terms")}
    for name, kind in cursor.fetchall():
        if kind == "trigger" or name in tables:
            cursor.execute(f'DROP {kind} "{name}"')


def look_after_indexes(sender, using, apps=apps, **kwargs):
    """Build an app's indexes that are missing or have lost their triggers."""
    connection = connections[using]
    if knows_trigrams(connection):
        for model in sender.get_models():
% if has_full_text:
            if find_index(model):
                # It has an index of whole words.
                continue
% endif
            index = describe_index(model)
            if index.columns and is_migrated(model, index, apps):
                build_index(connection, index)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # What SQLite knows of the rows decides which index it takes.
            cursor.execute("ANALYZE")


def is_migrated(model, index, apps):
    """Whether the tables, as migrations have left them, have all that is searched."""
    try:
        present = apps.get_model(model._meta.label)._meta
    except LookupError:
        return False
    columns = {field.column for field in present.concrete_fields}
    return present.db_table == index.table and columns.issuperset(
        index.columns.values()
    )


def build_index(connection, index):
    words = spell_parts(index)
    created = {text.format(**words) for text in (*TABLES, *TRIGGERS)}
    with transaction.atomic(connection.alias), connection.cursor() as cursor:
        cursor.execute(STATEMENTS, [f"{index.name}*"])
        if created <= {statement for (statement,) in cursor.fetchall()}:
            return
        drop_index(cursor, index.name)
        for text in (*TABLES, *FILLING, *TRIGGERS):
            cursor.execute(text.format(**words))


def spell_parts(index):
    """Return what stands between the words of the statements."""
    columns = [f'"{column}"' for column in index.columns.values()]
    return {
        "index": index.name,
        "table": index.table,
        "key": index.key,
        "columns": ", ".join(columns),
        "texts": spell_texts(f'"{index.table}".{column}' for column in columns),
        "old": spell_texts(f"old.{column}" for column in columns),
        "new": spell_texts(f"new.{column}" for column in columns),
    }


def spell_texts(columns):
    """Return texts with two spaces, so that their last letters begin groups as well."""
    return ", ".join(f"{column} || '  '" for column in columns)
