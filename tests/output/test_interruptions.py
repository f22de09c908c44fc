"""A build that was killed, wherever that was: the next one goes on as if nothing had been begun."""

import json
import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.long_runs import take_some
from tests.output.interruptions import die_at, read_tree, recover, replace_tree, run_forked
from transformer.output import swap
from transformer.output.folder import Folder
from transformer.output.folders import write_projects
from transformer.output.lock import Locks
from transformer.output.paths import MANIFEST

Folders = dict[str, dict[str, bytes]]

SCRIPT = b"#!/bin/sh\n"
BEFORE: Folders = {
    "app": {
        "a.txt": b"1\n",
        "run.sh": SCRIPT,
        **{"old/x.txt": b"x\n", "old/y/z.txt": b"z\n", "f": b"f"},
    },
    "api": {"openapi.yaml": b"1\n", "gone.txt": b"gone\n"},
    "docs": {"index.md": b"1\n", "d/e": b"e\n"},
}
KILLED: Folders = {
    "app": {"a.txt": b"2\n", "run.sh": SCRIPT + b"#\n", "new/deep/n.txt": b"n\n", "f/g": b"g\n"},
    "api": {"openapi.yaml": b"2\n", "more.txt": b"more\n"},
    "docs": {"index.md": b"2\n", "d": b"d\n"},
}
OTHER: Folders = {
    "app": {"a.txt": b"3\n", "run.sh": SCRIPT, "new/other.txt": b"o\n", "old/x.txt": b"x\n"},
    "api": {"openapi.yaml": b"3\n"},
    "docs": {"index.md": b"1\n", "d/e": b"e\n", "d/f": b"f\n"},
}
for number, folders in enumerate((BEFORE, KILLED, OTHER)):
    folders["app"][MANIFEST] = b"%d\n" % number
LASTING = {".gitattributes", ".gitignore", "base", "files.json", "manifest.yaml"}
NEXT = {"the same": KILLED, "an edited one": OTHER, "the one before": BEFORE}
CHOSEN = {"one folder": ("app",), "three folders": ("app", "api", "docs")}


@pytest.fixture(autouse=True)
def no_flushing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is killed leaves what it wrote, so the disk needn't be waited for."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def choose(folders: Folders, names: tuple[str, ...]) -> Folders:
    return {name: folders[name] for name in names}


def build(root: Path, folders: Folders) -> None:
    outcomes = write_projects({root / name: files for name, files in folders.items()})
    for outcome in outcomes.values():
        assert (outcome.failure, outcome.conflicts, outcome.deleted) == (None, (), ())


def build_all(root: Path, *history: Folders) -> dict[str, tuple[int, bytes]]:
    """What is there after several builds that nobody killed."""
    for folders in history:
        build(root, folders)
    return read_tree(root)


def kill_at_each_step(root: Path, before: Folders, killed: Folders) -> Iterator[int]:
    """Every state that a dying build can leave, in turn."""
    kept = root.with_name("kept")
    build_all(kept, before)
    for step in count():
        replace_tree(kept, root)
        if not die_at(step, root, lambda: build(root, killed)):
            assert step > 20 * len(before), "hardly anything was watched"
            return
        yield step


@pytest.mark.parametrize("chosen", CHOSEN)
@pytest.mark.parametrize("following", take_some(NEXT, 3))
def test_next_build_goes_on(tmp_path: Path, chosen: str, following: str) -> None:
    before, killed, after = (
        choose(folders, CHOSEN[chosen]) for folders in (BEFORE, KILLED, NEXT[following])
    )
    expected = build_all(tmp_path / "expected", before, after)
    root = tmp_path / "root"
    for step in kill_at_each_step(root, before, killed):
        assert run_forked(lambda: build(root, after)) == 0, step
        assert read_tree(root) == expected, step


@pytest.mark.parametrize("met", take_some(CHOSEN["three folders"], 3))
def test_folders_of_a_step_are_done_or_undone_together(tmp_path: Path, met: str) -> None:
    undone = build_all(tmp_path / "undone", BEFORE)
    done = build_all(tmp_path / "done", BEFORE, KILLED)
    root = tmp_path / "root"
    is_done = []
    for step in kill_at_each_step(root, BEFORE, KILLED):
        recover(root / met)
        if read_tree(root / met) == read_tree(tmp_path / "undone" / met):
            expected = undone
        else:
            expected = done
            for name in BEFORE:  # nothing is at stake any more; each clears away its own
                recover(root / name)
        for name in BEFORE:
            files = {p: f for p, f in read_tree(root / name).items() if p[:13] != ".dazzle/build"}
            assert files == {
                p.removeprefix(f"{name}/"): f
                for p, f in expected.items()
                if p.startswith(f"{name}/")
            }, step
        is_done.append(expected is done)
    assert is_done == sorted(is_done) and set(is_done) == {True, False}


def test_recovery_may_be_killed_too(tmp_path: Path) -> None:
    root, cut = tmp_path / "root", tmp_path / "cut"
    undone = build_all(tmp_path / "undone", BEFORE)
    for step in kill_at_each_step(root, BEFORE, KILLED):
        if step % 8 or not (root / "app/.dazzle/build/journal.json").exists():
            continue
        replace_tree(root, cut)
        for second in count(step % 3, 3):
            replace_tree(cut, root)
            if not die_at(second, root, lambda: recover(root / "api")):
                break
            for name in BEFORE:
                recover(root / name)
            assert read_tree(root) == undone, (step, second)


