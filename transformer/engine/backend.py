"""What a backend consists of: `backend.yaml`, the files of its output, and tables."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import translate
from functools import cache
from pathlib import Path

from transformer.diagnostics.resources import Data, backend_folder, shipped_backends
from transformer.engine.capabilities import KEYS, SETTINGS, check_keys, read_list
from transformer.engine.errors import BackendError, find_line
from transformer.engine.tables import read_yaml

TEMPLATE = ".mako"
FILES = "files"
# What Python, editors and desktops leave behind unasked. pip compiles whatever it installs, so
# there is byte code among the files of every installed backend.
_LEFTOVERS = ("__pycache__", "*.py[co]", "*~", "#*#", ".#*", ".*.sw?", ".DS_Store", "Thumbs.db")
_LEFTOVER = re.compile("|".join(map(translate, _LEFTOVERS)))
_RULE_KEYS = ("each", "when", "to", "base64")


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a backend: where it lies, what it becomes, and under which conditions."""

    path: Path
    target: str
    """The path in the output; `$name` stands for that property of the item in hand."""
    each: str | None
    """The list whose items get a file each."""
    when: str | None
    """What has to be there, or else the file is left out."""
    settings: Path
    """The file that says this."""
    name: str
    """The name under which it does."""
    is_base64: bool = False
    """Whether what is rendered stands for bytes."""

    @property
    def rule(self) -> tuple[Path, int]:
        """Where this is said, for whoever reports that it is wrong."""
        return self.settings, find_rule(self.settings.parent, self.name)

    @property
    def is_template(self) -> bool:
        """Whether the file is rendered rather than copied."""
        return self.path.suffix == TEMPLATE


@dataclass(frozen=True, slots=True)
class Backend:
    """A folder that says how a manifest becomes files."""

    folder: Path
    view: str | None
    """The view that its templates read besides the manifest."""
    sources: tuple[Source, ...]
    """The files in the order of their names."""
    lasting: tuple[str, ...]
    """Patterns of the paths in the output that no build removes."""
    server: Path | None
    """The program that serves the output while somebody works on it."""


@cache
def read_backend(name: str) -> Backend:
    """Read the backend of that name, or in that folder.

    Raises BackendError if something is wrong with it.
    """
    folder = backend_folder(name)
    for part in (SETTINGS, FILES):
        if not (folder / part).exists():
            raise BackendError("backend-incomplete", folder / part, path=str(folder), part=part)
    said = read_yaml(folder / SETTINGS)
    check_keys(folder, said, KEYS)
    sources = tuple(_list_sources(folder, said.get("files") or {}, _find_layer_files(folder, said)))
    view = str(said["view"]) if "view" in said else None
    return Backend(
        folder, view, sources, read_list(folder, said, "lasting"), _find_server(folder, said)
    )


def _find_server(folder: Path, said: Mapping[str, Data]) -> Path | None:
    if "server" not in said:
        return None
    name = str(said["server"])
    if not (program := folder / name).is_file():
        line = find_line(folder / SETTINGS, "server", r"^server\b")
        raise BackendError(
            "backend-incomplete", folder / SETTINGS, line, path=str(folder), part=name
        )
    return program


def list_lasting(backend: Backend) -> tuple[str, ...]:
    """List the patterns of what no build removes: those of the backend and of all shipped ones.

    The output of another one may be in the folder, and what that calls lasting isn't lost when the
    stack changes.
    """
    shipped = [path.parent for path in sorted(shipped_backends().glob(f"*/{SETTINGS}"))]
    # Without their files, which only a backend that builds has to look for.
    others = [read_list(folder, read_yaml(folder / SETTINGS), "lasting") for folder in shipped]
    return tuple(dict.fromkeys(pattern for each in (backend.lasting, *others) for pattern in each))


def list_sources(name: str) -> tuple[Source, ...]:
    """List the files of a backend in the order of their names."""
    return read_backend(name).sources


def _find_layer_files(folder: Path, said: Mapping[str, Data]) -> dict[str, tuple[Path, str | None]]:
    """Find the files of the folders that a backend builds on: name → file, flag of the view."""
    layers = said.get("layers") or {}
    if not isinstance(layers, Mapping):
        line = find_line(folder / SETTINGS, "layers", r"^layers\b")
        raise BackendError("backend-files", folder / SETTINGS, line)
    found = dict[str, tuple[Path, str | None]]()
    for layer, rule in layers.items():
        when = _check_rule(folder, layer, rule).get("when")
        paths = _find_files(folder.parent / layer / FILES)
        found |= {name: (path, when) for name, path in paths.items()}
    return found


def _list_sources(
    folder: Path, rules: Data, layers: Mapping[str, tuple[Path, str | None]]
) -> Iterator[Source]:
    if not isinstance(rules, Mapping):
        line = find_line(folder / SETTINGS, "files", r"^files\b")
        raise BackendError("backend-files", folder / SETTINGS, line)
    own = {name: (path, None) for name, path in _find_files(folder / FILES).items()}
    paths = {**own, **layers}
    for name in rules:
        if name not in paths:
            words = {"word": name, "known": ", ".join(paths)}
            line = find_rule(folder, name)
            raise BackendError("backend-file", folder / SETTINGS, line, **words)
    for name, (path, condition) in paths.items():
        rule = _check_rule(folder, name, rules.get(name, {}))
        target = rule.get("to", name.removesuffix(TEMPLATE))
        is_base64 = rule.get("base64") == "true"
        each, when = rule.get("each"), rule.get("when", condition)
        yield Source(path, target, each, when, folder / SETTINGS, name, is_base64)


def _check_rule(folder: Path, name: str, rule: Data) -> Mapping[str, str]:
    """Return what is said of a file; BackendError if it is more than texts for known words."""
    said = rule.items() if isinstance(rule, Mapping) else ()
    texts = {key: value for key, value in said if isinstance(value, str)}
    if texts != rule:
        raise BackendError("backend-files", folder / SETTINGS, find_rule(folder, name))
    if not texts.keys() <= {*_RULE_KEYS}:
        check_keys(folder, texts, _RULE_KEYS, find_rule(folder, name))
    return texts


def _find_files(root: Path) -> dict[str, Path]:
    """Find the files that a person put below a folder: path in it → file."""
    found = {}
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not _LEFTOVER.fullmatch(name)]
        here = Path(folder)
        for name in names:
            if not _LEFTOVER.fullmatch(name):
                path = here / name
                if path.is_file():
                    found[path.relative_to(root).as_posix()] = path
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def find_rule(folder: Path, name: str) -> int:
    """Find the line on which `backend.yaml` speaks of a file, counted from 1."""
    return find_line(folder / SETTINGS, name, rf"^\s+['\"]?{re.escape(name)}['\"]?\s*:")


def read_file(path: Path) -> bytes:
    """Read a file of a backend.

    Raises BackendError if it can't be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise BackendError("unreadable-file", path=str(path), reason=reason) from error
