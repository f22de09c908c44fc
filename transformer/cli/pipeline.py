"""A build, a step a line: read, check, render, write."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

from transformer.cli.support import check_project, locate_error
from transformer.diagnostics.problems import Problem, Span, has_errors
from transformer.diagnostics.resources import backend_folder
from transformer.engine.errors import BackendError
from transformer.engine.render import Rendering, render_project
from transformer.manifest import Analysis, dump_manifest, find_faults, read_project
from transformer.output.folders import Manner, write_projects
from transformer.output.history import Consent
from transformer.output.outcome import Conflict, Outcome
from transformer.output.paths import MANIFEST
from transformer.project.discovery import Project
from transformer.project.stack_backends import (
    UnavailableError,
    check_backends,
    choose_stack,
    list_backends,
)

DEFAULT_OUTPUT = "build"


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


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What came of a request."""

    analysis: Analysis
    problems: tuple[Problem, ...]
    stack: str | None = None
    outcomes: Mapping[Path, Outcome] = field(default_factory=dict)
    rights: Mapping[Path, Sequence[str]] = field(default_factory=dict)
    """Folder → what a plan says of the rights that change."""
    seconds: float = 0.0

    @property
    def is_done(self) -> bool:
        """Whether everything asked for was written."""
        return not has_errors(self.problems)

    @property
    def has_changes(self) -> bool:
        """Whether something was or would be changed."""
        return any(outcome.has_changes for outcome in self.outcomes.values())


def build_project(request: BuildRequest) -> BuildResult:
    """Read, check and render what is requested, and only then write it.

    Raises UnavailableError if the stack or a backend isn't there.
    """
    start = perf_counter()
    analysis = read_request(request)
    stack = None if request.backends else choose_stack(request.stack, analysis.project)
    backends = list_backends(stack) if stack else check_backends(request.backends)
    targets = choose_targets(request, analysis.project, backends)
    problems: tuple[Problem, ...] = ()
    try:
        problems, manifest = check_request(request, analysis, backends), analysis.manifest
        if not manifest or has_errors(problems):
            return BuildResult(analysis, problems)
        text = dump_manifest(manifest).encode()
        places = choose_places(analysis.places)
        analysis = replace(analysis, places={})  # there is little left to point at
        rendered = {t: render_project(manifest, b) for t, b in targets.items()}
    except BackendError as error:
        problem, sources = locate_error(error, analysis.sources)
        return BuildResult(replace(analysis, sources=sources), (*problems, problem))
    outcomes = write_rendered(rendered, text, choose_manner(request))
    problems = (*problems, *list_notes(outcomes), *list_findings(outcomes, places))
    return BuildResult(analysis, problems, stack, outcomes, seconds=perf_counter() - start)


def find_targets(request: BuildRequest) -> Mapping[Path, str]:
    """Find the folders of a build, each with what its backend's folder is called.

    Raises UnavailableError if the stack or a backend isn't there.
    """
    project = read_request(request).project
    stack = None if request.backends else choose_stack(request.stack, project)
    backends = list_backends(stack) if stack else check_backends(request.backends)
    targets = choose_targets(request, project, backends)
    return {target: backend_folder(name).resolve().name for target, name in targets.items()}


def check_request(
    request: BuildRequest, analysis: Analysis, backends: Sequence[str]
) -> tuple[Problem, ...]:
    """List all that is wrong with what is requested; the manifest is held to its schema last.

    Raises BackendError if something is wrong with a backend.
    """
    problems = check_project(analysis, request.stack, backends, strict=request.strict)
    if not has_errors(problems):
        problems += find_faults(analysis.manifest, analysis.places)
    return tuple(problems)


def choose_manner(request: BuildRequest) -> Manner:
    """Choose how to treat what people have changed, and what they have said."""
    return Manner(request.force, request.strict, request.consent, request.is_trial)


def write_rendered(
    rendered: Mapping[Path, Rendering], manifest: bytes, manner: Manner
) -> Mapping[Path, Outcome]:
    """Write what backends made, each with the manifest that it was made of, all of it or none."""
    files = {target: {**each.files, MANIFEST: manifest} for target, each in rendered.items()}
    histories = {target: each.history for target, each in rendered.items()}
    lasting = {target: each.lasting for target, each in rendered.items()}
    return write_projects(files, manner=manner, histories=histories, lasting=lasting)


def read_request(request: BuildRequest) -> Analysis:
    """Read the manifest to build from: a project's own, or one in a file."""
    if request.manifest is None:
        return read_project(request.path)
    from transformer.manifest import read_manifest  # which imports YAML

    return read_manifest(request.manifest)


def choose_targets(
    request: BuildRequest, project: Project | None, backends: Sequence[str]
) -> Mapping[Path, str]:
    """Choose the folders to write to, each with the backend that writes there.

    Raises UnavailableError if two backends would write to the same one.
    """
    targets: dict[Path, str] = {}
    for backend in backends:
        target = choose_target(request, project, backends, backend)
        other = targets.setdefault(target, backend)
        if other is not backend:
            names = f"`{other}` and `{backend}`"
            raise UnavailableError(f"The backends {names} would both write to {target}.", 2)
    return targets


def choose_target(
    request: BuildRequest, project: Project | None, backends: Sequence[str], backend: str
) -> Path:
    """Choose the folder that a backend writes to: its own below the output.

    An output of `.` in `dazzle.toml` puts the only backend of the project's own stack straight into
    the project's folder; anything else there would take that one's files for its own old ones.
    """
    is_own = project and not request.backends and request.stack in (None, project.stack)
    if (
        request.output is None
        and project
        and is_own
        and project.output == "."
        and len(backends) == 1
    ):
        return project.folder
    folder = project.folder / project.output if project else Path(DEFAULT_OUTPUT)
    return (request.output or folder) / backend_folder(backend).resolve().name


def list_notes(outcomes: Mapping[Path, Outcome]) -> Iterator[Problem]:
    """List what there is to say about what was written, or why it wasn't."""
    for target, outcome in outcomes.items():
        said = [*outcome.notes, *([outcome.failure] if outcome.failure else [])]
        yield from (Problem(code, None, words) for code, words in said)
        for code, conflicts in group_conflicts(outcome).items():
            paths = [each.describe((target / each.path).as_posix()) for each in conflicts]
            words = {"files": "\n".join(f"  {path}" for path in paths)}
            yield Problem(code, None, words | {"first": (target / conflicts[0].path).as_posix()})


def group_conflicts(outcome: Outcome) -> Mapping[str, Sequence[Conflict]]:
    """Group the conflicts of an outcome by their codes."""
    codes = dict.fromkeys(each.code for each in outcome.conflicts)
    return {code: [each for each in outcome.conflicts if each.code == code] for code in codes}


def choose_places(places: Mapping[str, Span]) -> dict[str, Span]:
    """Choose the places that what is found while writing may be about: entities and fields."""
    return {
        path: span
        for path, span in places.items()
        if path == "app" or (path.startswith("entities/") and path.count("/") in (1, 3))
    }


def list_findings(
    outcomes: Mapping[Path, Outcome], places: Mapping[str, Span]
) -> Iterator[Problem]:
    """List what was found in the way of a build, where the project says it."""
    for outcome in outcomes.values():
        for each in outcome.findings:
            span = places.get(each.place) or places.get("app")
            yield Problem(each.code, span, each.words, is_strict=each.stops)
