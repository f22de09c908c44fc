"""The processes of an app: one that serves it, and one that is about to take its place."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from transformer.development.app_process import AppProcess, Message, Server
from transformer.development.front import Front
from transformer.development.spare import Spare

_GONE = "It has ended. The terminal may say why."


class Reporter(Protocol):
    """Whoever tells people what happens."""

    def tell_migrations(self, names: Sequence[str]) -> None:
        """Tell which migrations are applied."""

    def tell_losses(self, losses: Sequence[str]) -> None:
        """Tell what migrations would delete."""

    def tell_choices(self, choices: Sequence[str]) -> None:
        """Ask for one of these answers."""

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


class Processes:
    """The processes, of which the newest that could start has the pages."""

    def __init__(self, front: Front, reporter: Reporter, hear: Callable[[Message], None]) -> None:
        """Have none yet."""
        self._front, self._reporter = front, reporter
        self._spare = Spare(hear)
        self._current: AppProcess | None = None
        self._coming: AppProcess | None = None
        self._is_migrating = False
        self._is_behind = False
        """Whether something has changed since the process that is coming was started."""
        self._known: set[Path] = set()
        """Files of builds, which have looked into what they would delete, and have asked."""
        self.failure = ""
        """Why the last one couldn't start."""
        self.losses: tuple[str, ...] = ()
        """What the process that is coming may delete only if somebody says so."""

    @property
    def is_serving(self) -> bool:
        """Whether there are pages."""
        return self._current is not None

    def show(self, server: Server, changed: Iterable[Path]) -> None:
        """Let pages show files that have changed, by another process where it takes one."""
        is_asked = self._current and not self._coming and not self.failure
        if self._current:
            self._current.tell_changes(changed)
        if not is_asked:
            self._start(server)

    def trust(self, files: Iterable[Path]) -> None:
        """Ask no more about what a build has written."""
        self._known.update(files)

    def _start(self, server: Server) -> None:
        """Start a process, instead of one that is still starting; a migration is left to end."""
        self._is_behind = self._is_migrating
        if not self._is_behind:
            if self._coming:
                self._coming.stop()
            self.losses = ()
            self._coming = self._spare.take(server)
            self._coming.serve(self._known)

    def consent(self) -> None:
        """Let the process that is coming delete what it asks about."""
        if self._coming and self.losses:
            self.losses = ()
            self._coming.consent()

    def prepare(self, server: Server | None) -> None:
        """Begin the process after the next change, while there is nothing else to do."""
        if not self._coming:
            self._spare.prepare(server)

    def heed(self, message: Message) -> None:
        """Do what follows from what a process says.

        Raises PackageMissingError.
        """
        if message.process not in (self._current, self._coming):
            self._spare.heed(message)
            return
        match message.said:
            case "migrating":
                self._is_migrating = True
                self._reporter.tell_migrations(message.names)
            case "asks":
                self.losses = message.names
                self._reporter.tell_losses(message.names)
            case "ready":
                self._replace(message)
            case "outdated" if not self._coming:
                self._start(message.process.server)
            case "current" if not self._coming:
                self._front.board.renew()
            case "failed" | "ended":
                self._fail(message)

    def _replace(self, message: Message) -> None:
        """Let the process that is ready take the place of the one before."""
        before, self._current, self._coming = self._current, self._coming, None
        self._front.app_port, self.failure = message.port, ""
        self._front.board.renew()
        self._spare.learn(message.names)
        self._reporter.tell_ready()
        if before:
            before.stop()
        self._catch_up(message)

    def _fail(self, message: Message) -> None:
        if message.missing and not self._current:
            raise PackageMissingError(message.missing, message.process.server.folder)
        if message.process is self._current:
            self._current, self._front.app_port = None, 0
        else:
            self._coming, self.losses = None, ()
        self.failure = message.text or _GONE
        self._reporter.tell_failure(self.failure)
        self._catch_up(message)

    def _catch_up(self, message: Message) -> None:
        self._is_migrating = False
        if self._is_behind:
            self._start(message.process.server)

    def stop(self) -> None:
        """End all of them."""
        self._spare.stop()
        for process in (self._coming, self._current):
            if process:
                process.stop()
