"""Settings fail closed: DEBUG, keys, hosts and databases where little or nothing is set."""

import json
from pathlib import Path

import pytest

from tests.micro.test_serving import PRODUCTION, SECRET, ask, serve
from tests.projects import BuiltProject, find_port, run_python

OWN_WSGI_FILE = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "app.settings"
from django.core.wsgi import get_wsgi_application
get_wsgi_application()
from django.conf import settings
print(settings.DEBUG)
"""
READ = "import json; from app import settings; print(json.dumps(settings.{}, default=str))"
POSTGRES = {"DATABASE_URL": "postgres://a:b@127.0.0.1/c"}
NETWORK_DISK = """
from pathlib import Path
read = Path.read_text
def read_text(path, *args, **kwargs):
    if str(path) == "/proc/self/mounts":
        folder = Path("mounted").resolve()
        return f"/dev/sda / ext4 rw 0 0\\nserver:/x {folder} nfs4 rw 0 0\\n"
    return read(path, *args, **kwargs)
Path.read_text = read_text
"""


@pytest.fixture
def fresh(task_project: BuiltProject) -> BuiltProject:
    """A project that no command was given in yet, though its tables are there."""
    (task_project.folder / ".env").unlink(missing_ok=True)
    return task_project


def read_setting(built: BuiltProject, name: str, before: str = "", **variables: str):
    done = run_python(built.folder, "-c", before + READ.format(name), **variables)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_wsgi_file_of_one_s_own_is_production(fresh: BuiltProject) -> None:
    done = run_python(fresh.folder, "-c", OWN_WSGI_FILE, **SECRET)
    assert done.stdout == "False\n", done.stderr
    done = run_python(fresh.folder, "-c", OWN_WSGI_FILE)
    assert done.returncode and "SECRET_KEY is not set" in done.stderr
    assert not (fresh.folder / ".env").exists()
    # Nor does what development leaves behind turn DEBUG on.
    assert fresh.manage("check").returncode == 0
    done = run_python(fresh.folder, "-c", OWN_WSGI_FILE)
    assert done.returncode and "Write DEBUG=False there" in done.stderr


def test_first_command_makes_the_file_of_development(fresh: BuiltProject) -> None:
    file = fresh.folder / ".env"
    assert fresh.manage("check").returncode == 0
    names = [line.partition("=")[0] for line in file.read_text().splitlines()]
    assert names == ["SECRET_KEY", "DEBUG"]
    assert read_setting(fresh, "DEBUG") is True
    before = file.read_text()
    assert fresh.manage("check").stderr == ""
    assert file.read_text() == before


def test_what_is_set_already_stays(fresh: BuiltProject) -> None:
    file = fresh.folder / ".env"
    file.write_text("TIME_ZONE=Europe/London\nDEBUG=False")
    done = fresh.manage("check")
    assert done.returncode and "SECRET_KEY is not set" in done.stderr
    file.write_text("TIME_ZONE=Europe/London")
    assert fresh.manage("check").returncode == 0
    assert file.read_text().startswith("TIME_ZONE=Europe/London\nSECRET_KEY=")
    assert read_setting(fresh, "DEBUG") is True


def test_key_of_an_earlier_build_gives_no_debug_and_says_so(fresh: BuiltProject) -> None:
    file = fresh.folder / ".env"
    file.write_text(f"SECRET_KEY={SECRET['SECRET_KEY']}\n")
    done = fresh.manage("check")
    assert done.returncode == 0
    [line] = done.stderr.splitlines()
    assert line.startswith("DEBUG is off") and f"add the line DEBUG=True to {file}" in line
    assert read_setting(fresh, "DEBUG") is False
    assert fresh.manage("check", DEBUG="False").stderr == ""


@pytest.mark.parametrize(
    ("command", "variables"),
    [
        ("check", {"RAILWAY_PROJECT_ID": "x"}),
        ("check", {"PYTHONANYWHERE_DOMAIN": "x"}),
        ("check", {"DJANGO_ENV": "production"}),
        ("collectstatic --noinput", {}),
    ],
)
def test_no_file_is_made_on_a_platform_or_by_a_build(
    fresh: BuiltProject, command: str, variables: dict[str, str]
) -> None:
    fresh.manage(*command.split(), **variables)
    assert not (fresh.folder / ".env").exists()


def test_server_takes_no_debug_from_the_file_of_development(fresh: BuiltProject) -> None:
    assert fresh.manage("check").returncode == 0
    command = ["-m", "gunicorn", "app.wsgi", "--bind", f"127.0.0.1:{find_port()}"]
    done = run_python(fresh.folder, *command)
    assert done.returncode and "Write DEBUG=False there" in done.stderr
    done = run_python(fresh.folder, "-c", "import app.wsgi")
    assert done.returncode and "Write DEBUG=False there" in done.stderr
    # What the server's own environment says was meant.
    assert run_python(fresh.folder, "-c", "import app.wsgi", DEBUG="True").returncode == 0


def test_file_that_cannot_be_written_is_explained(fresh: BuiltProject) -> None:
    (fresh.folder / ".env").mkdir()
    done = fresh.manage("check")
    assert "could not be kept" in done.stderr and "Traceback" not in done.stderr


def test_localhost_is_a_host_in_development_only(fresh: BuiltProject) -> None:
    hosts = {"ALLOWED_HOSTS": "example.com", **SECRET}
    assert read_setting(fresh, "ALLOWED_HOSTS", **hosts) == ["example.com"]
    assert ".localhost" in read_setting(fresh, "ALLOWED_HOSTS", DEBUG="True", **hosts)


@pytest.mark.parametrize("variables", [{"VERCEL": "1"}, {"DYNO": "web.1"}])
def test_platforms_that_keep_no_files_need_a_database(
    fresh: BuiltProject, variables: dict[str, str]
) -> None:
    done = run_python(fresh.folder, "-c", READ.format("DEBUG"), **SECRET, **variables)
    assert done.returncode and "Set DATABASE_URL" in done.stderr
    assert read_setting(fresh, "DEBUG", **SECRET, **POSTGRES, **variables) is False


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, False),
        ({"DATABASE_POOLED": "True"}, True),
        ({"DATABASE_URL": "postgres://a:b@ep-x-pooler.eu.example.tech/c"}, True),
        ({"DATABASE_URL": "postgres://a:b@aws-0.pooler.example.com:6543/c"}, True),
        ({"DATABASE_URL": "postgres://a:b@127.0.0.1:6432/c"}, True),
        ({"VERCEL": "1"}, True),
        ({"VERCEL": "1", "DATABASE_POOLED": "False"}, False),
    ],
)
def test_cursors_stay_with_the_client_behind_a_pooler(
    fresh: BuiltProject, variables: dict[str, str], expected: bool
) -> None:
    database = read_setting(fresh, "DATABASES", **{**SECRET, **POSTGRES, **variables})["default"]
    assert database["DISABLE_SERVER_SIDE_CURSORS"] is expected


@pytest.mark.parametrize(
    ("folder", "journal"), [("mounted/data", "DELETE"), ("elsewhere", "WAL"), ("", "WAL")]
)
def test_file_on_a_network_disk_gets_no_write_ahead_log(
    fresh: BuiltProject, folder: str, journal: str
) -> None:
    place = {"DATA_DIR": str(fresh.folder / folder)} if folder else {}
    databases = read_setting(fresh, "DATABASES", NETWORK_DISK, **SECRET, **place)
    assert f"journal_mode={journal};" in databases["default"]["OPTIONS"]["init_command"]


def read_server(built: BuiltProject, version: str, **variables: str) -> tuple[int, int, str]:
    """How many processes and threads gunicorn starts with a version of SQLite, and what it says."""
    code = f"""
