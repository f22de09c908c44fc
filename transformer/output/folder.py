"""The folder that a project is written to, and the paths allowed in it."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from transformer.output.outcome import BuildError


@dataclass(frozen=True, slots=True)
class Folder:
    """A project's folder; it need not exist yet."""

    target: Path
    root: Path = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "root", Path(os.path.realpath(self.target)))

    def locate(self, path: str) -> Path:
        """Locate a file where it truly lies, links followed.

        Raises BuildError if a link leads out of the folder.
        """
        place = Path(os.path.realpath(self.root / path))
        if not place.is_relative_to(self.root):
            raise BuildError("output-leads-outside", path=str(self.target / self._find_link(path)))
        return place

    def _find_link(self, path: str) -> Path:
        """Find the part of a path at which it leaves the folder."""
        parts = Path(path).parts
        ways = (Path(*parts[:count]) for count in range(1, len(parts)))
        outside = (w for w in ways if not (self.root / w).resolve().is_relative_to(self.root))
        return next(outside, Path(path))

    def read_file(self, path: str) -> bytes | None:
        """Read a file; None if there is no such file.

        Raises OSError if there is one that can't be read, BuildError if a link leads outside.
        """
        try:
            return self.locate(path).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def list_modules(self, path: str) -> tuple[str, ...]:
        """List the Python files below a folder, sorted."""
        start = self.locate(path)
        found = [place.relative_to(start) for place in start.rglob("*.py") if place.is_file()]
        return tuple(sorted(f"{path}/{place.as_posix()}" for place in found))

    def explain_error(self, error: OSError) -> BuildError:
        """Make the error of a build that an error of the operating system amounts to."""
        culprit = Path(os.fsdecode(error.filename2 or error.filename or self.root))
        if culprit.is_relative_to(self.root):
            culprit = self.target / culprit.relative_to(self.root)
        reason = error.strerror or str(error)
        return BuildError("output-unwritable", path=str(culprit), reason=reason)


def make_folder(place: Path) -> list[Path]:
    """Make a folder and those it lies in; which of them weren't there, outer ones first."""
    if place.is_dir():
        return []
    made = make_folder(place.parent)
    place.mkdir()
    return [*made, place]
