"""The server that the browser speaks to: it passes requests on, and adds a script to pages."""

import http.client
import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from socket import socket
from threading import Thread
from typing import ClassVar

from transformer.development.status import Board, Status

HOST = "127.0.0.1"
PREFIX = "/.dazzle/"
CHOICE = "X-Choice"
"""A header that no page of another origin can send unasked."""
_PAGE_FILES = {"page.js": "text/javascript", "page.css": "text/css"}
_HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer"}
_BLOCK = 1 << 16
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
_ALIVE = 15
"""After so many seconds without news a page is told that there are none."""
_STARTING = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>dazzle dev</title></head>
<body><p>The app isn't running yet.</p></body></html>
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody has chosen: the number of a choice, from 0."""

    choice: int


class Front(ThreadingHTTPServer):
    """The server, and where the app is served at present."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int) -> None:
        """Take the port; OSError if that can't be had."""
        super().__init__((HOST, port), _Handler)
        self.board = Board()
        self.app_port = 0
        """The port of the app; 0 as long as it has none."""
        self.hear: Callable[[Answer], None] = _ignore

    def start(self, hear: Callable[[Answer], None]) -> None:
        """Answer requests from now on, in threads, until the program ends."""
        self.hear = hear
        Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(
        self, request: socket | tuple[bytes, socket], client_address: tuple[str, int]
    ) -> None:
        """Say nothing of browsers that have gone away."""


class _Handler(BaseHTTPRequestHandler):
    server: Front
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = _BLOCK
    _own: ClassVar[dict[str, bytes]] = {}

    def log_message(self, format: str, *args: str | int) -> None:
        """Leave it to the app to say what is asked for."""

    def _answer(self) -> None:
        if self.path.startswith(PREFIX):
            self._answer_page(self.path.removeprefix(PREFIX).partition("?")[0])
        elif self.server.app_port:
            self._pass_on()
        else:
            self._send(503, "text/html", self._mark(_STARTING.encode(), self.server.board.status))

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _answer  # noqa: N815

    def _answer_page(self, name: str) -> None:
        """Answer what the script on pages asks for: its own files, and news."""
        if name == "events":
            self._send_events()
        elif self.command == "POST" and (choice := self.headers.get(CHOICE, "")).isdecimal():
            self.server.hear(Answer(int(choice)))
            self._send(204, "text/plain", b"")
        elif name in _PAGE_FILES:
            content = files(__package__).joinpath("page", name).read_bytes()
            self._send(200, _PAGE_FILES[name], content)
        else:
            self._send(404, "text/plain", b"")

    def _send(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _send_events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        known: Status | None = None
        while True:
            status = self.server.board.wait(known, _ALIVE)
            news = ":\n\n" if status == known else f"data: {json.dumps(asdict(status))}\n\n"
            self.wfile.write(news.encode())
            self.wfile.flush()
            known = status

    def _pass_on(self) -> None:
        """Pass a request on to the app, and its answer back."""
        status = self.server.board.status
        try:
            answer = self._ask(self._read_body())
        except (OSError, http.client.HTTPException):
            self._send(502, "text/html", self._mark(_STARTING.encode(), status))
            return
        is_empty = self.command == "HEAD" or answer.status in (204, 304)
        is_page = answer.headers.get_content_type() == "text/html" and not is_empty
        content = self._mark(answer.read(), status) if is_page else None
        self.send_response_only(answer.status, answer.reason)
        for name, value in answer.getheaders():
            if name.lower() not in _HOP_BY_HOP and not (is_page and name == "Content-Length"):
                self.send_header(name, value)
        if content is not None:
            self.send_header("Content-Length", str(len(content)))
        elif not is_empty and answer.length is None:
            self.send_header("Connection", "close")
        self.end_headers()
        self._copy(answer, content)
        answer.close()

    def _copy(self, answer: http.client.HTTPResponse, content: bytes | None) -> None:
        self.wfile.write(content or b"")
        while content is None and (block := answer.read1(_BLOCK)):
            self.wfile.write(block)
            self.wfile.flush()

    def _read_body(self) -> bytes | None:
        length = int(self.headers.get("Content-Length") or 0)
        return self.rfile.read(length) if length else None

    def _ask(self, body: bytes | None) -> http.client.HTTPResponse:
        """Ask the app, again if another process has just taken its place.

        Raises OSError or HTTPException if there is no answer.
        """
        for pause in _PAUSES:
            try:
                return self._ask_once(body)
            except ConnectionRefusedError:
                time.sleep(pause)
            except (OSError, http.client.HTTPException):
                if self.command not in ("GET", "HEAD"):
                    raise
                time.sleep(pause)
        return self._ask_once(body)

    def _ask_once(self, body: bytes | None) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection(HOST, self.server.app_port)
        connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers.items():
            # What is compressed can't be added to.
            if name.lower() not in {*_HOP_BY_HOP, "accept-encoding"}:
                connection.putheader(name, value)
        connection.putheader("Connection", "close")  # so that it ends with the answer
        connection.endheaders(body)
        return connection.getresponse()

    def _mark(self, content: bytes, status: Status) -> bytes:
        """Add the script to a page, with the number of the state that the page shows."""
        script = f'<script src="{PREFIX}page.js" data-state="{status.state}" defer></script>\n'
        return content.replace(b"</head>", script.encode() + b"</head>", 1)


def _ignore(_: Answer) -> None:
    """Do nothing: nobody asks yet."""
