"""What is said of the files that a build wrote and left."""

from collections.abc import Iterator

from transformer.output.outcome import Outcome
from transformer.output.paths import RECORD_FOLDER

FileRecord = dict[str, list[str] | dict[str, str]]


def count_files(outcome: Outcome) -> str:
    """Count what a build did to files, by what it was."""
    merged = {*outcome.merged}
    counts = {
        "written": len([path for path in outcome.written if path not in merged]),
        "merged": len(merged),
        "edited by you": len(outcome.edited),
        "unchanged": len(outcome.unchanged),
        "removed": len(outcome.removed),
    }
    return ", ".join(f"{number} {what}" for what, number in counts.items() if number)


def tell_files(outcome: Outcome) -> Iterator[str]:
    """Tell of the files in which a build and a person met."""
    for path in outcome.merged:
        yield f"merged {path}: it has what is new, and your changes"
    for path, place in outcome.replaced.items():
        yield f"replaced {path}: what you had is in {place}"
    for path in outcome.deleted:
        yield f"left out {path}: you deleted it; `dazzle resolve {path} --theirs` brings it back"
    for path in outcome.kept:
        yield f"kept {path}: the project no longer asks for it, but you changed it"


def plan_files(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """List what a build would do to files, each with the word for it, in the order of paths."""
    actions = {
        **dict.fromkeys(outcome.written, "rewrite"),
        **dict.fromkeys(outcome.created, "create"),
        **dict.fromkeys(outcome.merged, "merge"),
        **dict.fromkeys(outcome.edited, "keep"),
        **dict.fromkeys(outcome.kept, "keep"),
        **dict.fromkeys(outcome.removed, "delete"),
        **dict.fromkeys(outcome.replaced, "replace"),
        **{each.path: "conflict" for each in outcome.conflicts},
    }
    own = f"{RECORD_FOLDER}/"
    yield from ((actions[path], path) for path in sorted(actions) if not path.startswith(own))


def record_files(outcome: Outcome) -> FileRecord:
    """Make what a program wants to know of the files."""
    return {
        "written": list(outcome.written),
        "created": list(outcome.created),
        "unchanged": list(outcome.unchanged),
        "merged": list(outcome.merged),
        "edited": list(outcome.edited),
        "deleted": list(outcome.deleted),
        "replaced": dict(outcome.replaced),
        "removed": list(outcome.removed),
        "kept": list(outcome.kept),
        "conflicts": [each.path for each in outcome.conflicts],
        "operations": list(outcome.operations),
    }
