"""Which files a backend writes: its own tree, with what repeats and what is conditional."""

from collections.abc import Iterator, Sequence
from string import Template

from transformer.engine.backend import Source
from transformer.engine.errors import BackendError
from transformer.engine.records import Word, Words
from transformer.output.paths import check_path


def list_outputs(source: Source, words: Words) -> Iterator[tuple[str, Words]]:
    """List the paths that a source is written to, each with what its template reads.

    Raises BackendError if the source asks for something that there isn't.
    """
    if source.when and not _find(source, source.when, words):
        return
    if source.each is None:
        yield _check_target(source, source.target), words
        return
    for item in _find_list(source, source.each, words):
        yield _check_target(source, _fill_target(source, item)), {**words, "item": item}


def _check_target(source: Source, target: str) -> str:
    try:
        check_path(target)
    except ValueError as error:
        raise BackendError("backend-path", *source.rule, path=target) from error
    return target


def _find(source: Source, name: str, words: Words) -> Word:
    """Find what `lists`, or `manifest.entities`, stands for."""
    first, *steps = name.split(".")
    try:
        value = words[first]
        for step in steps:
            value = _find_property(value, step)
    except (KeyError, AttributeError) as error:
        raise BackendError("backend-word", *source.rule, word=name) from error
    return value


def _find_list(source: Source, name: str, words: Words) -> Sequence[Word]:
    found = _find(source, name, words)
    if not isinstance(found, list | tuple):
        raise BackendError("backend-word", *source.rule, word=name)
    return found


def _find_property(owner: Word, name: str) -> Word:
    found: Word = getattr(owner, name)
    return found


class _Properties(dict[str, str | int]):
    """The properties of an item by their names, to fill in."""

    def __init__(self, item: Word) -> None:
        super().__init__()
        self._item = item

    def __missing__(self, name: str) -> str | int:
        value = _find_property(self._item, name)
        if not isinstance(value, str | int):
            raise AttributeError(name)
        return value


def _fill_target(source: Source, item: Word) -> str:
    try:
        return Template(source.target).substitute(_Properties(item))
    except (AttributeError, ValueError) as error:
        raise BackendError("backend-target", *source.rule, path=source.target) from error
