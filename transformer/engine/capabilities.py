"""What a backend makes nothing of yet, and which rules about people it doesn't enforce."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from transformer.diagnostics.resources import backend_folder
from transformer.engine.errors import BackendFault, find_line
from transformer.engine.tables import read_yaml

SETTINGS = "backend.yaml"
KEYS = ("description", "view", "files", "unbuilt", "unenforced")
_RULE_KEYS = {"what", "exposes"}


@dataclass(frozen=True, slots=True)
class Capabilities:
    """The parts of a manifest that a backend leaves out; `*` in a place is every item of a
    list; `**/key` is every record below that has the key.
    """

    unbuilt: tuple[str, ...]
    unenforced: Mapping[str, Mapping[str, str]]
    """Rules about people by place: `what` they are called, and what ignoring them `exposes`."""


class Omission(NamedTuple):
    """A part of a manifest that a backend leaves out."""

    name: str
    paths: tuple[str, ...]
    """Every place of the manifest that is meant, such as `entities/0/computed/1`."""
    exposes: str = ""
    """What people can see or do because of it, if it is a rule about people."""


@cache
def read_capabilities(backend: str) -> Capabilities:
    """Read what a backend leaves out.

    Raises BackendFault if its `backend.yaml` isn't there, or isn't one.
    """
    folder = backend_folder(backend)
    if not (folder / SETTINGS).exists():
        path = folder / SETTINGS
        raise BackendFault("backend-incomplete", path, path=str(folder), part=SETTINGS)
    said = read_yaml(folder / SETTINGS)
    check_keys(folder, said, KEYS)
    return Capabilities(_read_unbuilt(folder, said), _read_unenforced(folder, said))


def list_omissions(manifest: Mapping[str, Any], backend: str) -> Iterator[Omission]:
    """List what a manifest says and a backend leaves out, rules about people first.

    Raises BackendFault if something is wrong with the backend.
    """
    found = read_capabilities(backend)
    for place, row in found.unenforced.items():
        paths = _find_paths(manifest, place.split("/"))
        for what, group in _group_by_name(manifest, paths, row["what"]).items():
            yield Omission(what, tuple(group), row["exposes"])
    for place in found.unbuilt:
        paths = _find_paths(manifest, place.split("/"))
        what = f"`{place.rpartition('/')[2]}`"
        for name, group in _group_by_name(manifest, paths, what).items():
            yield Omission(name, tuple(group))


def _group_by_name(
    manifest: Mapping[str, Any], paths: Iterable[str], what: str
) -> dict[str, list[str]]:
    """Group places by what people call them: lines that are carried along by their first word."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        part, _, rest = path.partition("/")
        is_carried = part == "extensions"
        word = manifest[part][int(rest.split("/")[0])]["word"] if is_carried else ""
        groups.setdefault(f"`{word}`" if is_carried else what, []).append(path)
    return groups


def _find_paths(value: Any, steps: Sequence[str], path: str = "") -> Iterator[str]:
    """Find every part at a place that isn't empty or false; a list stands for its items."""
    if steps[:1] == ["**"]:
        yield from _find_key(value, steps[1], path)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            inner = f"{path}/{number}"
            yield from _find_paths(item, steps[1:], inner) if steps else (inner[1:],)
    elif not steps:
        yield from (path[1:],) if value else ()
    elif isinstance(value, Mapping) and steps[0] in value:
        yield from _find_paths(value[steps[0]], steps[1:], f"{path}/{steps[0]}")


def _find_key(value: Any, key: str, path: str) -> Iterator[str]:
    """Find every record that has a key, at any depth."""
    if isinstance(value, Mapping) and key in value:
        yield path[1:]
    parts = value.items() if isinstance(value, Mapping) else enumerate(value)
    for name, inner in parts:
        if isinstance(inner, Mapping | list):
            yield from _find_key(inner, key, f"{path}/{name}")


def _read_unbuilt(folder: Path, said: Mapping[str, Any]) -> tuple[str, ...]:
    places = said.get("unbuilt") or ()
    if isinstance(places, str | Mapping) or not all(isinstance(each, str) for each in places):
        raise _fault(folder, "backend-list", "unbuilt")
    return tuple(places)


def _read_unenforced(folder: Path, said: Mapping[str, Any]) -> Mapping[str, Mapping[str, str]]:
    rows = said.get("unenforced") or {}
    is_table = isinstance(rows, Mapping) and all(
        isinstance(row, Mapping) and row.keys() == _RULE_KEYS for row in rows.values()
    )
    if not is_table:
        raise _fault(folder, "backend-rules", "unenforced")
    return rows


def _fault(folder: Path, code: str, key: str) -> BackendFault:
    line = find_line(folder / SETTINGS, key, rf"^{key}\b")
    return BackendFault(code, folder / SETTINGS, line, word=key)


def check_keys(
    folder: Path, said: Mapping[str, Any], known: tuple[str, ...], line: int | None = None
) -> None:
    """Refuse a word that `backend.yaml` can't have.

    Raises BackendFault for the first one.
    """
    for word in said:
        if word not in known:
            place = line or find_line(folder / SETTINGS, word, rf"\b{re.escape(word)}\b\s*:")
            listed = ", ".join(known)
            raise BackendFault("backend-key", folder / SETTINGS, place, word=word, known=listed)
