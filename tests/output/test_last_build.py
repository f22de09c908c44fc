"""Builds that have nothing to do: they say and leave what they would if nothing were remembered."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.output.odd_memories import ODD_MEMORIES, write_memory
from tests.projects import ROOT, run_python
from transformer.cli.build import run_request
from transformer.cli.build_requests import BuildRequest
from transformer.cli.console import make_record
from transformer.cli.incremental import build_incrementally
from transformer.cli.manifest_changes import add_changes
from transformer.cli.pipeline import build_project

TEXT = """\
app shelf "Shelf"
entity Book:
  title: str required
  pages: int
surface book_list "Books":
  uses entity Book
  mode: list
"""
TOML = '[project]\nname = "shelf"\n'
APP = "build/django_micro"
MEMORY = f"{APP}/.dazzle/cache/last_build.json"
DSLS = (
    TEXT,
    TEXT.replace('"Books"', '"All books"'),
    TEXT.replace("  pages: int\n", "  pages: int\n  isbn: str\n"),
    TEXT.replace("int", "integer"),
    TEXT.replace("  pages: int\n", "  pages: int\n  tenant: str\n")
    + "process shelving:\n  trigger: Book\n",
)
FILES = (
    f"{APP}/core/models.py",
    f"{APP}/core/views.py",
    f"{APP}/core/migrations/0001_initial.py",
    f"{APP}/core/templates/core/book_list.html",
    f"{APP}/static/css/style.css",
    f"{APP}/.dazzle/base/core/views.py.base",
    f"{APP}/.dazzle/files.json",
    f"{APP}/.dazzle/manifest.yaml",
    f"{APP}/.dazzle/.gitignore",
    f"{APP}/core/own.py",
    f"{APP}/core/migrations/0002_own.py",
)
RUN = """\
import sys
from transformer.cli.main import main
try:
    main()
finally:
    print("transformer.cli.pipeline" in sys.modules)
"""
Tree = dict[str, bytes]


def read_tree(folder: Path) -> Tree:
    found = (path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    return {path: content for path, content in files.items() if "/cache/" not in path}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project after its first build."""
    (tmp_path / "app.dsl").write_text(TEXT, encoding="utf-8")
    (tmp_path / "dazzle.toml").write_text(TOML, encoding="utf-8")
    assert is_done_anew(tmp_path)
    return tmp_path


