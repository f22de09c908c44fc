"""All that a backend makes nothing of in a manifest: by its table, and by what its view finds."""

from collections.abc import Iterator, Mapping

from transformer.diagnostics.resources import Data
from transformer.engine.backend import read_backend
from transformer.engine.capabilities import Omission, has_partly_built, list_omissions
from transformer.engine.view_modules import find_view
from transformer.model import build_model


def find_omissions(manifest: Mapping[str, Data], backend: str) -> Iterator[Omission]:
    """Find what a manifest says and a backend leaves out.

    Raises BackendError if something is wrong with the backend.
    """
    yield from list_omissions(manifest, backend)
    if not has_partly_built(manifest, backend):
        return  # neither the model nor the view's Python is needed
    groups: dict[str, list[str]] = {}
    for path in find_view(read_backend(backend)).list_unbuilt(build_model(manifest)):
        groups.setdefault(path.split("/")[-2], []).append(path)
    for kind, paths in groups.items():
        yield Omission(f"`{kind}`", tuple(paths))
