"""The way from a project to files on disk, a step a line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter
from typing import Any

from transformer.data import backend_folder, read_table
from transformer.diagnostics import Problem, Span, closest, has_errors, judge_problems
from transformer.emit.faults import BackendFault
from transformer.emit.renames import list_renames
from transformer.emit.render import render_project
from transformer.emit.unbuilt import list_unbuilt
from transformer.manifest import Reading, read_manifest, read_project
from transformer.output.outcome import Outcome
from transformer.output.project import write_projects
from transformer.project import Project

DEFAULT_STACK = "micro"
DEFAULT_OUTPUT = "build"


class UnavailableError(Exception):
    """A stack or backend that there isn't; `status` is the exit status of the command."""

    def __init__(self, message: str, status: int) -> None:
        """Keep what to tell the person."""
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asked to have built."""

    path: Path
    stack: str | None = None
    backends: Sequence[str] = ()
    output: Path | None = None
    manifest: Path | None = None
    strict: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class Build:
    """What came of an order."""

    reading: Reading
    problems: tuple[Problem, ...]
    stack: str | None = None
    outcomes: Mapping[Path, Outcome] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def is_done(self) -> bool:
        """Whether everything asked for was written."""
        return not has_errors(self.problems)


def build_project(order: Order) -> Build:
    """Read, check and render what is ordered, and only then write it.

    Raises UnavailableError if the stack or a backend isn't there.
    """
    start = perf_counter()
    reading = read_order(order)
    problems = tuple(judge_problems(reading.problems, strict=order.strict))
    stack = None if order.backends else choose_stack(order, reading.project)
    backends = list_backends(stack) if stack else check_backends(order.backends)
    targets = choose_targets(order, reading.project, backends)
    if reading.manifest is None or has_errors(problems):
        return Build(reading, problems)
    try:
        problems = (*problems, *report_unbuilt(reading.manifest, backends, strict=order.strict))
        rendered = {t: render_project(reading.manifest, b) for t, b in targets.items()}
    except BackendFault as fault:
        return report_fault(fault, Build(reading, problems))
    if has_errors(problems):
        return Build(reading, problems)
    renames = tuple(list_renames(reading.manifest))
    outcomes = write_projects(rendered, force=order.force, renames=renames)
    problems = (*problems, *list_notes(outcomes))
    return Build(reading, problems, stack, outcomes, perf_counter() - start)


def report_unbuilt(
    manifest: Mapping[str, Any], backends: Sequence[str], *, strict: bool
) -> list[Problem]:
    """A word about what a backend makes nothing of, and one about what it doesn't enforce."""
    problems = [
        Problem(code, None, {"backend": Path(backend).name, "what": what})
        for backend in backends
        for code, what in list_unbuilt(manifest, backend)
    ]
    return judge_problems(problems, strict=strict)


def report_fault(fault: BackendFault, build: Build) -> Build:
    """The build that a fault of a backend ends, with a report of it."""
    words = dict(fault.words)
    if meant := closest(words.get("word", ""), words.get("known", "").split(", ")):
        words["closest"] = meant
    span, sources = None, build.reading.sources
    if fault.file:
        text = fault.file.read_text("utf-8", "replace") if fault.file.is_file() else ""
        sources = {**sources, str(fault.file): text}
        span = point_at(str(fault.file), text, fault.line, words.get("word", ""))
    problem = Problem(fault.code, span, words)
    return Build(replace(build.reading, sources=sources), (*build.problems, problem))


def point_at(file: str, text: str, number: int, word: str) -> Span:
    """The place of a word on a line of a file, or all of the line."""
    line = dict(enumerate(text.split("\n"), 1)).get(number, "")
    meant = word if word and word in line else line.strip()
    column = line.find(meant) + 1
    return Span(file, number, column, column + max(1, len(meant)))


def read_order(order: Order) -> Reading:
    """The manifest that is ordered to be built: a project's own, or one in a file."""
    return read_manifest(order.manifest) if order.manifest else read_project(order.path)


def choose_stack(order: Order, project: Project | None) -> str:
    """The stack that the order or else the project names, or else the simplest."""
    return order.stack or (project.stack if project else DEFAULT_STACK)


def list_backends(stack: str) -> list[str]:
    """The backends that a stack is made of.

    Raises UnavailableError if there is no such stack, or a backend of it isn't there yet.
    """
    stacks = read_table("stacks")
    if stack not in stacks:
        meant = closest(stack, stacks)
        hint = f"Did you mean `{meant}`?" if meant else "`dazzle stacks` lists them."
        raise UnavailableError(f"There is no stack `{stack}`. {hint}", 2)
    if not is_built(stack):
        raise UnavailableError(f"The stack `{stack}` isn't built yet; `{DEFAULT_STACK}` is.", 1)
    return list(stacks[stack]["backends"])


def check_backends(backends: Sequence[str]) -> Sequence[str]:
    """The backends themselves.

    Raises UnavailableError if a folder is none.
    """
    for backend in backends:
        if not backend_folder(backend).is_dir():
            raise UnavailableError(f"There is no backend `{backend}`.", 2)
    return backends


def is_built(stack: str) -> bool:
    """Whether every backend of a stack is there."""
    return all(map(is_backend, read_table("stacks")[stack]["backends"]))


def is_backend(backend: str) -> bool:
    """Whether there is a backend of that name, or in that folder."""
    return (backend_folder(backend) / "backend.yaml").is_file()


def choose_targets(
    order: Order, project: Project | None, backends: Sequence[str]
) -> Mapping[Path, str]:
    """The folders that are written to, each with the backend that writes there.

    Raises UnavailableError if two backends would write to the same one.
    """
    targets: dict[Path, str] = {}
    for backend in backends:
        target = choose_target(order, project, backends, backend)
        other = targets.setdefault(target, backend)
        if other is not backend:
            names = f"`{other}` and `{backend}`"
            raise UnavailableError(f"The backends {names} would both write to {target}.", 2)
    return targets


def choose_target(
    order: Order, project: Project | None, backends: Sequence[str], backend: str
) -> Path:
    """The folder that a backend writes to: its own below the output.

    An output of `.` in `dazzle.toml` puts the only backend of the project's own stack straight into
    the project's folder; anything else there would take that one's files for its own old ones.
    """
    is_own = project and not order.backends and order.stack in (None, project.stack)
    if order.output is None and project and is_own and project.output == "." and len(backends) == 1:
        return project.folder
    folder = project.folder / project.output if project else Path(DEFAULT_OUTPUT)
    return (order.output or folder) / backend_folder(backend).resolve().name


def list_notes(outcomes: Mapping[Path, Outcome]) -> Iterator[Problem]:
    """What there is to say about what was written, or why it wasn't."""
    for target, outcome in outcomes.items():
        said = [*outcome.notes, *([outcome.failure] if outcome.failure else [])]
        yield from (Problem(code, None, words) for code, words in said)
        if outcome.conflicts:
            paths = "\n".join(f"  {(target / path).as_posix()}" for path in outcome.conflicts)
            yield Problem("changed-by-hand", None, {"files": paths})
