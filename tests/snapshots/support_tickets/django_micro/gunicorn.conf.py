"""Settings of gunicorn, which finds this file by itself."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from dotenv import dotenv_values

BASE_DIR = Path(__file__).resolve().parent
VARIABLES = {**dotenv_values(BASE_DIR / ".env"), **os.environ}

# SQLite before 3.51.3, but for 3.50.7 and 3.44.6 and what follows them, can damage a
# file with a write-ahead log: https://sqlite.org/wal.html#walresetbug
SQLITE = sqlite3.sqlite_version_info
FIXES = {(3, 44): 6, (3, 50): 7}
IS_FIXED = SQLITE >= (3, 51, 3) or SQLITE[2] >= FIXES.get(SQLITE[:2], sys.maxsize)
USES_SQLITE = (VARIABLES.get("DATABASE_URL") or "sqlite").startswith("sqlite")

worker_class = "app.worker.PatientWorker"
workers = int(VARIABLES.get("WEB_CONCURRENCY") or 2)
threads = 4
if USES_SQLITE and not IS_FIXED and workers > 1:
    threads *= workers
    workers = 1
    print(
        f"One process serves, with {threads} threads: several could damage the "
        f"database by a rare bug of SQLite {sqlite3.sqlite_version}, fixed in 3.51.3.",
        file=sys.stderr,
    )
# Each process listens by itself: where they share a socket, the first to wake up takes
# nearly all connections, and keeps them.
reuse_port = workers > 1
accesslog = "-"
control_socket_disable = True

# Commands that are started below are in production too.
os.environ.setdefault("DJANGO_ENV", "production")


def on_starting(server):
    """Bring tables and static files up to date before the first request."""
    if "DYNO" not in os.environ:
        # Heroku, and nobody else, heeds the release line of the Procfile.
        run("migrate", "--noinput")
    run("collectstatic", "--noinput", "--verbosity=0")


def run(*command):
    """Run a command of manage.py; if it fails, the server doesn't start."""
    done = subprocess.run([sys.executable, "manage.py", *command], cwd=BASE_DIR)
    if done.returncode:
        sys.exit(f"manage.py {command[0]} failed; the server was not started.")
