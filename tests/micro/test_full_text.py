"""Searches that find words in any of their forms, on both databases."""

from pathlib import Path

import pytest

from tests.micro.shelves import BOOKS, NAMES, look, start_library

BOTH = pytest.mark.parametrize("variables", ["sqlite", "postgres"], indirect=True)
MOSTLY = pytest.mark.parametrize(
    "variables", ["sqlite", pytest.param("postgres", marks=pytest.mark.long)], indirect=True
)
WILD, LOST, KEYS, PRICES, CELLAR = NAMES[1:]
FOUND = {
    "run": [WILD],
    "runs": [WILD],
    "runni": [WILD],
    "RUNNING diary": [WILD],
    "cafe": [WILD],
    "café": [WILD],
    "CAFÉ": [WILD],
    "key lost": [KEYS, LOST],
    "key torn": [KEYS],
    '"lost keys"': [LOST],
    "“lost keys”": [LOST],
    '"lost key"': [],
    '"lost ke': [LOST],
    'house "were lost': [LOST],
    '"keys lost"': [],
    "well-known": [LOST],
    "wellknown": [],
    "rise": [PRICES],
    "ship": [],
    "o'hara": [CELLAR],
    "anna@example.org": [CELLAR],
    "example": [CELLAR],
    "the keys": [KEYS, LOST],
    "- keys *": [KEYS, LOST],
    "attic": [],
}
"""What is searched for → what a warden finds, on either database."""
ODD = (
    *('"', '""', "'", "*", "run*", "^run", "-run", "NEAR(run keys)", "run AND", "OR", "NOT run"),
    *("name : run", "{name} : run", "run + keys", "run & !keys | (", ":*", "<->", "\\", "%", "_"),
    *("\0", "ru\0n", "😀", "👩‍👩‍👧", "x" * 5000, "x " * 3000, '"' * 99, "ﬃ", "ß", "İ"),
    *("हिन्दी", "日本語", "мир", "-", "—", "e\u0301", "\u0301", "1e5", "1/2", "http://a.b/c?d=e"),
)
PLANS = {
    "sqlite": ["core_book__words__search VIRTUAL TABLE INDEX", "core_book__forms__search VIRTUAL"],
    "postgres": ["Bitmap Index Scan on book_"],
}
COUNT = """
from core.models import Book
from records.search import search_rows
def count(text):
    return search_rows(Book.objects.all(), Book.search_fields, text).count()
"""
FILL = """
from core.models import Book
from django.db import connection
from records.search import search_rows
Book.objects.bulk_create(
    Book(name=f"Book {n}", blurb="painted" if n % 1000 == 7 else f"Word {n}") for n in range(10000)
)
connection.cursor().execute("ANALYZE")
rows = search_rows(Book.objects.all(), Book.search_fields, "painting")
lines = rows.order_by().explain()
"""

LEFT = """
from django.db import connection
kept = {
    "sqlite": "SELECT name FROM sqlite_master WHERE name GLOB '*s__search*'",
    "postgresql": "SELECT indexname FROM pg_indexes WHERE indexdef LIKE '%to_tsvector%'",
}
cursor = connection.cursor()
cursor.execute(kept[connection.vendor])
[name for name, in cursor.fetchall()]
"""


@BOTH
def test_words_are_found_in_any_form_among_the_rows_one_may_see(
    variables: dict[str, str], tmp_path: Path
) -> None:
    app = start_library(tmp_path, variables)
    searched = [*FOUND]
    assert look(app, f"{{text: find(text) for text in {searched}}}") == FOUND
    # A reader sees neither what is kept by the warden nor any remark; nobody what is put away.
    asked = ["rise", "binding", "key torn", "house", "lost", "running", "wrote"]
    hidden = look(app, f"[[find(text, name) for name in ('warden', 'reader')] for text in {asked}]")
    assert hidden == [
        [[PRICES], []],
        [[KEYS], []],
        [[KEYS], []],
        [[PRICES, LOST], [LOST]],
        [[KEYS, LOST], [KEYS, LOST]],
        [[WILD], [WILD]],
        [[CELLAR], [CELLAR]],
    ]
    everywhere = look(app, "{t: find_elsewhere(t, 'warden') for t in ['rise', 'torn', 'attic']}")
    assert everywhere == {"rise": [[PRICES]] * 4, "torn": [[KEYS]] * 4, "attic": [[]] * 4}
    unseen = look(app, "[find_elsewhere(text, 'reader') for text in ['rise', 'torn', 'attic']]")
    assert unseen == [[[]] * 4] * 3


