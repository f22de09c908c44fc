"""The last build, remembered, so that the next one need not do again what it would do alike.

What it read of its folders is in their traces, and all else in a key. Both are made of contents, so
a memory may be lost or old, and never wrong: whatever differs is built as if there were none.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from transformer.cli.build_requests import BuildRequest
from transformer.diagnostics.installation import digest_installation
from transformer.diagnostics.problems import Problem, Span
from transformer.manifest.analysis_result import Analysis
from transformer.output.folder import Folder
from transformer.output.outcome import BuildError, Outcome
from transformer.output.paths import CACHE
from transformer.project.discovery import (
    Project,
    list_read_files,
    read_text,
    show_path,
)

_FILE = f"{CACHE}/last_build.json"
_IGNORED = f"{CACHE}/.gitignore"
_SpanRow = tuple[str, int, int, int] | None


class _ProblemRow(TypedDict):
    code: str
    span: _SpanRow
    words: Mapping[str, str]
    related: list[tuple[str, _SpanRow]]
    is_strict: bool


class OutcomeRow(TypedDict):
    """What the next build would do to a folder, and what it would read there."""

    unchanged: list[str]
    edited: list[str]
    deleted: list[str]
    kept: list[str]
    files: dict[str, str | None]
    listings: dict[str, dict[str, str]]


class Memory(TypedDict):
    """What is remembered of a build."""

    key: str
    sources: dict[str, str]
    """File → text, as the project had it."""
    problems: list[_ProblemRow]
    outcomes: list[OutcomeRow]


@dataclass(frozen=True, slots=True)
class Known:
    """A build that is asked for, and what is remembered of the last one."""

    request: BuildRequest
    analysis: Analysis
    """Without a manifest: the project, with its texts as they are now."""
    project: Project
    stack: str
    targets: Mapping[Path, str]
    """Folder → backend."""
    memory: Memory

    @property
    def is_same(self) -> bool:
        """Whether the project and what is asked for are as they were."""
        return self.memory["key"] == make_key(self.request, self.project, self.analysis.sources)

    @property
    def is_edited(self) -> bool:
        """Whether nothing but texts in the language isn't as it was."""
        texts = self.memory["sources"]
        return self.memory["key"] == make_key(self.request, self.project, texts) and all(
            file.endswith(".dsl") or texts.get(file) == text
            for file, text in self.analysis.sources.items()
        )


def is_remembered(request: BuildRequest) -> bool:
    """Tell whether a build is of a kind that is remembered.

    A backend of one's own, or a manifest in a file, is read anew each time.
    """
    return request.is_remembered and not request.backends and request.manifest is None


def keep_build(
    request: BuildRequest,
    analysis: Analysis,
    problems: Sequence[Problem],
    outcomes: Mapping[Path, Outcome],
) -> None:
    """Remember a build, if it is sure what the next one would do.

    `problems` are those of the project. A memory that can't be written makes the next build slower.
    """
    rows = [_write_outcome(outcome) for outcome in outcomes.values()]
    known = [row for row in rows if row is not None]
    if not is_remembered(request) or analysis.project is None or len(known) < len(rows):
        return
    spans = [span for each in problems for span in (each.span, *(s for _, s in each.related))]
    sources = {**read_sources(analysis.project), **analysis.sources}
    shown = list_shown(analysis.project)
    if all(span is None or span.file in shown for span in spans):
        key = make_key(request, analysis.project, sources)
        told = [*map(_write_problem, problems)]
        texts = {file: sources[file] for file in shown if file in sources}
        memory = Memory(key=key, sources=texts, problems=told, outcomes=known)
        _write_memory(Folder(next(iter(outcomes))), memory)


def make_key(request: BuildRequest, project: Project, sources: Mapping[str, str]) -> str:
    """Digest all that a build depends on, but for dazzle and the folders that it writes to."""
    consent = request.consent
    said = (
        str(Path.cwd()),
        (str(request.path), request.stack, str(request.output), request.strict, request.force),
        (consent.allow_loss, sorted(consent.answers.items())),
        repr(project),
        [(file, sources.get(file)) for file in list_shown(project)],
    )
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()


def list_shown(project: Project) -> list[str]:
    """List the files that a project is read from, as people are shown them."""
    return [show_path(file) for file in list_read_files(project)]


def read_sources(project: Project) -> dict[str, str]:
    """Read the texts of a project; what can't be read has none."""
    texts = {show_path(file): read_text(file) for file in list_read_files(project)}
    return {shown: text for shown, (text, problem) in texts.items() if problem is None}


def read_memory(folder: Folder) -> Memory | None:
    """Read what was remembered; None if that is nothing, or not as it was written."""
    with suppress(OSError, BuildError, ValueError):
        mark, _, text = (folder.read_file(_FILE) or b"").partition(b"\n")
        if text and _sign(text) == mark:
            memory: Memory = json.loads(text)
            return memory
    return None


def _write_memory(folder: Folder, memory: Memory) -> None:
    text = json.dumps(memory, sort_keys=True).encode()
    content = _sign(text) + b"\n" + text
    with suppress(OSError, BuildError):
        place = folder.locate(_FILE)
        place.parent.mkdir(exist_ok=True)
        folder.locate(_IGNORED).write_bytes(b"*\n")
        draft = place.with_name(f"{place.name}.{os.getpid()}")
        draft.write_bytes(content)
        draft.replace(place)


def _sign(text: bytes) -> bytes:
    """Digest a memory with what wrote it: another dazzle may remember something else."""
    return hashlib.sha256(digest_installation().encode() + text).hexdigest().encode()


def _write_outcome(outcome: Outcome) -> OutcomeRow | None:
    """Write what the next build would do; None if that isn't sure, or not nothing."""
    if outcome.repetition is None:
        return None
    said, trace = outcome.repetition.outcome, outcome.repetition.trace
    row = OutcomeRow(
        unchanged=[*said.unchanged],
        edited=[*said.edited],
        deleted=[*said.deleted],
        kept=[*said.kept],
        files=trace.files,
        listings=trace.listings,
    )
    return row if read_outcome(row) == said else None


def read_outcome(row: OutcomeRow) -> Outcome:
    """Read an outcome from its row."""
    return Outcome(
        unchanged=tuple(row["unchanged"]),
        edited=tuple(row["edited"]),
        deleted=tuple(row["deleted"]),
        kept=tuple(row["kept"]),
    )


def _write_problem(problem: Problem) -> _ProblemRow:
    return _ProblemRow(
        code=problem.code,
        span=problem.span,
        words=problem.words,
        related=[*problem.related],
        is_strict=problem.is_strict,
    )


def read_problem(row: _ProblemRow) -> Problem:
    """Read a problem from its row."""
    related = tuple((note, _read_span(span)) for note, span in row["related"])
    known = tuple((note, span) for note, span in related if span is not None)
    return Problem(row["code"], _read_span(row["span"]), row["words"], known, row["is_strict"])


def _read_span(row: _SpanRow) -> Span | None:
    return None if row is None else Span(*row)
