"""One build at a time in a folder."""

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from transformer.output.folder import Folder, make_folder
from transformer.output.outcome import BuildError
from transformer.output.paths import RECORD_FOLDER

try:
    import fcntl
except ImportError:  # Windows, where a folder can't be locked
    fcntl = None  # type: ignore[assignment]


class Locks:
    """Folders that no other build writes to as long as the context lasts.

    What is locked is the folder of the record itself: nothing has to be cleared away afterwards,
    and the system lets go of it when a process dies.
    """

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._held: dict[Path, int | None] = {}
        self._made: list[Path] = []

    def __enter__(self) -> "Locks":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for place in reversed(self._made):
            with suppress(OSError):
                place.rmdir()  # as nothing was written after all
        for handle in self._held.values():
            if handle is not None:
                os.close(handle)

    def add(self, folder: Folder) -> None:
        """Hold a folder, which is made where there is none.

        Raises BuildError if another build holds it, or a link leads out of it; OSError if it can't
        be made.
        """
        place = folder.locate(RECORD_FOLDER)
        if place not in self._held:
            self._made += make_folder(place)
            self._held[place] = _lock_folder(place, folder)


def _lock_folder(place: Path, folder: Folder) -> int | None:
    if fcntl is None:
        return None
    busy = BuildError("output-busy", path=str(folder.target))
    try:
        handle = os.open(place, os.O_RDONLY)
    except FileNotFoundError as error:  # another build is just clearing it away
        raise busy from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise busy from error
    except OSError:
        return handle  # some network drives know no locks
    if place.is_dir() and os.path.samestat(os.fstat(handle), place.stat()):
        return handle
    os.close(handle)
    raise busy
