"""What every example project becomes, as reviewed files below `snapshots/`."""

import hashlib
from functools import cache
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from tests.projects import BACKEND, FIXTURES, PROJECTS, run_dazzle
from transformer import __version__
from transformer.emit.render import render_project
from transformer.manifest import dump_manifest, read_project

SNAPSHOTS = Path(__file__).resolve().parent / "snapshots"
VENDOR = "static/vendor/"

pytestmark = pytest.mark.parametrize("name", PROJECTS)


@cache
def print_manifest(name: str) -> str:
    manifest = read_project(FIXTURES / name).manifest
    assert manifest is not None
    return dump_manifest(manifest)


@cache
def render_fixture(name: str) -> dict[str, bytes]:
    return render_afresh(name)


def render_afresh(name: str) -> dict[str, bytes]:
    manifest = read_project(FIXTURES / name).manifest
    assert manifest is not None
    return render_project(manifest, BACKEND)


def sum_up_vendor(files: dict[str, bytes]) -> str:
    """The files of others, as `sha256sum` lists them."""
    lines = [
        f"{hashlib.sha256(content).hexdigest()}  {path}\n"
        for path, content in sorted(files.items())
        if path.startswith(VENDOR)
    ]
    return "".join(lines)


def lay_out(files: dict[str, bytes]) -> dict[str, object]:
    """The files as nested folders, the vendored ones summed up."""
    tree: dict[str, object] = {"vendor.sha256": sum_up_vendor(files)}
    for path, content in files.items():
        if not path.startswith(VENDOR):
            *folders, last = path.split("/")
            place = tree
            for folder in folders:
                place = place.setdefault(folder, {})  # type: ignore[assignment]
            place[last] = content if content else b"\n"  # git and people overlook empty files
    return tree


def test_manifest_is_as_reviewed(name: str, snapshot: Snapshot) -> None:
    snapshot.snapshot_dir = SNAPSHOTS / name
    snapshot.assert_match(print_manifest(name), "manifest.yaml")


def test_files_are_as_reviewed(name: str, snapshot: Snapshot) -> None:
    snapshot.snapshot_dir = SNAPSHOTS / name
    snapshot.assert_match_dir(lay_out(render_fixture(name)), BACKEND)


def test_second_rendering_equals_the_first(name: str) -> None:
    assert render_afresh(name) == render_fixture(name)


def test_files_name_neither_place_nor_version(name: str) -> None:
    version = f"dazzle {__version__}".encode()
    for path, content in render_fixture(name).items():
        assert str(FIXTURES).encode() not in content, path
        assert version not in content.lower(), path


def test_text_files_end_with_one_line_break(name: str) -> None:
    for path, content in render_fixture(name).items():
        if not path.startswith(VENDOR) and content:
            assert content.endswith(b"\n") and not content.endswith(b"\n\n"), path
            assert b"\r" not in content, path


def read_folder(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_printed_manifest_builds_the_same_project(name: str, tmp_path: Path) -> None:
    file = tmp_path / "manifest.yaml"
    done = run_dazzle(tmp_path, "manifest", str(FIXTURES / name), "--output", str(file))
    assert done.returncode == 0, done.stderr
    assert file.read_text(encoding="utf-8") == print_manifest(name)
    done = run_dazzle(tmp_path, "build", "--manifest", str(file), "--output", str(tmp_path / "out"))
    assert done.returncode == 0, done.stdout + done.stderr
    written = read_folder(tmp_path / "out" / BACKEND)
    assert written.pop(".dazzle/files.json")
    assert written == render_fixture(name)
