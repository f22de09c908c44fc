"""Scripts that put records away on each way, look for them everywhere, and restore them."""

PAGES = """
a, b = put("A"), put("B")
response = boss.post(f"/repairs/{a.pk}/delete/", follow=True)
found["said"] = say(response)
row = Repair.all_objects.get(title="A")
found["noted"] = [row.gone_at is not None, str(row.gone_by)]
ways = ["", "edit/", "delete/"]
found["row"] = [boss.get(f"/repairs/{a.pk}/{way}").status_code for way in ways]
setting = f"/repairs/{a.pk}/set/status/"
found["row"].append(boss.post(setting, {"status": "done"}).status_code)
lists = ["/repairs/", "/repairs/?q=A", "/repairs/?status=fresh", "/repairs/?sort=title"]
found["lists"] = [name(boss.get(each).context["object_list"]) for each in lists]
text = b"".join(boss.get("/repairs/?export=csv").streaming_content).decode()
found["file"] = [row[0] for row in csv.reader(io.StringIO(text))][1:]
found["computed"] = str(House.objects.with_computed("open").get().open)
page = boss.get(f"/houses/{home.pk}/")
found["beside"] = [page.context["tabs"][0]["count"], name(page.context["tabs"][0]["rows"])]
found["overview"] = boss.get("/").context["cards"][1]["count"]
ahead = boss.get("/notes/new/?form-search=repair&text=").json()["matches"]
found["type-ahead"] = "A" in str(ahead)
form = boss.post("/notes/new/", {"repair": str(a.pk), "text": "x"}).context["form"]
found["forged"] = list(form.errors)
marked = {"row": [str(a.pk)], "confirmed": "1", "change-status": "=done"}
found["many"] = say(boss.post("/repairs/change/", marked, follow=True))
neighbours = boss.get(f"/repairs/{b.pk}/").context
found["neighbours"] = [neighbours["previous"], neighbours["following"]]
"""

RESTORING = """
a, b = put("A"), put("B")
a.delete()
found["away"] = [name(boss.get("/repairs/put-away/").context["object_list"])]
found["others"] = [
    clients["ann"].get("/repairs/put-away/").status_code,
    clients["ann"].post(f"/repairs/{a.pk}/restore/").status_code,
    Client(HTTP_HOST="localhost").post(f"/repairs/{a.pk}/restore/").status_code,
]
found["there"] = [b"put-away/" in clients[who].get("/repairs/").content for who in clients]
restore = lambda row: say(boss.post(f"/repairs/{row.pk}/restore/", follow=True))
values = {"title": "A", "code": "A", "house": str(home.pk), "status": "fresh"}
found["free"] = boss.post("/repairs/new/", values).status_code
found["taken"] = boss.post("/repairs/new/", values).context["form"].errors
found["clash"] = restore(a)
Repair.objects.get(code="A").delete()
found["restored"] = [restore(a), name(Repair.objects.all())]
found["page"] = boss.get(f"/repairs/{a.pk}/").status_code
found["twice"] = boss.post(f"/repairs/{a.pk}/restore/").status_code
found["present"] = boss.post(f"/repairs/{b.pk}/restore/").status_code
done = put("D", status="done")
done.delete()
found["forbidden"] = boss.post(f"/repairs/{done.pk}/restore/").status_code
found["unlisted"] = "D" in name(boss.get("/repairs/put-away/").context["object_list"])
found["kept"] = [[who, what] for who, what, called in kept(Repair) if called == "A"]
tool = Tool(code="k", name="old")
tool.save()
tool.delete()
sent = {"code": "k", "name": "new"}
answer = boss.post("/tools/new/", sent)
found["key"] = answer.context and list(answer.context["form"].errors.values())
found["not replaced"] = list(Tool.all_objects.values_list("name", flat=True))
"""

