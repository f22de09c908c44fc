"""What an edit changes in a part of a file, carried over into the whole."""

import pytest

from transformer.output.splicing import splice


@pytest.mark.parametrize("sign", ["\u2028", "\x0b", "\x0c", "\x1c", "\x85", "\r"])
def test_signs_that_look_like_ends_of_lines_stay(sign: str) -> None:
    part, whole = "a\nb\nc\n", "x\na\nb\nc\ny\n"
    edited = f"a\nB{sign}D\nc\n"
    made = splice("page.html", whole.encode(), part.encode(), edited.encode())
    assert made == whole.replace(part, edited).encode()


def test_lines_that_stand_twice_are_left_to_a_whole_build() -> None:
    part, whole = b"a\nb\nc\n", b"a\nb\nc\na\nb\nc\n"
    for edited in (b"a\nd\nc\n", b"a\nb\nd\nc\n", b"a\nc\n"):
        assert splice("page.html", whole, part, edited) is None
