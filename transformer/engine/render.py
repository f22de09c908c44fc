"""Templates and what they read become files as a value."""

from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from transformer.diagnostics.resources import Data
from transformer.engine.backend import (
    Backend,
    Source,
    list_lasting,
    read_backend,
    read_file,
)
from transformer.engine.errors import BackendError
from transformer.engine.outputs import list_outputs
from transformer.engine.records import Word, Words, wrap_manifest
from transformer.engine.tables import Tables
from transformer.engine.templates import Parts, render_template
from transformer.engine.view_modules import find_view
from transformer.model import build_model
from transformer.output.history import History


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a backend makes of a manifest: files, and what goes on from its earlier builds."""

    files: Mapping[str, bytes]
    """Path relative to the output folder → content."""
    history: History
    lasting: tuple[str, ...] = ()
    """Patterns of paths: what a person can't get back, and no build removes."""
    repeated: frozenset[str] = frozenset()
    """The files that are each about one thing of many, such as a page."""
    flags: Mapping[str, bool] = field(default_factory=dict)
    """What is so or not of the project as a whole: the words of the view that say it."""


def render_project(manifest: Mapping[str, Data], backend: str) -> Rendering:
    """Render every file of the output.

    Raises BackendError if something is wrong with the backend.
    """
    chosen = read_backend(backend)
    words, history = make_words(manifest, chosen)
    files = dict(_render_files(chosen, words))
    repeated = {
        t for source in chosen.sources if source.each for t, _ in list_outputs(source, words)
    }
    flags = {word: value for word, value in words.items() if isinstance(value, bool)}
    return Rendering(files, history, list_lasting(chosen), frozenset(repeated), flags)


def _render_files(backend: Backend, words: Words) -> Iterator[tuple[str, bytes]]:
    written: set[str] = set()
    for source in backend.sources:
        content = None if source.is_template else read_file(source.path)
        for target, inner in list_outputs(source, words):
            if target in written:
                raise BackendError("backend-path-twice", *source.rule, path=target)
            written.add(target)
            yield target, _render_source(source, inner) if content is None else content


def _render_source(source: Source, words: Words) -> bytes:
    text = render_template(source.path, words)
    try:
        if not source.is_base64:
            return spell_file(text)
        return b64decode("".join(text.split()), validate=True)
    except UnicodeEncodeError as error:
        raise BackendError("backend-failure", source.path, 1, reason=str(error)) from error
    except ValueError as error:
        raise BackendError("backend-base64", *source.rule, path=source.target) from error


def make_words(manifest: Mapping[str, Data], backend: Backend) -> tuple[Words, History]:
    """Make what templates read: the manifest, the backend's tables and parts, and its view.

    Beside it is what goes on from earlier builds. Raises BackendError if there is no such view.
    """
    words: dict[str, Word] = {
        "manifest": wrap_manifest(manifest),
        "tables": Tables(backend.folder),
    }
    words["parts"] = Parts(backend.folder, words)
    if backend.view is None:
        return words, History()
    view, model = find_view(backend), build_model(manifest)
    context = view.make_context(model)
    # In place, so that parts read them too.
    words |= {word: context[word] for word in context if word not in words}
    return words, view.make_history(model)


def spell_file(text: str) -> bytes:
    """Encode a text as UTF-8, with one line break at its end."""
    return (text.rstrip("\n") + "\n").encode()
