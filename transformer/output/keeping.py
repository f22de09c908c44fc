"""What a build keeps beside the record: what it wrote, what it would have, what it replaced."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from transformer.output.file_merge import FileStatus, MergeResult, Versions, is_same
from transformer.output.folder import Folder
from transformer.output.paths import (
    BASES,
    CONFLICTS,
    RECORD_FOLDER,
    is_kept_aside,
    name_base,
    name_conflict,
    name_replaced,
)
from transformer.output.record import UNKNOWN, fingerprint

Changes = Mapping[str, bytes | None]
"""Path → new content; None where the file goes."""

FOR_GIT: Mapping[str, bytes] = {
    f"{RECORD_FOLDER}/.gitignore": (
        b"# The rest is committed: a build merges by it.\n/build/\n/conflicts/\n/replaced/\n"
    ),
    f"{RECORD_FOLDER}/.gitattributes": (
        b"# A build writes these; nobody reads their diffs.\n"
        b"/base/** -diff linguist-generated\n"
        b"/files.json -diff linguist-generated\n"
        b"/manifest.yaml linguist-generated\n"
    ),
}


@dataclass(frozen=True, slots=True)
class Keeping:
    """What changes in the folder of the record, but for the record itself."""

    bases: Changes
    conflicts: Changes
    replaced: Mapping[str, str]
    """Path → where what a person had in it goes."""
    old: Mapping[str, bytes]
    """That place → what they had."""

    def list_changes(self, folder: Folder) -> Changes:
        """List all that changes, with what git is told."""
        told = {path: said for path, said in FOR_GIT.items() if folder.read_file(path) is None}
        return {**told, **self.bases, **self.conflicts, **self.old}


def list_bases(folder: Folder) -> tuple[str, ...]:
    """List the paths of which the folder keeps what was written last."""
    suffix = name_base("").rpartition("/")[2]
    found = folder.list_files(BASES)
    return tuple(path.removesuffix(suffix) for path in found if path.endswith(suffix))


def read_base(folder: Folder, path: str, mark: str | None) -> bytes | None:
    """Read what was written last to a path, if it is still that.

    Whoever replaces a word in all files of a folder may replace it there too: then nothing is known
    of it but its hash, which is the mark.
    """
    base = folder.read_file(name_base(path))
    is_sure = base is None or mark in (None, UNKNOWN) or fingerprint(base) == mark
    return base if is_sure else None


def plan_keeping(
    folder: Folder,
    versions: Mapping[str, Versions],
    results: Mapping[str, MergeResult],
    secret: Iterable[str],
    gone: Iterable[str],
) -> Keeping:
    """Plan what is kept of each file; nothing of what is secret, and nothing of what is gone."""
    conflicts = _plan_conflicts(folder, versions, results)
    replaced = {
        path: find_free_place(folder, path)
        for path, result in results.items()
        if result.status is FileStatus.REPLACED
    }
    places = {name_base(path): path for path in gone}
    bases = {place: None for place in places if folder.read_file(place) is not None}
    old = {place: versions[path].ours or b"" for path, place in replaced.items()}
    return Keeping({**bases, **_plan_bases(versions, results, {*secret})}, conflicts, replaced, old)


def _plan_bases(
    versions: Mapping[str, Versions], results: Mapping[str, MergeResult], secret: set[str]
) -> dict[str, bytes]:
    settled = (p for p, result in results.items() if not result.is_open)
    settled = (p for p in settled if p not in secret and not is_kept_aside(p))
    return {
        name_base(path): versions[path].theirs
        for path in settled
        if not is_same(versions[path].base, versions[path].theirs)
    }


def _plan_conflicts(
    folder: Folder, versions: Mapping[str, Versions], results: Mapping[str, MergeResult]
) -> dict[str, bytes | None]:
    new = {name_conflict(p): versions[p].theirs for p, result in results.items() if result.is_open}
    there = [f"{CONFLICTS}/{path}" for path in folder.list_files(CONFLICTS)]
    changed = {place: text for place, text in new.items() if folder.read_file(place) != text}
    return {**dict.fromkeys(place for place in there if place not in new), **changed}


def find_free_place(folder: Folder, path: str) -> str:
    """Find a place for what stood at a path, where nothing is kept yet."""
    places: Iterator[str] = (name_replaced(path, number) for number in count())
    return next(place for place in places if folder.read_file(place) is None)
