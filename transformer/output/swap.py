"""An atomic exchange of files in several folders: all of them or none, with undo.

Everything is written to a stage first, then each folder gets a journal of what is to be moved, and
only then is anything moved. While the first folder has its journal the step is unfinished and can
be taken back; that this journal goes is what makes it done.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from transformer.output.folder import Folder, make_folder
from transformer.output.journal import (
    STAGE,
    Journal,
    erase_journal,
    read_journal,
    write_journal,
)
from transformer.output.lock import Locks
from transformer.output.outcome import BuildError
from transformer.output.paths import RECORD_FOLDER
from transformer.output.record import fingerprint


@dataclass(frozen=True, slots=True)
class Swap:
    """What is to be done to a folder."""

    folder: Folder
    changes: Mapping[str, bytes | None]
    """Path → new content, None where the file goes; in the order in which they are done."""
    before: Mapping[str, str | None]
    """Path → hash of what is there now, None or nothing if there is no file."""
    after: Mapping[str, str | None]
    """Path → hash of its new content, None where the file goes."""


def swap_files(swaps: Sequence[Swap]) -> None:
    """Do all that is to be done, or nothing. The folders have to be locked.

    Raises BuildError.
    """
    folders = [swap.folder for swap in swaps]
    try:
        _do_step(swaps, folders)
    except BaseException:
        with suppress(OSError, BuildError):  # else the next build takes it back
            _undo_step(folders)
            _discard_stages(folders)
        raise
    with suppress(OSError):
        _discard_stages(folders)


def take_back(folder: Folder, locks: Locks) -> None:
    """Undo what a build that was cut short did to a folder, and to those swapped with it.

    Raises BuildError or OSError if that can't be done.
    """
    journal = read_journal(folder)
    if journal is not None:
        folders = [Folder(folder.root / path) for path in journal.together]
        begun = [one for one in folders if _is_begun(one, journal.step)]
        # Where the first folder is gone for good, what is left in the stage tells.
        if folders[0] in begun or any(folder.locate(STAGE).glob("*.new")):
            for other in begun:
                locks.add(other)
            _undo_step(begun)
            _discard_stages(begun)
    _discard_stages([folder])


def _is_begun(folder: Folder, step: str) -> bool:
    journal = read_journal(folder)
    return journal is not None and journal.step == step


def _do_step(swaps: Sequence[Swap], folders: Sequence[Folder]) -> None:
    for swap in swaps:
        with _explain_errors(swap.folder):
            _stage_files(swap)
    step = os.urandom(8).hex()
    for swap in swaps:
        with _explain_errors(swap.folder):
            write_journal(swap.folder, _make_journal(swap, step, folders))
    for swap in swaps:
        with _explain_errors(swap.folder):
            _move_files(swap)
    with _explain_errors(folders[0]):
        erase_journal(folders[0])


@contextmanager
def _explain_errors(folder: Folder) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise folder.explain_error(error) from error


def _stage_files(swap: Swap) -> None:
    stage = swap.folder.locate(STAGE)
    stage.mkdir()
    for number, (path, content) in enumerate(swap.changes.items()):
        swap.folder.find(path)
        if content is not None:
            draft = stage / f"{number}.new"
            draft.write_bytes(content)
            if content.startswith(b"#!"):
                mode = draft.stat().st_mode
                draft.chmod(mode | (mode & 0o444) >> 2)


def _make_journal(swap: Swap, step: str, folders: Sequence[Folder]) -> Journal:
    root = swap.folder.root
    paths = (path for path, new in swap.changes.items() if new is not None)
    folders_of = map(Path, {os.path.dirname(swap.folder.find(path)) for path in paths})
    above = {each for one in folders_of for each in (one, *one.parents) if root in each.parents}
    made = sorted(parent.relative_to(root).as_posix() for parent in above if not parent.is_dir())
    return Journal(
        step=step,
        together=tuple(Path(os.path.relpath(one.root, root)).as_posix() for one in folders),
        made=tuple(made),
        changes={path: swap.after[path] for path in swap.changes},
    )


def _move_files(swap: Swap) -> None:
    stage = swap.folder.locate(STAGE)
    for number, (path, content) in enumerate(swap.changes.items()):
        place, old, new = swap.folder.locate(path), *_name_drafts(stage, number)
        is_there = content is None or place.is_file()
        if content is None:
            os.replace(place, old)
            _prune_folders(place.parent, swap.folder.root)
        else:
            make_folder(place.parent)
            if is_there:
                shutil.copymode(place, new)
                os.replace(place, old)
            os.replace(new, place)
        if is_there and fingerprint(old.read_bytes()) != swap.before.get(path):
            # A person saved it while the build was going on.
            raise BuildError("output-saved-meanwhile", path=str(swap.folder.target / path))


def _name_drafts(stage: Path, number: int) -> tuple[Path, Path]:
    return stage / f"{number}.old", stage / f"{number}.new"


def _prune_folders(place: Path, root: Path) -> None:
    while place != root and not any(place.iterdir()):
        place.rmdir()
        place = place.parent


def _undo_step(folders: Sequence[Folder]) -> None:
    # The first one last: until that is done, all of them are to be taken back.
    for folder in reversed(folders):
        journal = read_journal(folder)
        if journal is not None:
            _undo_swap(folder, journal)
            erase_journal(folder)


def _undo_swap(folder: Folder, journal: Journal) -> None:
    """Put everything back, whatever of it was moved; what a person changed since stays."""
    stage = folder.locate(STAGE)
    for number, (path, mark) in enumerate(journal.changes.items()):
        _, new = _name_drafts(stage, number)
        content = folder.read_file(path)
        if content is not None and fingerprint(content) == mark and not new.exists():
            os.replace(folder.locate(path), new)
    for path in reversed(journal.made):
        with suppress(OSError):
            folder.locate(path).rmdir()
    for number, path in enumerate(journal.changes):
        old, _ = _name_drafts(stage, number)
        if old.exists():
            place = folder.locate(path)
            make_folder(place.parent)
            os.replace(old, _find_free_place(place))


def _find_free_place(place: Path) -> Path:
    """Find the place, or one beside it where a person has put something else there."""
    names = (f"{place.name}.orig{number or ''}" for number in count())
    places = chain([place], map(place.with_name, names))
    return next(free for free in places if not free.exists())


def _discard_stages(folders: Iterable[Folder]) -> None:
    """Clear away what builds left: this one, and any that died before or after its swap."""
    for folder in folders:
        erase_journal(folder)
        for stage in folder.locate(RECORD_FOLDER).glob("build*"):
            shutil.rmtree(stage, ignore_errors=True)
