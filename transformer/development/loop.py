"""What happens while somebody works on an app: each change is built, served and shown."""

import gc
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import NoReturn

from transformer.development.app_process import Message, Server
from transformer.development.front import Answer, Front
from transformer.development.processes import Processes, Reporter
from transformer.development.watcher import Watcher, is_conflict

_IDLE = 0.5
"""After so many seconds without a change there is time for more; Windows hears Ctrl-C only then."""
_SOURCES = {".dsl", ".toml", ".svg", ".png"}
"""What a project is built from, where the app lies in the same folder."""
_REFUSED = "The project can't be built, so this is the app as it was."
_PARTLY = "The project is built, but for this."
_FAILED = "The app can't start, so this is the app as it was."
_ASKED = "A migration deletes data, so this is the app as it was."

_APPLY = ("Apply",)

Event = Message | Answer | frozenset[Path]


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    project: Path
    """The project's folder."""
    report: str = ""
    """Why nothing was built, or not all; empty if everything was."""
    is_done: bool = False
    """Whether something was."""
    choices: tuple[str, ...] = ()
    """What would let it be built, if somebody chooses it."""
    server: Server | None = None
    """How the app is served; None if there is no app yet."""
    changed: tuple[Path, ...] = ()
    """The files that were written or removed."""
    watched: tuple[Path, ...] = ()
    """The folders with files that the build depends on."""


@dataclass
class Development:
    """The builds, and what is made and shown of them."""

    build: Callable[[str], Built]
    """Builds with what somebody has chosen, if something was asked."""
    reporter: Reporter
    front: Front
    events: SimpleQueue[Event] = field(default_factory=SimpleQueue)
    _built: Built = field(default_factory=lambda: Built(Path()))
    _is_untidy: bool = False
    _is_edited: bool = False
    """Whether the app's files were edited by hand since the last build."""
    _own: dict[Path, tuple[int, int] | None] = field(default_factory=dict)
    """What builds wrote: changes that nobody has to be told of."""

    def __post_init__(self) -> None:
        self._processes = Processes(self.front, self.reporter, self.events.put)

    def run(self, folder: Path) -> NoReturn:
        """Build and serve the project in a folder until an exception ends that."""
        watcher = Watcher(self.events.put)
        watcher.cover([folder])
        self.front.start(self.events.put)
        self._rebuild()
        while True:
            self._show()
            watcher.cover(self._built.watched)
            self._heed(self._wait())

    def stop(self) -> None:
        """End the processes."""
        self._processes.stop()

    def _wait(self) -> Event:
        while True:
            try:
                return self.events.get(timeout=_IDLE)
            except Empty:
                self._use_pause()

    def _use_pause(self) -> None:
        """Do what a save would otherwise wait for."""
        self._processes.prepare(self._built.server)
        if self._is_untidy:
            gc.collect()
            self._is_untidy = False

    def _heed(self, event: Event) -> None:
        if isinstance(event, Message):
            if event.said == "modelled" and self._is_edited:
                self._rebuild()  # which makes the migration of what was edited by hand
            self._processes.heed(event)
        elif isinstance(event, Answer):
            self._heed_answer(event)
        elif changed := [path for path in event if self._is_news(path)]:
            if any(map(self._is_source, changed)):
                self._rebuild()
            if edited := [path for path in changed if self._is_of_app(path)]:
                self._is_edited = True
                self._show_files(edited)

    def _heed_answer(self, answer: Answer) -> None:
        choices = self.front.board.status.choices
        if answer.choice < len(choices):
            if self._built.choices:
                self._rebuild(choices[answer.choice])
            else:
                self._processes.consent()

    def _is_news(self, path: Path) -> bool:
        """Tell whether a change isn't a build's own: a file of it, or a folder made for the app."""
        if is_conflict(path):
            return not path.exists()  # `dazzle resolve` has settled it
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

    def _rebuild(self, choice: str = "") -> None:
        built, self._is_untidy, self._is_edited = self.build(choice), True, False
        self._own |= {path: _stamp(path) for path in built.changed}
        self._built = built
        self._processes.trust(built.changed)
        if built.changed or not self._processes.is_serving:
            self._show_files(built.changed)

    def _show_files(self, changed: Iterable[Path]) -> None:
        for path in changed:
            _discard_bytecode(path)
        if self._built.server:
            self._processes.show(self._built.server, changed)

    def _show(self) -> None:
        """Lay over the pages what is to be known; what keeps a build from being done first."""
        losses, failure = self._processes.losses, self._processes.failure
        board, before = self.front.board, self.front.board.status.choices
        if self._built.report:
            heading = _PARTLY if self._built.is_done else _REFUSED
            board.report(heading, self._built.report, self._built.choices)
        elif losses:
            board.report(_ASKED, "\n".join(losses), _APPLY)
        else:
            board.report(_FAILED if failure else "", failure)
        if (choices := board.status.choices) and choices != before:
            self.reporter.tell_choices(choices)


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
