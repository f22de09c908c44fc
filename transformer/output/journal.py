"""The journal of a swap: what is going to be moved, written down before anything is."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias

from transformer.output.folder import Folder
from transformer.output.outcome import BuildError
from transformer.output.paths import RECORD_FOLDER, check_moved_path

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

STAGE = f"{RECORD_FOLDER}/build"
JOURNAL = f"{STAGE}/journal.json"


@dataclass(frozen=True, slots=True)
class Journal:
    """What a build is going to do to one folder."""

    step: str
    """What the journals of all folders that are swapped as one step have in common."""
    together: tuple[str, ...]
    """The ways from here to the folders of the step, in order."""
    made: tuple[str, ...]
    """The folders that weren't there, outer ones first."""
    changes: Mapping[str, str | None]
    """Path → hash of its new content, None where it goes; in the order in which they are done."""


def read_journal(folder: Folder) -> Journal | None:
    """Read what a build was doing to a folder when it was cut short; None if nothing.

    Raises BuildError if that isn't what a build wrote.
    """
    content = folder.read_file(JOURNAL)
    if content is None:
        return None
    try:
        said: Json = json.loads(content)
        return _parse_journal(said)
    except (ValueError, RecursionError) as error:
        raise BuildError("output-record-broken", path=str(folder.target / JOURNAL)) from error


def _parse_journal(said: Json) -> Journal:
    """Make a journal of what was written; ValueError if it is none."""
    if not isinstance(said, dict):
        raise ValueError("not a record")
    step, changes = said.get("step"), said.get("changes")
    together, made = _list_texts(said.get("together")), _list_texts(said.get("made"))
    if not isinstance(step, str) or not isinstance(changes, dict):
        raise ValueError("neither a step nor its changes")
    if not together or any("\0" in path for path in together):
        raise ValueError("not the ways to folders")
    for path in (*made, *changes):
        path.encode()  # a lone surrogate, which no path has
        check_moved_path(path)
    hashes = {path: to for path, to in changes.items() if to is None or isinstance(to, str)}
    if len(hashes) < len(changes):
        raise ValueError("not the hash of a content")
    return Journal(step, together, made, hashes)


def _list_texts(value: Json) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("not a list")
    texts = tuple(each for each in value if isinstance(each, str))
    if len(texts) < len(value):
        raise ValueError("not a list of texts")
    return texts


def write_journal(folder: Folder, journal: Journal) -> None:
    """Keep the journal so that it outlasts a power cut, whole or not at all."""
    place = folder.locate(JOURNAL)
    draft = place.with_suffix(".draft")
    with draft.open("w", encoding="utf-8") as file:
        file.write(json.dumps(asdict(journal)))
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, place)
    _flush_folder(place.parent)


def erase_journal(folder: Folder) -> None:
    """Let what was done stand."""
    place = folder.locate(JOURNAL)
    if place.exists():
        place.unlink()
        with suppress(OSError):  # it is gone, if not yet from the disk
            _flush_folder(place.parent)


def _flush_folder(place: Path) -> None:
    if os.name != "posix":
        return  # no other system opens a folder
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
