"""The autodetector in a process of its own: what it is given, and what it answers."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from transformer.backends.django.migrations.account_model import find_account_model
from transformer.backends.django.migrations.requests import APP, Answer, Request
from transformer.output.folder import Folder
from transformer.output.history import Files
from transformer.output.outcome import BuildError, WaitError

_PACKAGES = (f"{APP}/", "pages/", "records/")
MINUTES = 20
"""How long Django may compare models; a thousand entities take it minutes."""


def ask_autodetector(folder: Folder, files: Files, request: Request) -> Answer:
    """Ask which migrations an app lacks: that of the folder, with these files in place of its own.

    Raises BuildError if Django can't tell.
    """
    with tempfile.TemporaryDirectory(prefix="dazzle-") as stage:
        _copy_app(folder, files, Path(stage))
        answer: Answer = json.loads(_run_autodetector(Path(stage), folder.root, files, request))
    return answer


def try_autodetector(folder: Folder, files: Files, request: Request) -> Answer | None:
    """Ask about a part of an app; None if Django can't tell.

    Raises WaitError if it took too long, as it would for the whole app.
    """
    try:
        return ask_autodetector(folder, files, request)
    except WaitError:
        raise
    except BuildError:
        return None


def _copy_app(folder: Folder, files: Files, stage: Path) -> None:
    """Copy the app, and the modules that come with it, which the folder may not have yet."""
    present = {path: folder.read_file(path) or b"" for path in folder.list_modules(APP)}
    for path, text in {**present, **files}.items():
        if path.startswith(_PACKAGES) and path.endswith(".py"):
            place = stage / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text)


def _run_autodetector(stage: Path, project: Path, files: Files, request: Request) -> str:
    """Run the autodetector, in a process of its own since Django's settings are global."""
    module = "transformer.backends.django.migrations.autodetector"
    account = find_account_model(files)
    try:
        done = subprocess.run(
            [sys.executable, "-B", "-m", module, account, str(stage), str(project)],
            cwd=Path(__file__).resolve().parents[4],
            env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"},
            input=json.dumps(request),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=MINUTES * 60,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise WaitError("migration-timeout", minutes=str(MINUTES)) from error
    if done.returncode or not done.stdout:
        last = done.stderr.strip().rpartition("\n")[2] or f"exit status {done.returncode}"
        raise BuildError("migration-failed", reason=last)
    return done.stdout
