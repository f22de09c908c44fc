"""Django's hooks of forms and of their views: each is called when Django would call it."""

import json
from typing import Any

import pytest

from tests.conftest import Finder
from tests.projects import BuiltProject

EDITS = {
    "core/models.py": """

class Slug(models.CharField):
    def pre_save(self, instance, add):
        value = instance.title.lower()
        setattr(instance, self.attname, value)
        return value


Slug(max_length=300, default="", editable=False).contribute_to_class(Task, "slug")
watchers = models.ManyToManyField("auth.Group", blank=True)
watchers.contribute_to_class(Task, "watchers")
""",
    "core/forms.py": """

class WideForm(TaskEditForm):
    notify = forms.BooleanField(required=False)

    class Meta(TaskEditForm.Meta):
        fields = [*TaskEditForm.Meta.fields, "watchers"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["status"]

    def clean_description(self):
        return self.cleaned_data["title"] + "!"
""",
    "core/views.py": """

from django.http import HttpResponseRedirect

calls = []


class SavingView(TaskCreateView):
    def form_valid(self, form):
        calls.append(form.cleaned_data["title"])
        form.save()
        return HttpResponseRedirect("/")


class CalledView(TaskCreateView):
    def form_valid(self, form):
        calls.append(form.cleaned_data["title"])
        return super().form_valid(form)


class NotedView(TaskUpdateView):
    def form_valid(self, form):
        calls.append(form.cleaned_data["title"])
        self.object.description = "Noted"
        return super().form_valid(form)


class WideView(TaskUpdateView):
    form_class = forms.WideForm
""",
    "core/urls.py": """

urlpatterns += [
    path("saving/", views.SavingView.as_view()),
    path("called/", views.CalledView.as_view()),
    path("noted/<uuid:pk>/", views.NotedView.as_view()),
    path("wide/<uuid:pk>/", views.WideView.as_view()),
]
""",
}
"""File → what is added at its end."""
SCRIPT = """
import json
from core.models import Task
from core.views import calls
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment
setup_test_environment()
with connection.schema_editor() as editor:
    editor.add_field(Task, Task._meta.get_field("slug"))
    editor.create_model(Task.watchers.through)
client = Client(HTTP_HOST="localhost", raise_request_exception=False)
client.force_login(get_user_model().objects.create_superuser("owner"))
found = {}
def count():
    told = [len(calls), Task.objects.filter(title="New").count()]
    calls.clear()
    Task.objects.filter(title="New").delete()
    return told
new = {"title": "New", "status": "todo", "priority": "low"}
for path in ("saving", "called"):
    for extra in ({"form-check": "title"}, {"form-search": "title"}):
        sent = client.post(f"/{path}/", {**new, **extra})
        found[f"{path} {[*extra][0]}"] = [sent.status_code, *count()]
    token = client.get(f"/{path}/").context["token"]
    wrong = client.post(f"/{path}/", {"title": "", "idempotency-key": token})
    for _ in range(2):
        sent = client.post(f"/{path}/", {**new, "idempotency-key": token})
    found[f"{path} twice"] = [wrong.status_code, sent.status_code, *count()]
    for _ in range(2):
        client.post(f"/{path}/", new)
    found[f"{path} by a program"] = count()
def read(path):
    data = {}
    for field in client.get(path).context["form"]:
        for name, value in ((field.html_name, field.value()),
                (field.html_initial_name, field.initial)):
            if isinstance(value, list):
                value = [getattr(each, "pk", each) for each in value]
            data[name] = "" if value in (None, False) else value
    data["initial-watchers"] = data.get("initial-watchers") or [""]
    return data
row = Task.objects.create(title="Old", description="As it was", status="todo")
edit = read(f"/noted/{row.pk}/")
found["edit checks"] = [client.post(f"/noted/{row.pk}/",
    {**edit, "title": "Newer", "form-check": "title"}).status_code, len(calls)]
found["noted"] = client.post(f"/noted/{row.pk}/", {**edit, "title": "Newer"}).status_code
row.refresh_from_db()
found["noted"] = [found["noted"], row.title, row.description, row.slug]
text = client.post(f"/noted/{row.pk}/", {**edit, "title": ""}).content.decode()
found["wrong edit"] = "Newer</" in text
path = f"/wide/{row.pk}/"
page = client.get(path)
found["wide"] = [page.status_code, "notify" in page.content.decode()]
row.description = "Changed"
row.save()
groups = [Group.objects.create(name=name).pk for name in ("A", "B", "C")]
def send(data, **changes):
    answer = client.post(path, {**data, **changes})
    row.refresh_from_db()
    watching = sorted(row.watchers.values_list("name", flat=True))
    told = str(answer.context["form"].errors) if answer.status_code == 200 else ""
    return answer.status_code, row.title, row.description, watching, told
opened = read(path)
found["untouched"] = send(opened, title="Other")[:4]
found["chosen"] = send(read(path), watchers=groups[:2])[3]
found["unchosen"] = send(read(path), watchers=[])[3]
opened = read(path)
row.watchers.set(groups[:1])
found["kept"] = send(opened, title="Third")[:4]
opened = read(path)
row.watchers.set(groups[1:2])
found["conflict"] = send(opened, watchers=groups[2:])
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What forms do whose hooks were overridden."""
    built: BuiltProject = find_built("simple_task").copy_to(tmp_path_factory.mktemp("forms"))
    for name, text in EDITS.items():
        with (built.folder / name).open("a", encoding="utf-8") as file:
            file.write(text)
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answers


@pytest.mark.parametrize("path", ["saving", "called"])
def test_form_valid_is_for_what_was_sent(found: dict[str, Any], path: str) -> None:
    assert found[f"{path} form-check"] == [200, 0, 0]
    assert found[f"{path} form-search"] == [200, 0, 0]
    assert found["edit checks"] == [200, 0]


@pytest.mark.parametrize("path", ["saving", "called"])
def test_form_that_is_sent_twice_is_valid_once(found: dict[str, Any], path: str) -> None:
    assert found[f"{path} twice"] == [200, 302, 1, 1]
    assert found[f"{path} by a program"] == [2, 2]


def test_object_of_a_view_is_what_its_form_writes(found: dict[str, Any]) -> None:
    assert found["noted"][:3] == [302, "Newer", "Noted"]
    assert found["wrong edit"]


def test_field_with_a_pre_save_is_written(found: dict[str, Any]) -> None:
    assert found["noted"][3] == "newer"


def test_form_may_have_a_field_more_and_one_less(found: dict[str, Any]) -> None:
    assert found["wide"] == [200, True]
    assert found["untouched"] == [302, "Other", "Other!", []]


def test_many_to_many_field_can_be_edited(found: dict[str, Any]) -> None:
    assert found["chosen"] == ["A", "B"]
    assert found["unchosen"] == []
    assert found["kept"] == [302, "Third", "Third!", ["A"]]


def test_two_people_s_changes_of_one_many_to_many_field(found: dict[str, Any]) -> None:
    status, _title, _description, watching, told = found["conflict"]
    assert [status, watching] == [200, ["B"]]
    assert "changed to “B”" in told
