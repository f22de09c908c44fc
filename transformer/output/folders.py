"""Projects' files written to folders as one step, with what their histories add."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from glob import escape
from pathlib import Path

from transformer.output.file_merge import FileStatus
from transformer.output.folder import Folder
from transformer.output.history import Additions, Consent, Files, History
from transformer.output.lock import Locks
from transformer.output.outcome import BuildError, Outcome
from transformer.output.paths import check_written_path
from transformer.output.plan import Plan, Request, is_lasting, plan_changes
from transformer.output.record import ABSENT, RECORD, fingerprint, read_record, spell_record
from transformer.output.swap import Swap, swap_files, take_back

_NO_HISTORIES: Mapping[Path, History] = {}
Patterns = Collection[str]
"""Shell patterns of paths below a folder, such as `media/*`."""
_NO_PATTERNS: Mapping[Path, Patterns] = {}
_NO_CONSENT = Consent()


@dataclass(frozen=True, slots=True)
class Manner:
    """How to treat what people have changed."""

    force: bool = False
    """Whether to replace all of it."""
    strict: bool = False
    """Whether a conflict in any file stops the build, not only one in Python."""
    consent: Consent = _NO_CONSENT
    """What a person has said about the history."""
    is_trial: bool = False
    """Whether to say what would be done, and do nothing."""


_GENTLY = Manner()
_NOTHING: Mapping[str, str | None] = {}


@dataclass(frozen=True, slots=True)
class _Build:
    """The files that a folder is to have, and how they go on from those of earlier builds."""

    folder: Folder
    files: Files
    manner: Manner
    history: History
    lasting: Patterns


@dataclass(frozen=True, slots=True)
class Draft:
    """What a build will do to a folder, and what is said of it afterwards."""

    swap: Swap
    outcome: Outcome


def write_project(
    target: Path,
    files: Files,
    *,
    manner: Manner = _GENTLY,
    history: History | None = None,
    lasting: Patterns = (),
) -> Outcome:
    """Write files to a folder, merged with what a person changed there.

    What is `lasting` is never removed. Raises ValueError for a path that isn't a plain relative
    one.
    """
    histories, kept = {target: history} if history else {}, {target: lasting}
    return write_projects({target: files}, manner=manner, histories=histories, lasting=kept)[target]


def write_projects(
    projects: Mapping[Path, Files],
    *,
    manner: Manner = _GENTLY,
    histories: Mapping[Path, History] = _NO_HISTORIES,
    lasting: Mapping[Path, Patterns] = _NO_PATTERNS,
) -> Mapping[Path, Outcome]:
    """Write files to several folders; where one of them can't be written, none is.

    Raises ValueError for a path that isn't a plain relative one.
    """
    for path in (path for files in projects.values() for path in files):
        check_written_path(path)
    builds = [
        _Build(
            Folder(target), files, manner, histories.get(target, History()), lasting.get(target, ())
        )
        for target, files in projects.items()
    ]
    with Locks() as locks:
        failures = settle_folders((build.folder for build in builds), locks)
        return failures or _write_drafts(builds)


def settle_folders(folders: Iterable[Folder], locks: Locks) -> dict[Path, Outcome]:
    """Lock the folders and take back what builds began in them that were cut short."""
    for folder in folders:
        try:
            locks.add(folder)
            take_back(folder, locks)
        except (OSError, BuildError) as error:
            return {folder.target: _refuse(folder, error)}
    return {}


def _write_drafts(builds: Collection[_Build]) -> dict[Path, Outcome]:
    drafts = {build.folder.target: _draft_project(build) for build in builds}
    stopped = {target: each for target, each in drafts.items() if each.outcome.is_stopped}
    if any(build.manner.is_trial for build in builds):
        return {target: draft.outcome for target, draft in drafts.items()}
    return apply_drafts(stopped or drafts)


def _draft_project(build: _Build) -> Draft:
    """Draft what is to be done to a folder; what can't be done has an outcome that says so."""
    try:
        return _plan_project(build)
    except (OSError, BuildError) as error:
        return Draft(Swap(build.folder, {}, {}, {}), _refuse(build.folder, error))


