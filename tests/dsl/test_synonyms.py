"""Words and marks of other languages are recognised."""

import pytest

from transformer.dsl.parser.source_files import scan_file
from transformer.dsl.parsing import parse_blocks


@pytest.mark.parametrize(
    ("kind", "line", "meant"),
    [
        ("entity", "a: string(20)", "str"),
        ("entity", "a: integer", "int"),
        ("entity", "a: boolean", "bool"),
        ("entity", "a: foreign_key User", "ref"),
        ("entity", "a: date auto_now_add", "auto_add"),
        ("entity", "a: str nullable", "optional"),
        ("entity", "a: str='x'", '"'),
        ("entity", "a: 'x'", '"'),
        ("entity", "invariant: a && b", "and"),
        ("entity", "invariant: !a", "not"),
        ("entity", "invariant: a => 3", ">="),
        ("entity", "invariant: a <> 3", "!="),
        ("ux", "sort: a descending", "desc"),
    ],
)
def test_habit_is_known(kind: str, line: str, meant: str) -> None:
    _, problems = parse_blocks(scan_file(line, "x"), frozenset(), kind)
    assert [problem.words.get("closest") for problem in problems] == [meant]
    assert problems[0].hint == f"did you mean `{meant}`?"


def test_same_word_is_no_hint() -> None:
    _, problems = parse_blocks(scan_file("invariant: a is", "x"), frozenset(), "entity")
    assert all(problem.words.get("closest") != "is" for problem in problems)
