"""What people who know Django add to an app with rules is held to the rules as well."""

import json
from typing import Any

import pytest

from tests.conftest import Finder
from tests.projects import BuiltProject

EDITS = {
    "core/models.py": """

class OpenRepair(Repair):
    class Meta:
        proxy = True


class KnownRepair(Repair):
    class Meta:
        proxy = True
""",
    "core/policies.py": """

from .models import KnownRepair


@register(KnownRepair)
class KnownRepairPolicy(RecordPolicy):
    rules = [permit("list", always)]
""",
    "core/views.py": """

from .models import OpenRepair


class OpenListView(generic.ListView):
    model = OpenRepair
    columns = {"title": "Title"}
    template_name = "core/repair_list.html"
    computed = RepairListView.computed
    url_name = "repair_list"


class OpenUpdateView(generic.UpdateView):
    model = OpenRepair
    fields = ["title"]
    template_name = "core/repair_update.html"


class OpenDeleteView(generic.DeleteView):
    model = OpenRepair
    success_url = "/"
""",
    "core/admin.py": """

from .models import OpenRepair


@admin.register(OpenRepair)
class OpenRepairAdmin(RecordAdmin):
    list_display = ["title"]


from pages.admin import RecordInline


class NoteInline(RecordInline, admin.TabularInline):
    model = Note
    extra = 1


class PersonInline(RecordInline, admin.TabularInline):
    model = User
    fields = ["name", "is_superuser"]
    extra = 0


RepairAdmin.list_editable = ["urgency"]
RepairAdmin.inlines = [NoteInline]
HouseAdmin.inlines = [PersonInline]


def get_form(self, request, obj=None, **kwargs):
    texts = {"street": "Where it <b>is</b>"}
    return RecordAdmin.get_form(self, request, obj, help_texts=texts, **kwargs)


HouseAdmin.get_form = get_form
""",
    "core/urls.py": """

urlpatterns += [
    path("open/", views.OpenListView.as_view()),
    path("open/<int:pk>/edit/", views.OpenUpdateView.as_view()),
    path("open/<int:pk>/delete/", views.OpenDeleteView.as_view()),
]
""",
}
"""File → what is added at its end."""
SCRIPT = """
import json
from core.models import *
from django.contrib.auth.models import Permission
from django.test import Client
from django.test.utils import setup_test_environment
from datetime import timedelta
from django.utils.timezone import now
from records.hidden_values import hides_somewhere
from records.permissions import may
from pages.testing import add_account
setup_test_environment()
def add_person(name, role):
    person = add_account(f"{name}@example.com")
    person.name, person.role, person.house, person.is_staff = name, role, house, True
    person.save()
    client = Client(HTTP_HOST="localhost", raise_request_exception=False)
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return person, client
house, other = (House.objects.create(street=street) for street in ("Lane 1", "Other 2"))
tenant, client = add_person("tenant", "tenant")
office, office_client = add_person("office", "office")
def add(title, house=house, **values):
    return Repair.objects.create(title=title, house=house, reporter=office, **values)
own, foreign = add("Own"), add("Foreign", other, is_public=True)
found = {}
def name(rows):
    return sorted(rows.values_list("title", flat=True))
row = OpenRepair.objects.get(pk=foreign.pk)
found["proxy"] = [name(model.objects.visible_to(tenant)) for model in (OpenRepair, KnownRepair)]
found["rights"] = [may(tenant, each, OpenRepair, row) for each in ("read", "change", "delete")]
found["may read"] = may(tenant, "view", OpenRepair, OpenRepair.objects.get(pk=own.pk))
found["shown"] = ["Foreign" in client.get(path).content.decode()
    for path in ("/open/", "/admin/core/openrepair/")]
found["pages"] = [client.get("/open/").status_code,
    client.post(f"/open/{foreign.pk}/edit/", {"title": "Stolen"}).status_code,
    client.post(f"/open/{foreign.pk}/delete/").status_code]
foreign.refresh_from_db()
found["kept"] = foreign.title
found["form"] = [each.get("/repairs/new/").status_code for each in (client, office_client)]
sent = {"title": "New", "reporter": str(tenant.pk), "urgency": "low"}
found["sent"] = [client.post("/repairs/new/", sent).status_code,
    Repair.objects.filter(title="New", house=house).exists()]
found["wrong"] = client.post("/repairs/new/", {"title": ""}).status_code
caretaker, client = add_person("caretaker", "caretaker")
found["hidden"] = [hides_somewhere(caretaker, each, "house") for each in (Repair, OpenRepair)]
Repair.objects.all().delete()
done = add("Done", status="done", finished_at=now() + timedelta(hours=1))
row = add("Open")
def send(path, rows, **changes):
    page = client.get(path)
    forms = [page.context["adminform"].form] if "adminform" in page.context else []
    sets = [each.formset for each in page.context.get("inline_admin_formsets", [])]
    sets += [page.context["cl"].formset] if "cl" in page.context else []
    data = {"_save": "Save"}
    for form in [*forms, *(f for each in sets for f in (each.management_form, *each.forms))]:
        for field in form:
            value = field.value()
            data[field.html_name] = "" if value is None or value is False else str(value)
            if hasattr(value, "strftime"):
                data |= {f"{field.html_name}_0": f"{value:%Y-%m-%d}",
                    f"{field.html_name}_1": f"{value:%H:%M:%S}"}
        key = getattr(getattr(form, "instance", None), "pk", None)
        for name, value in changes.items() if key in rows else ():
            data[form.add_prefix(name)] = value
    return client.post(path, data).status_code, page.content.decode()
found["listed"] = send("/admin/core/repair/", [done.pk, row.pk], urgency="high")[0]
found["listed"] = [found["listed"], *(
    Repair.objects.order_by("title").values_list("urgency", flat=True))]
hidden, shown, mine = (row.notes.create(author=author, text=text, is_public=is_public)
    for author, text, is_public in (
        (office, "Hidden", False), (office, "Shown", True), (caretaker, "Mine", True)))
keys = [hidden.pk, shown.pk, mine.pk]
path = f"/admin/core/repair/{row.pk}/change/"
def tell():
    return [*row.notes.order_by("written_at").values_list("text", flat=True)]
status, text = send(path, keys, text="New")
found["inline"] = [status, "Hidden" in text, "Shown" in text, tell()]
found["deleted"] = [send(path, keys, DELETE="on")[0], tell()]
client = office_client
status, text = send(f"/admin/core/house/{house.pk}/change/", [caretaker.pk], is_superuser="on")
caretaker.refresh_from_db()
found["rights in a line"] = [status, caretaker.is_superuser]
found["help"] = "Where it <b>is</b>" in text
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def built(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    built = find_built("repair_desk").copy_to(tmp_path_factory.mktemp("ruled"))
    for name, text in EDITS.items():
        with (built.folder / name).open("a", encoding="utf-8") as file:
            file.write(text)
    return built


@pytest.fixture(scope="module")
def found(built: BuiltProject) -> dict[str, Any]:
    """What an app with rules says that was extended by hand."""
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answers


def test_proxy_has_the_rows_of_its_model(found: dict[str, Any]) -> None:
    assert found["proxy"][0] == ["Own"]
    assert found["rights"] == [False] * 3
    assert found["may read"]


def test_policy_of_a_proxy_takes_the_place_of_its_model_s(found: dict[str, Any]) -> None:
    assert found["proxy"][1] == ["Foreign", "Own"]


def test_what_is_hidden_is_hidden_of_a_proxy_too(found: dict[str, Any]) -> None:
    assert found["hidden"] == [True, True]


def test_pages_of_a_proxy_are_held_to_the_rules(found: dict[str, Any]) -> None:
    assert found["shown"] == [False, False]
    assert found["pages"] == [200, 403, 403]
    assert found["kept"] == "Foreign"


def test_form_whose_tenant_is_given_can_be_sent(found: dict[str, Any]) -> None:
    assert found["form"] == [200, 200]
    assert found["sent"] == [302, True]
    assert found["wrong"] == 200


def test_rows_that_the_admin_lists_are_changed_by_rights(found: dict[str, Any]) -> None:
    assert found["listed"] == [302, "normal", "high"]


def test_lines_in_the_admin_are_those_that_one_may_see_and_change(found: dict[str, Any]) -> None:
    assert found["inline"] == [302, False, True, ["Hidden", "Shown", "New"]]
    assert found["deleted"] == [302, ["Hidden", "Shown"]]


def test_lines_in_the_admin_give_no_rights(found: dict[str, Any]) -> None:
    assert found["rights in a line"] == [302, False]


def test_forms_of_the_admin_take_help_texts(found: dict[str, Any]) -> None:
    assert found["help"]
