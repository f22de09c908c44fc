"""Drafts: what a build is going to do to a folder, made of its plan and what its history adds."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from transformer.output.file_merge import FileStatus
from transformer.output.folder import Folder
from transformer.output.history import Additions
from transformer.output.outcome import Outcome
from transformer.output.plan import Plan, is_lasting
from transformer.output.record import ABSENT, RECORD, fingerprint, spell_record
from transformer.output.swap import Swap

Patterns = Collection[str]
"""Shell patterns of paths below a folder, such as `media/*`."""
_NOTHING: Mapping[str, str | None] = {}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a build will do to a folder, and what is said of it afterwards."""

    swap: Swap
    outcome: Outcome


def draft_changes(
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


def draft_conflicts(folder: Folder, plan: Plan, record: Mapping[str, str]) -> Draft:
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


def renew_record(
    after: Mapping[str, str],
    additions: Additions,
    lasting: Mapping[str, str],
) -> dict[str, str]:
    """Make the record of what a build leaves."""
    added = {path: fingerprint(content) for path, content in additions.files.items()}
    stays = {path: mark for path, mark in lasting.items() if path not in additions.removed}
    return {**stays, **after, **added}


def select_lasting(folder: Folder, record: Mapping[str, str], lasting: Patterns) -> dict[str, str]:
    """Select what is still there of the files that are never removed, so that it stays recorded."""
    return {
        path: mark
        for path, mark in record.items()
        if is_lasting(path, lasting) and folder.read_file(path) is not None
    }
