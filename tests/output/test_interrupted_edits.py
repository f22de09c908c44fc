"""A build that was killed while it merged, or a resolution: all of it is done, or nothing."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.output.interruptions import die_at, read_tree, recover, replace_tree
from transformer.output.folder import Folder
from transformer.output.folders import Manner, write_projects
from transformer.output.resolving import Side, resolve_file


@pytest.fixture(autouse=True)
def no_flushing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is killed leaves what it wrote, so the disk needn't be waited for."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def edit(root: Path) -> None:
    (root / "text.txt").write_bytes(b"1\n2\n3\nmine\n")
    (root / "clash.txt").write_bytes(b"mine\n")
    (root / "away.txt").unlink()


def list_states(root: Path, action: Callable[[], object]) -> list[dict[str, tuple[int, bytes]]]:
    """What a folder has after something that died at each step, and was taken back where it was."""
    kept, states = root.with_name("kept"), []
    for step in count():
        replace_tree(kept, root)
        died = die_at(step, root, action)
        recover(root)
        states.append(read_tree(root))
        if not died:
            return states
    raise AssertionError


@pytest.mark.parametrize("act", ["build", "force", *Side])
def test_edits_are_merged_or_as_they_were(tmp_path: Path, act: str | Side) -> None:
    root, kept = tmp_path / "root", tmp_path / "kept"
    old = {"text.txt": b"1\n2\n3\n", "clash.txt": b"1\n", "away.txt": b"1\n", "gone.txt": b"1\n"}
    new = {"text.txt": b"0\n1\n2\n3\n", "clash.txt": b"2\n", "away.txt": b"2\n", "more.txt": b"2\n"}
    write_projects({kept: old})
    edit(kept)
    if isinstance(act, Side):
        write_projects({kept: new})

    def run() -> None:
        if isinstance(act, Side):
            assert resolve_file(Folder(root), "clash.txt", act).failure is None
        else:
            outcome = write_projects({root: new}, manner=Manner(force=act == "force"))[root]
            assert outcome.failure is None

    before = read_tree(kept)
    states = list_states(root, run)
    is_new = [state != before for state in states]
    assert is_new == sorted(is_new) and set(is_new) == {False, True}
    assert all(state == states[-1] for state in states if state != before)
