"""The parts of a manifest that a backend doesn't implement or, if rules, doesn't enforce."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from transformer.diagnostics.resources import Data, backend_folder
from transformer.engine.errors import BackendError, find_line
from transformer.engine.manifest_places import find_unknown_step
from transformer.engine.tables import read_yaml

SETTINGS = "backend.yaml"
KEYS = (
    "description",
    "view",
    "server",
    "files",
    "layers",
    "lasting",
    "unbuilt",
    "partly",
    "refused",
    "unenforced",
    "follows",
)
_RULE_KEYS = {"what", "exposes"}


@dataclass(frozen=True, slots=True)
class Capabilities:
    """The parts of a manifest that a backend leaves out; `*` in a place is every item of a
    list; `**/key` is every record below that has the key.
    """

    unbuilt: tuple[str, ...]
    partly: tuple[str, ...]
    """Kinds of which it builds some; its view says which it doesn't."""
    refused: tuple[str, ...]
    """Kinds of which it can't build all; a project with what its view refuses isn't built."""
    unenforced: Mapping[str, Mapping[str, str]]
    """Rules about people by place: `what` they are called, and what ignoring them `exposes`."""
    follows: Mapping[str, str]
    """What follows for people where something at a place isn't built."""

    def find_consequence(self, path: str) -> str:
        """Find what follows where the part at a path isn't built; the empty string if no more."""
        place = "/".join("*" if step.isdecimal() else step for step in path.split("/"))
        return self.follows.get(place) or self.follows.get(place.removesuffix("/*"), "")


class Omission(NamedTuple):
    """A part of a manifest that a backend leaves out."""

    name: str
    paths: tuple[str, ...]
    """Every place of the manifest that is meant, such as `entities/0/computed/1`."""
    exposes: str = ""
    """What people can see or do because of it, if it is a rule about people."""
    follows: str = ""
    """What else follows from it for people."""


@cache
def read_capabilities(backend: str) -> Capabilities:
    """Read what a backend leaves out.

    Raises BackendError if its `backend.yaml` isn't there or isn't one, or if it names a place that
    no manifest has.
    """
    folder = backend_folder(backend)
    if not (folder / SETTINGS).exists():
        path = folder / SETTINGS
        raise BackendError("backend-incomplete", path, path=str(folder), part=SETTINGS)
    said = read_yaml(folder / SETTINGS)
    check_keys(folder, said, KEYS)
    keys = ("unbuilt", "partly", "refused")
    unbuilt, partly, refused = (read_list(folder, said, key) for key in keys)
    follows = _read_consequences(folder, said)
    found = Capabilities(unbuilt, partly, refused, _read_unenforced(folder, said), follows)
    places = (*found.unbuilt, *found.partly, *found.refused, *found.unenforced, *found.follows)
    for place in places:
        _check_place(folder, place)
    return found


def _check_place(folder: Path, place: str) -> None:
    """Refuse a place that no manifest has: a rule that stands there would be ignored silently."""
    if unknown := find_unknown_step(place):
        line = find_line(folder / SETTINGS, place, re.escape(place))
        words = {"place": place, "word": unknown[0], "known": ", ".join(unknown[1])}
        raise BackendError("backend-place", folder / SETTINGS, line, **words)


def list_omissions(manifest: Mapping[str, Data], backend: str) -> Iterator[Omission]:
    """List what a manifest says and a backend leaves out, rules about people first.

    Raises BackendError if something is wrong with the backend.
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
            yield Omission(name, tuple(group), follows=found.find_consequence(group[0]))


def has_partly_built(manifest: Mapping[str, Data], backend: str) -> bool:
    """Tell whether a manifest has anything of which a backend builds some kinds only.

    Raises BackendError if something is wrong with the backend.
    """
    return _has_any(manifest, read_capabilities(backend).partly)


def may_be_refused(manifest: Mapping[str, Data], backend: str) -> bool:
    """Tell whether a manifest has anything of which a backend can't build all.

    Raises BackendError if something is wrong with the backend.
    """
    return _has_any(manifest, read_capabilities(backend).refused)


def _has_any(manifest: Mapping[str, Data], places: Iterable[str]) -> bool:
    return any(True for place in places for _ in _find_paths(manifest, place.split("/")))


def _group_by_name(
    manifest: Mapping[str, Data], paths: Iterable[str], what: str
) -> dict[str, list[str]]:
    """Group places by what people call them: lines that are carried along by their first word."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        word = _find_word(manifest, path)
        groups.setdefault(f"`{word}`" if word else what, []).append(path)
    return groups


def _find_word(manifest: Mapping[str, Data], path: str) -> Data:
    """Find the first word of the lines that are carried along at a place, if that is such a one."""
    part, _, rest = path.partition("/")
    carried = manifest.get(part) if part == "extensions" else None
    line = carried[int(rest.split("/")[0])] if isinstance(carried, list) else None
    return line["word"] if isinstance(line, dict) else None


def _find_paths(value: Data, steps: Sequence[str], path: str = "") -> Iterator[str]:
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


def _find_key(value: Data, key: str, path: str) -> Iterator[str]:
    """Find every record that has a key, at any depth."""
    if isinstance(value, Mapping):
        if key in value:
            yield path[1:]
        for name, inner in value.items():
            yield from _find_key(inner, key, f"{path}/{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _find_key(inner, key, f"{path}/{number}")


def read_list(folder: Path, said: Mapping[str, Data], key: str) -> tuple[str, ...]:
    """Read a list of texts in `backend.yaml`; BackendError if it is something else."""
    items = said.get(key) or []
    found = (
        tuple(each for each in items if isinstance(each, str)) if isinstance(items, list) else ()
    )
    if not isinstance(items, list) or len(found) < len(items):
        raise _fault(folder, "backend-list", key)
    return found


def _read_unenforced(folder: Path, said: Mapping[str, Data]) -> Mapping[str, Mapping[str, str]]:
    rows = said.get("unenforced") or {}
    found = dict(_list_rules(rows)) if isinstance(rows, Mapping) else None
    if found is None or found != rows:
        raise _fault(folder, "backend-rules", "unenforced")
    return found


def _list_rules(rows: Mapping[str, Data]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """List the rows of which each cell is a text, and which have all columns and no other."""
    for place, row in rows.items():
        if isinstance(row, Mapping) and row.keys() == _RULE_KEYS:
            yield place, {key: cell for key, cell in row.items() if isinstance(cell, str)}


def _read_consequences(folder: Path, said: Mapping[str, Data]) -> Mapping[str, str]:
    rows = said.get("follows") or {}
    found = {k: v for k, v in rows.items() if isinstance(v, str)} if isinstance(rows, dict) else {}
    if found != rows:
        raise _fault(folder, "backend-consequences", "follows")
    return found


def _fault(folder: Path, code: str, key: str) -> BackendError:
    line = find_line(folder / SETTINGS, key, rf"^{key}\b")
    return BackendError(code, folder / SETTINGS, line, word=key)


def check_keys(
    folder: Path, said: Mapping[str, Data], known: tuple[str, ...], line: int | None = None
) -> None:
    """Refuse a word that `backend.yaml` can't have.

    Raises BackendError for the first one.
    """
    for word in said:
        if word not in known:
            place = line or find_line(folder / SETTINGS, word, rf"\b{re.escape(word)}\b\s*:")
            listed = ", ".join(known)
            raise BackendError("backend-key", folder / SETTINGS, place, word=word, known=listed)
