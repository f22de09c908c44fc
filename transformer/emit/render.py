"""Templates and what they read become files as a value."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transformer.data import cached_file, digest
from transformer.emit.literals import ESCAPES, escape_nothing
from transformer.emit.plan import Source, list_outputs, list_sources
from transformer.emit.view import view_project

if TYPE_CHECKING:
    from mako.template import Template


def render_project(manifest: Mapping[str, Any], backend: str) -> dict[str, bytes]:
    """Every file of the output, its path relative to the output folder → its content.

    Raises FileNotFoundError if there is no such backend.
    """
    view = view_project(manifest)
    files: dict[str, bytes] = {}
    for source in list_sources(backend):
        content = None if source.is_template else source.path.read_bytes()
        for target, words in list_outputs(source, view):
            files[target] = render_file(source, words) if content is None else content
    return files


def render_file(source: Source, view: Mapping[str, Any]) -> bytes:
    """The content of one rendered file, with one line break at its end."""
    text: str = _load_template(source.path).render_unicode(**view)
    return (text.rstrip("\n") + "\n").encode()


@cache
def _load_template(path: Path) -> "Template":
    from mako.template import Template  # slow to import; a backend of plain files needs none

    escape = ESCAPES.get(Path(path.stem).suffix, escape_nothing).__name__
    text = guard_marks(path.read_text(encoding="utf-8"))
    module = cached_file(f"templates/t{digest(text + escape)}.py")
    return Template(
        text=None if module else text,
        filename=str(path) if module else None,
        module_filename=str(module) if module else None,
        preprocessor=guard_marks if module else None,
        strict_undefined=True,
        default_filters=[escape],
        imports=[f"from transformer.emit.literals import {escape}"],
        input_encoding="utf-8",
    )


def guard_marks(text: str) -> str:
    r"""A template in which `##` and a backslash at the end of a line mean themselves.

    >>> guard_marks("## Title\n")
    "${'##' | n} Title\n"
    """
    return "\n".join(map(_guard_line, text.split("\n")))


def _guard_line(line: str) -> str:
    words = line.lstrip()
    if words.startswith("##"):
        line = line.replace("##", "${'##' | n}", 1)
    return line[:-1] + "${'\\\\' | n}" if line.endswith("\\") else line