def is_done_anew(folder: Path, *options: str) -> bool:
    """Build, and tell whether all that a build takes was imported for it."""
    variables = {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    done = run_python(folder, "-c", RUN, "build", *options, **variables)
    return done.stdout.splitlines()[-1] == "True"


def test_a_build_right_after_another_does_nothing(folder: Path) -> None:
    before = read_tree(folder)
    assert not is_done_anew(folder)
    assert not is_done_anew(folder, "--check")
    assert read_tree(folder) == before


def test_the_plain_command_says_the_same_as_the_one_with_arguments(folder: Path) -> None:
    variables = {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    said = [
        run_python(folder, "-m", "transformer", *words, **variables).stdout
        for words in (["build"], ["build", "."], ["build"])
    ]
    assert len({each.partition(" files in ")[0] for each in said}) == 1
    assert "unchanged" in said[0]


def test_what_another_dazzle_remembers_counts_for_nothing(folder: Path) -> None:
    text = b"{}"
    (folder / MEMORY).write_bytes(
        hashlib.sha256(b"another" + text).hexdigest().encode() + b"\n" + text
    )
    assert is_done_anew(folder)
    assert not is_done_anew(folder)


def test_what_is_remembered_is_no_part_of_the_project(folder: Path) -> None:
    assert (folder / APP / ".dazzle/cache/.gitignore").read_text() == "*\n"
    shutil.rmtree(folder / APP / ".dazzle/cache")
    assert is_done_anew(folder)
    assert not is_done_anew(folder)


EDITS: dict[str, Callable[[Path], object]] = {
    "dsl": lambda p: (p / "app.dsl").write_text(TEXT.replace("Books", "Tomes"), encoding="utf-8"),
    "another file of the project": lambda p: (p / "b.dsl").write_text("# nothing\n"),
    "settings": lambda p: (p / "dazzle.toml").write_text(TOML + "[features]\npdf = true\n"),
    "vocabulary": lambda p: write(p / "dazzle/local_vocab/manifest.yml", "entries: []\n"),
    "edited": lambda p: (p / APP / "core/views.py").write_text("# mine\n"),
    "edited, of the same size and time": lambda p: swap_byte(p / APP / "core/views.py"),
    "deleted": lambda p: (p / APP / "core/views.py").unlink(),
    "a migration of one's own": lambda p: (p / APP / "core/migrations/0002_own.py").write_text(""),
    "base": lambda p: (p / APP / ".dazzle/base/core/views.py.base").unlink(),
    "conflict": lambda p: write(p / APP / ".dazzle/conflicts/core/views.py", "# not mine\n"),
    "unfinished": lambda p: write(p / APP / ".dazzle/build/0.new", ""),
    "cut off": lambda p: (p / MEMORY).write_bytes((p / MEMORY).read_bytes()[:-9]),
    "empty": lambda p: (p / MEMORY).write_bytes(b""),
    "written over": lambda p: (p / MEMORY).write_bytes(
        (p / MEMORY).read_bytes().replace(b"a", b"b")
    ),
}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def swap_byte(path: Path) -> None:
    """Change a file so that neither its size nor its time tells."""
    before, content = path.stat(), path.read_bytes()
    path.write_bytes(content.replace(b"e", b"a", 1))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.read_bytes() != content


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_whatever_changes_is_noticed(folder: Path, edit: Callable[[Path], object]) -> None:
    edit(folder)
    assert is_done_anew(folder)


def test_what_a_build_was_asked_for_counts(folder: Path) -> None:
    assert is_done_anew(folder, "--force")
    assert is_done_anew(folder, "--strict")
    assert is_done_anew(folder, "--stack", "openapi_only")
    assert is_done_anew(folder, "--backend", "django_micro")


class Life(RuleBasedStateMachine):
    """A project that is edited and built, beside a twin that remembers nothing."""

    @initialize()
    def begin(self) -> None:
        self.scratch = tempfile.TemporaryDirectory()
        self.here = Path.cwd()
        self.folder = Path(self.scratch.name).resolve() / "one"
        self.twin = self.folder.with_name("two")
        write(self.folder / "app.dsl", TEXT)
        write(self.folder / "dazzle.toml", TOML)
        self.build(strict=False, force=False, is_trial=False)

    def teardown(self) -> None:
        if hasattr(self, "scratch"):
            os.chdir(self.here)
            self.scratch.cleanup()

    @rule(text=st.sampled_from(DSLS))
    def edit_dsl(self, text: str) -> None:
        write(self.folder / "app.dsl", text)

    @rule(path=st.sampled_from(FILES), line=st.sampled_from(["# mine\n", "\n"]))
    def add_line(self, path: str, line: str) -> None:
        place = self.folder / path
        if place.exists() or "own" in path:
            write(place, (place.read_text(encoding="utf-8") if place.exists() else "") + line)

    @rule(path=st.sampled_from(FILES))
    def delete(self, path: str) -> None:
        (self.folder / path).unlink(missing_ok=True)

    @rule()
    def forget(self) -> None:
        (self.folder / MEMORY).unlink(missing_ok=True)

    @rule(cut=st.integers(0, 400))
    def damage(self, cut: int) -> None:
        place = self.folder / MEMORY
        if place.exists():
            place.write_bytes(place.read_bytes()[:-cut] if cut else b"{}")

    @rule(text=st.sampled_from(ODD_MEMORIES))
    def remember_something_odd(self, text: bytes) -> None:
        if (self.folder / MEMORY).exists():
            write_memory(self.folder / MEMORY, text)

    @rule(strict=st.booleans(), force=st.booleans(), is_trial=st.booleans())
    def build(self, *, strict: bool, force: bool, is_trial: bool) -> None:
        """Build twice: the second of two builds is the one that may have nothing to do."""
        request = BuildRequest(Path(), strict=strict, force=force, is_trial=is_trial)
        self.compare(request)
        self.compare(request)

    def compare(self, request: BuildRequest) -> None:
        shutil.rmtree(self.twin, ignore_errors=True)
        shutil.copytree(self.folder, self.twin)
        os.chdir(self.twin)
        anew = build_project(request)
        anew = add_changes(anew) if request.is_trial else anew
        expected = make_record(anew.problems, anew)
        os.chdir(self.folder)
        repeated = build_incrementally(request)
        result = repeated or run_request(request)
        said = make_record(result.problems, result)
        for record in (said, expected):
            record.pop("seconds")
        assert json.dumps(said) == json.dumps(expected)
        assert read_tree(self.folder) == read_tree(self.twin)


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=int(os.environ.get("RANDOM_BUILDS", "6")),
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[*HealthCheck],
)
