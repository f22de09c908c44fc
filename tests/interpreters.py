"""Other interpreters of Python than this one, with what an emitted app needs."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.projects import clean_environment


def find_interpreter(version: str) -> str | None:
    """Where the Python of a version is, such as `3.13`; a name alone may be a pyenv shim."""
    found = shutil.which(f"python{version}")
    homes = Path.home().glob(f".pyenv/versions/{version}.*/bin/python")
    for each in [found, *map(str, sorted(homes))]:
        if (
            each
            and subprocess.run([each, "--version"], capture_output=True, check=False).returncode
            == 0
        ):
            return each
    return None


def install(folder: Path, interpreter: str, *requirements: str) -> str:
    """Make a virtual environment with some requirements; return its Python."""
    python = str(folder / "bin/python")
    run([interpreter, "-m", "venv", str(folder)])
    run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements])
    return python


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, env=clean_environment(), stdout=sys.stderr)
