"""The state of what is installed: dazzle itself, its tables and the packages beside it."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

from transformer.diagnostics.resources import list_roots


@cache
def digest_installation() -> str:
    """Digest what decides what dazzle makes of a project, by sizes and times of files.

    A package that is installed, upgraded or removed changes the time of the folder it lies in.
    """
    seen = hashlib.sha256(sys.version.encode())
    for path in sys.path[
        not sys.flags.safe_path :
    ]:  # but for the folder of the script, or this one
        seen.update(_describe(path).encode())
    for root in list_roots():
        for line in _describe_files(str(root)):
            seen.update(line.encode("utf-8", "surrogateescape"))
    return seen.hexdigest()


def _describe(path: str) -> str:
    try:
        return f"{path}\0{os.stat(path).st_mtime_ns}\n"
    except OSError:
        return f"{path}\0\n"


def _describe_files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda each: each.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _describe_files(entry.path)
        else:
            with suppress(OSError):  # it has just gone, such as what an editor writes for a moment
                state = entry.stat(follow_symlinks=False)
                yield f"{entry.path}\0{state.st_size}\0{state.st_mtime_ns}\n"
