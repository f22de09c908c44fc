"""Letters that are capital or small are the same ones in Python and on PostgreSQL, all of them."""

import runpy
from collections import defaultdict
from unicodedata import category

import psycopg
import pytest

from tests.expressions.interpreter import fold
from tests.postgres import find_command, serve_postgres
from tests.projects import ROOT

TEXTS = ROOT / "transformer/backends/django_micro/files/records/functions/texts.py"
ASKED = """
select i, upper(lower(chr(i) collate "und-x-icu")) from generate_series(1, 1114111) as i
where i not between 55296 and 57343
"""


def list_letters() -> list[str]:
    return [chr(i) for i in range(1, 0x110000) if category(chr(i)) not in ("Cn", "Cs")]


def test_letters_are_the_same_as_by_the_reference() -> None:
    folded = runpy.run_path(str(TEXTS))["fold"]
    pairs = [(folded(each), fold(each)) for each in list_letters()]
    for first, second in ((0, 1), (1, 0)):
        groups = defaultdict(set)
        for pair in pairs:
            groups[pair[first]].add(pair[second])
        assert [each for each in groups.values() if len(each) > 1] == []


@pytest.mark.skipif(not find_command("initdb"), reason="needs PostgreSQL")
def test_postgres_folds_each_letter_alike() -> None:
    folded = runpy.run_path(str(TEXTS))["fold"]
    with serve_postgres() as address, psycopg.connect(address) as connection:
        found = dict(connection.execute(ASKED).fetchall())
    assert [each for each in list_letters() if found[ord(each)] != folded(each)] == []
