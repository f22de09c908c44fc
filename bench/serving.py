"""Projects that gunicorn serves, the load they get, and the processor time that they take."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from socket import create_server

CLIENTS, SECONDS = 4, 2
PRODUCTION = {
    "DEBUG": "False",
    "HTTPS": "False",
    "ALLOWED_HOSTS": "127.0.0.1",
    "SECRET_KEY": "for-measuring-only" * 4,
}


def manage(project: Path, *words: str) -> str:
    """What a command of the project's `manage.py` prints."""
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(
        command, cwd=project, env={**os.environ, **PRODUCTION}, check=True, stdout=subprocess.PIPE
    )
    return done.stdout.decode()


@contextmanager
def serve(project: Path) -> Iterator[int]:
    """The port at which gunicorn serves the project, with the project's own settings."""
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "app.wsgi", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command,
        cwd=project,
        env={**os.environ, **PRODUCTION},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            wait_for(port)
            yield port
        finally:
            server.terminate()


def wait_for(port: int) -> None:
    for _ in range(300):
        try:
            ask(HTTPConnection("127.0.0.1", port), "/healthz", "")
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("gunicorn didn't start")


def ask(connection: HTTPConnection, address: str, cookie: str) -> None:
    """Ask for a page, which has to be there."""
    connection.request("GET", address, headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{address} answered {answer.status}")


def load(port: int, address: str, cookie: str, seconds: float = SECONDS) -> float:
    """Requests per second while a few clients ask again and again."""
    end = time.perf_counter() + seconds

    def count() -> int:
        connection, asked = HTTPConnection("127.0.0.1", port), 0
        while time.perf_counter() < end:
            ask(connection, address, cookie)
            asked += 1
        return asked

    with ThreadPoolExecutor(CLIENTS) as clients:
        return (
            sum(each.result() for each in [clients.submit(count) for _ in range(CLIENTS)]) / seconds
        )


def count_cpu() -> float:
    """The seconds of CPU that the server's processes have taken so far."""
    ticks = 0
    waiting = [os.getpid()]
    while waiting:
        found = list_children(waiting.pop())
        waiting += found
        for pid in found:
            words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(map(int, words[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def list_children(pid: int) -> list[int]:
    """The processes that one has started, as Linux lists them for each of its threads."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]
