"""What a backend can't build at all: a project with that isn't built until it is changed."""

from collections.abc import Iterator, Mapping

from transformer.diagnostics.resources import Data
from transformer.engine.backend import read_backend
from transformer.engine.capabilities import may_be_refused
from transformer.engine.view_modules import Refusal, find_view
from transformer.model import build_model


def find_refusals(manifest: Mapping[str, Data], backend: str) -> Iterator[Refusal]:
    """Find what keeps a backend from building a manifest.

    Raises BackendError if something is wrong with the backend.
    """
    if may_be_refused(manifest, backend):
        yield from find_view(read_backend(backend)).list_refused(build_model(manifest))
