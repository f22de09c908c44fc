"""Some files of a folder written, where all others are as the last build left them."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from glob import escape
from pathlib import Path

from transformer.output.drafts import Draft, Patterns, draft_changes
from transformer.output.folder import Folder
from transformer.output.folders import Manner, apply_drafts, settle_folders
from transformer.output.history import Additions, Files, History
from transformer.output.lock import Locks
from transformer.output.outcome import BuildError, Outcome, Repetition, WaitError
from transformer.output.paths import MANIFEST, name_base
from transformer.output.plan import Plan, Request, plan_changes
from transformer.output.record import fingerprint, read_record


@dataclass(frozen=True, slots=True)
class Part:
    """What is new in a folder, and how it goes on from the last build."""

    files: Files
    """Those that aren't as the last build made them."""
    beginnings: Files
    """Those that a build makes and the history leaves out, since there is one already."""
    last: Repetition
    history: History
    lasting: Patterns
    manner: Manner


def write_part(target: Path, part: Part) -> Outcome | None:
    """Write what is new in a folder; None, and nothing done, if that takes a whole build.

    Where that would have to wait in vain as well, the outcome says so.
    """
    folder = Folder(target)
    with Locks() as locks:
        try:
            if settle_folders([folder], locks) or not folder.is_as_traced(part.last.trace):
                return None
            draft = _draft_part(folder, part)
        except WaitError as error:
            return Outcome(failure=error.note)
        except (OSError, BuildError):
            return None  # which a whole build explains
        if draft is None:
            return None
        outcome = apply_drafts({target: draft})[target]
        return None if outcome.failure else _complete_outcome(folder, part, draft, outcome)


def _draft_part(folder: Folder, part: Part) -> Draft | None:
    record, standing = read_record(folder), part.history.find_files(folder)
    there = _read_code(folder, part.last.outcome)
    made = {**part.beginnings, **there, **part.files}
    files = part.history.complete_files(folder, made, standing)
    new = {p: text for p, text in files.items() if p in part.files or made[p] != text}
    if not new.keys() <= part.files.keys():
        return None
    lasting = [*part.lasting, *map(escape, standing)]
    marks = {p: record[p] for path in new for p in (path, name_base(path)) if p in record}
    manner = part.manner
    plan = plan_changes(Request(folder, new, marks, lasting, manner.force, manner.strict, True))
    merged = {p: text for p, text in {**files, **plan.contents}.items() if p not in plan.missing}
    additions = part.history.make_additions(folder, merged, record, standing, plan, manner.consent)
    if plan.conflicts or additions.findings or additions.notes:
        return None  # a whole build tells what they are about
    after = _renew_record(record, marks, plan, additions)
    return draft_changes(folder, plan, additions, record, after)


def _read_code(folder: Folder, outcome: Outcome) -> dict[str, bytes]:
    """Read the code that is there, which a history is made of, and the manifest."""
    paths = [MANIFEST, *(p for p in (*outcome.unchanged, *outcome.edited) if p.endswith(".py"))]
    found = {path: folder.read_file(path) for path in paths}
    return {path: text for path, text in found.items() if text is not None}


def _renew_record(
    record: Mapping[str, str], marks: Iterable[str], plan: Plan, additions: Additions
) -> dict[str, str]:
    gone = {*marks, *additions.removed}
    stays = {path: mark for path, mark in record.items() if path not in gone}
    added = {path: fingerprint(text) for path, text in additions.files.items()}
    return {**stays, **plan.after, **added}


def _complete_outcome(folder: Folder, part: Part, draft: Draft, outcome: Outcome) -> Outcome:
    """Add to an outcome what became of all other files, and what the next build would do."""
    last = part.last.outcome
    done = {*part.files}
    others = [path for path in last.unchanged if path not in done]
    edited = [path for path in last.edited if path not in done]
    whole = replace(
        outcome,
        unchanged=tuple(sorted((*others, *outcome.unchanged))),
        edited=tuple(sorted((*edited, *outcome.edited))),
        kept=last.kept,
    )
    is_plain = done <= {*last.unchanged} and not (outcome.merged or outcome.edited)
    if not is_plain or outcome.deleted or outcome.replaced:
        return whole
    with suppress(OSError, BuildError):  # without which the next build does more
        trace = folder.renew_trace(part.last.trace, draft.swap.changes)
        return replace(whole, repetition=Repetition(last, trace))
    return whole
