"""What a page says that a deletion would take along, held against what Django deletes."""

import json
from pathlib import Path

from tests.conftest import Finder
from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
entity Person:
  name: str required
entity Folder:
  name: str required
  parent: ref Folder cascade
  owner: ref Person cascade
entity Note:
  name: str required
  folder: ref Folder required cascade
  author: ref Person cascade
  reader: ref Person nullify
entity Key:
  name: str required
  person: ref Person required restrict
  folder: ref Folder cascade
"""
SCRIPT = """
import json
from django.contrib.auth import get_user_model
from core.models import *
from django.db import transaction
from records.deletion import summarize_deletion
ada, bob, eve = (Person.objects.create(name=name) for name in ("ada", "bob", "eve"))
folder = None
for number in range(30):
    owner = ada if number < 3 else None
    folder = Folder.objects.create(name=str(number), parent=folder, owner=owner)
owner = get_user_model().objects.create_superuser("owner")
# A circle, which nothing forbids.
Folder.objects.filter(name="0").update(parent=folder)
def write(folder, author, reader):
    Note.objects.create(name="n", folder=folder, author=author, reader=reader)
for each in Folder.objects.all():
    write(each, ada, ada)
    write(each, None, ada)
other = Folder.objects.create(name="other")
write(other, ada, None)
write(other, bob, ada)
write(other, bob, eve)
Key.objects.create(name="k", person=ada, folder=folder)
def tell(groups):
    titles = [group.title.casefold().partition(" ")[0].removesuffix("s") for group in groups]
    return dict(zip(titles, (group.count for group in groups)))
def compare(row):
    found = summarize_deletion(row, user=owner)
    with transaction.atomic():
        deleted = type(row).objects.get(pk=row.pk).delete()[1]
        transaction.set_rollback(True)
    deleted = {label.partition(".")[2].casefold(): count for label, count in deleted.items()}
    model = type(row).__name__.casefold()
    deleted[model] -= 1
    deleted = {name: count for name, count in deleted.items() if count}
    return [tell(found.deleted), deleted, tell(found.nullified), tell(found.protected)]
rows = {"ada": ada, "bob": bob, "eve": eve, "folder": Folder.objects.get(name="7")}
answers = {name: compare(row) for name, row in rows.items()}
Key.objects.create(name="k", person=ada)
answers["restricted"] = tell(summarize_deletion(ada, user=owner).protected)
print(json.dumps(answers))
"""


def test_summary_is_what_happens(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(tmp_path, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    built = BuiltProject("app", tmp_path / "out/django_micro")
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    # Keys that go along with a folder forbid nothing.
    assert answers.pop("restricted") == {"key": 1}
    for name, (told, happened, _, protected) in answers.items():
        assert (told, protected) == (happened, {}), name
    assert answers["ada"][0] == {"folder": 30, "note": 61, "key": 1}
    assert answers["ada"][2] == {"note": 1}
    assert answers["eve"][:3] == [{}, {}, {"note": 1}]
    assert answers["folder"][0] == {"folder": 29, "note": 60, "key": 1}


RIGHTS_SCRIPT = """
import json
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.test.utils import setup_test_environment
from core.models import *
from records.querysets import QuerySet
setup_test_environment()
owner = get_user_model().objects.create_superuser("owner")
count = 0
def sign_in(*names):
    global count
    count += 1
    account = get_user_model().objects.create_user(f"{count}@example.com", is_staff=True)
    account.groups.clear()
    account.user_permissions.set(Permission.objects.filter(codename__in=names))
    client = Client(HTTP_HOST="localhost")
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client
def delete(client):
    person = User.objects.get(email="owner")
    ticket = Ticket.objects.create(subject="Printer", description="x", reporter=person)
    for text in ("Xyzzy", "seen"):
        Comment.objects.create(ticket=ticket, author=person, text=text)
    base, admin = f"/tickets/{ticket.pk}/delete/", f"/admin/core/ticket/{ticket.pk}/delete/"
    many = {"row": [ticket.pk], "confirmed": "1"}
    asked = [client.get(base), client.post("/tickets/delete/", {"row": [ticket.pk]}),
        client.get(admin)]
    said = [b"Xyzzy" in answer.content for answer in asked]
    sent = [(base, {}), ("/tickets/delete/", many), (admin, {"post": "yes"})]
    statuses = [client.post(*each).status_code for each in sent]
    left = Comment.objects.filter(ticket=ticket).count()
    Comment.objects.all().delete()
    return [said, statuses, left]
few = ("view_ticket", "delete_ticket")
answers = [delete(sign_in(*few)), delete(sign_in(*few, "view_comment"))]
answers.append(delete(sign_in(*few, "view_comment", "delete_comment")))
client = Client(HTTP_HOST="localhost")
client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
QuerySet.visible_to = lambda rows, user: (
    rows.exclude(text="Xyzzy") if rows.model is Comment else rows)
answers.append(delete(client))
print(json.dumps(answers))
"""


def test_a_deletion_goes_no_further_than_rights_and_sight(
    find_built: Finder, tmp_path: Path
) -> None:
    built = find_built("support_tickets").copy_to(tmp_path)
    done = built.manage("shell", "-v0", "-c", RIGHTS_SCRIPT)
    assert done.returncode == 0, done.stderr
    may_not_see, may_see, may_delete, hidden = json.loads(done.stdout.splitlines()[-1])
    assert may_not_see == [[False] * 3, [409, 409, 403], 2]
    assert may_see == [[True, True, False], [409, 409, 403], 2]
    # The first of the three ways has done it.
    assert may_delete == [[True] * 3, [302, 302, 302], 0]
    assert hidden == [[False] * 3, [409, 409, 200], 2]
