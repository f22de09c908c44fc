"""Files on a disk: what is written, what a person's edits stop, what is undone."""

import json
from pathlib import Path

import pytest

from transformer.engine.backend import read_backend
from transformer.output.folders import Manner, write_project

FILES = {"a.txt": b"one\n", "sub/b.txt": b"two\n", "sub/logo.png": b"\0\r\n"}


FORCE = Manner(force=True)


def snapshot(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def read_app(folder: Path) -> dict[str, bytes]:
    """All but what a build keeps for itself."""
    return {p: text for p, text in snapshot(folder).items() if not p.startswith(".dazzle/")}


def test_first_build_writes_everything_and_a_record(tmp_path: Path) -> None:
    outcome = write_project(tmp_path / "new" / "app", FILES)
    assert outcome.written == ("a.txt", "sub/b.txt", "sub/logo.png")
    found = snapshot(tmp_path / "new" / "app")
    record = json.loads(found[".dazzle/files.json"])
    assert read_app(tmp_path / "new" / "app") == FILES
    assert list(record) == sorted(FILES)
    assert {path: found[f".dazzle/base/{path}.base"] for path in FILES} == FILES


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


def test_touched_file_stays_while_the_build_has_nothing_new_for_it(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "a.txt").write_text("mine\n")
    outcome = write_project(tmp_path, {**FILES, "sub/b.txt": b"new\n"})
    assert (outcome.edited, outcome.written) == (("a.txt",), ("sub/b.txt",))
    assert (tmp_path / "a.txt").read_text() == "mine\n"


def test_force_replaces_a_touched_file_and_keeps_it_aside(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    for text, place in (("mine\n", "a.txt"), ("mine again\n", "a.txt.1")):
        (tmp_path / "a.txt").write_text(text)
        outcome = write_project(tmp_path, FILES, manner=FORCE)
        assert (outcome.conflicts, outcome.written) == ((), ("a.txt",))
        assert outcome.replaced == {"a.txt": f".dazzle/replaced/{place}"}
        assert (tmp_path / "a.txt").read_bytes() == b"one\n"
        assert (tmp_path / ".dazzle/replaced" / place).read_text() == text


def test_file_of_someone_else_is_in_the_way_unless_it_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\n")
    assert write_project(tmp_path, FILES).conflicts == ()
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_bytes(b"mine\n")
    (conflict,) = write_project(other, FILES).conflicts
    assert (conflict.path, conflict.code) == ("a.txt", "output-in-the-way")
    assert snapshot(other) == {"a.txt": b"mine\n"}


def test_edit_that_equals_the_new_content_is_no_conflict(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "a.txt").write_bytes(b"new\n")
    assert write_project(tmp_path, {**FILES, "a.txt": b"new\n"}).conflicts == ()


def test_deleted_file_stays_away_and_that_is_said_once(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "a.txt").unlink()
    new = {**FILES, "a.txt": b"new\n"}
    said = [write_project(tmp_path, files).deleted for files in (FILES, FILES, new)]
    assert said == [("a.txt",), (), ()]
    assert not (tmp_path / "a.txt").exists()
    assert write_project(tmp_path, new, manner=FORCE).written == ("a.txt",)


def test_deleted_file_that_is_back_is_merged_again(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "a.txt").unlink()
    write_project(tmp_path, FILES)
    (tmp_path / "a.txt").write_bytes(b"one\n")
    assert write_project(tmp_path, {**FILES, "a.txt": b"new\n"}).written == ("a.txt",)


def test_folder_of_which_nothing_is_left_is_written_anew(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    for path in FILES:
        (tmp_path / path).unlink()
    assert write_project(tmp_path, FILES).written == tuple(sorted(FILES))


def test_newlines_of_a_checkout_are_no_edit_of_a_text(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "a.txt").write_bytes(b"one\r\n")
    assert write_project(tmp_path, FILES).written == ()
    assert write_project(tmp_path, {**FILES, "a.txt": b"new\n"}).written == ("a.txt",)


def test_newlines_of_an_image_count(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    (tmp_path / "sub/logo.png").write_bytes(b"\0\n")
    (conflict,) = write_project(tmp_path, {**FILES, "sub/logo.png": b"\0\n\n"}).conflicts
    assert conflict.path == "sub/logo.png"
    assert (tmp_path / "sub/logo.png").read_bytes() == b"\0\n"


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
