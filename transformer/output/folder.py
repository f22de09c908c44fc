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
    _places: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Folder below → where it truly lies; most files share theirs with many."""

    def __post_init__(self) -> None:
        root = os.path.realpath(self.target)
        object.__setattr__(self, "root", Path(root))
        self._places[""] = root

    def locate(self, path: str) -> Path:
        """Locate a file where it truly lies, links followed.

        Raises BuildError if a link leads out of the folder.
        """
        return Path(self.find(path))

    def find(self, path: str) -> str:
        """Locate a file as `locate` does, as text, which takes half as long.

        Raises BuildError if a link leads out of the folder.
        """
        above, _, name = path.rpartition("/")
        place = os.path.join(self._locate_folder(above), name)
        return self._follow(place, path) if os.path.islink(place) else place

    def _locate_folder(self, path: str) -> str:
        if path not in self._places:
            self._places[path] = self._follow(os.path.join(self.root, path), path)
        return self._places[path]

    def _follow(self, place: str, path: str) -> str:
        real, root = os.path.realpath(place), self._places[""]
        if real != root and not real.startswith(os.path.join(root, "")):
            raise BuildError("output-leads-outside", path=str(self.target / self._find_link(path)))
        return real

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
            with open(self.find(path), "rb") as file:
                return file.read()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def list_files(self, path: str) -> tuple[str, ...]:
        """List the files below a folder, as paths from there, sorted."""
        start = self.locate(path)
        found = (place for place in start.rglob("*") if place.is_file())
        return tuple(sorted(place.relative_to(start).as_posix() for place in found))

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
    try:
        place.mkdir()
    except FileExistsError:
        if not place.is_dir():
            raise
        return made  # by another build, just now
    return [*made, place]