def test_first_build_may_be_killed(tmp_path: Path) -> None:
    root = tmp_path / "root"
    expected = build_all(tmp_path / "expected", OTHER)
    for step in count():
        shutil.rmtree(root, ignore_errors=True)
        if not die_at(step, root, lambda: build(root, KILLED)):
            break
        assert run_forked(lambda: build(root, OTHER)) == 0, step
        assert read_tree(root) == expected, step


def test_what_a_person_changed_since_is_kept(tmp_path: Path) -> None:
    root = tmp_path / "root"
    before, killed = (choose(folders, ("app",)) for folders in (BEFORE, KILLED))
    for step in kill_at_each_step(root, before, killed):
        mine = dict.fromkeys(("a.txt", "old/x.txt", "new/deep/n.txt", "mine.txt"), b"mine\n")
        for path, content in mine.items():
            place = root / "app" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
            place.write_bytes(content)
        recover(root / "app")
        found = {path: content for path, (_, content) in read_tree(root / "app").items()}
        assert mine.items() <= found.items(), step
        assert {p.name for p in (root / "app/.dazzle").iterdir()} == LASTING
        (outcome,) = write_projects({root / "app": KILLED["app"]}).values()
        assert "a.txt" in {*outcome.edited, *(each.path for each in outcome.conflicts)}, step
        assert mine.items() <= {p: c for p, (_, c) in read_tree(root / "app").items()}.items()


def test_file_that_is_saved_during_a_build_stops_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_projects({tmp_path: BEFORE["app"]})
    stage = swap._stage_files

    def save(one: swap.Swap) -> None:
        stage(one)
        (tmp_path / "run.sh").write_bytes(b"mine\n")

    monkeypatch.setattr(swap, "_stage_files", save)
    (outcome,) = write_projects({tmp_path: KILLED["app"]}).values()
    assert outcome.failure == ("output-saved-meanwhile", {"path": str(tmp_path / "run.sh")})
    found = {path: content for path, (_, content) in read_tree(tmp_path).items()}
    assert {**BEFORE["app"], "run.sh": b"mine\n"}.items() <= found.items()


@pytest.mark.parametrize("name", ["build", "build-x1y2z3"])
def test_stage_of_a_dead_build_is_cleared_away(tmp_path: Path, name: str) -> None:
    write_projects({tmp_path: BEFORE["app"]})
    (tmp_path / ".dazzle" / name).mkdir()
    (tmp_path / ".dazzle" / name / "0.new").write_bytes(b"")
    write_projects({tmp_path: BEFORE["app"]})
    assert {path.name for path in (tmp_path / ".dazzle").iterdir()} == LASTING


def test_journal_is_on_the_disk_before_anything_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_projects({tmp_path: BEFORE["app"]})
    done: list[str] = []
    replace = os.replace

    def watch(source: Path, target: Path) -> None:
        done.append(Path(target).name)
        replace(source, target)

    monkeypatch.setattr(
        os, "fsync", lambda handle: done.append(os.readlink(f"/proc/self/fd/{handle}"))
    )
    monkeypatch.setattr(os, "replace", watch)
    write_projects({tmp_path: {**BEFORE["app"], "a.txt": b"2\n"}})
    stage = str(tmp_path / ".dazzle/build")
    assert done[:4] == [f"{stage}/journal.draft", "journal.json", stage, "0.old"]


def test_broken_journal_is_a_failure(tmp_path: Path) -> None:
    write_projects({tmp_path: BEFORE["app"]})
    (tmp_path / ".dazzle/build").mkdir()
    journal = tmp_path / ".dazzle/build/journal.json"
    whole = {"step": "1", "together": ["."], "made": [], "changes": {}}
    wrong = [{"together": []}, {"together": [1]}, {"made": ["../x"]}, {"changes": {"/x": "1"}}]
    for text in ("{", "[]", "{}", *(json.dumps(whole | part) for part in wrong)):
        journal.write_text(text)
        (outcome,) = write_projects({tmp_path: KILLED["app"]}).values()
        assert outcome.failure == ("output-record-broken", {"path": str(journal)})


def test_second_build_waits_for_nobody_and_harms_nothing(tmp_path: Path) -> None:
    write_projects({tmp_path: BEFORE["app"]})
    (tmp_path / ".dazzle/build").mkdir()
    before = read_tree(tmp_path)
    with Locks() as locks:
        locks.add(Folder(tmp_path))
        (outcome,) = write_projects({tmp_path: KILLED["app"]}).values()
    assert outcome.failure == ("output-busy", {"path": str(tmp_path)})
    assert read_tree(tmp_path) == before
    (outcome,) = write_projects({tmp_path: KILLED["app"]}).values()
    assert outcome.failure is None


def test_refused_first_build_leaves_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"mine\n")
    targets = {tmp_path: {"a.txt": b"1\n"}, tmp_path / "new/api": {"b.txt": b"1\n"}}
    (outcome,) = write_projects(targets).values()
    assert [each.path for each in outcome.conflicts] == ["a.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
