"""The process that serves an app, and what it and dazzle say to one another."""

import json
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

_PATIENCE = 3
"""For so many seconds a process may end by itself."""


@dataclass(frozen=True, slots=True)
class Server:
    """How an app is served: a program, the interpreter that runs it, and the app's folder."""

    python: str
    program: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class Message:
    """What a process says."""

    process: "AppProcess"
    said: str
    """`warm`, `asks`, `migrating`, `ready`, `failed`, `current`, `outdated`, `modelled`,
    or else `ended`."""
    port: int = 0
    names: tuple[str, ...] = ()
    """Of modules that can't be imported ahead, of what is asked about, of migrations, or of modules
    that the app needs."""
    text: str = ""
    missing: str = ""


class AppProcess:
    """A process that serves an app at a port of its own, as soon as it is told to."""

    def __init__(self, server: Server, hear: Callable[[Message], None]) -> None:
        """Start it; `hear` is called from a thread with all that it says."""
        self.server = server
        # Ctrl-C in a terminal reaches dazzle alone, which ends the process.
        self._process = subprocess.Popen(
            [server.python, "-P", str(server.program)],
            cwd=server.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        self._hear = hear
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            self._hear(_read_message(self, line))
        self._hear(Message(self, "ended"))

    def warm_up(self, modules: Iterable[str]) -> None:
        """Let it import what the app will need, of which it answers what it couldn't."""
        self._tell({"import": list(modules)})

    def serve(self, known: Iterable[Path]) -> None:
        """Let it load the app and serve it; the answer is `ready` or `failed`.

        It asks before it deletes anything, but for what is in files that are known.
        """
        self._tell({"serve": [str(path) for path in known]})

    def consent(self) -> None:
        """Let it delete what it asks about."""
        self._tell({"migrate": []})

    def tell_changes(self, paths: Iterable[Path]) -> None:
        """Tell which files have changed; the answer is `current` or `outdated`."""
        self._tell({"changed": [str(path) for path in paths]})

    def _tell(self, order: Mapping[str, Sequence[str]]) -> None:
        if self._process.stdin:
            with suppress(OSError):  # it has ended, and that is heard anyway
                self._process.stdin.write(json.dumps(order) + "\n")
                self._process.stdin.flush()

    def stop(self) -> None:
        """End the process, and wait until it has."""
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _read_message(process: AppProcess, line: str) -> Message:
    words: dict[str, str | int | list[str] | None] = json.loads(line)
    port, names = words.get("port"), words.get("names")
    return Message(
        process,
        str(words["said"]),
        port if isinstance(port, int) else 0,
        tuple(names) if isinstance(names, list) else (),
        str(words.get("text") or ""),
        str(words.get("missing") or ""),
    )
