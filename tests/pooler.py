"""PgBouncer on loopback, which lends a connection for one transaction at a time."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.projects import find_port

SETTINGS = """\
[databases]
* = host=127.0.0.1 port={behind} user=app
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
"""


def find_pooler() -> str | None:
    """Where the command is, which Debian doesn't put on everybody's path."""
    return shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")


@contextmanager
def serve_pooler(address: str) -> Iterator[str]:
    """The address of a pooler before a database, for as long as a test takes."""
    folder, port = Path(tempfile.mkdtemp(prefix="pooler-")), find_port()
    settings = folder / "pgbouncer.ini"
    settings.write_text(SETTINGS.format(behind=urlsplit(address).port, port=port))
    # The server refuses to run as root.
    as_root = os.geteuid() == 0
    lead = ["runuser", "-u", "postgres", "--"] if as_root else []
    if as_root:
        shutil.chown(folder, "postgres")
        shutil.chown(settings, "postgres")
    with subprocess.Popen(
        [*lead, find_pooler() or "pgbouncer", "-q", str(settings)], stderr=subprocess.DEVNULL
    ) as server:
        try:
            wait_for(port)
            yield f"postgres://app@127.0.0.1:{port}/postgres"
        finally:
            server.terminate()
    shutil.rmtree(folder, ignore_errors=True)


def wait_for(port: int) -> None:
    """Wait until somebody listens at a port."""
    for _ in range(100):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the pooler doesn't answer")
