"""What a build has to do to each file, decided before anything is written."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from transformer.output.folder import Folder
from transformer.output.record import fingerprint


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to write, and the paths to leave, to remove, to keep, and in conflict."""

    before: Mapping[str, str | None]
    """Path → hash of what is there now, for each that is written or removed."""
    after: Mapping[str, str]
    """Path → hash of its new content, for each file that is to be there."""
    writes: Mapping[str, bytes]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    conflicts: tuple[str, ...]


def plan_changes(
    folder: Folder,
    files: Mapping[str, bytes],
    record: Mapping[str, str],
    lasting: Collection[str] = (),
) -> Plan:
    """Plan the changes that turn a folder into `files`.

    A file that differs both from the record and from its new content is in conflict. One whose path
    matches a `lasting` pattern is never removed, whatever the record says.
    """
    before = {path: _fingerprint_file(folder, path) for path in files}
    after = {path: fingerprint(content) for path, content in files.items()}
    changed = [path for path in sorted(files) if before[path] != after[path]]
    stale = (p for p in sorted(record) if p not in files and not is_lasting(p, lasting))
    removed, kept = _sort_stale(folder, stale, record)
    return Plan(
        before={**{path: before[path] for path in changed}, **{p: record[p] for p in removed}},
        after=after,
        writes={path: files[path] for path in changed},
        unchanged=tuple(path for path in sorted(files) if before[path] == after[path]),
        removed=removed,
        kept=kept,
        conflicts=tuple(path for path in changed if before[path] not in (None, record.get(path))),
    )


def is_lasting(path: str, lasting: Collection[str]) -> bool:
    """Tell whether a path matches one of the patterns of what is never removed."""
    return any(fnmatchcase(path, each) for each in lasting)


def _sort_stale(
    folder: Folder, stale: Iterable[str], record: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = {path: _fingerprint_file(folder, path) for path in stale}
    removed = tuple(path for path, mark in found.items() if mark == record[path])
    return removed, tuple(path for path, mark in found.items() if mark not in (None, record[path]))


def _fingerprint_file(folder: Folder, path: str) -> str | None:
    content = folder.read_file(path)
    return None if content is None else fingerprint(content)
