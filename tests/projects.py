"""Building projects with the command, and running what came out, as a person would."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
NAMES = sorted(path.name for path in FIXTURES.iterdir() if path.name != "problems")
BIN = Path(sys.executable).parent

SURROUNDINGS = {"PATH", "HOME", "TMPDIR", "LANG", "SYSTEMROOT", "DAZZLE_CACHE", "XDG_CACHE_HOME"}
DEVELOPMENT = {"DEBUG": "True", "SECRET_KEY": "only-for-tests"}
PRODUCTION = {
    "DEBUG": "False",
    "SECRET_KEY": "k9$Vw2-rQz7_mXc4!pLd8@sYb1^tNg6&hJf3*aEu5+oWi0=xKv",
    "ALLOWED_HOSTS": "app.example",
}


def run_command(
    *words: str | Path, cwd: Path, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, in surroundings that say nothing of this machine's."""
    known = {name: os.environ[name] for name in SURROUNDINGS if name in os.environ}
    return subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={**known, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **variables},
        capture_output=True,
        text=True,
        timeout=300,
    )


def expect_success(done: subprocess.CompletedProcess[str]) -> str:
    """What a command said; fails with all of it if the command did."""
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said


@dataclass(frozen=True, slots=True)
class Built:
    """A Django project that `dazzle build` wrote."""

    source: Path
    folder: Path

    def manage(self, *words: str, **variables: str) -> str:
        """Run `manage.py`, which has to succeed."""
        command = (sys.executable, "manage.py", *words)
        return expect_success(
            run_command(*command, cwd=self.folder, **{**DEVELOPMENT, **variables})
        )

    def run_module(self, *words: str, **variables: str) -> str:
        """Run a Python module in the project, which has to succeed."""
        command = (sys.executable, "-m", *words)
        return expect_success(
            run_command(*command, cwd=self.folder, **{**DEVELOPMENT, **variables})
        )


def build_project(source: Path, output: Path, *words: str) -> Built:
    """Build a project with the command."""
    expect_success(
        run_command(BIN / "dazzle", "build", source, "--output", output, *words, cwd=ROOT)
    )
    return Built(source, output / "django_micro")


def list_files(folder: Path) -> dict[str, bytes]:
    """The content of each file, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
