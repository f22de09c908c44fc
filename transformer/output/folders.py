"""Projects' files written to folders as one step, with what their histories add."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from glob import escape
from pathlib import Path

from transformer.output.folder import Folder
from transformer.output.history import Additions, Consent, Files, History
from transformer.output.lock import Locks
from transformer.output.outcome import BuildError, Outcome
from transformer.output.paths import check_written_path
from transformer.output.plan import Plan, is_lasting, plan_changes
from transformer.output.record import RECORD, fingerprint, read_record, spell_record
from transformer.output.swap import Swap, swap_files, take_back

_NO_HISTORIES: Mapping[Path, History] = {}
Patterns = Collection[str]
"""Shell patterns of paths below a folder, such as `media/*`."""
_NO_PATTERNS: Mapping[Path, Patterns] = {}
_NO_CONSENT = Consent()


@dataclass(frozen=True, slots=True)
class _Build:
    """The files that a folder is to have, and how they go on from those of earlier builds."""

    folder: Folder
    files: Files
    force: bool
    history: History
    lasting: Patterns
    consent: Consent


@dataclass(frozen=True, slots=True)
class Draft:
    """What a build will do to a folder, and what is said of it afterwards."""

    swap: Swap
    outcome: Outcome


def write_project(
    target: Path,
    files: Files,
    *,
    force: bool = False,
    history: History | None = None,
    lasting: Patterns = (),
    consent: Consent = _NO_CONSENT,
) -> Outcome:
    """Write files to a folder, unless a person changed one of them; `force` overwrites those.

    What is `lasting` is never removed. Raises ValueError for a path that isn't a plain relative
    one.
    """
    histories, kept = {target: history} if history else {}, {target: lasting}
    return write_projects(
        {target: files}, force=force, histories=histories, lasting=kept, consent=consent
    )[target]


def write_projects(
    projects: Mapping[Path, Files],
    *,
    force: bool = False,
    histories: Mapping[Path, History] = _NO_HISTORIES,
    lasting: Mapping[Path, Patterns] = _NO_PATTERNS,
    consent: Consent = _NO_CONSENT,
) -> Mapping[Path, Outcome]:
    """Write files to several folders; where one of them can't be written, none is.

    Raises ValueError for a path that isn't a plain relative one.
    """
    for path in (path for files in projects.values() for path in files):
        check_written_path(path)
    builds = [
        _Build(folder, files, force, histories.get(to, History()), lasting.get(to, ()), consent)
        for to, files in projects.items()
        for folder in [Folder(to)]
    ]
    with Locks() as locks:
        failures = _settle_folders((build.folder for build in builds), locks)
        return failures or _write_drafts(builds)


def _settle_folders(folders: Iterable[Folder], locks: Locks) -> dict[Path, Outcome]:
    """Lock the folders and take back what builds began in them that were cut short."""
    for folder in folders:
        try:
            locks.add(folder)
            take_back(folder, locks)
        except (OSError, BuildError) as error:
            return {folder.target: _refuse(folder, error)}
    return {}


def _write_drafts(builds: Iterable[_Build]) -> dict[Path, Outcome]:
    drafts: dict[Path, Draft] = {}
    refused: dict[Path, Outcome] = {}
    for build in builds:
        draft = _draft_project(build)
        if isinstance(draft, Draft):
            drafts[build.folder.target] = draft
        else:
            refused[build.folder.target] = draft
    return refused or _apply_drafts(drafts)


def _draft_project(build: _Build) -> Draft | Outcome:
    """Draft what is to be done to a folder, or the outcome where it can't be done."""
    try:
        return _plan_project(build)
    except (OSError, BuildError) as error:
        return _refuse(build.folder, error)


def _plan_project(build: _Build) -> Draft | Outcome:
    folder, history = build.folder, build.history
    record = read_record(folder)
    standing = history.find_files(folder)
    files = history.complete_files(folder, build.files, standing)
    wanted = history.omit_first(files, standing)
    # A history is added to and never taken from, whatever else a backend calls lasting.
    lasting = [*build.lasting, *map(escape, standing)]
    plan = plan_changes(folder, wanted, record, lasting)
    if plan.conflicts and not build.force:
        return Outcome(conflicts=plan.conflicts)
    additions = history.make_additions(folder, files, record, standing, plan, build.consent)
    if additions.is_refused:
        return Outcome(findings=additions.findings)
    plan, written = _add_to_plan(plan, additions, record)
    new = _renew_record(plan.after, additions, _select_lasting(folder, record, lasting))
    outcome = Outcome(
        written=tuple(sorted(written)),
        unchanged=plan.unchanged,
        removed=plan.removed,
        kept=plan.kept,
        notes=additions.notes,
        findings=additions.findings,
    )
    return Draft(_make_swap(folder, plan, written, new), outcome)


def _add_to_plan(plan: Plan, additions: Additions, record: Mapping[str, str]) -> tuple[Plan, Files]:
    """Add to a plan what a history replaces, and list all the files to write."""
    marks = {path: fingerprint(content) for path, content in additions.files.items()}
    replaced = [path for path in additions.removed if path not in marks]
    before = {path: record.get(path) for path in additions.removed}
    changed = [path for path in additions.files if marks[path] != before.get(path)]
    written = {**plan.writes, **{path: additions.files[path] for path in changed}}
    kept = tuple(path for path in marks if path not in changed)
    return replace(
        plan,
        before={**plan.before, **before},
        removed=(*plan.removed, *replaced),
        unchanged=tuple(sorted((*plan.unchanged, *kept))),
    ), written


def _make_swap(folder: Folder, plan: Plan, written: Files, record: Mapping[str, str]) -> Swap:
    """Make the swap of the files and, where it changes, of the record of their hashes."""
    old, new = folder.read_file(RECORD), spell_record(record)
    removed = dict.fromkeys(plan.removed)
    before = {**plan.before, RECORD: None if old is None else fingerprint(old)}
    after = {**removed, **record, RECORD: fingerprint(new)}
    changed = {RECORD: new} if before[RECORD] != after[RECORD] else {}
    return Swap(folder, {**removed, **written, **changed}, before, after)


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


def _apply_drafts(drafts: Mapping[Path, Draft]) -> dict[Path, Outcome]:
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