def _plan_project(build: _Build) -> Draft:
    folder, history, manner = build.folder, build.history, build.manner
    record = read_record(folder)
    standing = history.find_files(folder)
    files = history.complete_files(folder, build.files, standing)
    wanted = history.omit_first(files, standing)
    # A history is added to and never taken from, whatever else a backend calls lasting.
    lasting = [*build.lasting, *map(escape, standing)]
    plan = plan_changes(Request(folder, wanted, record, lasting, manner.force, manner.strict))
    if any(each.stops for each in plan.conflicts):
        return _draft_conflicts(folder, plan, record)
    # As they are going to be: also what a person added to the models is in the history.
    merged = {p: text for p, text in {**files, **plan.contents}.items() if p not in plan.missing}
    additions = history.make_additions(folder, merged, record, standing, plan, manner.consent)
    if additions.is_refused:
        return Draft(make_swap(folder, {}), Outcome(findings=additions.findings))
    new = _renew_record(plan.after, additions, _select_lasting(folder, record, lasting))
    return _draft_changes(folder, plan, additions, record, new)


def _draft_changes(
    folder: Folder,
    plan: Plan,
    additions: Additions,
    record: Mapping[str, str],
    new: Mapping[str, str],
) -> Draft:
    """Draft what is planned, and the record that says so."""
    changes = {
        **dict.fromkeys((*plan.removed, *additions.removed)),
        **plan.writes,
        **additions.files,
        **plan.keeping.list_changes(folder),
        RECORD: spell_record(new),
    }
    swap = make_swap(folder, changes, plan.before)
    outcome = _make_outcome(plan, additions, record)
    created = tuple(path for path in outcome.written if swap.before.get(path) is None)
    return Draft(swap, replace(outcome, created=created))


def _draft_conflicts(folder: Folder, plan: Plan, record: Mapping[str, str]) -> Draft:
    """Draft nothing but the texts that a person needs to decide, in a folder of a build's."""
    changes = plan.keeping.conflicts if record else {}
    return Draft(make_swap(folder, changes), Outcome(conflicts=plan.conflicts))


def _make_outcome(plan: Plan, additions: Additions, record: Mapping[str, str]) -> Outcome:
    replaced = [path for path in additions.removed if path not in additions.files]
    same = [p for p in additions.removed if _hash(additions.files.get(p)) == record.get(p)]
    return Outcome(
        written=tuple(sorted({*plan.writes, *additions.files} - {*same})),
        unchanged=tuple(sorted((*plan.list_paths(FileStatus.UNCHANGED), *same))),
        merged=plan.list_paths(FileStatus.MERGED),
        edited=plan.list_paths(FileStatus.EDITED),
        deleted=tuple(p for p in plan.list_paths(FileStatus.DELETED) if record.get(p) != ABSENT),
        replaced=plan.keeping.replaced,
        removed=(*plan.removed, *replaced),
        kept=plan.kept,
        conflicts=plan.conflicts,
        operations=additions.operations,
        notes=additions.notes,
        findings=additions.findings,
    )


def make_swap(
    folder: Folder, changes: Mapping[str, bytes | None], before: Mapping[str, str | None] = _NOTHING
) -> Swap:
    """Make the swap of the files that change, in their order.

    What was there `before` is what the changes were planned for; of other files it is read now.
    """
    was = {p: before[p] if p in before else _hash(folder.read_file(p)) for p in changes}
    after = {path: _hash(content) for path, content in changes.items()}
    changed = {path: new for path, new in changes.items() if after[path] != was[path]}
    return Swap(folder, changed, was, after)


def _hash(content: bytes | None) -> str | None:
    return None if content is None else fingerprint(content)


def _renew_record(
    after: Mapping[str, str],
    additions: Additions,
    lasting: Mapping[str, str],
) -> dict[str, str]:
    added = {path: fingerprint(content) for path, content in additions.files.items()}
    stays = {path: mark for path, mark in lasting.items() if path not in additions.removed}
    return {**stays, **after, **added}


def _select_lasting(folder: Folder, record: Mapping[str, str], lasting: Patterns) -> dict[str, str]:
    """Select what is still there of the files that are never removed, so that it stays recorded."""
    return {
        path: mark
        for path, mark in record.items()
        if is_lasting(path, lasting) and folder.read_file(path) is not None
    }


def apply_drafts(drafts: Mapping[Path, Draft]) -> dict[Path, Outcome]:
    """Do what was drafted, all of it or nothing."""
    swaps = [draft.swap for draft in drafts.values() if draft.swap.changes]
    try:
        if swaps:
            swap_files(swaps)
    except BuildError as refusal:
        return {swaps[0].folder.target: Outcome(failure=refusal.note)}
    return {target: draft.outcome for target, draft in drafts.items()}


def _refuse(folder: Folder, error: OSError | BuildError) -> Outcome:
    refusal = error if isinstance(error, BuildError) else folder.explain_error(error)
    return Outcome(failure=refusal.note)
