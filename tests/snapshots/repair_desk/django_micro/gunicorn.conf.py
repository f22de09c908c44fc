"""Settings of gunicorn, which finds this file by itself."""

import os
import subprocess
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent

workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
accesslog = "-"
control_socket_disable = True

# Commands that are started below are in production too.
os.environ.setdefault("DJANGO_ENV", "production")


def on_starting(server):
    """Bring tables and static files up to date before the first request."""
    released = "DYNO" in os.environ and "DATABASE_URL" in os.environ
    if not released:
        # Only Heroku heeds the release line of the Procfile, and even there it
        # can't reach a SQLite file.
        run("migrate", "--noinput")
    if not (BASE_DIR / "staticfiles" / "staticfiles.json").exists():
        run("collectstatic", "--noinput", "--verbosity=0")


def run(*command):
    """Run a command of manage.py; if it fails, the server doesn't start."""
    done = subprocess.run([sys.executable, "manage.py", *command], cwd=BASE_DIR)
    if done.returncode:
        sys.exit(f"manage.py {command[0]} failed; the server was not started.")
