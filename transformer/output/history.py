"""What a backend adds to its earlier builds instead of writing it anew, such as migrations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from transformer.output.folder import Folder
from transformer.output.outcome import Finding, Note
from transformer.output.plan import Plan

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person has said about a build's history."""

    allow_loss: bool = False
    """Whether what would be lost may be."""
    answers: Mapping[str, bool] = field(default_factory=dict)
    """Question → answer, for what was asked about on a terminal."""


@dataclass(frozen=True, slots=True)
class Additions:
    """The files to add to a history, and what a person should know about them."""

    files: Files = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    """The files of the history that these replace."""
    operations: tuple[str, ...] = ()
    """What is new, each in a line."""
    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether something found stops the build."""
        return any(each.stops for each in self.findings)


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
        consent: Consent,
    ) -> Additions:
        """Make what leads from the history in a folder to the files of a build.

        Raises BuildError if that can't be told.
        """
        return Additions()
