"""Lines of a person's own that still call a renamed model or field as it was called."""

import ast
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from transformer.backends.django.migrations.requests import Rename
from transformer.output.folder import Folder
from transformer.output.outcome import Note
from transformer.output.paths import name_base

_SUFFIXES = (".py", ".html", ".txt")
_PASSED_OVER = {"migrations", "node_modules", "static", "staticfiles", "media", "venv"}
_MOST = 10


class _Line(NamedTuple):
    path: str
    number: int


def list_stale_names(
    folder: Folder, files: Mapping[str, bytes], renames: Iterable[Rename]
) -> Iterator[Note]:
    """List the lines of people's own that still have an old name, each rename with its lines."""
    renames = list(renames)
    texts = dict(_list_own_texts(folder, files)) if renames else {}
    for _, old, new in renames:
        found = [line for path, text in texts.items() for line in _find_lines(path, text, old)]
        own = [line for line in found if _is_own(folder, line, texts[line.path])]
        if own:
            places = [f"  {(folder.target / each.path).as_posix()}:{each.number}" for each in own]
            places[_MOST:] = ["  …"] if len(places) > _MOST else []
            yield "stale-name", {"old": old, "new": new, "places": "\n".join(places)}


def _list_own_texts(folder: Folder, files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """List the texts that a person wrote or may have edited, as they are after the build."""
    for place, folders, names in os.walk(folder.root):
        folders[:] = [
            each
            for each in sorted(folders)
            if each not in _PASSED_OVER
            and not each.startswith(".")
            and not os.path.exists(os.path.join(place, each, "pyvenv.cfg"))
        ]
        for name in sorted(names):
            if name.endswith(_SUFFIXES):
                path = os.path.relpath(os.path.join(place, name), folder.root).replace(os.sep, "/")
                content = files.get(path) or folder.read_file(path) or b""
                yield path, content.decode(errors="replace")


def _is_own(folder: Folder, line: _Line, text: str) -> bool:
    """Tell whether a line isn't one that the last build wrote."""
    base = folder.read_file(name_base(line.path))
    lines = (base or b"").decode(errors="replace").splitlines()
    return text.splitlines()[line.number - 1] not in lines


def _find_lines(path: str, text: str, old: str) -> Iterator[_Line]:
    if not re.search(rf"\b{re.escape(old)}(\b|__)", text):
        return
    if path.endswith(".py"):
        try:
            numbers = {node.lineno for node in _find_nodes(ast.parse(text), old)}
        except (SyntaxError, ValueError):
            return
    else:
        said = re.compile(rf"\.{re.escape(old)}\b")
        numbers = {n for n, line in enumerate(text.splitlines(), 1) if said.search(line)}
    yield from (_Line(path, number) for number in sorted(numbers))


def _find_nodes(tree: ast.Module, old: str) -> Iterator[ast.expr | ast.keyword | ast.alias]:
    """Find what says a name: an attribute, an argument, a variable, an import or a text."""
    path = re.compile(rf"-?(\w+__)*{re.escape(old)}(__\w+)*|core\.{re.escape(old)}")
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name) | ast.Name(id=name) | ast.alias(name=name):
                if name == old:
                    yield node
            case ast.keyword(arg=str(name)) | ast.Constant(value=str(name)):
                if path.fullmatch(name):
                    yield node
