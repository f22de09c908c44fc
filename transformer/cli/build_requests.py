"""What a person asks to have built, and what comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from transformer.diagnostics.problems import Problem, has_errors
from transformer.manifest.analysis_result import Analysis
from transformer.output.history import Consent
from transformer.output.outcome import Outcome


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What a person asks to have built."""

    path: Path
    stack: str | None = None
    backends: Sequence[str] = ()
    output: Path | None = None
    manifest: Path | None = None
    strict: bool = False
    force: bool = False
    consent: Consent = field(default_factory=Consent)
    is_trial: bool = False
    is_remembered: bool = True
    """Whether the next build is to know what this one found."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a plan says of one folder beside its files, each thing in words of the language."""

    pages: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What came of a request."""

    analysis: Analysis
    problems: tuple[Problem, ...]
    stack: str | None = None
    outcomes: Mapping[Path, Outcome] = field(default_factory=dict)
    changes: Mapping[Path, Changes] = field(default_factory=dict)
    """Folder → what a plan says of the pages and rights that change."""
    seconds: float = 0.0

    def find_changes(self, target: Path) -> Changes:
        """Find what changes beside the files of a folder."""
        return self.changes.get(target, Changes())

    @property
    def is_done(self) -> bool:
        """Whether everything asked for was written."""
        return not has_errors(self.problems)

    @property
    def has_changes(self) -> bool:
        """Whether something was or would be changed."""
        return any(outcome.has_changes for outcome in self.outcomes.values())
