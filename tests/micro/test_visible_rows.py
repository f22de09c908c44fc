"""One source of rows: what `visible_to` keeps from somebody is nowhere, and can't be changed."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Finder
from tests.projects import ROOT, BuiltProject

HIDDEN = "Xyzzy"
RESTRICTED = """class TicketQuerySet(QuerySet):
    def visible_to(self, user):
        return self.exclude(subject__startswith="Xyzzy")


class Ticket(models.Model):"""
SCRIPT = """
import json
from django.contrib.auth import get_user_model
from django.test import Client
from django.test.utils import setup_test_environment
from core.models import *
from tests.micro.visitor import list_pages
setup_test_environment()
client = Client(HTTP_HOST="localhost", raise_request_exception=False)
client.force_login(get_user_model().objects.create_superuser("owner"))
person = User.objects.create(name="Ada", email="ada@example.com")
def add(subject):
    return Ticket.objects.create(subject=subject, description="x", reporter=person,
        assignee=person)
shown, hidden, last = add("Seen 1"), add("Xyzzy"), add("Seen 2")
comment = Comment.objects.create(ticket=shown, author=person, text="x")
rows = {User: person, Ticket: shown, Comment: comment}
said, counts = {}, {}
QUERIES = ("", "?q=Xyz", "?sort=subject", "?sort=-status", "?sort=reporter", "?sort=respond_by",
    "?panel=filters", f"?ticket={hidden.pk}&panel=filters", "?export=csv", "?export=excel",
    "?export=print", "?tab=reporter_tickets", "?tab=assignee_tickets", "?status=open",
    "?created_at_from=2000-01-01", "?form-search=ticket&text=Xyz",
    "?panel=filters&form-search=ticket&ticket-search=Xyz")
for page in list_pages():
    if page.name != "logout":
        for query in QUERIES:
            accept = "application/json" if "&text=" in query else "*/*"
            address = page.find_url(rows.get(page.model)) + query
            answer = client.get(address, headers={"accept": accept})
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
            text = content.decode()
            for part in ("?q=Xyz", "&quot;Xyz", "value=\\"Xyz"):
                text = text.replace(part, "")
            if "Xyzzy" in text:
                said[f"{page.name} {query}"] = text[text.index("Xyzzy") - 60:][:120]
for model, address in (("ticket", ""), ("ticket", "?q=Xyz"), ("comment", "add/"),
        ("comment", f"{comment.pk}/change/"), ("ticket", f"{hidden.pk}/change/")):
    text = client.get(f"/admin/core/{model}/{address}").content.decode()
    if "Xyzzy" in text.replace("value=\\"Xyz", ""):
        said[f"admin {model} {address}"] = text[text.index("Xyzzy") - 60:][:120]
found = client.get("/admin/autocomplete/", {"term": "", "app_label": "core",
    "model_name": "comment", "field_name": "ticket"}).json()["results"]
counts["autocomplete"] = len(found)
base = f"/tickets/{hidden.pk}/"
counts["pages"] = [client.get(base + part).status_code for part in ("", "edit/", "delete/",
    "set/status/")]
counts["changes"] = [client.post(base + "edit/", {"subject": "taken"}).status_code,
    client.post(base + "delete/").status_code,
    client.post(base + "set/status/", {"status": "closed"}).status_code]
many = {"row": [hidden.pk], "confirmed": "1", "change-status": "=closed"}
for change in ("change", "delete"):
    client.post(f"/tickets/{change}/", many)
client.post("/comments/new/", {"ticket": hidden.pk, "author": person.pk, "text": "stolen"})
hidden.refresh_from_db()
counts["row"] = [hidden.subject, hidden.status, hidden.comments.count()]
home = client.get("/").context
counts["home"] = [card["count"] for card in home["cards"] if card["title"] == "Tickets"]
counts["chart"] = sum(bar.count for chart in home["charts"] for bar in chart.bars
    if "Tickets" in chart.title)
counts["list"] = client.get("/tickets/").context["paginator"].count
print(json.dumps([said, counts]))
"""


@pytest.fixture(scope="module")
def restricted(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """An app that keeps some tickets from everybody."""
    built = find_built("support_tickets").copy_to(tmp_path_factory.mktemp("restricted"))
    models = built.folder / "core/models.py"
    source = models.read_text(encoding="utf-8")
    before, _class, after = source.partition("class Ticket(models.Model):")
    after = after.replace("QuerySet.as_manager()", "TicketQuerySet.as_manager()", 1)
    models.write_text(before + RESTRICTED + after, encoding="utf-8")
    return built


def test_what_is_kept_from_somebody_is_nowhere(restricted: BuiltProject) -> None:
    done = restricted.manage("shell", "-v0", "-c", SCRIPT, PYTHONPATH=str(ROOT))
    assert done.returncode == 0, done.stderr
    said, counts = json.loads(done.stdout.splitlines()[-1])
    assert said == {}
    assert counts == {
        "autocomplete": 2,
        "pages": [404] * 4,
        "changes": [404] * 3,
        "row": [HIDDEN, "open", 0],
        "home": ["2"],
        "chart": 2,
        "list": 2,
    }


MANAGERS = {"objects", "_default_manager", "_base_manager"}
OTHERS = {
    "pages/accounts": "accounts, which sign people in",
    "records/members.py": "accounts and their group",
    "records/collector.py": "what a deletion does to rows, whoever may see them",
    "records/files.py": "files, which go with their rows",
    "pages/constraints.py": "what a migration finds",
    "pages/operations.py": "what a migration looks at, or fills",
    "pages/checks.py": "managers, of which none gives a row",
    "records/trigrams.py": "the index that candidates come from, which are filtered then",
    "pages/paging.py": "the order of rows, each of which is among those that somebody sees",
    "pages/testing.py": "tests",
    "records/functions/": "rules of a model",
    "pages/idempotency.py": "forms that were sent",
    "core/models.py": "rules of a model",
}
"""Modules that have rows for no page → what of."""
WITHOUT_ROWS = {"columns", "get_filters", "lock_rows"}
"""Functions that look at fields alone, or at rows that were found already."""


def list_sources(folder: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(folder.glob("[cp]*/**/*.py")):
        name = path.relative_to(folder).as_posix()
        is_test = "tests" in name or "migrations" in name
        if not is_test and not any(name.startswith(each) for each in OTHERS):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def list_ways(tree: ast.Module) -> Iterator[ast.AST]:
    """List where rows come from, but for what a class calls its `queryset`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            calls = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
            if "restrict" not in calls and node.name not in WITHOUT_ROWS:
                yield from (each for each in ast.walk(node) if is_manager(each))


def is_manager(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in MANAGERS


@pytest.mark.parametrize("name", ["support_tickets", "invoices"])
def test_emitted_source_has_no_other_way_to_rows(name: str, find_built: Finder) -> None:
    folder = find_built(name).folder
    sources = dict(list_sources(folder))
    looked_at = {"pages/filters/references.py", "pages/generic/details.py", "core/views.py"}
    assert looked_at <= sources.keys()
    found = {
        f"{place}:{node.lineno}" for place, tree in sources.items() for node in list_ways(tree)
    }
    assert found == set()
