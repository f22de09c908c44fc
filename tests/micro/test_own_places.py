"""Places for what is a person's own, which no build touches and the app takes."""

from pathlib import Path

import pytest

from tests.projects import ROOT
from tests.workshops import Workshop
from transformer import __version__

OWN = {
    "templates/pages/error.html": '{% extends "pages/error.html" %}\n',
    "templates/core/home.html": "A home of one's own.\n",
    "templates/core/task_list.html": (
        "{% for title in view.columns.values %}{{ title }},{% endfor %}"
    ),
    "app/own_settings.py": (
        "from .settings import INSTALLED_APPS\n\n"
        'INSTALLED_APPS += ["shop"]\nTIME_ZONE = "Asia/Tokyo"\nDEBUG = False\n'
    ),
    "app/own_urls.py": (
        "from django.urls import path\n\nfrom shop import views\n\n"
        'urlpatterns = [\n    path("tasks/", views.TaskListView.as_view(), name="task_list"),\n'
        '    path("hello/", views.hello),\n]\n'
    ),
    "shop/__init__.py": "",
    "shop/views.py": (
        "from django.http import HttpResponse\n\nfrom core import views\n\n\n"
        "class TaskListView(views.TaskListView):\n"
        '    columns = {"title": "What", "created_at": "Since"}\n\n\n'
        "def hello(request):\n    return HttpResponse('hello')\n"
    ),
    "shop/admin.py": (
        "from django.contrib import admin\n\nfrom core.models import Task\n\n"
        "admin.site.unregister(Task)\n\n\n@admin.register(Task)\n"
        'class TaskAdmin(admin.ModelAdmin):\n    list_display = ["title"]\n'
    ),
}
SHOW = """
from django.conf import settings
from django.contrib import admin
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse
from core.models import Task, User
user = User.objects.create_superuser("ann", "ann@example.com", "x")
browser = Client(HTTP_HOST="localhost")
browser.force_login(user)
settings.ALLOWED_HOSTS.append("localhost")
settings.SECURE_SSL_REDIRECT = False
print(settings.TIME_ZONE, settings.DEBUG, "shop" in settings.INSTALLED_APPS)
print(browser.get(reverse("task_list")).content.decode())
print(browser.get("/hello/").content.decode(), browser.get("/").content.decode().strip())
print(admin.site._registry[Task].list_display)
"""
SHOWN = """\
Asia/Tokyo False True
What,Since,
hello A home of one's own.
['title']
"""


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A project in which every place for a person's own is used."""
    made = Workshop(tmp_path / "task")
    for path, text in OWN.items():
        place = made.project.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    made.append("requirements.txt", "django-extensions>=4\n")
    return made


def test_app_takes_what_is_there_and_builds_leave_it(workshop: Workshop) -> None:
    workshop.describe("app simple_task", "\n\nentity Zone:\n  name: str required")
    (workshop.folder / "dazzle.toml").open("a").write("[features]\npdf = true\n")
    for words in ([], ["--force"]):
        workshop.rebuild(*words)
        assert {path: workshop.read(path) for path in OWN} == OWN
    workshop.check_app()
    done = workshop.project.manage("shell", "-v0", "-c", SHOW)
    assert done.stdout == SHOWN, done.stderr


def test_package_of_ones_own_stands_below_those_of_a_build(workshop: Workshop) -> None:
    (workshop.folder / "dazzle.toml").open("a").write("[features]\npdf = true\n")
    said = workshop.rebuild()
    assert "merged requirements.txt" in said
    lines = workshop.read("requirements.txt").splitlines()
    assert lines[-1] == "django-extensions>=4" and any(each.startswith("fpdf2") for each in lines)


def test_pages_have_the_version_of_dazzle(workshop: Workshop) -> None:
    done = workshop.project.manage("shell", "-v0", "-c", "import pages; print(pages.__version__)")
    assert done.stdout.strip() == __version__


def test_page_on_living_with_it_names_each_place() -> None:
    page = (ROOT / "docs/living-with-it.md").read_text(encoding="utf-8")
    for place in ("`templates/`", "app/own_settings.py", "app/own_urls.py", "core/signals.py"):
        assert place in page
