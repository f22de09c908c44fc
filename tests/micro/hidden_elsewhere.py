"""What is added by hand to the repair desk, and what caretakers then find of what is hidden."""

EDITS = {
    "core/models.py": """

Repair._meta.ordering = [models.F("house__street").desc(nulls_last=True), "title"]
""",
    "core/views.py": """

RepairListView.search_fields = ["title", "house__street"]
""",
    "core/admin.py": """

from pages.admin import RecordInline


class RepairInline(RecordInline, admin.TabularInline):
    model = Repair
    fk_name = "reporter"
    fields = ["title", "house"]
    ordering = ["-house__street"]
    extra = 0


UserAdmin.inlines = [RepairInline]
RepairAdmin.list_display = ["title", "house__street"]
RepairAdmin.search_fields = ["title", "^house__street"]
RepairAdmin.fieldsets = [(None, {"fields": [("title", "house"), "details"]})]
""",
}
"""File → what is added at its end."""
PREPARE = """
import json
from datetime import timedelta
from core.models import *
from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment
from django.utils.timezone import now
from pages.audit.models import AuditEntry
from pages.testing import add_account
setup_test_environment()
house, other = (House.objects.create(street=f"Secret {name} Lane") for name in ("A", "B"))
people, clients = {}, {}
for name in ("tenant", "caretaker", "office"):
    person = people[name] = add_account(f"{name}@example.com")
    person.name, person.role, person.house, person.is_staff = name, name, house, True
    person.save()
    client = clients[name] = Client(HTTP_HOST="localhost", raise_request_exception=False)
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
caretaker, office = people["caretaker"], people["office"]
def add(title, **values):
    values = {"house": house, "reporter": caretaker, "caretaker": caretaker, **values}
    return Repair.objects.create(title=title, **values)
def see(path, text):
    return [text in clients[who].get(path).content.decode() for who in ("caretaker", "office")]
def ask(path):
    return [clients[who].get(path).status_code for who in ("caretaker", "office")]
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
form, person = f"{admin}{row.pk}/change/", f"/admin/core/user/{caretaker.pk}/change/"
found["entries"] = see(form, "Secret B Lane")
counts = [clients[who].get(form).content.decode().count(">Changed<")
    for who in ("caretaker", "office")]
found["known of changes"] = [count > 0 for count in counts]
found["page"], found["file"] = see(page, "Secret"), [
    b"Secret" in b"".join(clients[who].get(f"{page}?export=changes").streaming_content)
    for who in ("caretaker", "office")]
found["form"] = see(form, "id_house")
found["list"] = ask("/repairs/")
found["record"] = ask(page)
found["search"] = see("/repairs/?q=Secret", ">One<")
found["admin"] = see(admin, "Secret")
found["admin's search"] = see(f"{admin}?q=Secret", ">One<")
found["admin's filter"] = ask(f"{admin}?house__street__gt=A")
found["inline"] = see(person, "Secret")
found["inline's input"] = see(person, 'name="reported-0-house"')
found["inline's rows"] = see(person, 'value="One"')
"""
AWAY = """
row, done = add("Away"), add("Done", status="done", finished_at=now() + timedelta(hours=1))
there = add("There")
row.delete(), done.delete()
admin = "/admin/core/repair/"
found["pages"] = ask("/repairs/put-away/")
found["filter"] = see(admin, "?put_away=yes")
found["rows"] = see(f"{admin}?put_away=yes", ">Away<")
found["what can't be deleted"] = see(f"{admin}?put_away=yes", ">Done<")
found["without"] = see(admin, ">Away<")
def send(action, *rows, query="?put_away=yes"):
    sent = {"action": action, "_selected_action": [str(each.pk) for each in rows]}
    return say(clients["office"].post(admin + query, {**sent, "post": "yes"}, follow=True))
found["deleted twice"] = "Successfully" in str(send("delete_selected", row))
found["restored"] = send("restore_rows", row)
found["there"] = name(Repair.objects)
"""
SAVING = """
row = add("One")
stale = Repair.objects.get(pk=row.pk)
row.delete()
found["known"] = [row.withdrawn_at is not None]
for each in (row, stale):
    each.title += "!"
    each.save()
    found.setdefault("there", []).append(name(Repair.objects))
found["saved"] = name(Repair.all_objects)
"""
