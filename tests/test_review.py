"""A change of the output is shown as distinct hunks, each once."""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.projects import ROOT
from tools.hunks import Hunk, compare_files, find_hunks
from tools.review import build_examples, export_commit, report_comparison

TEXTS = st.lists(st.sampled_from(["a", "b", "  c", ""]), max_size=8).map("\n".join)


def test_equal_hunks_are_one_whatever_stands_around_them() -> None:
    old = {"one.py": b"a\nb\nc\n", "two.py": b"x\nb\ny\nb\n", "same.py": b"b\n"}
    new = {"one.py": b"a\nB\nc\n", "two.py": b"x\nB\ny\nB\n", "same.py": b"b\n"}
    assert compare_files(old, new).hunks == {Hunk(("b",), ("B",)): ["one.py", "two.py", "two.py"]}


def test_hunks_with_other_lines_stay_apart() -> None:
    old = {"one.py": b"a\n", "two.py": b"a\n", "three.py": b"a\n"}
    new = {"one.py": b"b\n", "two.py": b"b\nc\n", "three.py": b""}
    assert compare_files(old, new).hunks == {
        Hunk(("a",), ("b",)): ["one.py"],
        Hunk(("a",), ("b", "c")): ["two.py"],
        Hunk(("a",), ()): ["three.py"],
    }


def test_files_without_hunks_are_listed() -> None:
    found = compare_files({"old": b"a", "icon": b"\xff"}, {"new": b"a", "icon": b"\xfe"})
    assert (found.added, found.removed, found.binary) == (["new"], ["old"], ["icon"])
    assert not found.hunks


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_hunks_are_all_that_differs(old: str, new: str) -> None:
    lines = Counter(old.split("\n"))
    for hunk in find_hunks(old, new):
        assert hunk.removed != hunk.added
        lines.subtract(hunk.removed)
        lines.update(hunk.added)
    assert lines == Counter(new.split("\n"))


def test_report_names_a_few_files_or_all() -> None:
    old = {f"{name}.py": b"a\nb\nc\nb\n" for name in range(5)}
    new = {f"{name}.py": b"a\nB\nc\nB\n" for name in range(5)} | {"more.py": b""}
    assert list(report_comparison(compare_files(old, new), named=2)) == [
        "Distinct hunks: 1, in 5 files",
        "\nOnly there now: 1 file",
        "  more.py",
        "",
        "This hunk in 5 files, 10 times:",
        "  0.py",
        "  1.py",
        "  and 3 more",
        "      a",
        "    - b",
        "    + B",
        "      c",
        "      b",
    ]
    lines = list(report_comparison(compare_files(old, new), named=None))
    assert [line for line in lines if line.endswith(".py")][1:] == [f"  {path}" for path in old]


def run_git(folder: Path, *words: str) -> None:
    names = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *names, *words], cwd=folder, check=True, capture_output=True)


def test_commit_is_exported_as_it_was(tmp_path: Path) -> None:
    repository, folder = tmp_path / "repository", tmp_path / "folder"
    repository.mkdir()
    file = repository / "file.txt"
    file.write_text("before\n")
    run_git(repository, "init")
    run_git(repository, "add", "file.txt")
    run_git(repository, "commit", "-m", "Add a file")
    file.write_text("after\n")
    export_commit(repository, "HEAD", folder)
    assert (folder / "file.txt").read_text() == "before\n"
    assert file.read_text() == "after\n"
    with pytest.raises(SystemExit, match="nowhere"):
        export_commit(repository, "nowhere", folder)


def copy_checkout(folder: Path) -> Path:
    """What a build needs of this checkout, with two small examples."""
    for part in ("transformer", "mappings", "schemas"):
        shutil.copytree(ROOT / part, folder / part)
    for name in ("one_file", "simple_task"):
        shutil.copytree(ROOT / "fixtures" / name, folder / "fixtures" / name)
    return folder


def test_changed_line_of_a_template_is_one_hunk(tmp_path: Path) -> None:
    checkout = copy_checkout(tmp_path)
    before = build_examples(checkout)
    (template,) = checkout.rglob("_list.html.mako")
    line = '<table class="table panel rows">'
    text = template.read_text(encoding="utf-8")
    assert text.count(line) == 1
    template.write_text(text.replace(line, "<table>"), encoding="utf-8")
    found = compare_files(before, build_examples(checkout))
    (places,) = found.hunks.values()
    assert {path.split("/")[0] for path in places} == {"one_file", "simple_task"}
    assert not found.added and not found.removed and not found.binary
