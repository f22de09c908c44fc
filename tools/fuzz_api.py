"""Requests made from the contract of an example's API, sent to the running app by schemathesis.

`make api-fuzz EXAMPLE=repair_desk` builds the example with an API, serves it on this machine alone,
and reports answers that the contract doesn't know, and errors of the server.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
# Whose requests are refused says more of rights than of the contract.
PREPARE = """
import core.tests
from api.models import Token
from contextlib import suppress
from pages.testing import get_account
user = get_account()
for name in [name for name in dir(core.tests) if name.startswith("make_")]:
    with suppress(Exception):
        getattr(core.tests, name)()
token = Token(user=user, name="fuzz", is_read_only=False)
print(token.make_secret())
token.save()
"""
# The sign-in is sent along with each request, also where another one is tried; and what is
# right by the contract may be wrong for a model.
LEFT_OUT = "ignored_auth,positive_data_acceptance"


def build_app(name: str, folder: Path) -> Path:
    """An example's app with an API."""
    shutil.copytree(ROOT / "fixtures" / name, folder / "project")
    settings = folder / "project/dazzle.toml"
    text = settings.read_text(encoding="utf-8")
    text = text if "[features]\n" in text else f"{text}\n[features]\n"
    text = text.replace("[features]\n", "[features]\napi = true\n")
    settings.write_text(text, encoding="utf-8")
    dazzle = [sys.executable, "-m", "transformer", "build", folder / "project", "--output", folder]
    subprocess.run(dazzle, cwd=ROOT, check=True, capture_output=True)
    return folder / "django_micro"


def manage(app: Path, variables: dict[str, str], *arguments: str) -> str:
    """What `manage.py` of the app says."""
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=app, env=variables, check=True, capture_output=True)
    return done.stdout.decode()


def find_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port: int = place.getsockname()[1]
        return port


def wait_for(address: str) -> None:
    """Wait until the app answers."""
    for _ in range(100):
        try:
            urlopen(address, timeout=5).close()
        except URLError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The app doesn't answer.")


def main() -> int:
    """Build, serve, ask."""
    name, count = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory() as place:
        app = build_app(name, Path(place))
        rates = {"API_RATE": "100000/sec", "API_VISITOR_RATE": "100000/sec"}
        variables = {**os.environ, **rates, "DEBUG": "True", "SECRET_KEY": "only-for-this" * 5}
        manage(app, variables, "migrate", "-v0")
        token = manage(app, variables, "shell", "-v0", "-c", PREPARE).split()[-1]
        port = find_port()
        serve = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
        server = subprocess.Popen(serve, cwd=app, env=variables, stderr=subprocess.DEVNULL)
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz")
            tool = [Path(sys.executable).parent / "schemathesis", "run", app / "api/openapi.yaml"]
            tool += ["--url", f"http://127.0.0.1:{port}/api", "-n", count]
            tool += ["-H", f"Authorization: Bearer {token}", "--exclude-checks", LEFT_OUT]
            return subprocess.run(tool, check=False).returncode
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    sys.exit(main())
