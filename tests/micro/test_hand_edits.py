"""What people who know Django change in an app by hand means what it means in Django."""

import json
from typing import Any

import pytest

from tests.conftest import Finder
from tests.projects import BuiltProject

EDITS = {
    "core/models.py": """

def name_address(self):
    return f"/tasks/{self.title}/{self.pk}/"


Task.get_absolute_url = name_address
Task.age_in_days = property(lambda self: 3)
""",
    "core/views.py": """

class TaskListView(TaskListView):
    columns = {**TaskListView.columns, "age_in_days": "Age"}


class TaskDeleteView(TaskDeleteView):
    permission_required = "auth.delete_group"


class ReportView(generic.PageView):
    template_name = "core/report.html"
""",
    "core/filters.py": """

class TaskFilterSet(TaskFilterSet):
    class Meta(TaskFilterSet.Meta):
        fields = {**TaskFilterSet.Meta.fields, "title": ["icontains"]}
""",
    "core/urls.py": """

urlpatterns += [path("report/", views.ReportView.as_view(), name="report")]
""",
    "core/templates/core/report.html": """\
{% extends "core/base.html" %}
{% block content %}All is well{% endblock %}
""",
    "templates/pages/_form.html": "A form of our own",
}
"""File → what is added at its end."""
SCRIPT = """
import json, re
from core.models import Task
from django.contrib.auth import get_user_model
from django.db.models import F
from django.test import Client
from pages.testing import add_account
client = Client(HTTP_HOST="localhost", raise_request_exception=False)
client.force_login(get_user_model().objects.create_superuser("tester"))
def ask(path, **query):
    answer = client.get(path, query)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer.status_code, content.decode()
first, odd = (Task.objects.create(title=title) for title in ("first", '"><script>x</script>'))
found = {}
links = re.findall('class="row-link" href="([^"]*)"', ask("/tasks/")[1])
found["links"] = sorted(links)
found["column"] = ["Age" in ask("/tasks/")[1], "Age" in ask("/tasks/", export="csv")[1]]
found["filter"] = [title in ask("/tasks/", title="irs")[1] for title in ("first", "script&gt;x")]
found["page"] = ask("/report/")[0], "All is well" in ask("/report/")[1]
found["strangers"] = Client(HTTP_HOST="localhost").get("/report/").get("Location", "?")
found["strangers"] = found["strangers"].partition("?")[0]
found["template"] = "A form of our own" in ask("/tasks/new/")[1]
found["orders"] = []
for order in (["title"], [F("due_date").desc(nulls_last=True)], ["?"]):
    Task._meta.ordering = order
    paths = ("/tasks/", f"/tasks/{first.pk}/", "/tasks/?export=csv", "/admin/core/task/")
    found["orders"].append([ask(path)[0] for path in paths])
client.force_login(add_account("member"))
found["member"] = client.post(f"/tasks/{first.pk}/delete/").status_code
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What an app says that was changed by hand."""
    built = find_built("simple_task").copy_to(tmp_path_factory.mktemp("edited"))
    for name, text in EDITS.items():
        path = built.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(before + text, encoding="utf-8")
    return run(built, SCRIPT)


def run(built: BuiltProject, script: str) -> Any:
    done = built.manage("shell", "-v0", "--no-imports", "-c", script)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_rows_have_the_addresses_that_their_model_gives(found: dict[str, Any]) -> None:
    first, odd = sorted(found["links"], reverse=True)
    assert first.startswith("/tasks/first/")
    assert odd.startswith("/tasks/&quot;&gt;&lt;script&gt;")


def test_property_is_a_column_also_in_files(found: dict[str, Any]) -> None:
    assert found["column"] == [True, True]


def test_text_is_filtered_by_when_it_is_declared(found: dict[str, Any]) -> None:
    assert found["filter"] == [True, False]


def test_added_page_is_as_private_as_the_others(found: dict[str, Any]) -> None:
    assert found["page"] == [200, True]
    assert found["strangers"] == "/sign-in/"


def test_template_of_one_s_own_takes_the_place_of_the_app_s(found: dict[str, Any]) -> None:
    assert found["template"]


def test_any_order_of_a_model_is_one_that_pages_can_have(found: dict[str, Any]) -> None:
    assert found["orders"] == [[200] * 4] * 3


def test_view_may_ask_for_a_further_permission(found: dict[str, Any]) -> None:
    assert found["member"] == 403
