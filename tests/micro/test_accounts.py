"""Accounts of a built app: who has to wait, where mail goes, who may make an account."""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import Finder
from tests.micro.test_serving import ACCOUNT, MAKE_ACCOUNT, SECRET, ask, serve
from tests.projects import FIXTURES, BuiltProject, find_port, run_dazzle, run_python

PROXIED = {"BEHIND_PROXY": "True", "HTTPS": "False", "DEBUG": "False", **SECRET}
MAIL_ADDRESS = (
    "from django.contrib.auth import get_user_model as m;"
    "m().objects.update(email='ada@example.com')"
)
FORGET = """\
import django
django.setup()
from django.test import Client
answer = Client(HTTP_HOST="127.0.0.1").post("/account/forgotten/", {"email": "ada@example.com"})
print(answer.status_code)
"""


@pytest.fixture(scope="module")
def kept_project(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The demo's app with one account, which has a mail address; to be copied."""
    built = find_built("simple_task").copy_to(tmp_path_factory.mktemp("accounts") / "task")
    done = built.manage("shell", "-c", f"{MAKE_ACCOUNT}\n{MAIL_ADDRESS}", **SECRET)
    assert done.returncode == 0, done.stderr
    return built


@pytest.fixture
def project(kept_project: BuiltProject, tmp_path: Path) -> BuiltProject:
    """The same, to do with as one likes."""
    return kept_project.copy_to(tmp_path / "task")


class MailHandler(socketserver.StreamRequestHandler):
    """One mail, taken as the simplest of servers takes it."""

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                lines = list(iter(self.rfile.readline, b".\r\n"))
                self.server.mails.append(b"".join(lines).decode())  # type: ignore[attr-defined]
            self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 yes\r\n")


@contextmanager
def receive(port: int) -> Iterator[list[str]]:
    """The mails that come in at a port."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", port), MailHandler) as server:
        mails: list[str] = []
        server.mails = mails  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield mails
        server.shutdown()


def forget(built: BuiltProject, **variables: str) -> str:
    """What a process prints that asks for a new password."""
    variables = {"DJANGO_SETTINGS_MODULE": "app.settings", "PYTHONPATH": ".", **variables}
    secure = {**SECRET, "HTTPS": "False", "ALLOWED_HOSTS": "127.0.0.1"}
    done = run_python(built.folder, "-c", FORGET, **secure, **variables)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_mail_is_shown_in_development(project: BuiltProject) -> None:
    shown = forget(project, DEBUG="True")
    assert "To: ada@example.com" in shown and "Subject: A new password for 127.0.0.1" in shown
    assert re.search(r"http://127\.0\.0\.1/account/forgotten/\w+/[\w-]+/", shown)


def test_mail_goes_to_the_server_that_the_environment_names(project: BuiltProject) -> None:
    port = find_port()
    variables = {"DEFAULT_FROM_EMAIL": "The app <app@example.com>", "DEBUG": "False"}
    assert project.manage("collectstatic", "--noinput", **SECRET).returncode == 0
    with receive(port) as mails:
        shown = forget(project, EMAIL_URL=f"smtp://127.0.0.1:{port}", **variables)
    assert shown.strip() == "302"
    [mail] = mails
    assert "From: The app <app@example.com>" in mail and "/account/forgotten/" in mail


def test_no_links_in_logs_without_a_server(project: BuiltProject) -> None:
    assert project.manage("collectstatic", "--noinput", **SECRET).returncode == 0
    assert forget(project, DEBUG="False").strip() == "200"


@pytest.mark.parametrize("address", ["pop://name:s3cret@host", "smtps://", "smtp://n:s3cret@h:x"])
def test_wrong_address_of_a_mail_server_is_explained(project: BuiltProject, address: str) -> None:
    done = project.manage("check", EMAIL_URL=address)
    assert done.returncode != 0
    assert "EMAIL_URL has to be like" in done.stderr and "s3cret" not in done.stderr


def send(port: int, path: str, data: dict[str, str], came_from: str):
    """The answer to a form that a browser behind a proxy sends."""
    proxy = {"Host": "127.0.0.1", "X_Forwarded_For": came_from}
    _, headers, page = ask(port, path, **proxy)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token is not None, page
    proxy["Cookie"] = headers["Set-Cookie"].partition(";")[0]
    return ask(port, path, {**data, "csrfmiddlewaretoken": token[1]}, **proxy)


def test_who_guesses_has_to_wait(project: BuiltProject) -> None:
    wrong = {**ACCOUNT, "password": "wrong"}
    with serve(project, **PROXIED) as port:
        for number in range(4):
            claimed = f"203.0.113.{number}, 192.0.2.1"
            assert send(port, "/sign-in/", wrong, claimed)[0] == 200
        status, headers, page = send(port, "/admin/login/", wrong, "192.0.2.1")
        assert status == 429 and headers["Retry-After"] == "900"
        assert "15 minutes" in page and "navbar" in page
        assert send(port, "/sign-in/", ACCOUNT, "192.0.2.1")[0] == 429
        assert send(port, "/sign-in/", ACCOUNT, "192.0.2.2")[0] == 302
    kept = "from axes.models import AccessAttempt as a; print(list(a.objects.values()))"
    shown = project.manage("shell", "-c", kept, **SECRET).stdout
    assert "192.0.2.1" in shown and "wrong" not in shown


def build(folder: Path, app: str) -> BuiltProject:
    """The demo's app with other settings."""
    text = (FIXTURES / "simple_task/dsl/app.dsl").read_text(encoding="utf-8")
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    settings = f'[project]\nname = "task"\n[app]\n{app}\n[modules]\npaths = ["."]\n'
    (folder / "dazzle.toml").write_text(settings, encoding="utf-8")
    assert run_dazzle(folder, "build").returncode == 0
    return BuiltProject("task", folder / "build/django_micro")


RACE = """
from threading import Barrier, Thread
from django.contrib.auth import get_user_model
from django.db import connections
from django.test import Client
get_user_model().objects.create_superuser("first")
sent = {"username": "same", "email": "same@example.com"}
sent |= dict.fromkeys(["password1", "password2"], "correct horse battery")
answers, together = [], Barrier(6)
def sign_up():
    client = Client(HTTP_HOST="localhost", raise_request_exception=False)
    together.wait()
    answers.append(client.post("/sign-up/", sent).status_code)
    connections.close_all()
threads = [Thread(target=sign_up) for _ in range(6)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(sorted(answers), get_user_model().objects.filter(username="same").count())
"""


def test_of_two_who_sign_up_for_one_name_one_is_told_that_it_is_taken(tmp_path: Path) -> None:
    built = build(tmp_path, "signup = true")
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "-c", RACE)
    assert done.stdout.strip() == "[200, 200, 200, 200, 200, 302] 1", done.stderr


@pytest.mark.parametrize("access", ["private", "read", "open"])
@pytest.mark.parametrize("signup", ["true", "false"])
def test_sign_up_is_there_where_the_project_asks(tmp_path: Path, access: str, signup: str) -> None:
    built = build(tmp_path, f'access = "{access}"\nsignup = {signup}')
    there = (built.folder / "pages/accounts/signing_up.py").exists()
    assert there == (signup == "true")
    assert ("/sign-up/" in (built.folder / "README.md").read_text(encoding="utf-8")) == there
    done = built.manage("test", "-v2", "pages.tests", DEBUG="False", **SECRET)
    assert done.returncode == 0, done.stderr
    assert ("test_sign_up" in done.stderr) == there
