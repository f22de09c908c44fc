"""What the example projects become, and which files of that are copies."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tests.projects import FIXTURES, ROOT
from transformer.engine.backend import read_backend
from transformer.engine.outputs import list_outputs
from transformer.engine.render import make_words, render_project
from transformer.manifest import dump_manifest, read_project


@cache
def print_manifest(name: str) -> str:
    """The manifest of an example, as `dazzle manifest` prints it."""
    manifest = read_project(FIXTURES / name).manifest
    assert manifest is not None
    return dump_manifest(manifest)


@cache
def render_fixture(name: str, backend: str) -> Mapping[str, bytes]:
    """The output of an example: path → content."""
    return render_afresh(name, backend)


def render_afresh(name: str, backend: str) -> Mapping[str, bytes]:
    """The output of an example, rendered once more."""
    manifest = read_project(FIXTURES / name).manifest
    assert manifest is not None
    return render_project(manifest, backend).files


def find_copies(name: str, backend: str) -> dict[str, str]:
    """The files of an output that no template makes: path → the file of the backend."""
    manifest = read_project(FIXTURES / name).manifest
    assert manifest is not None
    chosen = read_backend(backend)
    view, _ = make_words(manifest, chosen)
    return {
        path: _show(source.path)
        for source in chosen.sources
        if not source.is_template
        for path, _ in list_outputs(source, view)
    }


def _show(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
