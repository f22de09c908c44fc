"""A build of what an edit has an effect on: an excerpt, carried over into the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from transformer.cli.build_requests import BuildResult
from transformer.cli.last_build import Known, keep_build, read_outcome, read_problem
from transformer.cli.pipeline import check_request, choose_manner, list_notes
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
from transformer.output.record import ABSENT, read_record
from transformer.output.splicing import splice
from transformer.output.trace import Trace
from transformer.project.discovery import find_vocabulary, show_path


class _Made(NamedTuple):
    """What an excerpt becomes, before an edit and after, and the problems of the whole then."""

    old: Rendering
    new: Rendering
    problems: list[Problem]


def build_part(known: Known) -> BuildResult | None:
    """Build what an edit has an effect on; None, and nothing done, if that takes a whole build."""
    if len(known.targets) > 1:
        return None
    (target,) = known.targets
    try:
        made = _render_excerpt(known)
        part = made and _make_part(known, target, made)
    except (OSError, BuildError, BackendError):
        return None  # which a whole build explains
    outcome = part and write_part(target, part)
    if made is None or not outcome:
        return None
    outcomes = {target: outcome}
    if not outcome.failure:
        keep_build(known.request, known.analysis, made.problems, outcomes)
    problems = (*made.problems, *list_notes(outcomes))
    return BuildResult(known.analysis, problems, known.stack, outcomes)


def _make_part(known: Known, target: Path, made: _Made) -> Part | None:
    """Make of what an excerpt becomes what is new in the folder of the whole."""
    (row,) = known.memory["outcomes"]
    last = Repetition(read_outcome(row), Trace(row["files"], row["listings"]))
    files = _carry_over(Folder(target), made, last.outcome)
    if files is None:
        return None
    new, written = made.new, list_written(last.outcome)
    beginnings = {path: text for path, text in new.files.items() if path not in written}
    manner = choose_manner(known.request)
    return Part(files, beginnings, last, new.history, new.lasting, manner)


def _render_excerpt(known: Known) -> _Made | None:
    """Render what an edit is about, before it and after; None if that takes a whole build.

    Raises BackendError if something is wrong with the backend.
    """
    sources, last = known.analysis.sources, known.memory["sources"]
    texts = {file: text for file, text in sources.items() if file.endswith(".dsl")}
    excerpt = cut_excerpt({file: last.get(file, "") for file in texts}, texts)
    if excerpt is None or known.analysis.problems or _has_own_patterns(known):
        return None
    backends = [*known.targets.values()]
    old, new = (analyze_texts(known.project, each) for each in (excerpt.old, excerpt.new))
    told = [*map(read_problem, known.memory["problems"])]
    problems = carry_problems(excerpt, told, old.problems, new.problems)
    is_all = [*check_request(known.request, new, backends)] == new.problems
    if problems is None or not is_all or has_errors(new.problems):
        return None
    was, now = (_render(each, backends[0]) for each in (old, new))
    return _Made(was, now, problems) if was and now else None


def _has_own_patterns(known: Known) -> bool:
    """Tell whether there is a vocabulary: what its patterns stand for may be about anything."""
    return show_path(find_vocabulary(known.project)) in known.analysis.sources


def carry_problems(
    excerpt: Excerpt, told: Sequence[Problem], old: Sequence[Problem], new: Sequence[Problem]
) -> list[Problem] | None:
    """Carry over what changes in the problems of an excerpt into those of the whole.

    `told` are those of the whole before the edit. None if those of the excerpt aren't just those
    that the whole has there, or the edit changes more of them than their places.
    """
    rest = [problem for problem in told if problem not in old]
    said = [sorted((each.code, sorted(each.words.items())) for each in all) for all in (old, new)]
    if len(rest) + len(old) != len(told) or said[0] != said[1]:
        return None
    moved = [_move_problem(excerpt, problem) for problem in rest]
    kept = [problem for problem in moved if problem is not None]
    return sort_problems([*kept, *new]) if len(kept) == len(moved) else None


def _move_problem(excerpt: Excerpt, problem: Problem) -> Problem | None:
    """Move a problem to where its lines are after the edit; None if one is in the excerpt."""
    spans = [problem.span, *(span for _, span in problem.related)]
    moved = [span and excerpt.move(span) for span in spans]
    if None in moved:
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
    if old.files.keys() != new.files.keys() or old.flags != new.flags:
        return None  # which may be so all the same for the whole
    written, record = list_written(last), read_record(folder)
    if any(record.get(path) == ABSENT and _is_needed(path, made) for path in new.files):
        return None
    files: dict[str, bytes] = {}
    for path, text in new.files.items():
        if path in written and old.files[path] != text:
            whole = folder.read_file(path if path == MANIFEST else name_base(path))
            if whole is None:
                return None
            is_own = path in new.repeated and whole == old.files[path]
            spliced = text if is_own else splice(path, whole, old.files[path], text)
            if spliced is None:
                return None
            files[path] = spliced
    return files


def _is_needed(path: str, made: _Made) -> bool:
    """Tell whether a build needs a file even if a person deleted it: for its base, or as code."""
    return path.endswith(".py") or made.old.files[path] != made.new.files[path]


def list_written(last: Outcome) -> set[str]:
    """List the files that the last build was asked for."""
    return {*last.unchanged, *last.edited, *last.deleted}
