"""A PostgreSQL server of one's own, on loopback, for as long as a test takes."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.projects import find_port

FOLDERS = [None, *sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)]
FRESH = ["-U", "app", "-A", "trust", "-E", "UTF8", "--locale=C"]
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def find_command(name: str) -> str | None:
    """Where a command of PostgreSQL is, which Debian doesn't put on the path."""
    return next((found for folder in FOLDERS if (found := shutil.which(name, path=folder))), None)


@contextmanager
def serve_postgres(kept: Path | None = None) -> Iterator[str]:
    """The address of an empty database, or of what a folder kept, for `DATABASE_URL`."""
    folder, port = Path(tempfile.mkdtemp(prefix="postgres-")), find_port()
    data = (kept or folder) / "data"
    lead = act_as_postgres(folder, data.parent)
    control = [*lead, find_command("pg_ctl") or "pg_ctl", "-D", str(data)]
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {QUICK}"
    try:
        if not data.is_dir():
            run([*lead, find_command("initdb") or "initdb", "-D", str(data), *FRESH])
        run([*control, "-l", str(folder / "log"), "-w", "-o", options, "start"])
        try:
            yield f"postgres://app@127.0.0.1:{port}/postgres"
        finally:  # and not where another one has the folder, and this one didn't start
            stop = [*control, "-m", "fast" if kept else "immediate", "stop"]
            subprocess.run(stop, check=False, capture_output=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def act_as_postgres(*folders: Path) -> list[str]:
    """What a command begins with whose server refuses to run as root; it gets the folders."""
    for each in folders:
        each.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(each, "postgres")
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


def run(command: list[str]) -> None:
    """Run a command, which has to succeed; its output isn't waited for, as a server keeps it."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
