"""The last build, remembered: one that would read nothing new need not be done again.

What it read of its folders is in their traces, and all else in a key. Both are made of contents, so
a memory may be lost or old, and never wrong: whatever differs is built as if there were none.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import TypedDict

from transformer.cli.build_requests import BuildRequest, BuildResult
from transformer.cli.targets import choose_targets
from transformer.diagnostics.installation import digest_installation
from transformer.diagnostics.problems import Problem, Span, has_errors
from transformer.manifest.analysis_result import Analysis
from transformer.output.folder import Folder
from transformer.output.lock import Locks
from transformer.output.outcome import BuildError, Outcome
from transformer.output.paths import CACHE, RECORD_FOLDER
from transformer.project.discovery import (
    Project,
    find_project,
    list_read_files,
    read_text,
    show_path,
)
from transformer.project.stack_backends import choose_stack, list_backends

_FILE = f"{CACHE}/last_build.json"
_IGNORED = f"{CACHE}/.gitignore"
_SpanRow = tuple[str, int, int, int] | None


class _ProblemRow(TypedDict):
    code: str
    span: _SpanRow
    words: Mapping[str, str]
    related: list[tuple[str, _SpanRow]]
    is_strict: bool


class _OutcomeRow(TypedDict):
    unchanged: list[str]
    edited: list[str]
    deleted: list[str]
    kept: list[str]
    files: dict[str, str | None]
    listings: dict[str, dict[str, str]]


class _Memory(TypedDict):
    key: str
    problems: list[_ProblemRow]
    outcomes: list[_OutcomeRow]


def repeat_build(request: BuildRequest) -> BuildResult | None:
    """Tell what a build does if that is nothing, as all is as it was; None if it has to be done.

    Raises UnavailableError if the stack isn't there.
    """
    start = perf_counter()
    if not is_remembered(request):
        return None
    project, problems, sources = find_project(request.path)
    if project is None or has_errors(problems):
        return None
    stack = choose_stack(request.stack, project)
    targets = [*choose_targets(request, project, list_backends(stack))]
    memory = _read_memory(Folder(targets[0]))
    sources |= _read_sources(project)
    if memory is None or memory["key"] != make_key(request, project, sources):
        return None
    if not _is_current(targets, memory["outcomes"]):
        return None
    told = [_read_problem(row) for row in memory["problems"]]
    outcomes = dict(zip(targets, map(_read_outcome, memory["outcomes"]), strict=True))
    analysis = Analysis(None, problems, sources, project)
    return BuildResult(analysis, tuple(told), stack, outcomes, perf_counter() - start)


def is_remembered(request: BuildRequest) -> bool:
    """Tell whether a build is of a kind that is remembered.

    A backend of one's own, or a manifest in a file, is read anew each time.
    """
    return not request.backends and request.manifest is None


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
    sources = {**_read_sources(analysis.project), **analysis.sources}
    shown = list_shown(analysis.project)
    if all(span is None or span.file in shown for span in spans):
        key = make_key(request, analysis.project, sources)
        memory = _Memory(key=key, problems=[*map(_write_problem, problems)], outcomes=known)
        _write_memory(Folder(next(iter(outcomes))), memory)


def make_key(request: BuildRequest, project: Project, sources: Mapping[str, str]) -> str:
    """Digest all that a build depends on, but for the folders that it writes to."""
    consent = request.consent
    said = (
        digest_installation(),
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


def _read_sources(project: Project) -> dict[str, str]:
    """Read the texts of a project; what can't be read has none."""
    texts = {show_path(file): read_text(file) for file in list_read_files(project)}
    return {shown: text for shown, (text, problem) in texts.items() if problem is None}


def _is_current(targets: Iterable[Path], rows: Iterable[_OutcomeRow]) -> bool:
    """Tell whether the folders are as they were, and no build is or was going on there."""
    try:
        with Locks() as locks:
            for target, row in zip(targets, rows, strict=True):
                folder = Folder(target)
                locks.add(folder)
                if any(folder.locate(RECORD_FOLDER).glob("build*")):
                    return False  # what a build that was killed left
                if not folder.is_as_traced(row["files"], row["listings"]):
                    return False
    except (OSError, BuildError, ValueError):
        return False  # which a build explains
    return True


def _read_memory(folder: Folder) -> _Memory | None:
    """Read what was remembered; None if that is nothing, or not as it was written."""
    with suppress(OSError, BuildError, ValueError):
        mark, _, text = (folder.read_file(_FILE) or b"").partition(b"\n")
        if text and hashlib.sha256(text).hexdigest().encode() == mark:
            memory: _Memory = json.loads(text)
            return memory
    return None


def _write_memory(folder: Folder, memory: _Memory) -> None:
    text = json.dumps(memory, sort_keys=True).encode()
    content = hashlib.sha256(text).hexdigest().encode() + b"\n" + text
    with suppress(OSError, BuildError):
        place = folder.locate(_FILE)
        place.parent.mkdir(exist_ok=True)
        folder.locate(_IGNORED).write_bytes(b"*\n")
        draft = place.with_name(f"{place.name}.{os.getpid()}")
        draft.write_bytes(content)
        draft.replace(place)


def _write_outcome(outcome: Outcome) -> _OutcomeRow | None:
    """Write what the next build would do; None if that isn't sure, or not nothing."""
    if outcome.repetition is None:
        return None
    said, trace = outcome.repetition.outcome, outcome.repetition.trace
    row = _OutcomeRow(
        unchanged=[*said.unchanged],
        edited=[*said.edited],
        deleted=[*said.deleted],
        kept=[*said.kept],
        files=trace.files,
        listings=trace.listings,
    )
    return row if _read_outcome(row) == said else None


def _read_outcome(row: _OutcomeRow) -> Outcome:
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


def _read_problem(row: _ProblemRow) -> Problem:
    related = tuple((note, _read_span(span)) for note, span in row["related"])
    known = tuple((note, span) for note, span in related if span is not None)
    return Problem(row["code"], _read_span(row["span"]), row["words"], known, row["is_strict"])


def _read_span(row: _SpanRow) -> Span | None:
    return None if row is None else Span(*row)
