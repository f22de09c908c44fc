"""Hooks of Django that an app's owner overrides hold on every way in, on both databases."""

import json
from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest

from tests.conftest import Finder
from tests.postgres import find_command, serve_postgres

EDITS = {
    "core/models.py": """

class VisibleTickets(QuerySet):
    def visible_to(self, user):
        return self.filter(comments__is_internal=False).distinct()


class KnownUsers(QuerySet):
    def visible_to(self, user):
        return self.exclude(name="Ghost")


Ticket.objects = VisibleTickets.as_manager()
Ticket.objects.contribute_to_class(Ticket, "objects")
manager = UserManager.from_queryset(KnownUsers)()
manager.contribute_to_class(User, "objects")


def save(self, **kwargs):
    self.subject = self.subject.replace("draft", "final")
    models.Model.save(self, **kwargs)


Ticket.save = save
""",
    "core/signals.py": """
from django.db.models.signals import pre_save
from django.dispatch import receiver

from .models import Ticket


@receiver(pre_save, sender=Ticket)
def raise_severity(instance, **_):
    if "fire" in instance.subject:
        instance.severity = "urgent"
""",
    "core/forms.py": """

def clean_status(self):
    if self.cleaned_data["status"] == "closed":
        raise forms.ValidationError("Not by hand.")
    return self.cleaned_data["status"]


TicketEditForm.clean_status = clean_status
""",
    "core/views.py": """

def form_valid(self, form):
    form.instance.status = "waiting" if "wait" in form.instance.subject else "open"
    return generic.UpdateView.form_valid(self, form)


TicketUpdateView.form_valid = form_valid


class ShortUpdateView(generic.UpdateView):
    queryset = Ticket.objects.all()
    fields = ["subject"]
    template_name = "core/ticket_update.html"


class ShortListView(generic.ListView):
    queryset = Ticket.objects.all()
    columns = {"subject": "Subject"}
    url_name = "short"
    template_name = "core/ticket_list.html"
    permission_required = "auth.delete_group"


CommentListView.get_permission_required = lambda self: ["auth.delete_group"]
""",
    "core/urls.py": """

urlpatterns += [
    path("short/", views.ShortListView.as_view(), name="short"),
    path("short/<pk>/", views.ShortUpdateView.as_view(), name="short_update"),
]
""",
    "core/filters.py": """

class TicketFilterSet(TicketFilterSet):
    several = django_filters.MultipleChoiceFilter("status", choices=Ticket.status.field.choices)
    after = django_filters.DateFromToRangeFilter("created_at")

    class Meta(TicketFilterSet.Meta):
        fields = {**TicketFilterSet.Meta.fields, "subject": ["icontains", "exact"]}
""",
}
"""File → what is added at its end."""
SCRIPT = """
import html, json, re
from core.models import *
from django.contrib.auth import get_user_model
from django.test import Client
from django.test.utils import setup_test_environment
from pages.testing import add_account
setup_test_environment()
client = Client(HTTP_HOST="localhost", raise_request_exception=False)
client.force_login(get_user_model().objects.create_superuser("owner@example.com"))
ghost = User.objects.create(name="Ghost", email="ghost@example.com")
ada = User.objects.create(name="Ada", email="ada@example.com")
def add(subject="A", **values):
    row = Ticket.objects.create(subject=subject, description="x", reporter=ada, **values)
    for _ in range(2):
        Comment.objects.create(ticket=row, author=ada, text="x")
    return row
def edit(path, **changes):
    page = client.get(path)
    if page.status_code != 200:
        return page.status_code
    data = {}
    for field in page.context["form"]:
        value = field.value()
        data[field.html_name] = "" if value in (None, False) else str(value)
        if field.field.show_hidden_initial:
            data[field.html_initial_name] = data[field.html_name]
    return client.post(path, {**data, **changes}).status_code
def look(row, *names):
    row.refresh_from_db()
    return [getattr(row, name) for name in names]
found = {}
row = add(assignee=ghost)
found["edit"] = edit(f"/tickets/{row.pk}/edit/", subject="B")
found["hidden reference"] = look(row, "subject", "assignee_id") == ["B", ghost.pk]
found["set by the view"] = [edit(f"/tickets/{row.pk}/edit/", subject="wait"), *look(row, "status")]
found["set by save"] = [edit(f"/tickets/{row.pk}/edit/", subject="a draft"),
    *look(row, "subject")]
found["set by a receiver"] = [edit(f"/tickets/{row.pk}/edit/", subject="fire"),
    *look(row, "severity")]
row = add()
found["inline"] = [client.post(f"/tickets/{row.pk}/set/status/", {"status": s}).status_code
    for s in ("waiting", "closed")] + look(row, "status")
found["bulk"] = [client.post("/tickets/change/", {"row": [row.pk], "confirmed": "1",
    "change-status": f"={s}"}).status_code for s in ("solved", "closed")] + look(row, "status")
found["short"] = [edit(f"/short/{row.pk}/", subject="C"), *look(row, "subject")]
found["short list"] = client.get("/short/").status_code
page = client.get("/tickets/?several=open&several=solved&after_after=2020-01-01&size=50").context
found["links"] = sorted(re.findall(r"[a-z_]+=[^&]+", page["query"]))
texts = [client.get("/tickets/", query).content.decode() for query in
    ({"subject": "C"}, {"subject__exact": "C"}, {"subject__exact": "c"})]
found["filters"] = [f"/tickets/{row.pk}/\\"" in text for text in texts]
client.force_login(add_account("member@example.com"))
found["member"] = [client.get("/comments/").status_code,
    client.post("/comments/delete/", {}).status_code, client.get("/short/").status_code]
print(json.dumps(found))
"""


