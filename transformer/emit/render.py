"""Templates and what they read become files as a value."""

from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from transformer.emit.backend import Backend, Source, read_backend, read_file
from transformer.emit.capabilities import SETTINGS
from transformer.emit.faults import BackendFault, find_line
from transformer.emit.plan import list_outputs
from transformer.emit.records import wrap_manifest
from transformer.emit.tables import Tables
from transformer.emit.templates import Parts, render_template
from transformer.emit.view import view_project

VIEWS = {"django": view_project}
"""What a backend may ask for by `view`: the manifest in the finished pieces of a technology."""


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
    view: dict[str, Any] = {"manifest": wrap_manifest(manifest), "tables": Tables(backend.folder)}
    view["parts"] = Parts(backend.folder, view)
    if backend.view is None:
        return view
    if backend.view not in VIEWS:
        file = backend.folder / SETTINGS
        words = {"word": backend.view, "known": ", ".join(VIEWS)}
        raise BackendFault("backend-view", file, find_line(file, "view", r"^view\b"), **words)
    words = VIEWS[backend.view](manifest)
    view |= {word: words[word] for word in words if word not in view}
    return view


def spell_file(text: str) -> bytes:
    """The content of a file with one line break at its end."""
    return (text.rstrip("\n") + "\n").encode()
