"""How gunicorn gives requests to its threads."""

import re
import socket
import struct
import time
from functools import partial
from selectors import EVENT_READ

from gunicorn.workers.gthread import ThreadWorker

MOST = 32 * 1024  # bytes of a request that is waited for
PATIENCE = 10  # seconds
LENGTH = re.compile(rb"\r\ncontent-length: *(\d{1,9})", re.IGNORECASE)


class PatientWorker(ThreadWorker):
    """Gives a thread only requests that have come in whole, but for large ones.

    gunicorn's own would wait in the thread, so that as many half-sent requests as there
    are threads stop the app. Here they wait where idle connections do.
    """

    def enqueue_req(self, conn):
        seen = peek(conn.sock)
        if is_begun(conn) or is_whole(seen):
            conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, 1)
            # Who falls silent in the middle of an upload is given up as well.
            pause = struct.pack("ll", PATIENCE, 0)
            conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, pause)
            conn.deadline = None
            super().enqueue_req(conn)
        else:
            self.put_aside(conn, seen or b"")

    def put_aside(self, conn, seen):
        """Wait for more than what was seen, but not for ever.

        What comes in after it was seen wakes the connection up at once.
        """
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, len(seen) + 1)
        conn.deadline = getattr(conn, "deadline", None) or time.monotonic() + PATIENCE
        conn.timeout = conn.deadline
        conn.sock.setblocking(False)
        self.pending_conns.append(conn)
        ready = partial(self.on_pending_socket_readable, conn)
        self.poller.register(conn.sock, EVENT_READ, ready)


def is_begun(conn):
    """Tell whether the beginning of a request was read with the one before."""
    return bool(conn.parser and conn.parser.unreader.buf.getvalue())


def is_whole(seen):
    """Tell whether nothing more has to come in before a request can be answered."""
    if not seen:
        # Nothing yet, or the end of the connection.
        return seen is not None
    head, end, body = seen.partition(b"\r\n\r\n")
    if not end:
        return len(seen) >= MOST
    length = LENGTH.search(head)
    left = int(length[1]) - len(body) if length else 0
    return left <= 0 or len(seen) + left > MOST or b"\r\nexpect:" in head.lower()


def peek(sock):
    """Return what has come in, without taking it; None if nothing has."""
    try:
        return sock.recv(MOST, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return None
    except OSError:
        return b""
