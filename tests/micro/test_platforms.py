"""The settings of an app on each hosting platform, which it knows by variables."""

import json

import pytest

from tests.projects import BuiltProject, run_python

READ = """
import json
from app import settings
print(json.dumps([
    settings.PLATFORM,
    settings.DEBUG,
    settings.HOSTS,
    settings.CLIENT_ADDRESS_HEADER,
    settings.SESSION_COOKIE_SECURE,
    settings.DATABASES["default"]["ENGINE"].rpartition(".")[2],
]))
"""
SECRETS = {"SECRET_KEY": "only-for-tests" * 5, "DATABASE_URL": "postgres://a:b@127.0.0.1/c"}
# What a platform sets → its name, its hosts for the app, and the header with the client's address.
PLATFORMS = {
    "Heroku": (
        {"DYNO": "web.1", "HEROKU_APP_DEFAULT_DOMAIN_NAME": "a.herokuapp.com"},
        "a.herokuapp.com",
        "HTTP_X_FORWARDED_FOR",
    ),
    "Vercel": (
        {"VERCEL": "1", "VERCEL_URL": "a.vercel.app"},
        "a.vercel.app",
        "HTTP_X_FORWARDED_FOR",
    ),
    "Railway": (
        {"RAILWAY_PROJECT_ID": "x", "RAILWAY_PUBLIC_DOMAIN": "a.up.railway.app"},
        "a.up.railway.app",
        "HTTP_X_REAL_IP",
    ),
    "Render": (
        {"RENDER": "true", "RENDER_EXTERNAL_HOSTNAME": "a.onrender.com"},
        "a.onrender.com",
        "HTTP_CF_CONNECTING_IP",
    ),
    "Fly": ({"FLY_APP_NAME": "a"}, "a.fly.dev", "HTTP_FLY_CLIENT_IP"),
    "PythonAnywhere": (
        {"PYTHONANYWHERE_DOMAIN": "pythonanywhere.com", "ALLOWED_HOSTS": "a.pythonanywhere.com"},
        "a.pythonanywhere.com",
        "HTTP_X_REAL_IP",
    ),
}


@pytest.mark.parametrize("name", PLATFORMS)
def test_platform_is_production_with_its_own_host(task_project: BuiltProject, name: str) -> None:
    variables, host, header = PLATFORMS[name]
    # Git leaves it out, and so no platform has it.
    (task_project.folder / ".env").unlink()
    done = run_python(task_project.folder, "-c", READ, **SECRETS, **variables)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [name, False, [host], header, True, "postgresql"]


def test_file_of_development_turns_nothing_on_there(task_project: BuiltProject) -> None:
    done = run_python(task_project.folder, "-c", READ, **SECRETS, **PLATFORMS["PythonAnywhere"][0])
    assert done.returncode and "Write DEBUG=False there" in done.stderr
