"""The journal of a swap: what is going to be moved, written down before anything is."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from transformer.output.folder import Folder
from transformer.output.outcome import Refusal
from transformer.output.paths import RECORD_FOLDER, check_written_path
from transformer.output.record import RECORD

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
    """What a build was doing to a folder when it was cut short; None if nothing.

    Raises Refusal if that isn't what a build wrote.
    """
    content = folder.read_file(JOURNAL)
    if content is None:
        return None
    try:
        said = json.loads(content)
        together, made = tuple(said["together"]), tuple(said["made"])
        journal = Journal(str(said["step"]), together, made, dict(said["changes"]))
        if not together or not all(isinstance(path, str) and "\0" not in path for path in together):
            raise ValueError("not the ways to folders")
        for path in (*journal.made, *journal.changes):
            path.encode()  # a lone surrogate, which no path has
            if path != RECORD:
                check_written_path(path)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Refusal("output-record-broken", path=str(folder.target / JOURNAL)) from error
    return journal


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
