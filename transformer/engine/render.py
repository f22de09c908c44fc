"""Templates and what they read become files as a value."""

from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from transformer.engine.backend import Backend, Source, read_backend, read_file
from transformer.engine.errors import BackendFault
from transformer.engine.outputs import list_outputs
from transformer.engine.records import wrap_manifest
from transformer.engine.tables import Tables
from transformer.engine.templates import Parts, render_template
from transformer.engine.views import find_view
from transformer.output.history import History


def render_project(manifest: Mapping[str, Any], backend: str) -> dict[str, bytes]:
    """Every file of the output, its path relative to the output folder → its content.

    Raises BackendFault if something is wrong with the backend.
    """
    chosen = read_backend(backend)
    view = make_view(manifest, chosen)
    files: dict[str, bytes] = {}
    for source in chosen.sources:
        content = None if source.is_template else read_file(source.path)
        for target, words in list_outputs(source, view):
            if target in files:
                raise BackendFault("backend-path-twice", *source.rule, path=target)
            files[target] = _render_source(source, words) if content is None else content
    return files


def _render_source(source: Source, words: Mapping[str, Any]) -> bytes:
    text = render_template(source.path, words)
    if not source.is_base64:
        return spell_file(text)
    try:
        return b64decode("".join(text.split()), validate=True)
    except ValueError as error:
        raise BackendFault("backend-base64", *source.rule, path=source.target) from error


def make_view(manifest: Mapping[str, Any], backend: Backend) -> dict[str, Any]:
    """What the templates of a backend read: the manifest, its tables and parts, and its view.

    Raises BackendFault if there is no such view.
    """
    words: dict[str, Any] = {"manifest": wrap_manifest(manifest), "tables": Tables(backend.folder)}
    words["parts"] = Parts(backend.folder, words)
    context = find_view(backend).make_context(manifest) if backend.view else {}
    words |= {word: context[word] for word in context if word not in words}
    return words


def find_history(manifest: Mapping[str, Any], backend: str) -> History:
    """What goes on from earlier builds of a backend.

    Raises BackendFault if something is wrong with the backend.
    """
    chosen = read_backend(backend)
    return find_view(chosen).make_history(manifest) if chosen.view else History()


def spell_file(text: str) -> bytes:
    """The content of a file with one line break at its end."""
    return (text.rstrip("\n") + "\n").encode()