@pytest.fixture(scope="module", params=["SQLite", "PostgreSQL"])
def found(
    request: pytest.FixtureRequest, find_built: Finder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    """What an app says whose hooks are overridden."""
    if request.param == "PostgreSQL" and not find_command("initdb"):
        pytest.skip("needs PostgreSQL")
    built = find_built("support_tickets").copy_to(tmp_path_factory.mktemp("hooks"))
    for name, text in EDITS.items():
        path = built.folder / name
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(before + text, encoding="utf-8")
    filters = built.folder / "core/filters.py"
    filters.write_text(f"import django_filters\n{filters.read_text(encoding='utf-8')}")
    with nullcontext() if request.param == "SQLite" else serve_postgres() as address:
        variables = {"DATABASE_URL": address} if address else {}
        assert built.manage("migrate", "-v0", **variables).returncode == 0
        done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT, **variables)
        assert done.returncode == 0, done.stderr
        yield json.loads(done.stdout.splitlines()[-1])


def test_edit_keeps_a_reference_to_what_one_may_not_see(found: dict[str, Any]) -> None:
    assert found["edit"] == 302
    assert found["hidden reference"]


def test_what_hooks_set_is_written(found: dict[str, Any]) -> None:
    assert found["set by the view"] == [302, "waiting"]
    assert found["set by save"] == [302, "a final"]
    assert found["set by a receiver"] == [302, "urgent"]


def test_form_of_the_edit_page_decides_in_the_list_too(found: dict[str, Any]) -> None:
    assert found["inline"] == [302, 302, "waiting"]
    assert found["bulk"] == [302, 302, "solved"]


def test_views_need_no_more_than_those_of_django(found: dict[str, Any]) -> None:
    assert found["short"] == [302, "C"]
    assert found["short list"] == 200


def test_links_keep_all_that_filters_were_asked(found: dict[str, Any]) -> None:
    expected = ["after_after=2020-01-01", "several=open", "several=solved", "size=50"]
    assert found["links"] == expected


def test_lookups_of_one_field_have_names_of_their_own(found: dict[str, Any]) -> None:
    assert found["filters"] == [True, True, False]


def test_what_a_list_requires_its_changes_require(found: dict[str, Any]) -> None:
    assert found["member"] == [403] * 3
