"""A process in reserve, which has imported what every start of an app needs but its own modules."""

from collections.abc import Callable, Iterable

from transformer.development.app_process import AppProcess, Message, Server


class Spare:
    """The process that will serve the app next, begun while nobody waits for it."""

    def __init__(self, hear: Callable[[Message], None]) -> None:
        """Have none yet."""
        self._hear = hear
        self._process: AppProcess | None = None
        self._modules: tuple[str, ...] = ()

    def learn(self, modules: Iterable[str]) -> None:
        """Learn from an app that runs what it needs."""
        self._modules = self._modules or tuple(modules)

    def prepare(self, server: Server | None) -> None:
        """Begin a process, unless there is one or nothing is known that it could import."""
        if server and self._modules and not self._process:
            self._process = AppProcess(server, self._hear)
            self._process.warm_up(self._modules)

    def take(self, server: Server) -> AppProcess:
        """Take the process that is ready, or a new one."""
        process, self._process = self._process, None
        if process and process.server == server:
            return process
        if process:
            process.stop()
        return AppProcess(server, self._hear)

    def heed(self, message: Message) -> None:
        """Heed what the process says; what it has imported in vain the next one won't try."""
        if message.process is not self._process:
            return
        refused = frozenset(message.names)
        if message.said == "ended":
            self._process, self._modules = None, ()
        elif refused:
            # Whatever such a module had begun is best forgotten with its process.
            self._modules = tuple(name for name in self._modules if name not in refused)
            self.stop()

    def stop(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process:
            process.stop()
