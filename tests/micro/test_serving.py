"""The demo's app as a server runs it: gunicorn, no DEBUG, a proxy in front."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.projects import (
    FIXTURES,
    BuiltProject,
    clean_environment,
    find_port,
    run_dazzle,
    run_python,
)

SECRET = {"SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"}
PRODUCTION = {"DEBUG": "False", "HTTPS": "False", "ALLOWED_HOSTS": "127.0.0.1", **SECRET}
ACCOUNT = {"username": "ada", "password": "correct horse battery"}
MAKE_ACCOUNT = (
    "from django.contrib.auth import get_user_model as m;"
    f"m().objects.create_superuser({ACCOUNT['username']!r}, password={ACCOUNT['password']!r})"
)
ASK = """\
import sys
import django
django.setup()
from django.test import Client
for path in sys.argv[1:]:
    response = Client(HTTP_HOST="127.0.0.1").get(path)
    print(response.status_code, response.get("Location", ""))
    print(response.content.decode())
"""


@contextmanager
def serve(built: BuiltProject, **variables: str) -> Iterator[int]:
    """The port at which gunicorn serves a project."""
    port = find_port()
    command = [sys.executable, "-m", "gunicorn", "app.wsgi", "--bind", f"127.0.0.1:{port}"]
    variables = {"WEB_CONCURRENCY": "1", "ALLOWED_HOSTS": "127.0.0.1", **variables}
    environment = clean_environment(**variables)
    log = (built.folder.parent / "gunicorn.log").open("w")
    server = subprocess.Popen(
        command, cwd=built.folder, env=environment, stdout=log, stderr=subprocess.STDOUT
    )
    try:
        wait_for(server, port)
        yield port
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def wait_for(server: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(300):
        assert server.poll() is None, "the server stopped"
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the server doesn't answer")


def ask(port: int, path: str, data: dict[str, str] | None = None, **headers: str):
    """The status, headers and text of an answer, no redirects followed."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    body = urlencode(data) if data is not None else None
    kind = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
    sent = {name.replace("_", "-"): value for name, value in headers.items()} | kind
    connection.request("POST" if body else "GET", path, body, sent)
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read().decode("utf-8", "replace")


def test_server_does_not_start_without_secret_key(task_project: BuiltProject) -> None:
    (task_project.folder / ".env").unlink(missing_ok=True)
    command = ["-m", "gunicorn", "app.wsgi", "--bind", f"127.0.0.1:{find_port()}"]
    done = run_python(task_project.folder, *command, DEBUG="False")
    assert done.returncode != 0
    assert "SECRET_KEY is not set" in done.stderr + done.stdout


def test_server_behind_a_proxy(task_project: BuiltProject) -> None:
    (task_project.folder / ".env").unlink(missing_ok=True)
    assert task_project.manage("shell", "-c", MAKE_ACCOUNT, **SECRET).returncode == 0
    proxy = {"Host": "127.0.0.1", "X_Forwarded_Proto": "https"}
    with serve(task_project, BEHIND_PROXY="True", **SECRET) as port:
        assert ask(port, "/healthz")[0] == 200
        status, headers, _ = ask(port, "/sign-in/", Host="127.0.0.1")
        assert (status, headers["Location"]) == (301, "https://127.0.0.1/sign-in/")
        status, headers, page = ask(port, "/sign-in/", **proxy)
        assert status == 200
        for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', page):
            assert re.search(r"\.[0-9a-f]{12}\.", address)
            assert ask(port, address, **proxy)[0] == 200, address
        cookie = headers["Set-Cookie"].partition(";")[0]
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token is not None
        proxy |= {"Cookie": cookie, "Referer": "https://127.0.0.1/sign-in/"}
        proxy["Origin"] = "https://127.0.0.1"
        data = {**ACCOUNT, "csrfmiddlewaretoken": token[1]}
        status, headers, page = ask(port, "/sign-in/", data, **proxy)
        assert (status, headers["Location"]) == (302, "/"), page
        session = "; ".join(one.partition(";")[0] for one in headers.get_all("Set-Cookie"))
        assert ask(port, "/tasks/", **{**proxy, "Cookie": session})[0] == 200


def test_git_takes_every_file_along(task_project: BuiltProject) -> None:
    folder = task_project.folder
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *command], cwd=folder, check=True, env=clean_environment())
    listed = subprocess.run(["git", "ls-files"], cwd=folder, capture_output=True, text=True)
    known = set(listed.stdout.splitlines())
    for part in ("app", "core", "static"):
        paths = {path for path in (folder / part).rglob("*") if path.is_file()}
        made = {path.relative_to(folder).as_posix() for path in paths if path.suffix != ".pyc"}
        assert made <= known
    assert not {".env", "db.sqlite3"} & known
    assert {"manage.py", "README.md", ".env.example"} <= known


def test_secret_key_outlives_a_rebuild(tmp_path: Path) -> None:
    arguments = ["build", str(FIXTURES / "simple_task"), "--output", str(tmp_path)]
    assert run_dazzle(tmp_path, *arguments).returncode == 0
    built = BuiltProject("simple_task", tmp_path / "django_micro")
    assert built.manage("check").returncode == 0
    key = (built.folder / ".env").read_bytes()
    assert b"SECRET_KEY=" in key
    if os.name == "posix":
        assert (built.folder / ".env").stat().st_mode & 0o077 == 0
    assert run_dazzle(tmp_path, *arguments).returncode == 0
    assert (built.folder / ".env").read_bytes() == key


def ask_app(built: BuiltProject, *paths: str, **variables: str) -> str:
    more = {"DJANGO_SETTINGS_MODULE": "app.settings", "PYTHONPATH": ".", "HTTPS": "False"}
    more["ALLOWED_HOSTS"] = "127.0.0.1"
    done = run_python(built.folder, "-c", ASK, *paths, **SECRET, **more, **variables)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_fresh_database_asks_for_the_first_account(task_project: BuiltProject) -> None:
    page = ask_app(task_project, "/sign-in/", DEBUG="True")
    assert "Make account" in page and "password1" in page
    assert task_project.manage("collectstatic", "--noinput").returncode == 0
    page = ask_app(task_project, "/sign-in/", DEBUG="False")
    assert "createsuperuser" in page and "Make account" not in page
    assert task_project.manage("shell", "-c", MAKE_ACCOUNT).returncode == 0
    page = ask_app(task_project, "/sign-in/", DEBUG="True")
    assert "Make account" not in page and "createsuperuser" not in page


@pytest.mark.parametrize(
    ("access", "statuses"),
    [("private", (302, 302)), ("read", (200, 302)), ("open", (200, 200))],
)
def test_access_is_as_the_project_says(
    tmp_path: Path, access: str, statuses: tuple[int, int]
) -> None:
    text = (FIXTURES / "simple_task/dsl/app.dsl").read_text(encoding="utf-8")
    (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
    settings = f'[project]\nname = "task"\n[app]\naccess = "{access}"\n[modules]\npaths = ["."]\n'
    (tmp_path / "dazzle.toml").write_text(settings, encoding="utf-8")
    assert run_dazzle(tmp_path, "build").returncode == 0
    built = BuiltProject("task", tmp_path / "build/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    answers = [ask_app(built, path).partition(" ")[0] for path in ("/tasks/", "/tasks/new/")]
    assert tuple(map(int, answers)) == statuses
