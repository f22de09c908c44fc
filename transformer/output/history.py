"""What a backend adds to its earlier builds instead of writing it anew, such as migrations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from transformer.output.folder import Folder
from transformer.output.outcome import Note
from transformer.output.plan import Plan

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Additions:
    """The files to add to a history, and what a person should know about them."""

    files: Files = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


class History:
    """The history of a backend that has none; others override what they need."""

    def find_files(self, folder: Folder) -> tuple[str, ...]:
        """List the files of the history that a folder has already."""
        return ()

    def complete_files(self, folder: Folder, files: Files, standing: Iterable[str]) -> Files:
        """Add to the files of a build what those of the history still need of them.

        Raises OSError or BuildError.
        """
        return files

    def omit_first(self, files: Files, standing: Iterable[str]) -> Files:
        """Leave out the beginning of a history where a folder has one already."""
        return files

    def make_additions(
        self,
        folder: Folder,
        files: Files,
        record: Mapping[str, str],
        standing: Iterable[str],
        plan: Plan,
    ) -> Additions:
        """Make what leads from the history in a folder to the files of a build.

        Raises BuildError if that can't be told.
        """
        return Additions()
