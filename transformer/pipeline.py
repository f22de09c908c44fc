"""The way from a project to files on disk, a step a line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from transformer.data import backend_folder, read_table
from transformer.diagnostics import Problem, closest, has_errors, judge_problems
from transformer.emit.render import render_project
from transformer.manifest import Reading, read_manifest, read_project
from transformer.output.outcome import Outcome
from transformer.output.project import write_project
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
    if reading.manifest is None or has_errors(problems):
        return Build(reading, problems)
    rendered = {
        choose_target(order, reading.project, backends, backend): render_project(
            reading.manifest, backend
        )
        for backend in backends
    }
    outcomes = {
        target: write_project(target, files, force=order.force)
        for target, files in rendered.items()
    }
    problems = (*problems, *list_notes(outcomes))
    return Build(reading, problems, stack, outcomes, perf_counter() - start)


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
        if not is_backend(backend):
            raise UnavailableError(f"There is no backend `{backend}`.", 2)
    return backends


def is_built(stack: str) -> bool:
    """Whether every backend of a stack is there."""
    return all(map(is_backend, read_table("stacks")[stack]["backends"]))


def is_backend(backend: str) -> bool:
    """Whether there is a backend of that name, or in that folder."""
    return (backend_folder(backend) / "backend.yaml").is_file()


def choose_target(
    order: Order, project: Project | None, backends: Sequence[str], backend: str
) -> Path:
    """The folder that a backend writes to: its own below the output.

    An output of `.` in `dazzle.toml` puts the only backend straight into the project's folder.
    """
    if order.output is None and project and project.output == "." and len(backends) == 1:
        return project.folder
    folder = project.folder / project.output if project else Path(DEFAULT_OUTPUT)
    return (order.output or folder) / Path(backend).name


def list_notes(outcomes: Mapping[Path, Outcome]) -> Iterator[Problem]:
    """What there is to say about what was written, or why it wasn't."""
    for target, outcome in outcomes.items():
        said = [*outcome.notes, *([outcome.failure] if outcome.failure else [])]
        yield from (Problem(code, None, words) for code, words in said)
        if outcome.conflicts:
            paths = "\n".join(f"  {(target / path).as_posix()}" for path in outcome.conflicts)
            yield Problem("changed-by-hand", None, {"files": paths})
