"""Three-way merges: what either side wrote is there, and what one took away isn't back."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transformer.output.line_merge import merge_texts
from transformer.output.merge_checks import find_fault, join_nothing, join_statements
from transformer.output.patience import align_lines

WORDS = st.sampled_from(["a", "b", "c", "d", "", "}", "x = 1", "  y"])
TEXTS = st.lists(WORDS, max_size=12)


def merge(base: str, ours: str, theirs: str) -> str | None:
    merged = merge_texts(base, ours, theirs, join_nothing)
    return None if merged.conflicts else merged.text


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("a\nb\nc\n", "a\nb\nc\n", "a\nB\nc\n", "a\nB\nc\n"),
        ("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n"),
        ("a\nb\nc\n", "A\nb\nc\n", "A\nb\nc\n", "A\nb\nc\n"),
        ("a\nb\nc\n", "a\nc\n", "a\nb\nc\nd\n", "a\nc\nd\n"),
        ("a\nb\nc\n", "A\nb\nc\n", "a\nB\nc\n", "A\nB\nc\n"),
        ("a\nb\nc\n", "a\nB\nc\n", "a\nb\nx\nc\n", "a\nB\nx\nc\n"),
        ("a\nb\nc\n", "a\nB\nc\n", "a\nx\nb\nc\n", "a\nx\nB\nc\n"),
        ("a\nb\nc\n", "a\nB\nc\n", "a\nb\n", "a\nB\n"),
        ("a\nb\nc\n", "a\n  b\nc\n", "a\nb\nx\nc\n", None),
        ("a\nb\nc\n", "a\nB\n@x\nc\n", "a\nb\nx\nc\n", None),
        ("a\n", "a\nb\n\nc\n", "", None),
        ("", "", "a", "a"),
        ("", "a", "b", None),
        ("a\nb\nc\n", "A\nb\nc\n", "B\nb\nc\n", None),
        ("a\nb\nc\n", "a\nc\n", "a\nB\nc\n", None),
        ("a\nb\n", "a\nx\nb\n", "a\ny\nb\n", None),
        ("a", "a\n", "A", "A\n"),
        ("a\nb\n", "a\nb", "A\nb\n", "A\nb"),
        ("a\n", "a\nb", "a\nc", None),
    ],
)
def test_texts_are_merged(base: str, ours: str, theirs: str, expected: str | None) -> None:
    assert merge(base, ours, theirs) == expected


def test_conflict_names_the_lines_and_shows_both() -> None:
    merged = merge_texts("a\nb\nc\nd", "a\nB\nX\nc\nd", "a\nZ\nc\nD", join_nothing)
    assert merged.conflicts == ((2, 3),)
    both = "<<<<<<< yours\nB\nX\n=======\nZ\n>>>>>>> build"
    assert merged.text == f"a\n{both}\nc\nD"


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("def x(): ...", "def y(): ...", "def y(): ...\ndef x(): ..."),
        ("class X:\n  pass", "  def y(): ...", "  def y(): ...\nclass X:\n  pass"),
        ("  def x(): ...", "class Y:\n  pass", "  def x(): ...\nclass Y:\n  pass"),
        ("  x = 1\ny = 2", "  z = 3\na = 4", None),
        ("@cached", "def y(): ...", None),
        ("def x(): ...", "@cached", None),
        ("else:", "def y(): ...", None),
    ],
)
def test_statements_that_both_insert_stand_one_after_the_other(
    ours: str, theirs: str, expected: str | None
) -> None:
    joined = join_statements(ours.split("\n"), theirs.split("\n"))
    assert joined == (None if expected is None else expected.split("\n"))


@pytest.mark.parametrize(
    ("path", "merged", "is_sound"),
    [
        ("a.py", "class A:\n  x = 1\n  y = 2\n", True),
        ("a.py", "class A:\n  x = 1\n  x: int = 2\n", False),
        ("a.py", "class A:\n  x = 1\nx = 1\n", True),
        ("a.py", "def x(): ...\ndef x(): ...\n", False),
        ("a.py", "class A:\n", False),
        ("a.txt", "class A:\n", True),
        ("a.json", "{]", False),
        ("a.json", '{"a": 1}', True),
    ],
)
def test_merge_has_to_be_sound(path: str, merged: str, *, is_sound: bool) -> None:
    assert (find_fault(path, merged, "", "") is None) == is_sound


def test_names_that_one_side_gives_twice_are_no_fault() -> None:
    twice = "class A:\n  @property\n  def x(self): ...\n  @x.setter\n  def x(self, y): ...\n"
    assert find_fault("a.py", twice + "z = 1\n", twice, "z = 1\n") is None


@given(TEXTS, TEXTS)
def test_alignment_rises_and_finds_what_both_begin_and_end_with(
    old: list[str], new: list[str]
) -> None:
    found = align_lines(old, new)
    assert list(found) == sorted(found) and [*found.values()] == sorted(set(found.values()))
    assert all(old[here] == new[there] for here, there in found.items())
    assert align_lines(old, old) == {number: number for number in range(len(old))}


def test_long_texts_are_aligned_soon() -> None:
    """In quadratic time this would take an hour."""
    old = ["", "    }"] * 50_000
    new = [*old[:40_000], "x", *old[40_000:60_000], "y", *old[60_000:]]
    assert len(align_lines(old, new)) >= 80_000


@given(TEXTS, TEXTS, TEXTS)
def test_what_a_side_inserted_is_there_and_nothing_that_neither_has(
    base: list[str], ours: list[str], theirs: list[str]
) -> None:
    merged = merge_texts("\n".join(base), "\n".join(ours), "\n".join(theirs), join_nothing)
    lines = {*merged.text.split("\n")}
    assert ({*ours} | {*theirs}) - {*base} - {""} <= lines
    if not merged.conflicts:
        assert lines <= {*ours} | {*theirs} | {""}


@given(TEXTS, TEXTS)
def test_what_only_one_side_changed_is_taken_as_it_is(base: list[str], other: list[str]) -> None:
    old, new = "\n".join(base), "\n".join(other)
    assert merge(old, old, new) == merge(old, new, old) == merge(old, new, new) == new


@settings(max_examples=60)
@given(st.lists(st.integers(0, 30), unique=True, max_size=6), st.data())
def test_git_merges_edits_of_different_lines_alike(
    tmp_path_factory: pytest.TempPathFactory, places: list[int], data: st.DataObject
) -> None:
    base = [f"line {number}" for number in range(31)]
    sides = (base.copy(), base.copy())
    for place in places:
        side = sides[data.draw(st.integers(0, 1))]
        side[place] = data.draw(
            st.sampled_from([f"new {place}", "", f"line {place}\nmore {place}"])
        )
    texts = ["\n".join(lines) + "\n" for lines in (sides[0], base, sides[1])]
    folder = tmp_path_factory.mktemp("git")
    for name, text in zip("abc", texts, strict=True):
        (folder / name).write_text(text, encoding="utf-8")
    command = ["git", "merge-file", "-p", "a", "b", "c"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    merged = merge(texts[1], texts[0], texts[2])
    if done.returncode:  # lines side by side, which git doesn't take for different ones
        assert any(place + 1 in places for place in places)
    else:
        assert merged == done.stdout


def test_python_is_put_together_as_a_whole(tmp_path: Path) -> None:
    base = "class A:\n    x = 1\n"
    mine, new = f"{base}\n\nclass B:\n    pass\n", f"{base}    y = 2\n"
    merged = merge_texts(base, mine, new, join_statements)
    assert merged.text == f"{base}    y = 2\n\n\nclass B:\n    pass\n"
