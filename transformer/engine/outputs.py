"""Which files a backend writes: its own tree, with what repeats and what is conditional."""

from collections.abc import Iterator, Mapping
from string import Template
from typing import Any

from transformer.engine.backend import Source
from transformer.engine.errors import BackendFault
from transformer.output.paths import check_path


def list_outputs(
    source: Source, view: Mapping[str, Any]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The paths that a source is written to, each with what its template reads."""
    if source.when and not _find(source, source.when, view):
        return
    if source.each is None:
        yield _check_target(source, source.target), view
        return
    for item in _find(source, source.each, view):
        yield _check_target(source, _fill_target(source, item)), {**view, "item": item}


def _check_target(source: Source, target: str) -> str:
    try:
        check_path(target)
    except ValueError as error:
        raise BackendFault("backend-path", *source.rule, path=target) from error
    return target


def _find(source: Source, words: str, view: Mapping[str, Any]) -> Any:
    """What `lists`, or `manifest.entities`, stands for."""
    first, *steps = words.split(".")
    try:
        value = view[first]
        for step in steps:
            value = getattr(value, step)
    except (KeyError, AttributeError) as error:
        raise BackendFault("backend-word", *source.rule, word=words) from error
    return value


class _Properties(dict[str, Any]):
    """The properties of an item by their names, to fill in."""

    def __init__(self, item: Any) -> None:
        super().__init__()
        self._item = item

    def __missing__(self, name: str) -> Any:
        value = getattr(self._item, name)
        if not isinstance(value, str | int):
            raise AttributeError(name)
        return value


def _fill_target(source: Source, item: Any) -> str:
    try:
        return Template(source.target).substitute(_Properties(item))
    except (AttributeError, ValueError) as error:
        raise BackendFault("backend-target", *source.rule, path=source.target) from error
