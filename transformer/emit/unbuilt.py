"""What a manifest says and a backend makes nothing of yet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from transformer.emit.backend import read_backend


def list_unbuilt(manifest: Mapping[str, Any], backend: str) -> Iterator[tuple[str, str]]:
    """The code of a problem and the properties that it is about.

    Raises BackendFault if something is wrong with the backend.
    """
    found = read_backend(backend)
    for code, patterns in (("not-enforced", found.unenforced), ("not-built", found.unbuilt)):
        names = list(_list_names(manifest, patterns))
        if names:
            yield code, ", ".join(f"`{name}`" for name in names)


def _list_names(manifest: Mapping[str, Any], patterns: Iterable[str]) -> Iterator[str]:
    for pattern in patterns:
        steps = pattern.split("/")
        if any(_find_parts(manifest, steps)):
            yield steps[-1]


def _find_parts(value: Any, steps: Sequence[str]) -> Iterator[Any]:
    """Every part of a value at a place."""
    if not steps:
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _find_parts(item, steps[1:])
    elif steps[0] in value:
        yield from _find_parts(value[steps[0]], steps[1:])
