"""What is remembered of a build, and isn't what a build remembers, counts for nothing."""

from pathlib import Path

import pytest

from tests.output.odd_memories import ODD_MEMORIES, write_memory
from tests.output.test_last_build import MEMORY, folder, is_done_anew

__all__ = ["folder"]


@pytest.mark.parametrize("text", ODD_MEMORIES, ids=range(len(ODD_MEMORIES)))
def test_what_is_remembered_in_another_shape_counts_for_nothing(folder: Path, text: bytes) -> None:
    write_memory(folder / MEMORY, text)
    assert is_done_anew(folder)
    assert not is_done_anew(folder)