OTHERS = """
a, b, early = put("A"), put("B"), put("early")
early.delete()
Note.objects.create(repair=a, text="N")
Visit.objects.create(name="V", repair=a)
AuditEntry.objects.all().delete()
def ask(address):
    summary = boss.get(address).context["summary"]
    said = [summary.deleted, summary.nullified, summary.protected]
    return [[[each.title, sorted(each.names)] for each in part] for part in said]
found["summary"] = ask(f"/houses/{home.pk}/delete/")
boss.post(f"/houses/{home.pk}/delete/")
found["along"] = [name(Repair.objects.all()), Note.objects.count()]
found["lost"] = [str(Visit.objects.get().repair), kept(Visit)]
restore = lambda way: say(boss.post(f"/{way}/restore/", follow=True))
found["first"] = restore(f"repairs/{early.pk}")
restore(f"houses/{home.pk}")
found["together"] = [name(House.objects.all()), name(Repair.objects.all())]
invoice = Invoice.objects.create(repair=a, amount=3)
found["protected"] = [
    boss.post(f"/repairs/{a.pk}/delete/").status_code,
    boss.post(f"/houses/{home.pk}/delete/").status_code,
    name(Repair.objects.all()),
]
def fails(act):
    try:
        act()
    except models.RestrictedError:
        return True
    return False
acts = [a.delete, Repair.objects.filter(pk=a.pk).delete, home.delete]
found["in code"] = [fails(act) for act in acts] + [name(Repair.objects.all())]
invoice.delete()
Repair.objects.filter(title__in="AB").delete()
found["query"] = [Repair.objects.count(), Repair.all_objects.count()]
found["nobody"] = str(Repair.all_objects.get(title="A").gone_by)
"""

FILES = """
a, b = put("A"), put("B")
a.delete()
def load(text):
    file = SimpleUploadedFile("t.csv", text.encode(), "text/csv")
    page = boss.post("/repairs/import/", {"file": file})
    told = page.context["outcomes"]
    boss.post("/repairs/import/", {"content": page.context.get("content", "")})
    return [[each.kind, [str(text) for _, text in each.errors]] for each in told]
found["new"] = load("title,code,house\\nX,A,Home")
found["known"] = load("title,code,house\\nY,B,Home")
found["alike"] = load("title,code,house\\nZ,Z,Home\\nZ,Z,Home")
found["rows"] = sorted(Repair.objects.values_list("title", "code"))
from datetime import timedelta
from django.utils import timezone
def purge(days):
    out = io.StringIO()
    call_command("purge", older_than=days, stdout=out)
    return [out.getvalue().splitlines(), Repair.all_objects.count(), House.all_objects.count()]
found["young"] = purge(1)
home.delete()
long_ago = timezone.now() - timedelta(days=3)
for model in (House, Repair):
    model.all_objects.exclude(gone_at=None).update(gone_at=long_ago)
late = put("L")
found["used"] = purge(1)
late.delete_for_good()
found["old"] = purge(1)
"""

ADMIN = """
a, b = put("A"), put("B")
root_client = clients["root"]
place = "/admin/core/repair/"
def send(action, row, query=""):
    sent = {"action": action, "_selected_action": [str(row.pk)], "post": "yes"}
    return say(root_client.post(place + query, sent, follow=True))
def listed(query=""):
    return name(root_client.get(place + query).context["cl"].queryset)
send("delete_selected", a)
found["marked"] = [name(Repair.objects.all()), Repair.all_objects.count()]
root_client.post(f"{place}{b.pk}/delete/", {"post": "yes"})
found["one"] = [name(Repair.objects.all()), Repair.all_objects.count()]
found["by"] = str(Repair.all_objects.get(title="B").gone_by)
found["lists"] = [listed(), listed("?put_away=yes")]
found["page"] = root_client.get(f"{place}{a.pk}/change/").status_code
send("restore_rows", a, "?put_away=yes")
found["restored"] = [listed(), listed("?put_away=yes")]
look = "/admin/autocomplete/?app_label=core&model_name=note&field_name=repair&term="
found["ahead"] = [each["text"] for each in root_client.get(look).json()["results"]]
form = root_client.get(f"{place}{a.pk}/change/").context["adminform"].form
found["inputs"] = sorted(set(form.fields) & {"gone_at", "gone_by"})
c, d = put("C"), put("D")
Repair.objects.filter(title__in="CD").delete()
put("E", code="D")
sent = {"action": "restore_rows", "_selected_action": [str(c.pk), str(d.pk)]}
said = say(root_client.post(f"{place}?put_away=yes", sent, follow=True))
found["all or none"] = [said, listed()]
"""