@BOTH
def test_no_search_fails(variables: dict[str, str], tmp_path: Path) -> None:
    app = start_library(tmp_path, variables)
    assert look(app, f"[len(find(text)) < 6 for text in {ODD}]") == [True] * len(ODD)
    assert look(app, f"len([find_elsewhere(text, 'warden') for text in {ODD}])") == len(ODD)
    # Where a phrase begins, nothing is narrowed yet.
    assert look(app, "find('\"')") == sorted(NAMES[1:])


@MOSTLY
def test_words_follow_their_rows(variables: dict[str, str], tmp_path: Path) -> None:
    app = start_library(tmp_path, variables)
    change = """
book = Book.objects.get(name="Cellar")
book.name = "Walking"
book.save()
Book.objects.filter(name="House prices").update(blurb="Nothing")
Book.all_objects.filter(name="Running away").update(gone_at=None)
Book.objects.bulk_create([Book(name="The lost keys")])
"""
    texts = ["cellar", "walk", "rise", "run", "lost"]
    assert look(app, f"{COUNT}[count(text) for text in {texts}]") == [1, 0, 1, 1, 2]
    assert look(app, f"{COUNT}{change}[count(text) for text in {texts}]") == [0, 1, 0, 2, 3]


@BOTH
def test_index_finds_a_few_rows_of_many(
    request: pytest.FixtureRequest, variables: dict[str, str], tmp_path: Path
) -> None:
    app = start_library(tmp_path, variables)
    count, plan = look(app, f"{FILL}[rows.count(), lines]")  # type: ignore[misc]
    assert count == 10
    kind = "postgres" if variables else "sqlite"
    assert all(words in plan for words in PLANS[kind]), plan


@MOSTLY
def test_full_text_comes_and_goes_with_rows_there(
    variables: dict[str, str], tmp_path: Path
) -> None:
    plain = BOOKS.replace("  full_text: true\n", "")
    app = start_library(tmp_path, variables, plain)
    assert look(app, "[find('rise'), find('ship')]") == [[], [KEYS]]
    app.edit("  search: name", "  full_text: true\n  search: name")
    app.accept()
    app.migrate()
    assert look(app, "[find('rise'), find('ship')]") == [[PRICES], []]
    # SQLite makes the table anew for it, and the searched field has another column.
    app.edit("  blurb: text\n", "  blurb: text\n  pages: int=1 required min(1)\n")
    app.edit("remark: text\n", "comment: text was=remark\n")
    app.edit("search: name, blurb, remark", "search: name, blurb, comment")
    app.edit("    field remark\n", "    field comment\n")
    app.edit("hide: remark", "hide: comment")
    app.accept()
    app.migrate()
    found = look(app, "[find('rise'), find('bind'), find('bind', 'reader')]")
    assert found == [[PRICES], [KEYS], []]
    app.edit("  full_text: true\n", "")
    app.accept()
    app.migrate()
    assert look(app, "[find('rise'), find('ship')]") == [[], [KEYS]]
    assert look(app, LEFT) == []


BUGS = {
    "fields in SQLite": (
        "sqlite",
        "for field in fields)\n    phrase",
        "for field in tables[0].columns)\n    phrase",
    ),
    "fields in PostgreSQL": ("postgres", "if {*fields} < {*index.searched}", "if not fields"),
}


@pytest.mark.parametrize(
    ("variables", "name"), [(BUGS[name][0], name) for name in BUGS], indirect=["variables"]
)
def test_search_in_hidden_fields_would_be_found(
    variables: dict[str, str], name: str, tmp_path: Path
) -> None:
    app = start_library(tmp_path, variables)
    module = app.built.folder / "records/full_text.py"
    _, right, wrong = BUGS[name]
    text = module.read_text(encoding="utf-8")
    assert right in text
    module.write_text(text.replace(right, wrong), encoding="utf-8")
    assert look(app, "find('binding', 'reader')") == [KEYS]
