"""How a person settles a conflict: with the text that is there, with the build's, or by hand."""

import os
from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from transformer.output.drafts import Draft, make_swap
from transformer.output.file_merge import Versions, mark_conflicts, unmark_conflicts
from transformer.output.folder import Folder
from transformer.output.folders import apply_drafts, settle_folders
from transformer.output.keeping import find_free_place
from transformer.output.lock import Locks
from transformer.output.outcome import BuildError, Outcome
from transformer.output.paths import name_base, name_conflict
from transformer.output.record import RECORD, fingerprint, read_record, spell_record

Changes = Mapping[str, bytes | None]


class Side(Enum):
    """What is in a file after its conflict is settled."""

    OURS = "ours"
    THEIRS = "theirs"
    MARKERS = "markers"


def find_build(file: Path) -> tuple[Folder, str] | None:
    """Find the folder of a build that a file lies in, or would lie in, and its path there."""
    place = Path(os.path.abspath(file))
    for above in place.parents:
        if (above / RECORD).is_file():
            return Folder(Path(os.path.relpath(above))), place.relative_to(above).as_posix()
    return None


def resolve_file(folder: Folder, path: str, side: Side) -> Outcome:
    """Settle the conflict of a file, so that the next build goes on from there.

    The build's side can be had of any file that it writes, which undoes all changes by hand.
    """
    with Locks() as locks:
        failures = settle_folders([folder], locks)
        if failures:
            return failures[folder.target]
        try:
            draft = _draft_resolution(folder, path, side)
            return apply_drafts({folder.target: draft})[folder.target]
        except BuildError as refusal:
            return Outcome(failure=refusal.note)
        except OSError as error:
            return Outcome(failure=folder.explain_error(error).note)


def _draft_resolution(folder: Folder, path: str, side: Side) -> Draft:
    base, ours = folder.read_file(name_base(path)), folder.read_file(path)
    waiting = folder.read_file(name_conflict(path))
    theirs = base if waiting is None and side is Side.THEIRS else waiting
    if theirs is None:
        raise BuildError("nothing-to-resolve", path=(folder.target / path).as_posix())
    content = _choose(Versions(path, base, ours, theirs, None), side)
    if content is None and side is Side.MARKERS:
        raise BuildError("resolve-no-text", path=(folder.target / path).as_posix())
    changes: dict[str, bytes | None] = {path: content}
    replaced = {}
    if side is Side.THEIRS and ours not in (None, theirs):
        replaced = {path: find_free_place(folder, path)}
        changes[replaced[path]] = ours
    if waiting is not None and side is not Side.MARKERS:
        changes[name_conflict(path)] = None  # while there are marks, either side can be had
    # The record still says what was there: so the next build knows that a model has changed.
    changes[RECORD] = spell_record(read_record(folder) | {name_base(path): fingerprint(theirs)})
    if base is not None:
        changes[name_base(path)] = theirs
    swap = make_swap(folder, changes)
    return Draft(swap, Outcome(written=(path,) if path in swap.changes else (), replaced=replaced))


def _choose(versions: Versions, side: Side) -> bytes | None:
    if side is Side.MARKERS:
        return mark_conflicts(versions)
    return unmark_conflicts(versions.ours) if side is Side.OURS else versions.theirs
