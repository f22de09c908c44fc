"""A project's files written to a folder as one step, with the migrations that they need."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from transformer.output.folder import Folder, check_path
from transformer.output.migrations import Additions, find_migrations, make_migrations, omit_initial
from transformer.output.outcome import Outcome, Refusal
from transformer.output.plan import Plan, plan_changes
from transformer.output.record import RECORD, fingerprint, read_record, spell_record
from transformer.output.swap import swap_files


def write_project(target: Path, files: Mapping[str, bytes], *, force: bool = False) -> Outcome:
    """Write files to a folder, unless a person changed one of them; `force` overwrites those.

    Raises ValueError for a path that isn't a plain relative one.
    """
    for path in files:
        check_path(path)
    folder = Folder(target)
    try:
        return _write(folder, files, force)
    except Refusal as refusal:
        return Outcome(failure=refusal.remark)
    except OSError as error:
        return Outcome(failure=folder.explain_error(error).remark)


def _write(folder: Folder, files: Mapping[str, bytes], force: bool) -> Outcome:
    record = read_record(folder)
    history = find_migrations(folder)
    wanted = omit_initial(files, history)
    plan = plan_changes(folder, wanted, record)
    if plan.conflicts and not force:
        return Outcome(conflicts=plan.conflicts)
    additions = make_migrations(folder, files, record, history, plan)
    _apply(folder, plan, additions, _renew_record(wanted, additions, record, history))
    return Outcome(
        written=tuple(sorted((*plan.writes, *additions.files))),
        unchanged=plan.unchanged,
        removed=plan.removed,
        kept=plan.kept,
        notes=additions.notes,
    )


def _renew_record(
    wanted: Mapping[str, bytes],
    additions: Additions,
    record: Mapping[str, str],
    history: Iterable[str],
) -> dict[str, str]:
    standing = {path: record[path] for path in history if path in record}
    return standing | {
        path: fingerprint(content) for path, content in {**wanted, **additions.files}.items()
    }


def _apply(folder: Folder, plan: Plan, additions: Additions, record: Mapping[str, str]) -> None:
    writes = {**plan.writes, **additions.files}
    text, previous = spell_record(record), folder.read_file(RECORD)
    if previous is None or fingerprint(previous) != fingerprint(text):
        writes[RECORD] = text  # last, so that an interrupted build is simply built again
    if writes or plan.removed:
        swap_files(folder, plan.removed, writes)
