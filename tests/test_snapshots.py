"""What every example project becomes, as reviewed files below `snapshots/`."""

import hashlib
from functools import cache
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from tests.projects import BACKENDS, FIXTURES, PROJECTS, run_dazzle
from transformer import __version__
from transformer.engine.render import render_project
from transformer.manifest import dump_manifest, read_project

SNAPSHOTS = Path(__file__).resolve().parent / "snapshots"
VENDOR = ("static/vendor/", "pages/fonts/")
COMPILED = ".mo"

pytestmark = pytest.mark.parametrize("name", PROJECTS)
each_backend = pytest.mark.parametrize("backend", BACKENDS)


@cache
def print_manifest(name: str) -> str:
    manifest = read_project(FIXTURES / name).manifest
    assert manifest is not None
    return dump_manifest(manifest)


@cache
def render_fixture(name: str, backend: str) -> dict[str, bytes]:
    return render_afresh(name, backend)


def render_afresh(name: str, backend: str) -> dict[str, bytes]:
    manifest = read_project(FIXTURES / name).manifest
    assert manifest is not None
    return render_project(manifest, backend)


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
    tree: dict[str, object] = {}
    if vendored := sum_up_vendor(files):
        tree["vendor.sha256"] = vendored
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


@each_backend
def test_files_are_as_reviewed(name: str, backend: str, snapshot: Snapshot) -> None:
    snapshot.snapshot_dir = SNAPSHOTS / name
    snapshot.assert_match_dir(lay_out(render_fixture(name, backend)), backend)


@each_backend
def test_second_rendering_equals_the_first(name: str, backend: str) -> None:
    assert render_afresh(name, backend) == render_fixture(name, backend)


@each_backend
def test_files_name_neither_place_nor_version(name: str, backend: str) -> None:
    version = f"dazzle {__version__}".encode()
    for path, content in render_fixture(name, backend).items():
        assert str(FIXTURES).encode() not in content, path
        assert version not in content.lower(), path


@each_backend
def test_text_files_end_with_one_line_break(name: str, backend: str) -> None:
    for path, content in render_fixture(name, backend).items():
        if not path.startswith(VENDOR) and not path.endswith(COMPILED) and content:
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
    chosen = [word for backend in BACKENDS for word in ("--backend", backend)]
    words = ["--manifest", str(file), "--output", str(tmp_path / "out"), *chosen]
    done = run_dazzle(tmp_path, "build", *words)
    assert done.returncode == 0, done.stdout + done.stderr
    for backend in BACKENDS:
        written = read_folder(tmp_path / "out" / backend)
        assert written.pop(".dazzle/files.json")
        assert written == render_fixture(name, backend)
