"""Old files exchanged for new ones, all of them or none."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from transformer.output.folder import Folder
from transformer.paths import RECORD_FOLDER


def swap_files(
    folder: Folder, removed: Iterable[str], writes: Mapping[str, bytes], undo: ExitStack
) -> Path:
    """Remove files and write others, in the order given; `undo` learns how to take it back.

    Gives the folder of what was there before, to be thrown away once nothing is to be undone.
    Raises OSError, or Refusal if a link leads out of the folder.
    """
    _make_folder(folder.locate(RECORD_FOLDER), undo)
    stage = Path(tempfile.mkdtemp(prefix="build-", dir=folder.locate(RECORD_FOLDER)))
    undo.callback(_discard_drafts, stage)
    drafts = [
        (folder.locate(path), _write_draft(stage / f"{number}.new", content))
        for number, (path, content) in enumerate(writes.items())
    ]
    for number, path in enumerate(removed):
        _set_aside(folder.locate(path), stage / f"{number}.gone", undo)
        _prune_folders(folder.locate(path).parent, folder.root, undo)
    for place, draft in drafts:
        _put_in_place(draft, place, undo)
    return stage


def _write_draft(draft: Path, content: bytes) -> Path:
    draft.write_bytes(content)
    if content.startswith(b"#!"):
        mode = draft.stat().st_mode
        draft.chmod(mode | (mode & 0o444) >> 2)
    return draft


def _put_in_place(draft: Path, place: Path, undo: ExitStack) -> None:
    _make_folder(place.parent, undo)
    if place.is_file():
        shutil.copymode(place, draft)
        _set_aside(place, draft.with_suffix(".old"), undo)
    os.replace(draft, place)
    undo.callback(place.unlink, missing_ok=True)


def _discard_drafts(stage: Path) -> None:
    """Clear the stage after an undo; an old file that couldn't go back is kept there."""
    for draft in stage.glob("*.new"):
        draft.unlink(missing_ok=True)
    _remove_folder(stage)


def _set_aside(place: Path, aside: Path, undo: ExitStack) -> None:
    os.replace(place, aside)
    undo.callback(os.replace, aside, place)


def _make_folder(place: Path, undo: ExitStack) -> None:
    if not place.is_dir():
        _make_folder(place.parent, undo)
        place.mkdir()
        undo.callback(_remove_folder, place)


def _prune_folders(place: Path, root: Path, undo: ExitStack) -> None:
    while place != root and not any(place.iterdir()):
        place.rmdir()
        undo.callback(place.mkdir, exist_ok=True)
        place = place.parent


def _remove_folder(place: Path) -> None:
    with suppress(OSError):
        place.rmdir()
