"""What a build has to do to each file, decided before anything is written."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from transformer.output.file_merge import FileStatus, MergeResult, Versions, merge_file
from transformer.output.folder import Folder
from transformer.output.keeping import Keeping, list_bases, plan_keeping, read_base
from transformer.output.merge_checks import is_python
from transformer.output.outcome import Conflict
from transformer.output.paths import MANIFEST, is_kept_aside, name_base
from transformer.output.record import ABSENT, UNKNOWN, fingerprint


@dataclass(frozen=True, slots=True)
class Request:
    """What a folder is to have, and how to treat what it has already."""

    folder: Folder
    files: Mapping[str, bytes]
    record: Mapping[str, str]
    lasting: Collection[str] = ()
    """Patterns of paths that are never removed, whatever the record says, and never kept aside."""
    force: bool = False
    """Whether everything is replaced that a person has changed."""
    strict: bool = False
    """Whether a conflict in any file stops the build."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to write, and the paths to leave, to remove, to keep, and in conflict."""

    before: Mapping[str, str | None]
    """Path → hash of what is there now, for each that is written or removed."""
    after: Mapping[str, str]
    """Path → what the record says of it then, for each file that is asked for."""
    writes: Mapping[str, bytes]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    results: Mapping[str, MergeResult]
    conflicts: tuple[Conflict, ...]
    keeping: Keeping

    @property
    def missing(self) -> tuple[str, ...]:
        """The files that stay deleted."""
        return self.list_paths(FileStatus.DELETED)

    def list_paths(self, *statuses: FileStatus) -> tuple[str, ...]:
        """List the files that have one of these statuses."""
        return tuple(path for path, result in self.results.items() if result.status in statuses)

    @property
    def contents(self) -> dict[str, bytes]:
        """What is in each file from now on that is asked for and is there."""
        return {p: v.content for p, v in self.results.items() if v.content is not None}


def plan_changes(request: Request) -> Plan:
    """Plan the changes that turn a folder into what is asked for.

    What nobody touched is replaced, and what a person changed is merged. What a person deleted
    stays away. So does what isn't asked for any more, unless a person changed it.
    """
    recorded = {p: mark for p, mark in request.record.items() if _is_app_file(p)}
    known = {**dict.fromkeys(list_bases(request.folder), UNKNOWN), **recorded}
    versions = _find_versions(request, known)
    results = {path: _decide(each, request.force) for path, each in versions.items()}
    removed, kept = _sort_stale(request, known)
    writes = dict(_list_writes(versions, results))
    ours = {path: versions[path].ours for path in writes} | removed
    gone = _list_gone(request, known)
    secret = [path for path in request.files if is_lasting(path, request.lasting)]
    return Plan(
        before={p: None if c is None else fingerprint(c) for p, c in ours.items()},
        after=dict(_list_marks(versions, results, secret, request.record)),
        writes=writes,
        removed=tuple(removed),
        kept=kept,
        results=results,
        conflicts=tuple(_list_conflicts(results, strict=request.strict)),
        keeping=plan_keeping(request.folder, versions, results, secret, gone),
    )


def _is_app_file(path: str) -> bool:
    return path == MANIFEST or not is_kept_aside(path)


def is_lasting(path: str, lasting: Collection[str]) -> bool:
    """Tell whether a path matches one of the patterns of what is never removed."""
    return any(fnmatchcase(path, each) for each in lasting)


def _find_versions(request: Request, known: Mapping[str, str]) -> dict[str, Versions]:
    folder = request.folder
    ours = {path: folder.read_file(path) for path in sorted(request.files)}
    # Nobody means to have a project without any file: what is left of it is the record alone.
    left = [p for p, mark in known.items() if mark != ABSENT and not is_kept_aside(p)]
    is_gone = bool(left) and not any(folder.locate(path).is_file() for path in left)
    marks = {path: _find_mark(path, known, request.record) for path in ours}
    return {
        path: Versions(
            path,
            read_base(folder, path, marks[path]),
            content,
            request.files[path],
            marks[path],
            may_stay_away=not is_gone and not is_lasting(path, request.lasting),
        )
        for path, content in ours.items()
    }


def _find_mark(path: str, known: Mapping[str, str], record: Mapping[str, str]) -> str | None:
    """Find the hash of what was written last, by the record; what was left may be another."""
    left = known.get(path)
    return left if left == UNKNOWN else record.get(name_base(path), left)


def _decide(versions: Versions, force: bool) -> MergeResult:
    if not is_kept_aside(versions.path):
        return merge_file(versions, force=force)
    # The build's own: what git made of two isn't a person's.
    is_merged = versions.mark == UNKNOWN
    result = merge_file(versions, force=True)
    is_new = result.status is FileStatus.REPLACED and is_merged
    return MergeResult(FileStatus.WRITTEN, result.content) if is_new else result


def _list_writes(
    versions: Mapping[str, Versions], results: Mapping[str, MergeResult]
) -> Iterator[tuple[str, bytes]]:
    for path, result in results.items():
        if result.content is not None and result.content != versions[path].ours:
            yield path, result.content


def _list_marks(
    versions: Mapping[str, Versions],
    results: Mapping[str, MergeResult],
    secret: Collection[str],
    record: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """List what is recorded: what is left in each file, and its base where that is another."""
    for path, result in results.items():
        base = name_base(path)
        if result.is_open or (path in secret and result.status is FileStatus.EDITED):
            yield from ((each, record[each]) for each in (path, base) if each in record)
            continue
        left = ABSENT if result.content is None else fingerprint(result.content)
        new = fingerprint(versions[path].theirs)
        yield path, left
        if left != new and path not in secret and not is_kept_aside(path):
            yield base, new


def _list_conflicts(results: Mapping[str, MergeResult], *, strict: bool) -> Iterator[Conflict]:
    for path, result in results.items():
        if result.status is FileStatus.IN_THE_WAY:
            yield Conflict(path, "output-in-the-way", stops=True)
        elif result.status is FileStatus.CONFLICT:
            stops = strict or is_python(path)
            code = "merge-stopped" if stops else "merge-conflict"
            yield Conflict(path, code, stops, result.lines, result.fault)


def _list_gone(request: Request, known: Mapping[str, str]) -> list[str]:
    return [p for p in sorted(known) if p not in request.files]


def _sort_stale(
    request: Request, known: Mapping[str, str]
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Sort what is no longer asked for: what goes, with its content, and what a person changed."""
    folder = request.folder
    removed: dict[str, bytes] = {}
    kept: list[str] = []
    for path in _list_gone(request, known):
        ours = None if is_lasting(path, request.lasting) else folder.read_file(path)
        if ours is not None:
            mark = _find_mark(path, known, request.record)
            versions = Versions(path, read_base(folder, path, mark), ours, b"", mark)
            if versions.is_untouched:
                removed[path] = ours
            else:
                kept.append(path)
    return removed, tuple(kept)
