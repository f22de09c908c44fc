"""Projects' files written to folders as one step, with what their histories add."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from glob import escape
from pathlib import Path

from transformer.output.drafts import (
    Draft,
    Patterns,
    draft_changes,
    draft_conflicts,
    make_swap,
    renew_record,
    select_lasting,
)
from transformer.output.folder import Folder
from transformer.output.history import Consent, Files, History
from transformer.output.lock import Locks
from transformer.output.outcome import BuildError, Outcome, Repetition
from transformer.output.paths import check_written_path
from transformer.output.plan import Request, plan_changes
from transformer.output.record import read_record
from transformer.output.swap import Swap, swap_files, take_back
from transformer.output.trace import Trace

_NO_HISTORIES: Mapping[Path, History] = {}
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
    is_traced: bool = False
    """Whether to find out what the next build would do."""


_GENTLY = Manner()


@dataclass(frozen=True, slots=True)
class _Build:
    """The files that a folder is to have, and how they go on from those of earlier builds."""

    folder: Folder
    files: Files
    manner: Manner
    history: History
    lasting: Patterns


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
        _Build(_open_folder(t, manner), f, manner, histories.get(t, History()), lasting.get(t, ()))
        for t, f in projects.items()
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
    outcomes = apply_drafts(stopped or drafts)
    is_done = all(each.is_clear for each in outcomes.values())
    return _look_ahead(builds, drafts, outcomes) if is_done else outcomes


def _look_ahead(
    builds: Iterable[_Build], drafts: Mapping[Path, Draft], outcomes: Mapping[Path, Outcome]
) -> dict[Path, Outcome]:
    """Add what the next build would do to each outcome, where that is asked for."""
    found = dict(outcomes)
    for build in builds:
        target = build.folder.target
        draft = drafts[target]
        if build.manner.is_traced and draft.swap.changes:
            build = replace(build, folder=_open_folder(target, build.manner))
            draft = _draft_project(build)
        trace, is_same = build.folder.trace, not draft.swap.changes and draft.outcome.is_clear
        if trace and trace.is_complete and is_same:
            found[target] = replace(found[target], repetition=Repetition(draft.outcome, trace))
    return found


def _open_folder(target: Path, manner: Manner) -> Folder:
    return Folder(target, Trace() if manner.is_traced else None)


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
        return draft_conflicts(folder, plan, record)
    # As they are going to be: also what a person added to the models is in the history.
    merged = {p: text for p, text in {**files, **plan.contents}.items() if p not in plan.missing}
    additions = history.make_additions(folder, merged, record, standing, plan, manner.consent)
    if folder.trace and not additions.is_traced:
        folder.trace.is_complete = False
    if additions.is_refused:
        return Draft(make_swap(folder, {}), Outcome(findings=additions.findings))
    new = renew_record(plan.after, additions, select_lasting(folder, record, lasting))
    return draft_changes(folder, plan, additions, record, new)


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
