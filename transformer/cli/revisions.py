"""What git has of the folders of a build, to compare with."""

import io
import subprocess
import tarfile
from collections.abc import Mapping
from pathlib import Path


class RevisionError(Exception):
    """Raised if git hasn't got what is asked for; the text says why."""


def check_out(places: Mapping[Path, Path], revision: str) -> None:
    """Put what a revision has of folders into others.

    Raises RevisionError.
    """
    for target, place in places.items():
        place.mkdir(parents=True)
        whole = target.resolve()
        start = next(each for each in (whole, *whole.parents) if each.is_dir())
        top = Path(_run_git(start, "rev-parse", "--show-toplevel").decode().strip())
        way = whole.relative_to(top.resolve()).as_posix()
        tree = f"{revision}:{'' if way == '.' else way}"
        archive = _run_git(top, "archive", "--format=tar", tree)
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(place, filter="data")


def _run_git(folder: Path, *words: str) -> bytes:
    try:
        done = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=False)
    except OSError as error:
        raise RevisionError(f"git can't be run: {error.strerror}") from error
    if done.returncode:
        raise RevisionError(done.stderr.decode(errors="replace").strip().splitlines()[0])
    return done.stdout
