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

from transformer.cli.build_requests import BuildRequest
from transformer.cli.memory_rows import (
    Memory,
    NoteRow,
    OutcomeRow,
    ProblemRow,
    SpanRow,
    is_memory,
)
from transformer.diagnostics.installation import digest_installation
from transformer.diagnostics.problems import Problem, Span
from transformer.diagnostics.resources import Data
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
        """Whether nothing but texts in the language isn't as it was, all of which can be read."""
        was, now = self.memory["sources"], self.analysis.sources
        return self.memory["key"] == make_key(self.request, self.project, was) and all(
            was.get(file) == now.get(file) or (file.endswith(".dsl") and {file} <= was.keys() & now)
            for file in list_shown(self.project)
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
    """Digest all that a build depends on, but for dazzle and the folders that it writes to.

    A file that can't be read isn't the same as none.
    """
    consent = request.consent
    there = [os.path.exists(file) for file in list_read_files(project)]
    said = (
        str(Path.cwd()),
        (str(request.path), request.stack, str(request.output), request.strict, request.force),
        (consent.allow_loss, sorted(consent.answers.items())),
        repr(project),
        [(file, sources.get(file)) for file in list_shown(project)],
        there,
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
    with suppress(OSError, BuildError, ValueError, RecursionError):
        mark, _, text = (folder.read_file(_FILE) or b"").partition(b"\n")
        if text and _sign(text) == mark:
            said: Data = json.loads(text)
            return said if is_memory(said) else None
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


def _write_problem(problem: Problem) -> ProblemRow:
    return ProblemRow(
        code=problem.code,
        span=problem.span and _write_span(problem.span),
        words=problem.words,
        related=[NoteRow(note=note, span=_write_span(span)) for note, span in problem.related],
        is_strict=problem.is_strict,
    )


def read_problem(row: ProblemRow) -> Problem:
    """Read a problem from its row."""
    related = tuple((each["note"], Span(**each["span"])) for each in row["related"])
    span = row["span"] and Span(**row["span"])
    return Problem(row["code"], span, row["words"], related, row["is_strict"])


def _write_span(span: Span) -> SpanRow:
    return SpanRow(file=span.file, line=span.line, column=span.column, end=span.end)
