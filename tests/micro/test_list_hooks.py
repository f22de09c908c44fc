"""Django's attributes and hooks of lists hold in the list and in what is changed from it."""

import json
from typing import Any

import pytest

from tests.conftest import Finder
from tests.projects import BuiltProject

VIEWS = """

from django.contrib.auth.mixins import UserPassesTestMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator


class TestedView(UserPassesTestMixin, TaskListView):
    def test_func(self):
        return self.request.user.is_superuser


class PermittedView(TaskListView):
    def has_permission(self):
        return self.request.user.is_superuser and super().has_permission()


class DispatchedView(TaskListView):
    def dispatch(self, request, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        self.word = kwargs["word"]
        return super().dispatch(request, **kwargs)

    def get_queryset(self):
        return super().get_queryset().filter(title=self.word)


class NestedView(TaskListView):
    page_kwarg = "p"
    paginate_by = 2

    def get_queryset(self):
        return super().get_queryset().filter(title=self.kwargs["word"])


class BareView(TaskListView):
    url_name = "bare"


class UnnamedView(TaskListView):
    url_name = ""
    bulk_actions = []


class WholeView(TaskListView):
    paginate_by = None


class PlainView(TaskListView):
    paginator_class = Paginator
    paginate_by = 5
    paginate_orphans = 3


class OrderedView(TaskListView):
    ordering = ["-title"]
    sort_by = ["title"]


class FullView(TaskListView):
    allow_empty = False


class ToldView(TaskListView):
    def get_context_data(self, **kwargs):
        return super().get_context_data(may_add=False, **kwargs)


class SlicedView(TaskListView):
    def get_queryset(self):
        return super().get_queryset()[:3]
"""
URLS = """

def add_list(view, name, path_):
    view.url_name = name
    for action, place, changing in (
        ("_add", "add/", generic.QuickAddView),
        ("_change", "change/", generic.BulkUpdateView),
        ("_delete", "delete/", generic.BulkDeleteView),
        ("_set", "<uuid:pk>/set/<field>/", generic.ValueUpdateView),
    ):
        page = changing.as_view(list_view=view)
        urlpatterns.append(path(f"{path_}{place}", page, name=name + action))
    urlpatterns.append(path(path_, view.as_view(), name=name))


add_list(views.TestedView, "tested", "tested/")
add_list(views.PermittedView, "permitted", "permitted/")
add_list(views.DispatchedView, "dispatched", "dispatched/<word>/")
add_list(views.NestedView, "nested", "nested/<word>/")
for each in ("Bare", "Unnamed", "Whole", "Plain", "Ordered", "Full", "Told", "Sliced"):
    view = getattr(views, f"{each}View")
    urlpatterns.append(path(f"{each.lower()}/", view.as_view(), name=each.lower()))
urlpatterns.append(path("plain/<int:page>/", views.PlainView.as_view()))
"""
SCRIPT = """
import json, re
from core import views
from core.models import Task
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.test.utils import setup_test_environment
from pages import generic
from pages.testing import add_account
setup_test_environment()
owner, member = Client(HTTP_HOST="localhost"), Client(HTTP_HOST="localhost")
owner.force_login(get_user_model().objects.create_superuser("owner"))
member.force_login(add_account("member"), "django.contrib.auth.backends.ModelBackend")
found = {}
def try_all(client, path):
    row = Task.objects.create(title="Old")
    answers = [client.get(path).status_code]
    answers += [client.post(f"{path}{place}", data).status_code for place, data in (
        (f"{row.pk}/set/status/", {"status": "done"}),
        ("add/", {"quick-title": "New"}),
        ("change/", {"row": [row.pk], "confirmed": "1", "change-priority": "=high"}),
        ("delete/", {"row": [row.pk], "confirmed": "1"}))]
    left = Task.objects.filter(pk=row.pk).values_list("status", "priority").first()
    answers += [left and [*left], Task.objects.filter(title="New").count()]
    Task.objects.all().delete()
    return answers
for path in ("/tested/", "/permitted/", "/dispatched/Old/"):
    found[path] = [try_all(member, path), try_all(owner, path)]
for title in ("N", "N", "N", "Other"):
    Task.objects.create(title=title)
def ask(path, client=owner):
    answer = client.get(path)
    return answer.status_code, answer.content.decode()
row = Task.objects.filter(title="N").last()
status, text = ask("/nested/N/?p=2")
found["nested"] = [status, f'formaction="/nested/N/change/?p=2"' in text,
    f'"/nested/N/{row.pk}/set/status/"' in text, "Other" in text]
sent = {"row": [row.pk], "confirmed": "1", "change-status": "=done"}
found["back"] = [
    owner.post("/nested/N/change/?p=2", sent)["Location"],
    owner.post(f"/nested/N/{row.pk}/set/status/", {"status": "done"})["Location"],
    owner.post("/nested/N/add/", {"quick-title": "N"})["Location"],
    owner.get("/nested/N/delete/")["Location"]]
for path in ("/bare/", "/unnamed/"):
    status, text = ask(path)
    found[path] = [status, 'name="row"' in text, "/set/" in text, "panel" in text and "add" in
        re.findall('name="panel" value="([a-z]*)"', text)]
    found[f"{path} panel"] = ask(f"{path}?panel=add")[0]
try:
    generic.BulkDeleteView.as_view(list_view=views.UnnamedView)
except ImproperlyConfigured as error:
    found["refused"] = str(error)
Task.objects.all().delete()
found["empty"] = Client(HTTP_HOST="localhost", raise_request_exception=False)
found["empty"].force_login(get_user_model().objects.get(username="owner"))
found["empty"] = found["empty"].get("/full/").status_code
Task.objects.bulk_create(Task(title=f"T{n:02}") for n in range(12))
def list_rows(path):
    return re.findall('row-link" href="[^"]*">T([0-9]*)<', ask(path)[1])
found["sizes"] = {path: len(list_rows(path)) for path in (
    "/whole/", "/plain/", "/plain/?page=2", "/plain/2/", "/plain/2/?page=1",
    "/plain/?sort=status", "/plain/?q=T&page=2", "/told/", "/full/")}
found["size in links"] = "size=" in ask("/whole/?sort=title")[1]
found["ordered"] = [list_rows(path)[0] for path in
    ("/ordered/", "/ordered/?sort=title", "/ordered/?sort=-title")]
found["exported"] = b"".join(owner.get("/ordered/?export=csv")).decode().split()[1][:3]
found["told"] = "Quick add" in ask("/told/")[1]
try:
    ask("/sliced/")
except ImproperlyConfigured as error:
    found["sliced"] = str(error)
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What lists do whose attributes and hooks were overridden."""
    built: BuiltProject = find_built("simple_task").copy_to(tmp_path_factory.mktemp("lists"))
    for name, text in (("views", VIEWS), ("urls", URLS)):
        with (built.folder / f"core/{name}.py").open("a", encoding="utf-8") as file:
            file.write(text)
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answers


