"""What becomes of one file: as a build has it, as a person has it, or both merged."""

from dataclasses import dataclass
from enum import Enum, auto

from transformer.output.line_merge import has_markers, merge_texts, take_own_sides
from transformer.output.merge_checks import find_fault, is_python, join_nothing, join_statements
from transformer.output.record import fingerprint


class FileStatus(Enum):
    """What a build makes of a file."""

    WRITTEN = auto()
    UNCHANGED = auto()
    EDITED = auto()
    """Stays as a person has it: the build has nothing new for it."""
    MERGED = auto()
    DELETED = auto()
    """Stays deleted by a person."""
    REPLACED = auto()
    """Written over what a person has, as that was asked for."""
    CONFLICT = auto()
    IN_THE_WAY = auto()
    """A person's own, where the build has one to write for the first time."""


@dataclass(frozen=True, slots=True)
class Versions:
    """A file as it was written last, as a person has it and as a build makes it now."""

    path: str
    base: bytes | None
    """None where that isn't known."""
    ours: bytes | None
    theirs: bytes
    mark: str | None
    """The hash of the base by the record, None if that says nothing."""
    may_stay_away: bool = True
    """Whether a person can have meant it to be away, if it is."""

    @property
    def is_known(self) -> bool:
        """Whether an earlier build has written it."""
        return self.mark is not None or self.base is not None

    @property
    def is_untouched(self) -> bool:
        """Whether it is as it was written last."""
        if self.base is None:
            return self.ours is not None and fingerprint(self.ours) == self.mark
        return is_same(self.ours, self.base)

    @property
    def is_repeated(self) -> bool:
        """Whether the build makes the same of it as the last one."""
        if self.base is None:
            return fingerprint(self.theirs) == self.mark
        return is_same(self.theirs, self.base)


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What becomes of a file, and what is in it then."""

    status: FileStatus
    content: bytes | None
    lines: tuple[tuple[int, int], ...] = ()
    """The lines of a person's text, first and last, that are in conflict."""
    fault: str | None = None
    """What is wrong with the merge, if it isn't that both sides changed the same lines."""

    @property
    def is_open(self) -> bool:
        """Whether it is left to the person to decide."""
        return self.status in (FileStatus.CONFLICT, FileStatus.IN_THE_WAY)


def is_same(one: bytes | None, other: bytes | None) -> bool:
    """Tell whether two files are there and the same, or both not there."""
    if one is None or other is None:
        return one is other
    return one == other or fingerprint(one) == fingerprint(other)


def merge_file(versions: Versions, *, force: bool) -> MergeResult:
    """Decide what becomes of a file; with `force`, the build's own always takes the place."""
    ours, theirs = versions.ours, versions.theirs
    if ours is None:
        stays_away = versions.is_known and versions.may_stay_away and not force
        status = FileStatus.DELETED if stays_away else FileStatus.WRITTEN
        return MergeResult(status, None if stays_away else theirs)
    if is_same(ours, theirs):
        return MergeResult(FileStatus.UNCHANGED, ours)
    if versions.is_known and versions.is_untouched:
        return MergeResult(FileStatus.WRITTEN, theirs)
    if force:
        return MergeResult(FileStatus.REPLACED, theirs)
    if not versions.is_known:
        return MergeResult(FileStatus.IN_THE_WAY, ours)
    if versions.is_repeated:
        return _leave(ours)
    return _merge(versions, ours)


def _leave(ours: bytes) -> MergeResult:
    text = _read(ours)
    if text is not None and has_markers(text):
        return MergeResult(FileStatus.CONFLICT, ours, fault=_MARKED)
    return MergeResult(FileStatus.EDITED, ours)


_MARKED = "it still has the marks of a conflict"
_NO_TEXT = "it is no text, so it can't be merged"
_NO_BASE = "what was written there last isn't known"


def _merge(versions: Versions, ours: bytes) -> MergeResult:
    base, own, new = (_read(text) for text in (versions.base, ours, versions.theirs))
    if base is None or own is None or new is None:
        reason = _NO_BASE if versions.base is None else _NO_TEXT
        return MergeResult(FileStatus.CONFLICT, ours, fault=reason)
    join = join_statements if is_python(versions.path) else join_nothing
    merge = merge_texts(base, own, new, join)
    if merge.conflicts:
        return MergeResult(FileStatus.CONFLICT, ours, merge.conflicts)
    fault = _MARKED if has_markers(merge.text) else find_fault(versions.path, merge.text, own, new)
    if fault:
        return MergeResult(FileStatus.CONFLICT, ours, fault=fault)
    return MergeResult(FileStatus.MERGED, _spell(merge.text, ours))


def mark_conflicts(versions: Versions) -> bytes | None:
    """Merge a file with both sides of each conflict in it; None if it isn't text.

    Of a file that a person deleted there is only one side.
    """
    if versions.ours is None:
        return versions.theirs
    texts = [_read(text) for text in (versions.base or b"", versions.ours, versions.theirs)]
    base, own, new = texts
    if base is None or own is None or new is None:
        return None
    join = join_statements if is_python(versions.path) else join_nothing
    merge = merge_texts(base, own, new, join)
    if not merge.conflicts:
        # Both sides make sense alone and none together, such as two methods of one name.
        merge = merge_texts(base, own, new, join_nothing, accepts_theirs=False)
    return _spell(merge.text, versions.ours)


def unmark_conflicts(content: bytes | None) -> bytes | None:
    """Leave only a person's side of what is marked in a file."""
    text = _read(content)
    if content is None or text is None or not has_markers(text):
        return content
    return _spell(take_own_sides(text), content)


def _read(content: bytes | None) -> str | None:
    if content is None or b"\0" in content:
        return None
    try:
        return content.replace(b"\r\n", b"\n").decode()
    except UnicodeDecodeError:
        return None


def _spell(text: str, like: bytes) -> bytes:
    """Encode a text with the line breaks that a person's file has."""
    content = text.encode()
    return content.replace(b"\n", b"\r\n") if b"\r\n" in like else content
