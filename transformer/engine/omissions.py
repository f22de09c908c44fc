"""All that a backend makes nothing of in a manifest: by its table, and by what its view finds."""

from collections.abc import Iterator, Mapping

from transformer.diagnostics.resources import Data
from transformer.engine.backend import read_backend
from transformer.engine.capabilities import Omission, list_omissions
from transformer.engine.view_modules import find_view
from transformer.model import build_model


def find_omissions(manifest: Mapping[str, Data], backend: str) -> Iterator[Omission]:
    """Find what a manifest says and a backend leaves out.

    Raises BackendError if something is wrong with the backend.
    """
    yield from list_omissions(manifest, backend)
    chosen = read_backend(backend)
    if chosen.view is None:
        return
    groups: dict[str, list[str]] = {}
    for path in find_view(chosen).list_unbuilt(build_model(manifest)):
        groups.setdefault(path.split("/")[-2], []).append(path)
    for kind, paths in groups.items():
        yield Omission(f"`{kind}`", tuple(paths))
