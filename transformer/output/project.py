"""Projects' files written to folders as one step, with the migrations that they need."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from transformer.output.folder import Folder
from transformer.output.kept_functions import keep_functions
from transformer.output.lock import Locks
from transformer.output.migrations import (
    MODELS,
    Additions,
    find_migrations,
    make_migrations,
    omit_initial,
)
from transformer.output.outcome import Outcome, Refusal, Rename
from transformer.output.plan import plan_changes
from transformer.output.record import RECORD, fingerprint, read_record, spell_record
from transformer.output.swap import Swap, swap_files, take_back
from transformer.paths import check_path

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a build will do to a folder, and what is said of it afterwards."""

    swap: Swap
    outcome: Outcome


def write_project(
    target: Path, files: Files, *, force: bool = False, renames: Iterable[Rename] = ()
) -> Outcome:
    """Write files to a folder, unless a person changed one of them; `force` overwrites those.

    Raises ValueError for a path that isn't a plain relative one.
    """
    return write_projects({target: files}, force=force, renames=renames)[target]


def write_projects(
    projects: Mapping[Path, Files], *, force: bool = False, renames: Iterable[Rename] = ()
) -> Mapping[Path, Outcome]:
    """Write files to several folders; where one of them can't be written, none is.

    What `renames` names keeps its data when the models change.

    Raises ValueError for a path that isn't a plain relative one.
    """
    for path in (path for files in projects.values() for path in files):
        check_path(path)
    with Locks() as locks:
        failures = _settle_folders(map(Folder, projects), locks)
        return failures or _write_drafts(projects, force, tuple(renames))


def _settle_folders(folders: Iterable[Folder], locks: Locks) -> dict[Path, Outcome]:
    """Lock the folders and take back what builds began in them that were cut short."""
    for folder in folders:
        try:
            locks.add(folder)
            take_back(folder, locks)
        except (OSError, Refusal) as error:
            return {folder.target: _refuse(folder, error)}
    return {}


def _write_drafts(
    projects: Mapping[Path, Files], force: bool, renames: tuple[Rename, ...]
) -> dict[Path, Outcome]:
    drafts: dict[Path, Draft] = {}
    refused: dict[Path, Outcome] = {}
    for target, files in projects.items():
        draft = _draft_project(Folder(target), files, force, renames)
        if isinstance(draft, Draft):
            drafts[target] = draft
        else:
            refused[target] = draft
    return refused or _apply_drafts(drafts)


def _draft_project(
    folder: Folder, files: Files, force: bool, renames: tuple[Rename, ...]
) -> Draft | Outcome:
    """What is to be done to a folder, or the outcome where it can't be done."""
    try:
        return _plan_project(folder, files, force, renames)
    except (OSError, Refusal) as error:
        return _refuse(folder, error)


def _plan_project(
    folder: Folder, files: Files, force: bool, renames: tuple[Rename, ...]
) -> Draft | Outcome:
    record = read_record(folder)
    history = find_migrations(folder)
    files = keep_functions(folder, files, MODELS, history)
    wanted = omit_initial(files, history)
    plan = plan_changes(folder, wanted, record)
    if plan.conflicts and not force:
        return Outcome(conflicts=plan.conflicts)
    additions = make_migrations(folder, files, record, history, plan, renames)
    written = {**plan.writes, **additions.files}
    old, new = folder.read_file(RECORD), _renew_record(wanted, additions, record, history)
    outcome = Outcome(
        written=tuple(sorted(written)),
        unchanged=plan.unchanged,
        removed=plan.removed,
        kept=plan.kept,
        notes=additions.notes,
    )
    changes = {**dict.fromkeys(plan.removed), **written, RECORD: spell_record(new)}
    before = {**plan.before, RECORD: None if old is None else fingerprint(old)}
    if before[RECORD] == fingerprint(changes[RECORD]):
        del changes[RECORD]
    return Draft(Swap(folder, changes, before), outcome)


def _renew_record(
    wanted: Files, additions: Additions, record: Mapping[str, str], history: Iterable[str]
) -> dict[str, str]:
    standing = {path: record[path] for path in history if path in record}
    return standing | {
        path: fingerprint(content) for path, content in {**wanted, **additions.files}.items()
    }


def _apply_drafts(drafts: Mapping[Path, Draft]) -> dict[Path, Outcome]:
    swaps = [draft.swap for draft in drafts.values() if draft.swap.changes]
    try:
        if swaps:
            swap_files(swaps)
    except Refusal as refusal:
        return {swaps[0].folder.target: Outcome(failure=refusal.remark)}
    return {target: draft.outcome for target, draft in drafts.items()}


def _refuse(folder: Folder, error: OSError | Refusal) -> Outcome:
    refusal = error if isinstance(error, Refusal) else folder.explain_error(error)
    return Outcome(failure=refusal.remark)
