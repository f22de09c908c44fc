"""What every example project becomes, as reviewed files below `snapshots/`.

One example is kept in full. Of the others there is the manifest, what a template made of it, and
in `files.txt` the digest of every other file: copies, and what equals that of the first example.
"""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from pytest_snapshot.plugin import Snapshot

from tests.outputs import find_copies, print_manifest, render_afresh, render_fixture
from tests.projects import BACKENDS, FIXTURES, PROJECTS, run_dazzle
from transformer import __version__

SNAPSHOTS = Path(__file__).resolve().parent / "snapshots"
BASELINE = "support_tickets"  # an ordinary app: the rendered files of others differ least from it
MANIFEST, DIGESTS = "manifest.yaml", "files.txt"
VENDOR = ("static/vendor/", "pages/fonts/", "package-lock.json")
COMPILED = ".mo"

each_project = pytest.mark.parametrize("name", PROJECTS)
each_backend = pytest.mark.parametrize("backend", BACKENDS)


def is_written_here(path: str) -> bool:
    """Whether a file is text of this project, neither vendored nor compiled."""
    return not path.startswith(VENDOR) and not path.endswith(COMPILED)


def find_origins(name: str, backend: str) -> dict[str, str]:
    """The files that a digest is enough for: path → where else their content stands."""
    copies = {path: f"a copy of {source}" for path, source in find_copies(name, backend).items()}
    shared = {
        path: f"equal to tests/snapshots/{name}/{other}/{path}"
        for other in BACKENDS
        if is_part_of(other, backend)
        for path, content in render_fixture(name, other).items()
        if render_fixture(name, backend).get(path) == content
    }
    if name == BASELINE:
        return {path: each for path, each in copies.items() if not is_written_here(path)} | shared
    baseline = render_fixture(BASELINE, backend)
    equal = {
        path: f"equal to tests/snapshots/{BASELINE}/{backend}/{path}"
        for path, content in render_fixture(name, backend).items()
        if baseline.get(path) == content
    }
    return equal | copies | shared


def is_part_of(other: str, backend: str) -> bool:
    """Whether a backend gives all that another one gives, such as the contract, and more."""
    return set(render_fixture(BASELINE, other)) < set(render_fixture(BASELINE, backend))


def print_digests(files: Mapping[str, bytes]) -> str:
    """A line for each file: its path and its SHA-256."""
    lines = (f"{path}  {hashlib.sha256(files[path]).hexdigest()}\n" for path in sorted(files))
    return "".join(lines)


def read_digests(text: str) -> dict[str, str]:
    """What `print_digests` wrote: path → SHA-256."""
    return dict(line.rsplit("  ", 1) for line in text.splitlines())


def explain_digests(before: str, after: str, origins: Mapping[str, str]) -> str:
    """Say of each line that differs between two lists what the file is."""
    old, new = read_digests(before), read_digests(after)
    lines = [f"{path}: no longer listed; gone, or kept in full" for path in old.keys() - new]
    for path in new:
        if old.get(path) != new[path]:
            change = "changed" if path in old else "newly listed"
            lines.append(f"{path}: {change}; {origins[path]}")
    return "\n".join(sorted(lines))


def nest_files(files: Mapping[str, bytes]) -> dict[str, object]:
    """The files as folders within folders."""
    tree: dict[str, object] = {path: files[path] for path in files if "/" not in path}
    for folder in {path.split("/")[0] for path in files} - tree.keys():
        start = f"{folder}/"
        inner = {path.removeprefix(start): files[path] for path in files if path.startswith(start)}
        tree[folder] = nest_files(inner)
    return tree


@each_project
def test_manifest_is_as_reviewed(name: str, snapshot: Snapshot) -> None:
    snapshot.snapshot_dir = SNAPSHOTS / name
    snapshot.assert_match(print_manifest(name), MANIFEST)


@each_project
@each_backend
def test_files_are_as_reviewed(name: str, backend: str, snapshot: Snapshot) -> None:
    snapshot.snapshot_dir = SNAPSHOTS / name
    files, origins = render_fixture(name, backend), find_origins(name, backend)
    kept = {path: content for path, content in files.items() if path not in origins}
    assert DIGESTS not in kept
    if origins:
        digests = print_digests({path: files[path] for path in origins})
        check_digests(snapshot, backend, digests, origins)
        kept[DIGESTS] = digests.encode()
    snapshot.assert_match_dir(nest_files(kept), backend)


def check_digests(
    snapshot: Snapshot, backend: str, digests: str, origins: Mapping[str, str]
) -> None:
    """Compare a list with the one that was reviewed; where they differ, say what the files are."""
    with suppress(AssertionError):
        snapshot.assert_match(digests, f"{backend}/{DIGESTS}")
        return
    reviewed = snapshot.snapshot_dir / backend / DIGESTS
    before = reviewed.read_text(encoding="utf-8") if reviewed.is_file() else ""
    pytest.fail(explain_digests(before, digests, origins), pytrace=False)


def test_no_other_snapshots_are_kept() -> None:
    files = (path for path in SNAPSHOTS.rglob("*") if path.is_file())
    kept = {path.relative_to(SNAPSHOTS).parts[:2] for path in files}
    expected = {(name, part) for name in PROJECTS for part in (MANIFEST, *BACKENDS)}
    assert kept == expected, "delete what is of no example any more"


def test_changed_digests_are_explained() -> None:
    before = print_digests({"copy.py": b"1", "equal.py": b"1", "gone.py": b"1", "same.py": b"1"})
    after = print_digests({"copy.py": b"2", "equal.py": b"1", "new.py": b"1", "same.py": b"1"})
    origins = {"copy.py": "a copy of files/copy.py", "new.py": "equal to other/new.py"}
    assert explain_digests(before, after, origins).splitlines() == [
        "copy.py: changed; a copy of files/copy.py",
        "gone.py: no longer listed; gone, or kept in full",
        "new.py: newly listed; equal to other/new.py",
    ]


@each_project
@each_backend
def test_second_rendering_equals_the_first(name: str, backend: str) -> None:
    assert render_afresh(name, backend) == render_fixture(name, backend)


@each_project
@each_backend
def test_files_name_neither_place_nor_version(name: str, backend: str) -> None:
    version = f"dazzle {__version__}".encode()
    files = {**render_fixture(name, backend), MANIFEST: print_manifest(name).encode()}
    for path, content in files.items():
        assert str(FIXTURES).encode() not in content, path
        assert version not in content.lower(), path


@each_project
@each_backend
def test_text_files_end_with_one_line_break(name: str, backend: str) -> None:
    for path, content in render_fixture(name, backend).items():
        if is_written_here(path) and content:
            assert content.endswith(b"\n") and not content.endswith(b"\n\n"), path
            assert b"\r" not in content, path


def read_folder(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@each_project
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
        assert written[".dazzle/files.json"]
        assert written[".dazzle/manifest.yaml"].decode() == print_manifest(name)
        app = {path: text for path, text in written.items() if not path.startswith(".dazzle/")}
        assert app == render_fixture(name, backend)
