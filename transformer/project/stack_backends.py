"""Stacks and the backends that they consist of."""

import os
from collections.abc import Sequence

from transformer.diagnostics.problems import find_closest
from transformer.diagnostics.resources import backend_folder
from transformer.project.discovery import Project
from transformer.project.settings import DEFAULT_STACK, is_foreign_stack
from transformer.project.stack_rows import read_stacks


class UnavailableError(Exception):
    """Raised if there is no such stack or backend; `status` is the command's exit status."""

    def __init__(self, message: str, status: int) -> None:
        """Keep what to tell the person."""
        super().__init__(message)
        self.status = status


def choose_stack(named: str | None, project: Project | None) -> str:
    """Choose the stack that is named, else the project's own, else the default.

    The default also stands for one of another DAZZLE.
    """
    if is_foreign_stack(named):
        return DEFAULT_STACK
    return named or (project.stack if project else DEFAULT_STACK)


def list_backends(stack: str) -> list[str]:
    """List the backends of a stack.

    Raises UnavailableError if there is no such stack, or a backend of it isn't there yet.
    """
    stacks = read_stacks()
    if stack not in stacks:
        meant = find_closest(stack, stacks)
        hint = f"Did you mean `{meant}`?" if meant else "`dazzle stacks` lists them."
        raise UnavailableError(f"There is no stack `{stack}`. {hint}", 2)
    if not is_built(stack):
        raise UnavailableError(f"The stack `{stack}` isn't built yet; `{DEFAULT_STACK}` is.", 1)
    return list(stacks[stack]["backends"])


def check_backends(backends: Sequence[str]) -> Sequence[str]:
    """Check that each backend exists, and return them.

    Raises UnavailableError if one doesn't.
    """
    for backend in backends:
        if not backend_folder(backend).is_dir():
            raise UnavailableError(f"There is no backend `{backend}`.", 2)
    return backends


def is_built(stack: str) -> bool:
    """Tell whether every backend of a stack exists."""
    return all(map(is_backend, read_stacks()[stack]["backends"]))


def is_backend(backend: str) -> bool:
    """Tell whether there is a backend of that name, or in that folder."""
    return os.path.isfile(backend_folder(backend) / "backend.yaml")
