"""The folders whose files are watched."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread

from watchfiles import Change, DefaultFilter, watch

_RECORD, _CONFLICTS = ".dazzle", "conflicts"
_IGNORED = {*DefaultFilter.ignore_dirs, ".ruff_cache", "media", "staticfiles", "venv"}
_SCRATCH = (*DefaultFilter.ignore_entity_patterns, r"\.sqlite3(-\w+)?$", r"\.tmp$")
_STEP, _LONGEST = 20, 200
"""Milliseconds: changes that follow one another so soon are one, and the longest of these."""

Hear = Callable[[frozenset[Path]], None]


class Watcher:
    """Watches folders, in a thread, and tells which files have changed."""

    def __init__(self, hear: Hear) -> None:
        """Watch nothing yet."""
        self._hear = hear
        self._folders: frozenset[Path] = frozenset()
        self._stop = Event()

    def cover(self, folders: Iterable[Path]) -> None:
        """Watch these folders as well, with all that lies below them."""
        wanted = self._folders | {folder.resolve() for folder in folders if folder.is_dir()}
        outer = frozenset(each for each in wanted if wanted.isdisjoint(each.parents))
        if outer != self._folders:
            self._stop.set()
            self._folders, self._stop = outer, Event()
            Thread(target=self._watch, args=[outer, self._stop], daemon=True).start()

    def _watch(self, folders: frozenset[Path], stop: Event) -> None:
        is_scratch = DefaultFilter(ignore_dirs=(), ignore_entity_patterns=_SCRATCH)

        def is_meant(change: Change, name: str) -> bool:
            path = Path(name)
            root = next(each for each in folders if path.is_relative_to(each))
            inner = path.relative_to(root)
            is_record = _RECORD in inner.parts and not is_conflict(inner)
            return _IGNORED.isdisjoint(inner.parts) and not is_record and is_scratch(change, name)

        for changes in watch(
            *folders,
            watch_filter=is_meant,
            step=_STEP,
            debounce=_LONGEST,
            stop_event=stop,
            raise_interrupt=False,
        ):
            self._hear(frozenset(Path(name) for _, name in changes))


def is_conflict(path: Path) -> bool:
    """Tell whether a file is kept only as long as something is to be settled."""
    return {_RECORD, _CONFLICTS} <= {*path.parts}