import runpy, sqlite3
sqlite3.sqlite_version = {version!r}
sqlite3.sqlite_version_info = tuple(map(int, {version!r}.split(".")))
found = runpy.run_path("gunicorn.conf.py")
print(found["workers"], found["threads"])
"""
    done = run_python(built.folder, "-c", code, **variables)
    assert done.returncode == 0, done.stderr
    workers, threads = map(int, done.stdout.split())
    return workers, threads, done.stderr


@pytest.mark.parametrize("version", ["3.40.1", "3.44.5", "3.45.0", "3.50.6", "3.51.2"])
def test_one_process_serves_where_sqlite_has_the_bug(fresh: BuiltProject, version: str) -> None:
    workers, threads, said = read_server(fresh, version)
    assert (workers, threads) == (1, 8)
    assert len(said.splitlines()) == 1 and version in said
    assert read_server(fresh, version, **POSTGRES) == (2, 4, "")


@pytest.mark.parametrize("version", ["3.44.6", "3.50.7", "3.51.3", "3.53.0"])
def test_several_processes_serve_where_it_has_not(fresh: BuiltProject, version: str) -> None:
    assert read_server(fresh, version) == (2, 4, "")
    assert read_server(fresh, version, WEB_CONCURRENCY="3") == (3, 4, "")


def read_style(port: int) -> str:
    """The colours that a page of a server comes with."""
    page = ask(port, "/sign-in/")[2]
    return ask(port, next(word for word in page.split('"') if "css/brand." in word))[2]


def test_changed_style_is_served_after_the_next_start(fresh: BuiltProject) -> None:
    with serve(fresh, **PRODUCTION) as port:
        assert "#bada55" not in read_style(port)
    Path(fresh.folder, "static/css/brand.css").write_text(":root { --brand: #bada55; }")
    with serve(fresh, **PRODUCTION) as port:
        assert "#bada55" in read_style(port)
