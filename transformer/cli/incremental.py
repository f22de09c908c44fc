"""Builds that do no more than is new: nothing at all, or what an edit has an effect on."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from transformer.cli.build_requests import BuildRequest, BuildResult
from transformer.cli.last_build import (
    Known,
    is_remembered,
    read_memory,
    read_outcome,
    read_problem,
    read_sources,
)
from transformer.cli.memory_rows import OutcomeRow
from transformer.cli.targets import choose_targets
from transformer.diagnostics.problems import has_errors
from transformer.manifest.analysis_result import Analysis
from transformer.output.folder import Folder
from transformer.output.lock import Locks
from transformer.output.outcome import BuildError
from transformer.output.paths import RECORD_FOLDER
from transformer.output.trace import Trace
from transformer.project.discovery import find_project
from transformer.project.stack_backends import choose_stack, list_backends


def build_incrementally(request: BuildRequest, *, may_write: bool = True) -> BuildResult | None:
    """Build as far as something is new; None, and nothing done, if that takes a whole build.

    Unless it `may_write`, it only finds out whether nothing is new. Raises UnavailableError if the
    stack isn't there.
    """
    start = perf_counter()
    known = _find_known(request) if is_remembered(request) else None
    if known is None:
        return None
    result = None
    if known.is_same:
        result = _repeat_build(known)
    elif may_write and known.is_edited and not request.is_trial:
        from transformer.cli.partial_build import build_part  # and nearly all that a build takes

        result = build_part(known)
    return result and replace(result, seconds=perf_counter() - start)


def _find_known(request: BuildRequest) -> Known | None:
    """Find what is remembered of the last build of a project; None if that is nothing."""
    project, problems, sources = find_project(request.path)
    if project is None or has_errors(problems):
        return None
    stack = choose_stack(request.stack, project)
    targets = choose_targets(request, project, list_backends(stack))
    memory = read_memory(Folder(next(iter(targets))))
    analysis = Analysis(None, problems, {**sources, **read_sources(project)}, project)
    return memory and Known(request, analysis, project, stack, targets, memory)


def _repeat_build(known: Known) -> BuildResult | None:
    """Tell what a build does if that is nothing, as all is as it was."""
    rows = known.memory["outcomes"]
    if not _is_current(known.targets, rows):
        return None
    told = tuple(map(read_problem, known.memory["problems"]))
    outcomes = dict(zip(known.targets, map(read_outcome, rows), strict=True))
    return BuildResult(known.analysis, told, known.stack, outcomes)


def _is_current(targets: Iterable[Path], rows: Iterable[OutcomeRow]) -> bool:
    """Tell whether the folders are as they were, and no build is or was going on there."""
    try:
        with Locks() as locks:
            for target, row in zip(targets, rows, strict=True):
                folder = Folder(target)
                locks.add(folder)
                if any(folder.locate(RECORD_FOLDER).glob("build*")):
                    return False  # what a build that was killed left
                if not folder.is_as_traced(Trace(row["files"], row["listings"])):
                    return False
    except (OSError, BuildError, ValueError):
        return False  # which a build explains
    return True
