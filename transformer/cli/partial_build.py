"""A build of what an edit has an effect on: an excerpt, carried over into the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from transformer.cli.build_requests import BuildRequest, BuildResult
from transformer.cli.last_build import Memory, keep_build, read_outcome, read_problem
from transformer.cli.pipeline import check_request, choose_manner
from transformer.diagnostics.problems import Problem, has_errors, sort_problems
from transformer.engine.errors import BackendError
from transformer.engine.render import Rendering, render_project
from transformer.manifest import Analysis, dump_manifest
from transformer.manifest.analysis import analyze_texts
from transformer.manifest.loading.excerpts import Excerpt, cut_excerpt
from transformer.output.folder import Folder
from transformer.output.outcome import BuildError, Outcome, Repetition
from transformer.output.partial import Part, write_part
from transformer.output.paths import MANIFEST, name_base
from transformer.output.splicing import splice
from transformer.output.trace import Trace
from transformer.project.discovery import Project

_Backends = tuple[str, Sequence[str]]
"""A stack and its backends."""
_OF_ALL = {"not-built", "not-enforced", "enforcement-waived"}
"""What is told once for all places in a project."""


class _Made(NamedTuple):
    """What an excerpt becomes, before an edit and after, and the problems of the whole then."""

    old: Rendering
    new: Rendering
    problems: list[Problem]


def build_part(
    request: BuildRequest,
    analysis: Analysis,
    stack: _Backends,
    targets: Sequence[Path],
    memory: Memory,
) -> BuildResult | None:
    """Build what an edit has an effect on; None, and nothing done, if that takes a whole build.

    `analysis` has the texts after the edit, and `memory` those before it.
    """
    start = perf_counter()
    name, backends = stack
    if len(backends) > 1 or analysis.project is None:
        return None
    try:
        made = _render_excerpt(request, analysis, analysis.project, backends, memory)
        if made is None:
            return None
        (row,), (target,) = memory["outcomes"], targets
        last = Repetition(read_outcome(row), Trace(row["files"], row["listings"]))
        files = _carry_over(Folder(target), made, last.outcome)
    except (OSError, BuildError, BackendError):
        return None  # which a whole build explains
    if files is None:
        return None
    new, written = made.new, list_written(last.outcome)
    beginnings = {path: text for path, text in new.files.items() if path not in written}
    part = Part(files, beginnings, last, new.history, new.lasting, choose_manner(request))
    outcome = write_part(target, part)
    if outcome is None or not outcome.is_clear:
        return None
    keep_build(request, analysis, made.problems, {target: outcome})
    seconds = perf_counter() - start
    return BuildResult(analysis, tuple(made.problems), name, {target: outcome}, seconds)


def _render_excerpt(
    request: BuildRequest,
    analysis: Analysis,
    project: Project,
    backends: Sequence[str],
    memory: Memory,
) -> _Made | None:
    """Render what an edit is about, before it and after; None if that takes a whole build.

    Raises BackendError if something is wrong with the backend.
    """
    texts = {file: text for file, text in analysis.sources.items() if file.endswith(".dsl")}
    excerpt = cut_excerpt({file: memory["sources"].get(file, "") for file in texts}, texts)
    if excerpt is None:
        return None
    old, new = (analyze_texts(project, each) for each in (excerpt.old, excerpt.new))
    told = [*map(read_problem, memory["problems"])]
    problems = carry_problems(excerpt, told, old.problems, new.problems)
    is_all = [*check_request(request, new, backends)] == new.problems
    if problems is None or not is_all or has_errors(new.problems):
        return None
    was, now = (_render(each, backends[0]) for each in (old, new))
    return _Made(was, now, problems) if was and now else None


def carry_problems(
    excerpt: Excerpt, told: Sequence[Problem], old: Sequence[Problem], new: Sequence[Problem]
) -> list[Problem] | None:
    """Carry over what changes in the problems of an excerpt into those of the whole, `told` last.

    None if those of the excerpt aren't just those that the whole has there.
    """
    rest = [problem for problem in told if problem not in old]
    if len(rest) + len(old) != len(told):
        return None
    moved = [_move_problem(excerpt, problem) for problem in rest]
    kept = [problem for problem in moved if problem is not None]
    return sort_problems([*kept, *new]) if len(kept) == len(moved) else None


def _move_problem(excerpt: Excerpt, problem: Problem) -> Problem | None:
    """Move a problem to where its lines are after the edit; None if it may be another one then."""
    spans = [problem.span, *(span for _, span in problem.related)]
    moved = [span and excerpt.move(span) for span in spans]
    if problem.code in _OF_ALL or None in moved:
        return None
    notes = zip(problem.related, moved[1:], strict=True)
    related = tuple((note, span) for (note, _), span in notes if span)
    return replace(problem, span=moved[0], related=related)


def _render(analysis: Analysis, backend: str) -> Rendering | None:
    if analysis.manifest is None:
        return None
    rendering = render_project(analysis.manifest, backend)
    text = dump_manifest(analysis.manifest).encode()
    return replace(rendering, files={**rendering.files, MANIFEST: text})


def _carry_over(folder: Folder, made: _Made, last: Outcome) -> Mapping[str, bytes] | None:
    """Carry over what changes in an excerpt into the files of the whole; None if it can't be done.

    Files that the history leaves out, such as a first migration, aren't among those last written.
    """
    old, new = made.old, made.new
    if old.files.keys() != new.files.keys():
        return None
    written = list_written(last)
    files: dict[str, bytes] = {}
    for path, text in new.files.items():
        if path in written and old.files[path] != text:
            whole = folder.read_file(path if path == MANIFEST else name_base(path))
            spliced = None if whole is None else splice(path, whole, old.files[path], text)
            if spliced is None:
                return None
            files[path] = spliced
    return files


def list_written(last: Outcome) -> set[str]:
    """List the files that the last build was asked for."""
    return {*last.unchanged, *last.edited, *last.deleted}
