"""Builds that do no more than is new: nothing at all, or what an edit has an effect on."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter

from transformer.cli.build_requests import BuildRequest, BuildResult
from transformer.cli.last_build import (
    Memory,
    OutcomeRow,
    is_remembered,
    make_key,
    read_memory,
    read_outcome,
    read_problem,
    read_sources,
)
from transformer.cli.targets import choose_targets
from transformer.diagnostics.problems import has_errors
from transformer.manifest.analysis_result import Analysis
from transformer.output.folder import Folder
from transformer.output.lock import Locks
from transformer.output.outcome import BuildError
from transformer.output.paths import RECORD_FOLDER
from transformer.output.trace import Trace
from transformer.project.discovery import Project, find_project
from transformer.project.stack_backends import choose_stack, list_backends


def build_incrementally(request: BuildRequest) -> BuildResult | None:
    """Build as far as something is new; None, and nothing done, if that takes a whole build.

    Raises UnavailableError if the stack isn't there.
    """
    start = perf_counter()
    if not is_remembered(request):
        return None
    project, problems, sources = find_project(request.path)
    if project is None or has_errors(problems):
        return None
    stack = choose_stack(request.stack, project)
    backends = list_backends(stack)
    targets = [*choose_targets(request, project, backends)]
    memory = read_memory(Folder(targets[0]))
    if memory is None:
        return None
    analysis = Analysis(None, problems, {**sources, **read_sources(project)}, project)
    if memory["key"] == make_key(request, project, analysis.sources):
        return _repeat_build(analysis, stack, targets, memory, start)
    if request.is_trial or not _is_edit(request, analysis, project, memory):
        return None
    from transformer.cli.partial_build import build_part  # and nearly all that a build takes

    return build_part(request, analysis, (stack, backends), targets, memory)


def _repeat_build(
    analysis: Analysis, stack: str, targets: Sequence[Path], memory: Memory, start: float
) -> BuildResult | None:
    """Tell what a build does if that is nothing, as all is as it was."""
    if not _is_current(targets, memory["outcomes"]):
        return None
    told = tuple(map(read_problem, memory["problems"]))
    outcomes = dict(zip(targets, map(read_outcome, memory["outcomes"]), strict=True))
    return BuildResult(analysis, told, stack, outcomes, perf_counter() - start)


def _is_edit(request: BuildRequest, analysis: Analysis, project: Project, memory: Memory) -> bool:
    """Tell whether nothing but texts in the language isn't as it was."""
    if analysis.problems:
        return False
    if memory["key"] != make_key(request, project, memory["sources"]):
        return False
    return all(
        file.endswith(".dsl") or memory["sources"].get(file) == text
        for file, text in analysis.sources.items()
    )


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
