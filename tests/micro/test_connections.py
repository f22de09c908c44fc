"""What gunicorn makes of many connections at once, and of requests that come in halves."""

import http.client
import runpy
import selectors
import socket
import time
from collections import Counter, deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.long_runs import take_some
from tests.micro.test_serving import PRODUCTION, ask, serve
from tests.projects import BuiltProject

FILES = Path(__file__).parents[2] / "transformer/backends/django_micro/files"
HEAD = b"POST /sign-in/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
FORM = HEAD + b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
HALVES = {
    "nothing": b"",
    "a head": HEAD,
    "a form": FORM + b"1000\r\n\r\nusername=a",
}


@pytest.mark.parametrize("name", take_some(HALVES, 3))
def test_half_sent_requests_stop_nobody(task_project: BuiltProject, name: str) -> None:
    with serve(task_project, **PRODUCTION) as port:
        slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(100)]
        for connection in slow:
            connection.sendall(HALVES[name])
        time.sleep(0.5)
        start = time.monotonic()
        assert [ask(port, "/sign-in/")[0] for _ in range(5)] == [200] * 5
        assert time.monotonic() - start < 5
        slow[0].settimeout(30)
        with suppress(ConnectionResetError):
            assert slow[0].recv(100) == b""
        for connection in slow:
            connection.close()


def test_request_in_pieces_is_answered(task_project: BuiltProject) -> None:
    with (
        serve(task_project, **PRODUCTION) as port,
        socket.create_connection(("127.0.0.1", port), timeout=20) as connection,
    ):
        for _ in range(2):  # the second over the same connection
            whole = FORM + b"30\r\n\r\n" + b"username=" + b"a" * 21
            for place in range(0, len(whole), 40):
                connection.sendall(whole[place : place + 40])
                time.sleep(0.02)
            answer = http.client.HTTPResponse(connection)
            answer.begin()
            assert answer.status == 403  # whole, and without its token
            answer.read()


def test_request_that_comes_in_while_looked_for_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = runpy.run_path(str(FILES / "app/worker.py"))
    pieces = [HEAD + b"\r\n"]
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as there,
        server.accept()[0] as here,
        selectors.DefaultSelector() as poller,
    ):

        def look_too_early(connection: socket.socket) -> bytes | None:
            seen: bytes | None = worker["peek"](connection)
            if pieces:
                there.sendall(pieces.pop())
                time.sleep(0.1)
            return seen

        monkeypatch.setitem(worker["is_whole"].__globals__, "peek", look_too_early)
        patient = object.__new__(worker["PatientWorker"])
        patient.pending_conns, patient.poller = deque(), poller
        patient.enqueue_req(SimpleNamespace(sock=here, parser=None))
        assert poller.select(timeout=1)


@pytest.mark.long
def test_silent_upload_is_given_up(task_project: BuiltProject) -> None:
    with (
        serve(task_project, **PRODUCTION) as port,
        socket.create_connection(("127.0.0.1", port), timeout=30) as connection,
    ):
        # With a cookie, or its token isn't looked for and nothing is read.
        cookie = b"\r\nCookie: csrftoken=" + b"a" * 32
        connection.sendall(FORM + b"1000000" + cookie + b"\r\n\r\nusername=a")
        start = time.monotonic()
        connection.recv(100)
        assert 5 < time.monotonic() - start < 20


def ask_often(port: int) -> None:
    """Many requests over one connection, none of which needs a database."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    for _ in range(60):
        connection.request("GET", "/healthz")
        assert connection.getresponse().read() == b"ok\n"
    connection.close()


def test_kept_connections_are_shared_among_processes(task_project: BuiltProject) -> None:
    # An address of PostgreSQL, so that there are two; neither page nor start asks for it.
    more = {"WEB_CONCURRENCY": "2", "DYNO": "web.1", "DATABASE_URL": "postgres://a:b@127.0.0.1/c"}
    more["GUNICORN_CMD_ARGS"] = "--access-logformat process=%(p)s"
    with serve(task_project, **PRODUCTION, **more) as port:
        time.sleep(1)
        with ThreadPoolExecutor(24) as people:
            list(people.map(ask_often, [port] * 24))
    log = Path(task_project.folder.parent, "gunicorn.log").read_text()
    processes = Counter(line for line in log.splitlines() if line.startswith("process="))
    assert len(processes) == 2
    assert min(processes.values()) * 5 > max(processes.values()), processes
