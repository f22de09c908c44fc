"""The modules of a project that only its migrations may need."""

from collections.abc import Iterable

from transformer.output.folder import Folder

_FUNCTIONS = "records/functions"
_INDEX = "records/full_text_index.py"


def find_needed(folder: Folder, history: Iterable[str]) -> tuple[str, ...]:
    """Find the modules that migrations of a folder need, whatever else does.

    They are the functions of queries that fill rows, and the class of an index of words.
    """
    index = (_INDEX,) if folder.read_file(_INDEX) is not None else ()
    found = {b"functions.": folder.list_modules(_FUNCTIONS), b"full_text_index": index}
    if not any(found.values()):
        return ()
    text = b"\n".join(folder.read_file(path) or b"" for path in history)
    return tuple(path for sign, paths in found.items() if sign in text for path in paths)


def read_needed(folder: Folder, history: Iterable[str]) -> dict[str, bytes]:
    """Read these modules, which the next build may not make."""
    return {path: folder.read_file(path) or b"" for path in find_needed(folder, history)}
