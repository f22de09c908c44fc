"""The Python of a backend: the module `view` of a package in `transformer/backends/`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import NamedTuple

from transformer.diagnostics.resources import shipped_backends
from transformer.engine.backend import Backend
from transformer.engine.capabilities import SETTINGS
from transformer.engine.errors import BackendError, find_line
from transformer.engine.records import Words
from transformer.model import Model
from transformer.output.history import History

_MODULE = "view"


class Refusal(NamedTuple):
    """A part of a manifest for which a backend refuses it: the code of the problem, and where."""

    code: str
    path: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class View:
    """What a backend does that takes more than templates."""

    make_context: Callable[[Model], Words]
    """Make the words that templates read besides the manifest."""
    make_history: Callable[[Model], History]
    """Make what goes on from the backend's earlier builds, such as migrations."""
    list_unbuilt: Callable[[Model], Iterable[str]]
    """List the places of a manifest that it can't build, of a kind that it builds otherwise."""
    list_refused: Callable[[Model], Iterable[Refusal]]
    """List what keeps it from building a manifest."""


def find_view(backend: Backend) -> View:
    """Find the view that a backend asks for.

    Raises BackendError if there is no such view.
    """
    if backend.view not in (known := list_views()):
        file = backend.folder / SETTINGS
        words = {"word": backend.view or "", "known": ", ".join(known)}
        raise BackendError("backend-view", file, find_line(file, "view", r"^view\b"), **words)
    module = import_module(f"transformer.backends.{backend.view}.{_MODULE}")
    return View(module.make_context, module.make_history, module.list_unbuilt, module.list_refused)


def list_views() -> list[str]:
    """List the packages of backends that have a view."""
    return sorted(path.parent.name for path in shipped_backends().glob(f"*/{_MODULE}.py"))
