"""The wheel and the sdist, away from the checkout."""

import os
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.projects import BACKENDS, KEPT_VARIABLES, ROOT, find_port


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by way of the sdist as an uploader would."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    assert list(folder.glob("*.tar.gz"))
    assert found.name.startswith("dazzle_micro-")
    return found


def test_wheel_has_every_file_of_the_checkout(wheel: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "transformer", "mappings", "schemas", "fixtures"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    inside = {name.replace("transformer/_data/", "") for name in zipfile.ZipFile(wheel).namelist()}
    assert set(tracked) <= inside


@dataclass(frozen=True)
class Person:
    """Somebody with an empty home and a virtual environment, and Python as it is by default."""

    home: Path

    @property
    def scripts(self) -> Path:
        """Where the commands of the virtual environment are."""
        return self.home / "venv" / "bin"

    @property
    def environment(self) -> dict[str, str]:
        """What a shell of theirs has set; byte code is written, as everywhere."""
        names = [name for name in os.environ if name in KEPT_VARIABLES or name[:4] == "PIP_"]
        return {**{name: os.environ[name] for name in names}, "HOME": str(self.home)}

    def run(self, folder: Path, command: str, *words: str | Path) -> str:
        """What a command says, which has to succeed."""
        line = [self.scripts / command, *words]
        done = subprocess.run(
            line, cwd=folder, env=self.environment, capture_output=True, text=True, timeout=600
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def fetch(self, folder: Path) -> bytes:
        """The first page of an app, asked for while it is served."""
        address = f"127.0.0.1:{find_port()}"
        line = [self.scripts / "python", "manage.py", "runserver", "--noreload", address]
        quiet = subprocess.DEVNULL
        with subprocess.Popen(
            line, cwd=folder, env=self.environment, stdout=quiet, stderr=quiet
        ) as server:
            try:
                return wait_for_page(f"http://{address}/")
            finally:
                server.terminate()


def wait_for_page(address: str) -> bytes:
    deadline = time.monotonic() + 60
    while True:
        try:
            with urlopen(address, timeout=5) as page:
                content: bytes = page.read()
                return content
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


@pytest.fixture(scope="module")
def person(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Person:
    """A person who has installed the wheel as pip does if nothing else is asked of it."""
    person = Person(tmp_path_factory.mktemp("home"))
    venv = [sys.executable, "-m", "venv", str(person.home / "venv")]
    subprocess.run(venv, check=True, env=person.environment)
    person.run(person.home, "pip", "install", "--quiet", "-c", ROOT / "constraints.txt", wheel)
    package = person.home / "venv" / "lib"
    assert list(package.glob("*/site-packages/transformer/backends/*/files/**/*.pyc"))
    return person


def list_byte_code(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.pyc")}


def test_explanations_are_installed(person: Person, tmp_path: Path) -> None:
    assert "Right:\n\n    entity" in person.run(tmp_path, "dazzle", "explain", "duplicate-entry")


def test_tables_and_templates_are_derived_already(person: Person, tmp_path: Path) -> None:
    chosen = [word for backend in BACKENDS for word in ("--backend", backend)]
    example = ROOT / "fixtures" / "support_tickets"
    person.run(tmp_path, "dazzle", "build", example, "--output", "out", *chosen)
    assert not (person.home / ".cache" / "dazzle").exists()


def test_stack_lists_no_byte_code(person: Person, tmp_path: Path) -> None:
    said = person.run(tmp_path, "dazzle", "stacks", "micro")
    assert "core/models.py" in said
    assert "__pycache__" not in said and ".pyc" not in said


def test_journey_of_the_readme(person: Person, tmp_path: Path) -> None:
    person.run(tmp_path, "dazzle", "demo")
    demo = tmp_path / "micro-demo"
    assert list_byte_code(demo) == set()
    locked = ["-c", ROOT / "constraints.txt"]
    person.run(demo, "pip", "install", "--quiet", "-r", "requirements.txt", *locked)
    person.run(demo, "python", "manage.py", "migrate", "-v0")
    assert b"<html" in person.fetch(demo)
    source = demo / "dsl" / "app.dsl"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("  due_date: date", "  due_date: date\n  place: str"), "utf-8")
    assert "written" in person.run(demo, "dazzle", "build")
    assert list(demo.glob("core/migrations/0002_*.py"))
    person.run(demo, "python", "manage.py", "migrate", "-v0")
    person.run(demo, "python", "manage.py", "test")
    assert list_byte_code(demo), "the app's own byte code is no business of a build"
    said = person.run(demo, "dazzle", "build")
    assert "unchanged" in said and "written" not in said
    assert ".pyc" not in (demo / ".dazzle" / "files.json").read_text(encoding="utf-8")
