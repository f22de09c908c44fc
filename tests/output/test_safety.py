"""A folder that a build must not spoil: odd paths, links, full disks, a broken record."""

import errno
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from transformer.output.folder import make_folder
from transformer.output.folders import write_project

FILES = {"a.txt": b"one\n", "sub/b.txt": b"two\n", "sub/logo.png": b"\0\r\n"}


@pytest.fixture
def plain_umask() -> Iterator[None]:
    """New files as most people's systems make them."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def snapshot(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize(
    "path",
    ["/etc/x", "../x", "a/../../x", "a\\b", "C:/x", "", "a//b", "./a", "a/", ".dazzle/files.json"],
)
def test_path_that_leads_elsewhere_is_a_programming_error(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="path"):
        write_project(tmp_path / "app", {path: b""})
    assert not (tmp_path / "app").exists()


@pytest.mark.parametrize("path", ["link/b.txt", "link"])
def test_link_that_leads_outside_is_refused(tmp_path: Path, path: str) -> None:
    outside, target = tmp_path / "outside", tmp_path / "app"
    outside.mkdir()
    target.mkdir()
    (target / "link").symlink_to(outside)
    outcome = write_project(target, {"a.txt": b"x", path: b"x"})
    assert outcome.failure == ("output-leads-outside", {"path": str(target / "link")})
    assert list(outside.iterdir()) == []
    assert not (target / "a.txt").exists()


def test_target_may_be_a_link_itself(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert write_project(tmp_path / "link", FILES).failure is None
    assert (tmp_path / "real/a.txt").exists()


def test_folder_in_the_place_of_a_file_undoes_the_build(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "z").mkdir()
    before = snapshot(tmp_path)
    outcome = write_project(tmp_path, {"a.txt": b"new\n", "new/c.txt": b"c", "z": b"z"})
    assert outcome.failure is not None
    assert outcome.failure[0] == "output-unwritable"
    assert outcome.failure[1]["path"] == str(tmp_path / "z")
    assert outcome.failure[1]["reason"]
    assert outcome.written == ()
    assert snapshot(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".dazzle", "a.txt", "sub", "z"]


def test_file_in_the_place_of_the_target_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "app").write_text("mine")
    outcome = write_project(tmp_path / "app", FILES)
    assert outcome.failure is not None
    assert (tmp_path / "app").read_text() == "mine"


@pytest.mark.parametrize("step", range(19))
def test_disk_that_fails_at_any_step_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    write_project(tmp_path, {**FILES, "old/x.txt": b"x"})
    before = snapshot(tmp_path)
    calls, replace = count(), os.replace

    def fail(source: Path, destination: Path) -> None:
        if next(calls) == step:
            raise OSError(28, "No space left on device", str(source), None, str(destination))
        replace(source, destination)

    monkeypatch.setattr(os, "replace", fail)
    new = {path: content + b"\n" for path, content in FILES.items()} | {"n/c.txt": b"c"}
    outcome = write_project(tmp_path, new)
    assert outcome.failure is not None, "a failing step was taken for done"
    assert outcome.failure[1]["reason"] == "No space left on device"
    assert snapshot(tmp_path) == before
    assert not (tmp_path / "n").exists()


def test_old_file_that_cannot_go_back_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_project(tmp_path, FILES)
    calls, replace = count(), os.replace

    def fail(source: Path, destination: Path) -> None:
        if next(calls) > 1:  # the journal is written, the old file set aside
            raise OSError(5, "Input/output error")
        replace(source, destination)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail)
        outcome = write_project(tmp_path, {**FILES, "a.txt": b"new\n"})
    assert outcome.failure is not None
    assert not (tmp_path / "a.txt").exists()
    assert b"one\n" in snapshot(tmp_path).values()
    assert write_project(tmp_path, FILES).written == ()
    assert (tmp_path / "a.txt").read_bytes() == b"one\n"


def test_nothing_temporary_is_left(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    write_project(tmp_path, {**FILES, "a.txt": b"new\n"})
    found = {path.name for path in (tmp_path / ".dazzle").iterdir()}
    assert found == {".gitattributes", ".gitignore", "base", "files.json"}


@pytest.mark.parametrize("text", ["{", "[]", '{"a": 1}', '{"../../x": "0"}', "<<<<<<< HEAD\n"])
def test_broken_record_is_a_failure(tmp_path: Path, text: str) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / ".dazzle/files.json").write_text(text)
    outcome = write_project(tmp_path, FILES)
    assert outcome.failure == (
        "output-record-broken",
        {"path": str(tmp_path / ".dazzle/files.json")},
    )


def test_script_can_be_run_and_keeps_its_mode(tmp_path: Path, plain_umask: None) -> None:
    write_project(tmp_path, {"run.sh": b"#!/bin/sh\n", "a.txt": b"one\n"})
    assert (tmp_path / "run.sh").stat().st_mode & 0o777 == 0o755
    assert not (tmp_path / "a.txt").stat().st_mode & 0o111
    (tmp_path / "a.txt").chmod(0o600)
    write_project(tmp_path, {"run.sh": b"#!/bin/sh\n", "a.txt": b"new\n"})
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o600


def test_folder_that_another_build_makes_just_now_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Path.mkdir

    def make_too_late(place: Path) -> None:
        make(place)
        raise FileExistsError(errno.EEXIST, "File exists", str(place))

    monkeypatch.setattr(Path, "mkdir", make_too_late)
    assert make_folder(tmp_path / "a/b") == []
    assert (tmp_path / "a/b").is_dir()
