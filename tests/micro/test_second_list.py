"""A second list of a model, at another address: what is changed from it has an address, too."""

import json
from pathlib import Path

from tests.conftest import Finder

VIEW = """

class OpenTaskListView(TaskListView):
    def get_queryset(self):
        return super().get_queryset().filter(completed=False)
"""
ROUTE = """
urlpatterns.append(path("open/", views.OpenTaskListView.as_view(), name="open_task_list"))
"""
SCRIPT = """
import json, re
from urllib.parse import urljoin
from django.contrib.auth import get_user_model
from django.test import Client
from core.models import Task
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("owner"))
Task.objects.create(title="Shown")
Task.objects.create(title="Xyzzy", completed=True)
text = client.get("/open/").content.decode()
links = re.findall(r'(?:href|formaction)="([^"]*/set/[^"]*)"', text)
statuses = [client.get(urljoin("/open/", link)).status_code for link in links]
print(json.dumps(["Xyzzy" in text, 'name="row"' in text, statuses]))
"""


def test_its_rows_can_be_changed(find_built: Finder, tmp_path: Path) -> None:
    built = find_built("simple_task").copy_to(tmp_path)
    for name, added in (("views", VIEW), ("urls", ROUTE)):
        with (built.folder / f"core/{name}.py").open("a", encoding="utf-8") as file:
            file.write(added)
    done = built.manage("shell", "-v0", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == [False, True, [200, 200, 200]]
