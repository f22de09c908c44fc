"""Files on a disk: what is written, what a person's edits stop, what is undone."""

import json
from pathlib import Path

import pytest

from transformer.engine.backend import read_backend
from transformer.output.folders import write_project

FILES = {"a.txt": b"one\n", "sub/b.txt": b"two\n", "sub/logo.png": b"\0\r\n"}


def snapshot(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_first_build_writes_everything_and_a_record(tmp_path: Path) -> None:
    outcome = write_project(tmp_path / "new" / "app", FILES)
    assert outcome.written == ("a.txt", "sub/b.txt", "sub/logo.png")
    found = snapshot(tmp_path / "new" / "app")
    record = json.loads(found.pop(".dazzle/files.json"))
    assert found == FILES
    assert list(record) == sorted(FILES)


def test_second_build_touches_nothing(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    outcome = write_project(tmp_path, FILES)
    assert (outcome.written, outcome.unchanged) == ((), tuple(sorted(FILES)))
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == times


def test_new_content_replaces_only_the_changed_file(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    outcome = write_project(tmp_path, {**FILES, "a.txt": b"new\n"})
    assert outcome.written == ("a.txt",)
    assert (tmp_path / "a.txt").read_bytes() == b"new\n"


def test_touched_file_stops_everything(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "a.txt").write_text("mine\n")
    before = snapshot(tmp_path)
    new = {"a.txt": b"new\n", "sub/b.txt": b"new\n", "c.txt": b"new\n"}
    outcome = write_project(tmp_path, new)
    assert outcome.conflicts == ("a.txt",)
    assert outcome.written == ()
    assert snapshot(tmp_path) == before


def test_touched_file_stops_a_build_of_the_same_content(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "a.txt").write_text("mine\n")
    assert write_project(tmp_path, FILES).conflicts == ("a.txt",)


def test_force_overwrites_a_touched_file(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "a.txt").write_text("mine\n")
    outcome = write_project(tmp_path, FILES, force=True)
    assert (outcome.conflicts, outcome.written) == ((), ("a.txt",))
    assert (tmp_path / "a.txt").read_bytes() == b"one\n"


def test_file_of_someone_else_is_a_conflict_unless_it_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\n")
    assert write_project(tmp_path, FILES).conflicts == ()
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_bytes(b"mine\n")
    assert write_project(other, FILES).conflicts == ("a.txt",)


def test_edit_that_equals_the_new_content_is_no_conflict(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "a.txt").write_bytes(b"new\n")
    assert write_project(tmp_path, {**FILES, "a.txt": b"new\n"}).conflicts == ()


def test_missing_file_is_written_again(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "a.txt").unlink()
    assert write_project(tmp_path, FILES).written == ("a.txt",)


def test_newlines_of_a_checkout_are_no_edit_of_a_text(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "a.txt").write_bytes(b"one\r\n")
    assert write_project(tmp_path, FILES).written == ()
    assert write_project(tmp_path, {**FILES, "a.txt": b"new\n"}).written == ("a.txt",)


def test_newlines_of_an_image_count(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "sub/logo.png").write_bytes(b"\0\n")
    assert write_project(tmp_path, FILES).conflicts == ("sub/logo.png",)


def test_stale_file_goes_with_its_folder(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    outcome = write_project(tmp_path, {"a.txt": b"one\n"})
    assert outcome.removed == ("sub/b.txt", "sub/logo.png")
    assert not (tmp_path / "sub").exists()
    assert write_project(tmp_path, {"a.txt": b"one\n"}).removed == ()


def test_touched_stale_file_is_kept(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "sub/b.txt").write_text("mine")
    outcome = write_project(tmp_path, {"a.txt": b"one\n"})
    assert (outcome.kept, outcome.removed) == (("sub/b.txt",), ("sub/logo.png",))
    assert (tmp_path / "sub/b.txt").read_text() == "mine"


@pytest.mark.parametrize(
    "path",
    [".env", "db.sqlite3", "db.sqlite3-wal", "media/x.png", "core/migrations/0001_initial.py"],
)
def test_data_is_never_removed(tmp_path: Path, path: str) -> None:
    lasting = read_backend("django_micro").lasting
    write_project(tmp_path, {**FILES, path: b"x"})
    assert write_project(tmp_path, FILES, lasting=lasting).removed == ()
    assert (tmp_path / path).read_bytes() == b"x"


def test_what_no_backend_calls_lasting_goes(tmp_path: Path) -> None:
    write_project(tmp_path, {**FILES, "media/x.png": b"x", "b.txt": b"y"})
    assert write_project(tmp_path, FILES, lasting=["media/*"]).removed == ("b.txt",)


def test_lasting_file_may_be_written_anew(tmp_path: Path) -> None:
    lasting = ["media/*"]
    write_project(tmp_path, {**FILES, "media/x.txt": b"x"}, lasting=lasting)
    write_project(tmp_path, FILES, lasting=lasting)
    outcome = write_project(tmp_path, {**FILES, "media/x.txt": b"y"}, lasting=lasting)
    assert (outcome.written, outcome.conflicts) == (("media/x.txt",), ())


def test_file_outside_the_record_is_never_removed(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "sub/mine.txt").write_text("mine")
    write_project(tmp_path, {"a.txt": b"one\n"})
    assert (tmp_path / "sub/mine.txt").read_text() == "mine"


def test_file_gives_way_to_a_folder_and_back(tmp_path: Path) -> None:
    write_project(tmp_path, {"x": b"1"})
    assert write_project(tmp_path, {"x/y": b"2"}).failure is None
    assert (tmp_path / "x/y").read_bytes() == b"2"
    assert write_project(tmp_path, {"x": b"1"}).failure is None
    assert (tmp_path / "x").read_bytes() == b"1"
