"""Text to lines of tokens."""

import pytest

from transformer.dsl.parser.lines import Line, scan_lines


def words_of(line: Line) -> list[str]:
    return [token.text for token in line.tokens]


def test_indentation_makes_a_forest() -> None:
    lines, problems = scan_lines("a:\n  b\n  c:\n      d\ne\n", "x")
    assert not problems
    assert [words_of(line)[0] for line in lines] == ["a", "e"]
    assert [words_of(line)[0] for line in lines[0].children] == ["b", "c"]
    assert words_of(lines[0].children[1].children[0]) == ["d"]


def test_brackets_join_lines() -> None:
    lines, problems = scan_lines("a: enum[\nx,\n    y\n] z\nb\n", "x")
    assert not problems
    assert [words_of(line) for line in lines] == [
        ["a", ":", "enum", "[", "x", ",", "y", "]", "z"],
        ["b"],
    ]


def test_comments_and_strings() -> None:
    lines, _ = scan_lines('a "# no # comment \\" here" # but this\n# and this\n', "x")
    assert [words_of(line) for line in lines] == [["a", '"# no # comment \\" here"']]


def test_long_text_spans_lines() -> None:
    lines, problems = scan_lines('a:\n  """One\n two "quoted"\n"""\n  b\n', "x")
    assert not problems
    assert len(lines[0].children) == 2
    assert lines[0].children[1].tokens[0].line == 5


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("name 12 1.5 7d", ["name", "number", "number", "duration"]),
        ("a->b <- != @", ["name", "mark", "name", "mark", "mark", "mark"]),
        ("größe", ["odd"]),
    ],
)
def test_kinds_of_tokens(text: str, kinds: list[str]) -> None:
    lines, _ = scan_lines(text, "x")
    assert [token.kind for token in lines[0].tokens] == kinds


def test_odd_line_takes_no_others_along() -> None:
    lines, problems = scan_lines("a:\n    b\n   c\n    d\n", "x")
    assert [problem.code for problem in problems] == ["odd-indentation"]
    assert [words_of(line)[0] for line in lines[0].children] == ["b", "c", "d"]


def test_deep_nesting_needs_no_stack() -> None:
    text = "\n".join(" " * depth + "a:" for depth in range(3000))
    lines, problems = scan_lines(text, "x")
    assert len(lines) == 1 and not problems
