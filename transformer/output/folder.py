"""The folder that a project is written to, and the paths allowed in it."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from transformer.output.outcome import BuildError
from transformer.output.trace import Trace


@dataclass(frozen=True, slots=True)
class Folder:
    """A project's folder; it need not exist yet."""

    target: Path
    trace: Trace | None = field(default=None, repr=False, compare=False)
    """Where to note what is read."""
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
                content: bytes | None = file.read()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            content = None
        if self.trace:
            self.trace.add_file(path, content)
        return content

    def list_files(self, path: str, ending: str = "") -> tuple[str, ...]:
        """List the files below a folder whose names end like that, as paths from there, sorted."""
        start = str(self.locate(path))
        found = tuple(sorted(_list_below(start, ending)))
        if self.trace:
            self.trace.add_listing(ending, path, found)
        return found

    def list_modules(self, path: str) -> tuple[str, ...]:
        """List the Python files below a folder, sorted."""
        return tuple(f"{path}/{place}" for place in self.list_files(path, ".py"))

    def is_as_traced(self, trace: Trace) -> bool:
        """Tell whether what was read before is the same still.

        Raises OSError or BuildError as reading does.
        """
        found = Trace()
        watched = replace(self, trace=found)
        for ending, folders in trace.listings.items():
            for path, mark in folders.items():
                watched.list_files(path, ending)
                if found.listings[ending][path] != mark:
                    return False
        for path, digest in trace.files.items():
            watched.read_file(path)
            if found.files[path] != digest:
                return False
        return True

    def renew_trace(self, trace: Trace, changes: Iterable[str]) -> Trace:
        """Make the trace that reading the same again would give, where only these files changed.

        Raises OSError or BuildError as reading does.
        """
        new = Trace()
        new.files |= trace.files
        watched = replace(self, trace=new)
        for ending, folders in trace.listings.items():
            for path in folders:
                watched.list_files(path, ending)
        for path in changes:
            watched.read_file(path)
        return new

    def explain_error(self, error: OSError) -> BuildError:
        """Make the error of a build that an error of the operating system amounts to."""
        culprit = Path(os.fsdecode(error.filename2 or error.filename or self.root))
        if culprit.is_relative_to(self.root):
            culprit = self.target / culprit.relative_to(self.root)
        reason = error.strerror or str(error)
        return BuildError("output-unwritable", path=str(culprit), reason=reason)


def _list_below(start: str, ending: str) -> Iterator[str]:
    """List the files below a folder, as paths from there; links to folders aren't followed."""
    for folder, _, names in os.walk(start):
        above = folder[len(start) + 1 :].replace(os.sep, "/")
        for name in names:
            if name.endswith(ending) and os.path.isfile(os.path.join(folder, name)):
                yield f"{above}/{name}" if above else name


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
