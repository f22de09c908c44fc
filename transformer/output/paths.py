"""Paths inside a project's folder."""

RECORD_FOLDER = ".dazzle"

MANIFEST = f"{RECORD_FOLDER}/manifest.yaml"
"""What a folder was built from."""

BASES = f"{RECORD_FOLDER}/base"
"""What was written last."""
CONFLICTS = f"{RECORD_FOLDER}/conflicts"
"""What a build would have written."""
CACHE = f"{RECORD_FOLDER}/cache"
"""What makes the next build faster, and may be deleted."""
_REPLACED = f"{RECORD_FOLDER}/replaced"
_SUFFIX = ".base"
"""So that no tool takes a text below `base/` for a file of the project."""


def check_path(path: str) -> None:
    """Let pass a relative path with forward slashes that stays in its folder.

    Raises ValueError for any other, and for one in the folder of the record.
    """
    _check_parts(path)
    if is_kept_aside(path):
        raise ValueError(f"a path of the record itself: {path!r}")


def check_written_path(path: str) -> None:
    """Let pass what `check_path` does, and the path of the manifest.

    Raises ValueError for any other.
    """
    if path != MANIFEST:
        check_path(path)


def check_moved_path(path: str) -> None:
    """Let pass what a build may move into place: any path inside a project but its stage.

    Raises ValueError for any other.
    """
    _check_parts(path)
    if path.split("/")[:2] == [RECORD_FOLDER, "build"]:
        raise ValueError(f"a path of the stage: {path!r}")


def _check_parts(path: str) -> None:
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts) or any(sign in path for sign in "\\:\0"):
        raise ValueError(f"not a path inside a project: {path!r}")


def is_kept_aside(path: str) -> bool:
    """Tell whether a path lies in the folder of the record."""
    return path.split("/")[0] == RECORD_FOLDER


def name_base(path: str) -> str:
    """Name the file with what was written last to a path: the base of a merge."""
    return f"{BASES}/{path}{_SUFFIX}"


def name_conflict(path: str) -> str:
    """Name the file with what a build would have written to a path that is in conflict."""
    return f"{CONFLICTS}/{path}"


def name_replaced(path: str, number: int) -> str:
    """Name a file for what stood at a path until a build replaced it."""
    return f"{_REPLACED}/{path}{f'.{number}' if number else ''}"
