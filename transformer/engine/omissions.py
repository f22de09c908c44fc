"""All that a backend makes nothing of in a manifest: by its table, and by what its view finds."""

from collections.abc import Iterable, Iterator, Mapping

from transformer.diagnostics.resources import Data
from transformer.engine.backend import read_backend
from transformer.engine.capabilities import (
    Omission,
    has_partly_built,
    list_omissions,
    read_capabilities,
)
from transformer.engine.view_modules import find_view
from transformer.model import build_model

_VAGUE = ("fields", "rules")


def find_omissions(manifest: Mapping[str, Data], backend: str) -> Iterator[Omission]:
    """Find what a manifest says and a backend leaves out.

    Raises BackendError if something is wrong with the backend.
    """
    yield from list_omissions(manifest, backend)
    if not has_partly_built(manifest, backend):
        return  # neither the model nor the view's Python is needed
    groups: dict[str, list[str]] = {}
    for path in find_view(read_backend(backend)).list_unbuilt(build_model(manifest)):
        groups.setdefault(_name_kind(path), []).append(path)
    for kind, paths in groups.items():
        names = {f"`{name}`": None for name in _list_names(manifest, paths)}
        what = f"`{kind}` by {', '.join(names)}" if names else f"`{kind}`"
        follows = read_capabilities(backend).find_consequence(paths[0])
        yield Omission(what, tuple(paths), follows=follows)


def _name_kind(path: str) -> str:
    """Name the list that a path leads into, or what has it: some words alone say nothing."""
    steps = [step for step in path.split("/") if not (step.isdecimal() or step in _VAGUE)]
    return steps[-1]


def _list_names(manifest: Mapping[str, Data], paths: Iterable[str]) -> Iterator[str]:
    """List what stands at places where there is no more than a name."""
    for path in paths:
        value: Data = {**manifest}
        for step in path.split("/"):
            value = value[int(step)] if isinstance(value, list) else _look_up(value, step)
        if isinstance(value, str):
            yield value


def _look_up(value: Data, key: str) -> Data:
    return value[key] if isinstance(value, dict) else None
