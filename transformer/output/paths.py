"""Paths inside a project's folder."""

RECORD_FOLDER = ".dazzle"

MANIFEST = f"{RECORD_FOLDER}/manifest.yaml"
"""What a folder was built from: a file as any other, but for its place."""


def check_path(path: str) -> None:
    """Let pass a relative path with forward slashes that stays in its folder.

    Raises ValueError for any other, and for one in the folder of the record.
    """
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts) or any(sign in path for sign in "\\:\0"):
        raise ValueError(f"not a path inside a project: {path!r}")
    if parts[0] == RECORD_FOLDER:
        raise ValueError(f"a path of the record itself: {path!r}")


def check_written_path(path: str) -> None:
    """Let pass what `check_path` does, and the path of the manifest.

    Raises ValueError for any other.
    """
    if path != MANIFEST:
        check_path(path)
