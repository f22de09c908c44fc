"""The one layout of a text of the language."""

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dsl.test_every_form import EXAMPLES
from tests.random_projects import random_projects
from tests.respacing import respace_text
from transformer.diagnostics.resources import read_table
from transformer.dsl.formatter.spacing import make_context
from transformer.dsl.formatter.text_layout import lay_out_text
from transformer.dsl.parser.lines import scan_lines

DIALECT = (Path(__file__).parent / "dialect.dsl").read_text(encoding="utf-8")
SEEDS = st.integers(min_value=0, max_value=2**32)
WORDS = ["entity", "A", "a", "where", "not", "é", "1", "2.5", "7d", '"', '"x"', '"""', "#!", "##"]
MARKS = [*"#:,()[]=<->./*@?{|", "==", "->", "<->"]
SPACES = ["\n", "\n  ", "\n    ", "\n\n", " ", "  ", "\t", "# note\n", "\N{NO-BREAK SPACE}", "\f"]
SCRAPS = st.sampled_from([*WORDS, *MARKS, *SPACES])


# What a careless hand wrote, and what becomes of it.
CASES = {
    "spaces": (
        'entity  A :\n    x :str( 5 )required = "a"\n',
        'entity A:\n  x: str(5) required ="a"\n',
    ),
    "default": ("entity A:\n  x: date  =today+7d\n", "entity A:\n  x: date=today + 7d\n"),
    "sign": ("entity A:\n  x: int = - 1 min( -5 )\n", "entity A:\n  x: int=-1 min(-5)\n"),
    "optional mark": ("entity A:\n  x: email unique ?\n", "entity A:\n  x: email unique?\n"),
    "attributes": ('section a:\n  field b help = "x"\n', 'section a:\n  field b help="x"\n'),
    "pattern": ("@ use f (a = [ b,c ],d= -1)\n", "@use f(a=[b, c], d=-1)\n"),
    "condition": ("a:\n  when: x=1 and y<-2\n", "a:\n  when: x = 1 and y <- 2\n"),
    "less": ("a:\n  when: not(x< -2)\n", "a:\n  when: not (x < -2)\n"),
    "formula": (
        "entity A:\n  x: computed count(B where c=d)*2\n",
        "entity A:\n  x: computed count(B where c = d) * 2\n",
    ),
    "field called invariant": (
        "entity A:\n  invariant: int = 1\n  invariant: a=1\n",
        "entity A:\n  invariant: int=1\n  invariant: a = 1\n",
    ),
    "field called where": (
        'section a:\n  field where "W" help = "x"\n',
        'section a:\n  field where "W" help="x"\n',
    ),
    "other tongues": ("a b:\n  at: 2026-01-31, 9:30\n", "a b:\n  at: 2026-01-31, 9:30\n"),
    "path": ("a:\n  from operation  /a-b/{id}.x:y\n", "a:\n  from operation /a-b/{id}.x:y\n"),
    "moment": ("a:\n  due: today+7d\n", "a:\n  due: today + 7d\n"),
    "list item": ("a:\n  -title: 1\n", "a:\n  - title: 1\n"),
    "blank lines": (
        "\n\nuse a\n\n\nuse b\nentity A:\n\n\n  x: int\n\n\n  y: int\n\n\nentity B:\n  z: int\n\n",
        "use a\n\nuse b\n\nentity A:\n  x: int\n\n  y: int\n\nentity B:\n  z: int\n",
    ),
    "comment on a block": ("use a\n# b\nb:\n c\n#d\nd\n", "use a\n\n# b\nb:\n  c\n\n# d\nd\n"),
    "comments under a head": ("a:\n # b\nc\n", "a:\n  # b\n\nc\n"),
    "comments at an end": (
        "a:\n   b:\n      c\n      # c\n   # b\n  # b?\n# a\n",
        "a:\n  b:\n    c\n    # c\n  # b\n\n# b?\n# a\n",
    ),
    "comment before a child": ("a:\n# b\n  b\n", "a:\n  # b\n  b\n"),
    "marks of comments": ("#a\n#!b\n##c\n#   d\n#\n", "# a\n#!b\n##c\n#   d\n#\n"),
    "mark within a comment": ("a #b `#c`\n", "a  # b `#c`\n"),
    "comments in brackets": (
        "a: enum[ # first\n  b # second\n , c\n # third\n]=b # last\n",
        "a: enum[  # first\n    b,  # second\n    c\n    # third\n]=b  # last\n",
    ),
    "joined brackets": ("a: enum[\n  b,\n\n  c\n]\n", "a: enum[b, c]\n"),
    "text": (
        'a:\n        """\n        x\n\n          y  \n        """\n',
        'a:\n  """\n  x\n\n    y  \n  """\n',
    ),
    "text after a word": ('a:\n b: """x\n   y\n  z"""\n', 'a:\n  b: """x\n     y\n    z"""\n'),
    "nothing": ("\n  \n", ""),
    "no end": ("a", "a\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_layout(name: str) -> None:
    written, expected = CASES[name]
    assert lay_out_text(written) == expected
    assert lay_out_text(expected) == expected


def test_wide_lists_are_broken() -> None:
    values = [f'value_{number} "Value, {number}"' for number in range(6)]
    text = f"entity A:\n  x: enum[{', '.join(values)}]=value_1 required  # why\n"
    rows = ",\n".join(f"      {value}" for value in values)
    laid = lay_out_text(text)
    assert laid == f"entity A:\n  x: enum[\n{rows}\n  ]=value_1 required  # why\n"
    assert lay_out_text(laid) == laid


def test_what_fits_is_not_broken() -> None:
    text = f"a: f({'b' * 46}, {'c' * 46})\n"
    assert len(text) == 101
    assert lay_out_text(text) == text
    assert lay_out_text(text.replace("a:", "aa:")).count("\n") == 4


@pytest.mark.parametrize("text", ["a:\n\tb\n", 'a "b\n', "a (b\n", "  a\n b\n"])
def test_what_cannot_be_read_stays(text: str) -> None:
    assert lay_out_text(text) == text


def test_marks_that_would_merge_stay_apart() -> None:
    assert lay_out_text("a:\n  b = == c\n") == "a:\n  b= == c\n"


def test_endless_brackets_take_no_endless_time() -> None:
    text = f"a: {'[b, ' * 500}{']' * 500}\n"
    laid = lay_out_text(text)
    assert laid != text
    assert lay_out_text(laid) == laid


@pytest.mark.parametrize(("kind", "form", "line"), EXAMPLES)
def test_line_of_the_language_is_laid_out(kind: str, form: str, line: str) -> None:
    rows = enumerate([*find_heads(kind), line])
    text = "".join(f"{'  ' * depth}{row}\n" for depth, row in rows)
    assert lay_out_text(text) == text
    for seed in range(5):
        assert lay_out_text(plain(respace_text(text, Random(seed)))) == text or "/" in line


@pytest.mark.parametrize(("kind", "form", "line"), EXAMPLES)
def test_formulas_are_known_without_their_form(kind: str, form: str, line: str) -> None:
    notation = str(read_table("language/grammar")["blocks"][kind]["forms"][form])
    lines, _ = scan_lines("\n".join([*find_heads(kind)[-1:], f" {line}"]), "")
    if kind != "project":
        sentence = make_context(lines[0].children[0], lines[0])
        assert sentence.is_formula >= ("EXPRESSION" in notation)


def find_heads(kind: str) -> list[str]:
    """Heads of blocks in which a block of that kind may stand, outermost first."""
    if kind == "project":
        return []
    above, form = next(
        (above, form)
        for above, row in read_table("language/grammar")["blocks"].items()
        for form, body in row.get("bodies", {}).items()
        if body == kind
    )
    head = next(line for *place, line in EXAMPLES if place == [above, form])
    return [*find_heads(above), head]


def test_dialect_is_laid_out() -> None:
    assert lay_out_text(DIALECT) == DIALECT


@settings(max_examples=50, deadline=None)
@given(SEEDS)
def test_spaces_of_the_dialect_make_no_difference(seed: int) -> None:
    assert lay_out_text(plain(respace_text(DIALECT, Random(seed)))) == DIALECT


@settings(max_examples=50, deadline=None)
@given(random_projects(), SEEDS)
def test_spaces_make_no_difference(project: str, seed: int) -> None:
    laid = lay_out_text(project)
    assert lay_out_text(laid) == laid
    assert lay_out_text(plain(respace_text(project, Random(seed)))) == laid


@settings(max_examples=50, deadline=None)
@given(random_projects(), SEEDS)
def test_comments_stay(project: str, seed: int) -> None:
    respaced = plain(respace_text(project, Random(seed), adds_comments=True))
    laid = lay_out_text(respaced)
    assert lay_out_text(laid) == laid
    assert list_notes(laid) == list_notes(respaced)
    assert not [row for row in laid.split("\n") if row != row.rstrip()]


@settings(max_examples=300, deadline=None)
@given(st.text() | st.lists(SCRAPS, max_size=40).map("".join))
def test_any_text_is_laid_out_or_left_alone(text: str) -> None:
    text = plain(text)
    laid = lay_out_text(text)
    assert lay_out_text(laid) == laid
    assert sorted("".join(laid.split())) == sorted("".join(text.split()))
    if scan_lines(text, "")[1]:
        assert laid == text


def plain(text: str) -> str:
    """The text as it is read from a file."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def list_notes(text: str) -> list[int]:
    """The numbers of the comments that were put in."""
    return [int(number) for number in re.findall(r"# *note ([0-9]+)\.", text)]
