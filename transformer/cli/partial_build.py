"""A build of what an edit has an effect on: an excerpt, carried over into the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from transformer.cli.build_requests import BuildRequest, BuildResult
from transformer.cli.last_build import Memory, keep_build, read_outcome
from transformer.cli.pipeline import check_request, choose_manner
from transformer.engine.errors import BackendError
from transformer.engine.render import Rendering, render_project
from transformer.manifest import Analysis, dump_manifest
from transformer.manifest.analysis import analyze_texts
from transformer.manifest.loading.excerpts import cut_excerpt
from transformer.output.folder import Folder
from transformer.output.outcome import BuildError, Outcome, Repetition
from transformer.output.partial import Part, write_part
from transformer.output.paths import MANIFEST, name_base
from transformer.output.splicing import splice
from transformer.output.trace import Trace
from transformer.project.discovery import Project

_Backends = tuple[str, Sequence[str]]
"""A stack and its backends."""


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
    rendered = _render_excerpt(request, analysis, analysis.project, backends, memory)
    if rendered is None:
        return None
    (row,), (target,) = memory["outcomes"], targets
    last = Repetition(read_outcome(row), Trace(row["files"], row["listings"]))
    try:
        files = _carry_over(Folder(target), *rendered, last.outcome)
    except (OSError, BuildError):
        return None  # which a whole build explains
    if files is None:
        return None
    _, new = rendered
    written = list_written(last.outcome)
    beginnings = {path: text for path, text in new.files.items() if path not in written}
    part = Part(files, beginnings, last, new.history, new.lasting, choose_manner(request))
    outcome = write_part(target, part)
    if outcome is None or not outcome.is_clear:
        return None
    keep_build(request, analysis, (), {target: outcome})
    return BuildResult(analysis, (), name, {target: outcome}, perf_counter() - start)


def _render_excerpt(
    request: BuildRequest,
    analysis: Analysis,
    project: Project,
    backends: Sequence[str],
    memory: Memory,
) -> tuple[Rendering, Rendering] | None:
    """Render what an edit is about, before it and after; None if anything is to be said of it."""
    texts = {file: text for file, text in analysis.sources.items() if file.endswith(".dsl")}
    excerpt = cut_excerpt({file: memory["sources"].get(file, "") for file in texts}, texts)
    if excerpt is None:
        return None
    old, new = (analyze_texts(project, each) for each in (excerpt.old, excerpt.new))
    try:
        if old.problems or check_request(request, new, backends):
            return None
        was, now = (_render(each, backends[0]) for each in (old, new))
    except BackendError:
        return None
    return (was, now) if was and now else None


def _render(analysis: Analysis, backend: str) -> Rendering | None:
    if analysis.manifest is None:
        return None
    rendering = render_project(analysis.manifest, backend)
    text = dump_manifest(analysis.manifest).encode()
    return replace(rendering, files={**rendering.files, MANIFEST: text})


def _carry_over(
    folder: Folder, old: Rendering, new: Rendering, last: Outcome
) -> Mapping[str, bytes] | None:
    """Carry over what changes in an excerpt into the files of the whole; None if it can't be done.

    Files that the history leaves out, such as a first migration, aren't among those last written.
    """
    if old.files.keys() != new.files.keys():
        return None
    written = list_written(last)
    files: dict[str, bytes] = {}
    for path, text in new.files.items():
        if path in written and old.files[path] != text:
            whole = folder.read_file(path if path == MANIFEST else name_base(path))
            made = None if whole is None else splice(path, whole, old.files[path], text)
            if made is None:
                return None
            files[path] = made
    return files


def list_written(last: Outcome) -> set[str]:
    """List the files that the last build was asked for."""
    return {*last.unchanged, *last.edited, *last.deleted}
