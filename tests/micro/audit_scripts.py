"""Scripts that go each way into an app that keeps changes, and say what was kept."""

FORMS = """
boss.post("/tickets/new/", {"title": "A", "status": "fresh", "hours": "1.50", "code": "x"})
found["new"] = kept()
forget()
row = Ticket.objects.get()
sent = {"title": "B", "status": "taken", "hours": "1.5", "code": "x", "assignee": ann.pk}
boss.post(f"/tickets/{row.pk}/edit/", sent)
found["edit"] = kept()
forget()
boss.post(f"/tickets/{row.pk}/edit/", sent)
found["same"] = kept()
boss.post("/tickets/add/", {"quick-title": "Q"})
found["quick"] = kept()
forget()
clients["ann"].post(f"/tickets/{row.pk}/edit/", {**sent, "title": "C"})
found["forbidden"] = kept()
boss.post("/tickets/new/", {"title": "D", "status": "done"})
found["refused"] = kept()
"""

LISTS = """
row, other = (Ticket.objects.create(title=name) for name in "AB")
forget()
boss.post(f"/tickets/{row.pk}/set/status/", {"status": "taken"})
found["inline"] = kept()
forget()
boss.post(f"/tickets/{row.pk}/to/done/", {"state-before": "taken"})
found["transition"] = kept()
forget()
both = {"row": [row.pk, other.pk], "confirmed": "1"}
boss.post("/tickets/change/", {"row": [other.pk], "confirmed": "1", "change-status": "=taken"})
found["bulk"] = kept()
forget()
Note.objects.create(ticket=row, text="N")
forget()
boss.post("/tickets/delete/", both)
found["bulk delete"] = [[who, what, name] for who, what, name, _ in kept()]
forget()
file = SimpleUploadedFile("t.csv", b"title,status\\nA,fresh\\nB,New", "text/csv")
content = boss.post("/tickets/import/", {"file": file}).context["content"]
found["preview"] = kept()
boss.post("/tickets/import/", {"content": content})
found["import"] = [[who, what, name] for who, what, name, _ in kept()]
"""

CODE = """
row = Ticket.objects.create(title="A", assignee=ann)
found["create"] = [[who, what, name] for who, what, name, _ in kept()]
forget()
row.hours = models.F("hours") + 2
row.save()
row.refresh_from_db()
row.save()
row.title = "B"
row.save(update_fields=["title"])
found["save"] = kept()
forget()
Plain.objects.create(name="P").delete()
note = Note.objects.create(ticket=row, text="N")
note.text = "M"
note.save()
found["some"] = [[what, name] for _, what, name, _ in kept()]
forget()
ann.set_password("…")
ann.save()
found["password"] = kept()
clients["root"].post(f"/members/{ann.pk}/delete/")
found["nullified"] = [[who, what, name] for who, what, name, _ in kept()]
found["to nothing"] = [changes["assignee"][1] for *_, changes in kept(Ticket)]
forget()
eve = add("eve", role="chief")
sign_in(eve).post(f"/members/{eve.pk}/delete/")
found["oneself"] = [[who, what, name] for who, what, name, _ in kept()]
Tag.objects.create(number=7, name="A")
tag = Tag.objects.get()
tag.name = "B"
tag.save()
seen = lambda: len(boss.get("/tags/7/").context["changes"])
found["before"] = seen()
tag.delete()
Tag.objects.create(number=7, name="C")
found["same key"] = [seen(), kept(Tag)]
"""

READING = """
row = Ticket.objects.create(title="=A", code="old secret")
row.code, row.status, row.assignee = "new secret", "taken", ann
row.save()
address = f"/tickets/{row.pk}/"
def see(name):
    page = clients[name].get(address)
    entries = page.context["changes"]
    assert ("old secret" in page.content.decode()) == (name == "chief")
    return [[entry.operation, *map(list, lines)] for entry, lines in entries]
found["chief"], found["ann"] = see("chief"), see("ann")
def load(client):
    text = b"".join(client.get(f"{address}?export=changes").streaming_content).decode()
    return [line[2:3] + line[5:] for line in csv.reader(io.StringIO(text))]
found["file"] = load(boss)
stranger = Member.objects.create_user("s@example.com", name="s", role="")
add_to_members(stranger)
stranger = sign_in(stranger)
found["stranger"] = [stranger.get(address + end).status_code for end in ("", "?export=changes")]
def count(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)
pages = [(boss, address), (clients["root"], f"/admin/core/ticket/{row.pk}/change/")]
before = [count(*each) for each in pages]
for number in range(30):
    row.title, row.assignee = str(number), (ann, chief)[number % 2]
    row.save()
AuditEntry.objects.update(user=ann)
found["more queries"] = [count(*each) > old for each, old in zip(pages, before)]
found["shown"] = len(boss.get(address).context["changes"])
with CaptureQueriesContext(connection) as queries:
    boss.get("/tickets/")
found["list"] = sum("audit" in each["sql"] for each in queries)
"""

ADMIN = """
root_client, log = clients["root"], "/admin/audit/auditentry/"
sent = {"title": "A", "status": "fresh", "hours": 0, "code": "a secret"}
root_client.post("/admin/core/ticket/add/", sent)
row, entry = Ticket.objects.get(), AuditEntry.objects.get()
found["add"] = [[who, what, name] for who, what, name, _ in kept()]
staff = Member.objects.create_user("st@example.com", name="st", is_staff=True, role="agent")
add_to_members(staff)
from django.contrib.auth.models import Permission
staff.user_permissions.set(Permission.objects.all())
staff = sign_in(staff)
inline = lambda client: client.get(
    f"/admin/core/ticket/{row.pk}/change/").content.decode().split('id="pages-audit')[-1]
found["row"] = ["→ a secret" in inline(each) for each in (root_client, staff)]
found["named"] = "Title: – → A" in inline(staff)
found["staff"] = [staff.get(log + end).status_code for end in ("", f"{entry.pk}/change/")]
forget()
marked = {"action": "delete_selected", "_selected_action": [str(row.pk)], "post": "yes"}
root_client.post("/admin/core/ticket/", marked)
found["gone"] = [[who, what, name] for who, what, name, _ in kept()]
entry = AuditEntry.objects.get()
page = root_client.get(f"{log}{entry.pk}/change/").content.decode()
found["history"] = "Title: A → –" in page
ways = ["add/", f"{entry.pk}/delete/", f"{entry.pk}/change/"]
found["closed"] = [root_client.post(log + way, {"operation": "x"}).status_code for way in ways]
chosen = {"_selected_action": [str(entry.pk)]}
root_client.post(log, {**chosen, "action": "delete_selected", "post": "yes"})
found["kept"] = len(kept())
answer = root_client.post(log, {**chosen, "action": "export_csv"})
text = b"".join(answer.streaming_content).decode()
found["file"] = ["Deleted,A," in text, "a secret" in text]
"""
