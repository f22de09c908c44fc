"""An app that hides something from clerks, extended by hand, and what it tells them."""

PROJECT = """\
app desk "Desk"

entity Member "Person":
  auth: identity
  email: email required unique
  name: str required
  role: enum[clerk "Clerk", chief "Chief", head "Head"]=clerk

entity House "House":
  street: str required

entity Repair "Repair":
  title: str required
  house: ref House
  status: enum[fresh "Fresh", done "Done"]=fresh
  reporter: ref Member
  gone_at: datetime
  soft_delete: gone_at
  permit:
    list: role(clerk) or role(chief) or role(head)
    read: role(clerk) or role(chief) or role(head)
    create: role(clerk) or role(chief)
    update: role(clerk) or role(chief)
    delete: role(chief) or role(head)
  forbid:
    delete: status = done
  audit: all

entity Note "Note":
  text: str required
  repair: ref Repair required cascade

@use crud_surface_set(entity_name=House, title_field=street)
@use crud_surface_set(entity_name=Member, title_field=name)
@use crud_surface_set(entity_name=Note, title_field=text)

surface repair_list "Repairs":
  uses entity Repair
  mode: list
  ux:
    for clerk:
      hide: house
    for chief:
      read_only: true

surface repair_view "Repair":
  uses entity Repair
  mode: view
  ux:
    for clerk:
      hide: house

surface repair_edit "Change":
  uses entity Repair
  mode: edit
"""
EDITS = {
    "core/views.py": """

RepairListView.search_fields = ["title", "house__street"]
""",
    "core/admin.py": """

from pages.admin import RecordInline


class RepairInline(RecordInline, admin.TabularInline):
    model = Repair
    fields = ["title", "house"]
    ordering = ["-house__street"]
    extra = 0


MemberAdmin.inlines = [RepairInline]
RepairAdmin.list_display = ["title", "house__street", "house"]
RepairAdmin.list_editable = ["house"]
RepairAdmin.search_fields = ["title", "^house__street"]
RepairAdmin.fieldsets = [(None, {"fields": [("title", "house"), "status"]})]
""",
}
"""File → what is added at its end."""
PREPARE = """
import json
from uuid import UUID
from core.models import *
from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment
from records.audit.models import AuditEntry
from records.members import add_to_members
setup_test_environment()
house, other = (House.objects.create(pk=UUID(key * 32), street=f"Secret {key}") for key in "AB")
people, clients = {}, {}
for name in ("clerk", "chief", "head"):
    values = {"name": name, "role": name, "is_staff": True}
    people[name] = Member.objects.create_user(f"{name}@example.com", **values)
    add_to_members(people[name])
    clients[name] = Client(HTTP_HOST="localhost", raise_request_exception=False)
    clients[name].force_login(people[name])
clerk, chief = people["clerk"], people["chief"]
keys = map(UUID, (f"{number:032x}" for number in range(1, 99)))
BOTH = ("clerk", "chief")
def add(title, **values):
    values = {"pk": next(keys), "house": house, "reporter": clerk, **values}
    return Repair.objects.create(title=title, **values)
def see(path, text):
    return [text in clients[who].get(path).content.decode() for who in BOTH]
def ask(path):
    return [clients[who].get(path).status_code for who in BOTH]
def name(rows):
    return sorted(rows.values_list("title", flat=True))
def say(response):
    return [str(each) for each in response.context["messages"]]
found = {}
"""
HIDDEN = """
row, second = add("One"), add("Two")
page, admin = f"/repairs/{row.pk}/", "/admin/core/repair/"
row.house = other
row.save()
row.house = house
row.save()
form, person = f"{admin}{row.pk}/change/", f"/admin/core/member/{clerk.pk}/change/"
found["entries"] = see(form, "Secret B")
counts = [clients[who].get(form).content.decode().count(">Changed<")
    for who in BOTH]
found["known of changes"] = [count > 0 for count in counts]
found["page"], found["file"] = see(page, "Secret"), [
    b"Secret" in b"".join(clients[who].get(f"{page}?export=changes").streaming_content)
    for who in BOTH]
found["form"] = see(form, "id_house")
found["search"] = see("/repairs/?q=Secret", ">One<")
found["admin"] = see(admin, "Secret")
found["admin's search"] = see(f"{admin}?q=Secret", ">One<")
found["admin's filter"] = ask(f"{admin}?house__exact={house.pk}")
sent = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": row.pk, "_save": "Save"}
def move(who, target):
    clients[who].post(admin, {**sent, "form-0-house": target.pk})
    return Repair.objects.get(pk=row.pk).house == target
found["moved"] = [move("clerk", other), move("chief", other)]
found["inline"] = see(person, "Secret")
found["inline's column"] = see(person, "field-house")
found["inline's rows"] = see(person, "One")
"""
AWAY = """
row, done = add("Away"), add("Finished", status="done")
there = add("There")
row.delete(), done.delete()
admin = "/admin/core/repair/"
found["pages"] = ask("/repairs/put-away/")
found["link"] = see("/repairs/", "put-away/")
found["filter"] = see(admin, "?put_away=yes")
found["rows"] = see(f"{admin}?put_away=yes", ">Away<")
found["what can't be deleted"] = see(f"{admin}?put_away=yes", ">Finished<")
found["without"] = see(admin, ">Away<")
def send(action, *rows, query="?put_away=yes"):
    sent = {"action": action, "_selected_action": [str(each.pk) for each in rows]}
    return say(clients["chief"].post(admin + query, {**sent, "post": "yes"}, follow=True))
found["deleted twice"] = "Successfully" in str(send("delete_selected", row))
found["restored"] = send("restore_rows", row)
found["there"] = name(Repair.objects)
"""
SAVING = """
row = add("One")
stale = Repair.objects.get(pk=row.pk)
row.delete()
found["known"] = [row.gone_at is not None]
for each in (row, stale):
    each.title += "!"
    each.save()
    found.setdefault("there", []).append(name(Repair.objects))
found["saved"] = name(Repair.all_objects)
"""
ORDER = """
from django.db.models import F
from django.db.models.functions import Lower
first, second = add("First"), add("Second", house=other)
def list_rows(who, path):
    page = clients[who].get(path)
    return page.status_code if page.status_code != 200 else [
        each.title for each in (page.context.get("cl") or page.context["page_obj"]).result_list
    ] if "admin" in path else [each.title for each in page.context["page_obj"]]
street = F("house__street")
orders = {"path": ["-house__street"], "term": [street.desc()], "function": [Lower(street).desc()],
    "column": ["-house_id"], "open": [F("title").desc()]}
for kind, order in orders.items():
    Repair._meta.ordering = order
    found[kind] = [list_rows(who, path) for path in ("/repairs/", "/admin/core/repair/")
        for who in BOTH] + ask(f"/repairs/{first.pk}/")
"""
RACES = """
def change_meanwhile(row):
    # Somebody finishes a repair as soon as it has been read.
    def run(execute, sql, *args):
        answer = execute(sql, *args)
        if sql.startswith("SELECT") and 'FROM "core_repair"' in sql and not done:
            done.append(row)
            Repair.all_objects.filter(pk=row.pk).update(status="done")
        return answer
    done = []
    return connection.execute_wrapper(run)
row, second, away = add("One"), add("Two"), add("Away")
away.delete()
sent = {"row": [str(second.pk)], "confirmed": "1"}
for each, path in ((row, f"/repairs/{row.pk}/delete/"), (second, "/repairs/delete/"),
    (away, f"/repairs/{away.pk}/restore/")):
    with change_meanwhile(each):
        found[each.title] = clients["head"].post(path, sent).status_code
found["there"] = name(Repair.objects)
"""
WORDS = """
row = add("One")
Note.objects.create(text="Lost", repair=row)
path = f"/repairs/{row.pk}/delete/"
found["lost"] = "these can’t be restored" in clients["chief"].get(path).content.decode()
found["said"] = say(clients["chief"].post(path, follow=True))
AuditEntry.objects.all().delete()
Repair.all_objects.update(gone_at="2020-01-01T00:00Z")
from django.core.management import call_command
call_command("purge", older_than=1, verbosity=0)
entry = AuditEntry.objects.get()
found["purged"] = [entry.operation, entry.changes]
"""
DATABASES = """
from django.db import connections, router
class Router:
    def db_for_read(self, model, **hints):
        return "replica"
    def db_for_write(self, model, **hints):
        return "default"
connections.settings["replica"] = connections.settings["default"]
row, second = add("One"), add("Two")
router.routers = [Router()]
seen = []
def watch(execute, sql, *args):
    seen.append(sql.split()[0])
    return execute(sql, *args)
with connections["replica"].execute_wrapper(watch):
    found["written"] = [Repair.objects.filter(pk=row.pk).delete()[0], seen]
"""