@pytest.mark.parametrize("path", ["/tested/", "/permitted/", "/dispatched/Old/"])
def test_what_guards_a_list_guards_its_changes(found: dict[str, Any], path: str) -> None:
    refused, permitted = found[path]
    assert refused == [403] * 5 + [["todo", "medium"], 0]
    assert permitted == [200] + [302] * 4 + [None, 1]


def test_list_may_have_an_address_with_arguments(found: dict[str, Any]) -> None:
    assert found["nested"] == [200, True, True, False]
    way = ["/nested/N/?p=2", "/nested/N/", "/nested/N/?panel=add", "/nested/N/"]
    assert found["back"] == way


@pytest.mark.parametrize("path", ["/bare/", "/unnamed/"])
def test_list_without_addresses_of_changes_offers_none(found: dict[str, Any], path: str) -> None:
    assert found[path] == [200, False, False, False]
    assert found[f"{path} panel"] == 200


def test_changes_of_a_list_without_a_name_are_refused(found: dict[str, Any]) -> None:
    assert "UnnamedView needs a url_name" in found["refused"]


def test_attributes_of_django_s_lists_are_asked(found: dict[str, Any]) -> None:
    assert found["sizes"] == {
        "/whole/": 12,
        "/plain/": 5,
        "/plain/?page=2": 7,
        "/plain/2/": 7,
        "/plain/2/?page=1": 5,
        "/plain/?sort=status": 5,
        "/plain/?q=T&page=2": 7,
        "/told/": 12,
        "/full/": 12,
    }
    assert not found["size in links"]
    assert found["empty"] == 404


def test_order_of_a_view_comes_first(found: dict[str, Any]) -> None:
    assert found["ordered"] == ["11", "00", "11"]
    assert found["exported"] == "T11"


def test_context_may_say_something_else(found: dict[str, Any]) -> None:
    assert not found["told"]


def test_rows_that_cannot_be_filtered_are_refused(found: dict[str, Any]) -> None:
    assert "SlicedView.get_queryset() has to return a queryset" in found["sliced"]
