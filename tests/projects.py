"""The example projects, and ways to build and run them as people do."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
PROJECTS = sorted(
    path.name for path in FIXTURES.iterdir() if path.is_dir() and path.name != "problems"
)
BACKENDS = sorted(path.parent.name for path in ROOT.glob("transformer/backends/*/backend.yaml"))
BACKEND = "django_micro"
TIMEOUT = 300  # seconds
KEPT_VARIABLES = ("HOME", "LANG", "LC_ALL", "PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")

Done = subprocess.CompletedProcess[str]


def clean_environment(**variables: str) -> dict[str, str]:
    """Only what any process needs, and the given variables."""
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    return {**kept, **variables}


def run_python(folder: Path, *arguments: str, **variables: str) -> Done:
    """What this interpreter does in a folder, in a clean environment."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=clean_environment(**variables),
        capture_output=True,
        text=True,
        check=False,
        timeout=TIMEOUT,
    )


def run_dazzle(folder: Path, *arguments: str, **variables: str) -> Done:
    """What the command `dazzle` does in a folder."""
    code = "from transformer.cli.main import main; main()"
    variables = {"PYTHONPATH": str(ROOT), "NO_COLOR": "1", **variables}
    return run_python(folder, "-c", code, *arguments, **variables)


@dataclass(frozen=True)
class BuiltProject:
    """The folder of a Django project that came out of a build."""

    name: str
    folder: Path

    def manage(self, *arguments: str, **variables: str) -> Done:
        """What `manage.py` does there."""
        return run_python(self.folder, "manage.py", *arguments, **variables)

    def copy_to(self, folder: Path) -> "BuiltProject":
        """The same project somewhere else, for tests that change it."""
        unfinished = shutil.ignore_patterns("*.pyc.*")  # byte code that another test is writing
        shutil.copytree(self.folder, folder, ignore=unfinished, dirs_exist_ok=True)
        return BuiltProject(self.name, folder)


def build_fixture(name: str, output: Path) -> BuiltProject:
    """A fixture, built by the command and migrated."""
    done = run_dazzle(ROOT, "build", str(FIXTURES / name), "--output", str(output))
    assert done.returncode == 0, done.stdout + done.stderr
    built = BuiltProject(name, output / BACKEND)
    done = built.manage("migrate", "--verbosity=0")
    assert done.returncode == 0, done.stdout + done.stderr
    return built


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """A part of the tests that one worker at a time goes through."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def share_build(name: str, folder: Path) -> BuiltProject:
    """A fixture that the first worker to ask for it builds for all."""
    marker = folder / f"{name}.done"
    with hold_lock(folder / f"{name}.lock"):
        if marker.exists():
            return BuiltProject(name, folder / name / BACKEND)
        built = build_fixture(name, folder / name)
        marker.touch()
    return built


def find_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
