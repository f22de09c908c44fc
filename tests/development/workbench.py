"""A project that `dazzle dev` serves, as a person has it in a terminal and a browser."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.projects import BACKEND, FIXTURES, ROOT, clean_environment, find_port

PATIENCE = 25  # seconds; a busy machine takes its time


def heed_interrupts() -> None:
    """Let a new process have Ctrl-C, which what a shell runs in the background has not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Workbench:
    """A copy of `simple_task` that everybody may change, and `dazzle dev` at work on it."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(FIXTURES / "simple_task", folder)
        settings = folder / "dazzle.toml"
        settings.write_text(settings.read_text("utf-8") + '\n[app]\naccess = "open"\n', "utf-8")
        self.folder = folder
        self.app = folder.resolve() / "build" / BACKEND
        self.source = folder / "dsl/app.dsl"
        self.good = self.source.read_text("utf-8")
        self.port = find_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.said = ""
        self.process: subprocess.Popen[str] | None = None

    def start(self, *switches: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
        """Start the command; `switches` are those of Python."""
        command = [sys.executable, *switches, "-m", "transformer", "dev", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command,
            cwd=self.folder,
            env=clean_environment(PYTHONPATH=str(ROOT), PYTHONUNBUFFERED="1"),
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            preexec_fn=heed_interrupts,
        )
        Thread(target=self._listen, args=[self.process], daemon=True).start()
        return self.process

    def _listen(self, process: subprocess.Popen[str]) -> None:
        for line in process.stdout or ():
            self.said += line

    def serve(self) -> "Workbench":
        """Start, and wait until the app is served."""
        self.start()
        self.wait_for("Serving http://localhost:")
        return self

    def wait_for(self, words: str) -> None:
        """Wait until something is said."""
        self.wait(lambda: words in self.said, words)

    def wait(self, is_so: Callable[[], bool], what: str = "") -> None:
        """Wait until something is so."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            is_over = self.process is not None and self.process.poll() is not None
            assert time.monotonic() < deadline and not is_over, f"{what}\n{self.said}"
            time.sleep(0.02)

    def ask(self, path: str) -> tuple[int, str]:
        """The status and the text of a page."""
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def wait_for_page(self, path: str, words: str) -> str:
        """Wait until a page says something; the page."""
        self.wait(lambda: words in self.ask(path)[1], f"{path}: {words}")
        status, text = self.ask(path)
        assert status == 200
        return text

    def save(self, old: str, new: str) -> None:
        """Edit the .dsl file, which has the old text once."""
        text = self.source.read_text("utf-8")
        assert text.count(old) == 1
        self.source.write_text(text.replace(old, new), "utf-8")

    def read_status(self) -> str:
        """What an open page would be told first."""
        with urlopen(f"{self.address}/.dazzle/events", timeout=PATIENCE) as news:
            return str(news.readline().decode())

    def run_code(self, code: str) -> None:
        """Do something with the rows of the app."""
        command = [sys.executable, "manage.py", "shell", "-v0", "-c"]
        command.append(f"from core.models import Task; {code}")
        subprocess.run(command, cwd=self.app, env=clean_environment(), check=True)

    def list_children(self) -> set[int]:
        """The processes that serve the app."""
        places = (place for place in Path("/proc").iterdir() if place.name.isdecimal())
        return {int(place.name) for place in places if _serves(place, self.app)}

    def interrupt(self) -> int:
        """Press Ctrl-C; the exit status."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """End what is still running."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(PATIENCE)


def _serves(place: Path, folder: Path) -> bool:
    try:
        command = (place / "cmdline").read_bytes()
        return b"development_server.py" in command and os.readlink(place / "cwd") == str(folder)
    except OSError:
        return False


def count_states(news: str) -> int:
    """The number of the state in what a page is told."""
    found = re.search(r'"state": (\d+)', news)
    assert found
    return int(found[1])
