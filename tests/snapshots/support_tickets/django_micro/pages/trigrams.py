"""An index for search in SQLite: which rows hold which three letters in a row.

To find "ship" within "worship", a database reads every text. SQLite can instead keep an
index of all groups of three letters. It tells which rows may hold a word; whether they
do, the search still sees for itself. An index that is missing, as it is on any other
database, costs time and nothing else.

A model with `search_fields` gets three tables: `…__search` is the index, which knows
rows by numbers, `…__search_keys` has the numbers and `…__search_terms` the groups that
there are. Triggers keep them up to date.
"""

from django.apps import apps
from django.db import DatabaseError, connections, transaction
from django.db.models.expressions import RawSQL

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


def list_indexed(model):
    """Return those of a model's `search_fields` that its own table has."""
    names = getattr(model, "search_fields", ())
    fields = (field for field in model._meta.concrete_fields if field.name in names)
    return [field for field in fields if not field.is_relation]


def list_columns(model):
    return {field.column for field in list_indexed(model)}


def find_candidates(rows, words):
    """Return a query of keys of rows that may hold all words; None if they are many."""
    connection = connections[rows.db]
    if connection.vendor != "sqlite" or not words:
        return None
    candidates = CANDIDATES.format(index=name_index(rows.model))
    probe = PROBE.format(index=name_index(rows.model), limit=FEW + 1)
    try:
        with connection.cursor() as cursor:
            cursor.execute(COLUMNS, [name_index(rows.model)])
            if not list_columns(rows.model) <= {name for (name,) in cursor.fetchall()}:
                # More is searched than when it was made; `migrate` makes it anew.
                return None
            groups = [spell_groups(cursor, rows.model, word) for word in words]
            wanted = " AND ".join(filter(None, groups))
            found = wanted and cursor.execute(probe, [wanted]).fetchone()[0]
    except DatabaseError:
        return None
    return RawSQL(candidates, [wanted]) if wanted and found <= FEW else None


def spell_groups(cursor, model, word):
    """Return what the index is asked: all groups of a word, or all that it begins."""
    if len(word) > 2:
        return " AND ".join(quote(word[at : at + 3]) for at in range(len(word) - 2))
    # Letter by letter, as SQLite does it; one that becomes two is beyond it.
    letters = [letter.casefold() for letter in word]
    if max(map(len, letters)) > 1:
        return ""
    start = "".join(letters)
    statement = BEGINNINGS.format(index=name_index(model))
    cursor.execute(statement, [start, f"{start}\U0010ffff", BEGUN + 1])
    terms = [term for (term,) in cursor.fetchall()]
    if len(terms) > BEGUN:
        return ""
    return f"({' OR '.join(map(quote, terms))})" if terms else NEVER


def quote(text):
    return '"{}"'.format(text.replace('"', '""'))


def name_index(model):
    # No model's table is called so: Django permits no two underscores in its name.
    return f"{model._meta.db_table}__search"


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
            if list_indexed(model) and is_migrated(model, apps):
                build_index(connection, model)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # What SQLite knows of the rows decides which index it takes.
            cursor.execute("ANALYZE")


def is_migrated(model, apps):
    """Whether the tables, as migrations have left them, have all that is searched."""
    try:
        present = apps.get_model(model._meta.label)._meta
    except LookupError:
        return False
    columns = {field.column for field in present.concrete_fields}
    is_there = present.db_table == model._meta.db_table
    return is_there and list_columns(model) <= columns


def build_index(connection, model):
    words = describe_index(model)
    created = {text.format(**words) for text in (*TABLES, *TRIGGERS)}
    with transaction.atomic(connection.alias), connection.cursor() as cursor:
        cursor.execute(STATEMENTS, [f"{words['index']}*"])
        if created <= {statement for (statement,) in cursor.fetchall()}:
            return
        drop_index(cursor, words["index"])
        for text in (*TABLES, *FILLING, *TRIGGERS):
            cursor.execute(text.format(**words))


def describe_index(model):
    fields = list_indexed(model)
    columns = [f'"{field.column}"' for field in fields]
    table = model._meta.db_table
    return {
        "index": name_index(model),
        "table": table,
        "key": model._meta.pk.column,
        "columns": ", ".join(columns),
        "texts": spell_texts(f'"{table}".{column}' for column in columns),
        "old": spell_texts(f"old.{column}" for column in columns),
        "new": spell_texts(f"new.{column}" for column in columns),
    }


def spell_texts(columns):
    """Return texts with two spaces, so that their last letters begin groups as well."""
    return ", ".join(f"{column} || '  '" for column in columns)
