"""The folders that a build writes to."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from transformer.cli.build_requests import BuildRequest
from transformer.diagnostics.resources import backend_folder
from transformer.project.discovery import Project
from transformer.project.stack_backends import UnavailableError

DEFAULT_OUTPUT = "build"


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
