"""What happens while somebody works on an app: each change is built, served and shown."""

import gc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import NoReturn, Protocol

from transformer.development.app_process import AppProcess, Message, Server
from transformer.development.front import Front
from transformer.development.spare import Spare
from transformer.development.watcher import Watcher

_IDLE = 0.5
"""After so many seconds without a change there is time for more; Windows hears Ctrl-C only then."""
_SOURCES = {".dsl", ".toml", ".svg", ".png"}
"""What a project is built from, where the app lies in the same folder."""
_REFUSED = "The project can't be built, so this is the app as it was."
_FAILED = "The app can't start, so this is the app as it was."
_GONE = "It has ended. The terminal may say why."


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    project: Path
    """The project's folder."""
    report: str = ""
    """Why nothing was built; empty if something was."""
    server: Server | None = None
    """How the app is served; None if there is no app yet."""
    changed: tuple[Path, ...] = ()
    """The files that were written or removed."""
    watched: tuple[Path, ...] = ()
    """The folders with files that the build depends on."""


class Reporter(Protocol):
    """Whoever tells people what happens."""

    def tell_migrations(self, names: Sequence[str]) -> None:
        """Tell which migrations are applied."""

    def tell_ready(self) -> None:
        """Tell that the app is served."""

    def tell_failure(self, text: str) -> None:
        """Tell why it isn't."""


class PackageMissingError(Exception):
    """Raised if the app can't start for want of a package, which the text names."""

    def __init__(self, package: str, folder: Path) -> None:
        """Keep the package, and the app's folder."""
        super().__init__(package)
        self.folder = folder


@dataclass
class Development:
    """The builds, the processes that serve the app, and what is shown of both."""

    build: Callable[[], Built]
    reporter: Reporter
    front: Front
    _events: SimpleQueue[Message | frozenset[Path]] = field(default_factory=SimpleQueue)
    _built: Built = field(default_factory=lambda: Built(Path()))
    _current: AppProcess | None = None
    _coming: AppProcess | None = None
    _is_migrating: bool = False
    _is_behind: bool = False
    """Whether something has changed since the process that is coming was started."""
    _failure: str = ""
    _is_untidy: bool = False
    _own: dict[Path, tuple[int, int] | None] = field(default_factory=dict)
    """What builds wrote: changes that nobody has to be told of."""

    def __post_init__(self) -> None:
        self._spare = Spare(self._events.put)

    def run(self, folder: Path) -> NoReturn:
        """Build and serve the project in a folder until an exception ends that."""
        watcher = Watcher(self._events.put)
        watcher.cover([folder])
        self._rebuild()
        while True:
            watcher.cover(self._built.watched)
            self._heed(self._wait())

    def stop(self) -> None:
        """End the processes."""
        self._spare.stop()
        for process in (self._coming, self._current):
            if process:
                process.stop()

    def _wait(self) -> Message | frozenset[Path]:
        while True:
            try:
                return self._events.get(timeout=_IDLE)
            except Empty:
                self._use_pause()

    def _use_pause(self) -> None:
        """Do what a save would otherwise wait for."""
        if not self._coming:
            self._spare.prepare(self._built.server)
        if self._is_untidy:
            gc.collect()
            self._is_untidy = False

    def _heed(self, event: Message | frozenset[Path]) -> None:
        if isinstance(event, Message):
            self._heed_message(event)
        elif changed := [path for path in event if self._is_news(path)]:
            if any(map(self._is_source, changed)):
                self._rebuild()
            if edited := [path for path in changed if self._is_of_app(path)]:
                self._tell_app(edited)

    def _is_news(self, path: Path) -> bool:
        """Tell whether a change isn't a build's own: a file of it, or a folder made for the app."""
        server = self._built.server
        if server and path.is_dir():
            return not (self._is_of_app(path) or server.folder.is_relative_to(path))
        return path not in self._own or self._own[path] != _stamp(path)

    def _is_of_app(self, path: Path) -> bool:
        server = self._built.server
        return server is not None and path.is_relative_to(server.folder)

    def _is_source(self, path: Path) -> bool:
        """Tell whether a build may come out differently after a change of a file."""
        server = self._built.server
        is_apart = server is None or server.folder != self._built.project
        return bool(self._built.report) or (
            not self._is_of_app(path) if is_apart else path.suffix in _SOURCES
        )

    def _rebuild(self) -> None:
        built, self._is_untidy = self.build(), True
        self._own |= {path: _stamp(path) for path in built.changed}
        self._built = built
        self._show()
        if built.server and (built.changed or not self._current):
            self._tell_app(built.changed)

    def _tell_app(self, changed: Iterable[Path]) -> None:
        """Let the app show its files as they are now, by another process where it has to be."""
        for path in changed:
            _discard_bytecode(path)
        if self._current and not self._coming and not self._failure:
            self._current.tell_changes(changed)
        else:
            self._start()

    def _start(self) -> None:
        """Start a process, instead of one that is still starting; a migration is left to end."""
        self._is_behind = self._is_migrating
        if self._built.server and not self._is_behind:
            if self._coming:
                self._coming.stop()
            self._coming = self._spare.take(self._built.server)
            self._coming.serve()

    def _catch_up(self) -> None:
        self._is_migrating = False
        if self._is_behind:
            self._start()

    def _heed_message(self, message: Message) -> None:
        if message.process not in (self._current, self._coming):
            self._spare.heed(message)
            return
        match message.said:
            case "migrating":
                self._is_migrating = True
                self.reporter.tell_migrations(message.names)
            case "ready":
                self._serve(message)
            case "outdated":
                self._start()
            case "current":
                self.front.board.renew()
            case "failed" | "ended":
                self._fail(message)

    def _serve(self, message: Message) -> None:
        """Let the process that is ready take the place of the one before."""
        before, self._current, self._coming = self._current, self._coming, None
        self.front.app_port, self._failure = message.port, ""
        self._spare.learn(message.names)
        self._show()
        self.front.board.renew()
        self.reporter.tell_ready()
        if before:
            before.stop()
        self._catch_up()

    def _fail(self, message: Message) -> None:
        server = self._built.server
        if message.missing and server and not self._current:
            raise PackageMissingError(message.missing, server.folder)
        if message.process is self._current:
            self._current, self.front.app_port = None, 0
        else:
            self._coming = None
        self._failure = message.text or _GONE
        self.reporter.tell_failure(self._failure)
        self._show()
        self._catch_up()

    def _show(self) -> None:
        if report := self._built.report:
            self.front.board.report(_REFUSED, report)
        else:
            self.front.board.report(_FAILED if self._failure else "", self._failure)


def _stamp(path: Path) -> tuple[int, int] | None:
    """Tell versions of a file apart; None if there is no file."""
    try:
        said = path.stat()
    except OSError:
        return None
    return said.st_mtime_ns, said.st_size


def _discard_bytecode(path: Path) -> None:
    """Discard what was compiled of a file, which Python knows by its size and the second only."""
    if path.suffix == ".py":
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            compiled.unlink(missing_ok=True)
