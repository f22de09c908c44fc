"""The Python of a backend: the module `view` of a package in `transformer/backends/`."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

from transformer.diagnostics.resources import Data, shipped_backends
from transformer.engine.backend import Backend, read_backend
from transformer.engine.capabilities import SETTINGS, Omission, list_partly_built, name_place
from transformer.engine.errors import BackendError, find_line
from transformer.engine.records import Words
from transformer.model import Model, build_model
from transformer.output.history import History

_MODULE = "view"


@dataclass(frozen=True, slots=True)
class View:
    """What a backend does that takes more than templates."""

    make_context: Callable[[Model], Words]
    """Make the words that templates read besides the manifest."""
    make_history: Callable[[Model], History]
    """Make what goes on from the backend's earlier builds, such as migrations."""
    list_unbuilt: Callable[[Model], Collection[str]]
    """List the places that the backend leaves out of those that it builds some of."""


def find_view(backend: Backend) -> View:
    """Find the view that a backend asks for.

    Raises BackendError if there is no such view.
    """
    if backend.view not in (known := list_views()):
        file = backend.folder / SETTINGS
        words = {"word": backend.view or "", "known": ", ".join(known)}
        raise BackendError("backend-view", file, find_line(file, "view", r"^view\b"), **words)
    module = import_module(f"transformer.backends.{backend.view}.{_MODULE}")
    return View(module.make_context, module.make_history, module.list_unbuilt)


def list_partial_omissions(manifest: Mapping[str, Data], backend: str) -> Iterator[Omission]:
    """List what a backend leaves out of the parts of a manifest that it builds some of.

    Raises BackendError if something is wrong with the backend.
    """
    parts = list_partly_built(manifest, backend)
    if not any(parts.values()):
        return
    unbuilt = find_view(read_backend(backend)).list_unbuilt(build_model(manifest))
    for place, paths in parts.items():
        if left_out := tuple(path for path in paths if path in unbuilt):
            yield Omission(name_place(place), left_out)


def list_views() -> list[str]:
    """List the packages of backends that have a view."""
    return sorted(path.parent.name for path in shipped_backends().glob(f"*/{_MODULE}.py"))
