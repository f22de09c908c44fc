"""What people try on the forms of `bills`; prints what becomes of it."""

SCRIPT = """
import atexit, json, re
from core.models import Bill, Line, Product, Receipt, Remark, Seal, User
from django.core import signing
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment
from django.db import connection
from pages.accounts.signing_in import TYPED
from records.audit.models import AuditEntry
from records.members import add_to_members
setup_test_environment()
def sign_in(role):
    user = User.objects.create_user(email=f"{role}@example.com", role=role)
    add_to_members(user)
    client = Client(HTTP_HOST="localhost")
    client.force_login(user)
    return client
clerk, boss = sign_in("clerk"), sign_in("boss")
found = {}
# Also where something goes wrong on the way.
atexit.register(lambda: print(json.dumps(found, default=str)))
nail = Product.objects.create(name="Nail")
bill, other = Bill.objects.create(number="1"), Bill.objects.create(number="2")
def make(what, to=bill, **values):
    return Line.objects.create(bill=to, what=what, **values)
apple, frozen, kept = make("Apple"), make("Frozen", is_frozen=True), make("Kept", is_kept=True)
secret, foreign = make("Secret", is_secret=True), make("Foreign", other)
edit, new = f"{bill.get_absolute_url()}edit/", "/bills/new/"
def read():
    return sorted([line.what, line.price, line.margin, line.bill.number, line.state]
        for line in Line.objects.all())
start = read()
def lay_out(*lines, name="lines", **values):
    sent = {"number": "1", "state": "draft", f"{name}-form-count": len(lines)}
    for n, line in enumerate(lines):
        sent |= {f"{name}-{n}-{key}": value for key, value in line.items()}
    return {**sent, **values}
def about(row, **values):
    return {"form-key": row.pk, "what": row.what, "price": row.price, "state": row.state,
        **values}
def send(client, *lines, path=edit, **values):
    # What was written is taken back, so that each attempt is as if there had been no other.
    from django.db import transaction
    before = read()
    with transaction.atomic():
        answer = client.post(path, lay_out(*lines, **values))
        after = read()
        transaction.set_rollback(True)
    return [answer.status_code, [each for each in after if each not in before],
        [each for each in before if each not in after]]
page = clerk.get(edit).content.decode()
found["shown"] = re.findall(r'name="lines-[0-9]+-what" value="([^"]*)"', page)
found["closed"] = re.findall(r'name="lines-1-what"[^>]*disabled', page) != []
found["removable"] = [f"lines-{n}-form-remove" in page for n in range(3)]
found["inputs"] = [f'name="lines-0-{name}' in page
    for name in ("what", "margin", "bill", "id", "made_by", "state")]
found["states"] = re.findall(r'<option value="(\\w+)"',
    page.split('name="lines-0-state"')[1].split("</select>")[0])
found["focus"] = page.count("autofocus")
found["prototype"] = "lines-__prefix__-what" in page
found["changed"] = send(clerk, about(apple, price=5), about(frozen, price=5), about(kept))
blank = {"price": 0, "state": "open"}
found["added"] = send(clerk, {**blank, "what": "Pear", "price": 3}, {**blank, "what": ""})
found["removed"] = send(clerk, about(apple, **{"form-remove": 1}),
    about(kept, **{"form-remove": 1}))
found["swapped"] = send(clerk, {"what": "Apple", "price": 9},
    about(apple, **{"form-remove": 1}))
found["left out"] = send(clerk)
found["removed wrong"] = send(clerk, about(apple, what="", price="x", **{"form-remove": 1}),
    {"what": "", "price": "x", "form-remove": 1})
kinds = r'<input[^>]*name="((?:initial-)?lines-0-[a-z_]+)"(?:[^>]*value="([^"]*)")?'
blank_line = dict(re.findall(kinds, clerk.get(new).content.decode()))
found["left alone"] = [len(blank_line), clerk.post(new, lay_out(number="5",
    **{**blank_line, "lines-0-state": "open", "lines-form-count": 1})).status_code,
    Bill.objects.filter(number="5").count()]
later = about(apple, seen_at="2001-01-01T10:00")
found["fixed"] = [clerk.post(edit, lay_out(later)).status_code,
    Line.objects.get(pk=apple.pk).seen_at == apple.seen_at]
signed_out = Client(HTTP_HOST="localhost").post(edit, lay_out({"what": "Pear", "pin": "s3cret"}))
carried = re.search(f'name="{TYPED}" value="([^"]*)"', signed_out.content.decode())[1]
found["carried"] = [word in signing.loads(carried, salt=TYPED)[1] for word in ("Pear", "s3cret")]
found["too many"] = [send(clerk, *[{"what": f"No {n}"} for n in range(120)]),
    clerk.post(edit, lay_out(*[{"what": f"No {n}"} for n in range(120)]))
        .content.decode().count('value="No ')]
found["forged"] = {
    "key of another bill": send(clerk, about(foreign, what="Mine")),
    "key out of sight": send(clerk, about(secret, what="Mine")),
    "no key": send(clerk, about(apple, **{"form-key": "x"})),
    "the same key twice": send(clerk, about(apple, price=1), about(apple, price=2)),
    "removal elsewhere": send(clerk, about(foreign, **{"form-remove": 1})),
    "removal out of sight": send(clerk, about(secret, **{"form-remove": 1})),
}
found["ignored"] = {
    "another bill": send(clerk, about(apple, bill=other.pk, bill_id=other.pk)),
    "another key": send(clerk, about(apple, id=foreign.pk, pk=foreign.pk)),
    "new with a key": send(clerk, {"what": "New", "id": foreign.pk, "pk": foreign.pk,
        "bill": other.pk}),
    "hidden": send(clerk, about(apple, margin=99)),
    "hidden in new": send(clerk, {"what": "New", "margin": 99}),
    "frozen": send(clerk, about(frozen, what="Thawed")),
    "count": [send(clerk, about(apple, what="No"), **{"lines-form-count": count})
        for count in ("x", "-1", "0", "", "99999999999", "\\u0661")],
    "no count": send(clerk, path=edit, **{"lines-form-count": "0", "lines-0-what": "No"}),
}
found["state"] = [send(clerk, about(apple, state=state)) for state in ("done", "dropped")]
found["wrong"] = send(clerk, {"what": "", "price": 4}, number="changed")
found["wrong twice"] = send(clerk, {"what": "Pear"}, {"what": "Pear"})
answer = clerk.post(edit, lay_out({"what": "Pear"}, {"what": "Pear"}, number="changed"))
found["said"] = [str(each) for each in answer.context["form"].non_field_errors()]
found["kept number"] = Bill.objects.filter(number="changed").exists()
found["shown again"] = answer.content.decode().count('value="Pear"')
Bill.objects.filter(pk=bill.pk).update(state="sent")
found["sent"] = [send(clerk, {"what": "Pear"}, state="sent"),
    "form-line" in clerk.get(edit).content.decode(), send(boss, {"what": "Pear"}, state="sent")[0]]
Bill.objects.filter(pk=bill.pk).update(state="draft")
found["at once"] = send(clerk, {"what": "Pear"}, state="sent")
asked = clerk.post(edit, lay_out(about(apple, price="x"), number="", **{"form-line": "lines"}))
text = asked.content.decode()
found["another"] = [asked.status_code, "lines-1-what" in text,
    'name="lines-form-count" value="2"' in text, "invalid-feedback" in text, read() == start]
token = "0" * 32
made = [clerk.post(new, lay_out({"what": "One"}, {"what": "Two"}, number="3",
    **{"idempotency-key": token})).status_code for _ in range(2)]
third = Bill.objects.get(number="3")
found["made"] = [made, sorted(third.lines.values_list("what", flat=True)),
    {str(line.made_by) for line in third.lines.all()} == {"clerk@example.com"}]
failed = clerk.post(new, lay_out({"what": "One"}, {"what": "One"}, number="4"))
found["not made"] = [failed.status_code, Bill.objects.filter(number="4").exists(),
    failed.content.decode().count('value="One"')]
found["blank"] = clerk.get(new).content.decode().count('name="lines-0-what"')
found["audited"] = AuditEntry.objects.filter(object_key=str(third.lines.get(what="One").pk)).count()
start = read()
late = lay_out(about(apple, price=8, **{"what": "Apple"}))
late |= {"initial-lines-0-price": 4, "initial-lines-0-what": "Apple"}
clash = clerk.post(edit, late)
found["clash"] = [clash.status_code, "Meanwhile" in clash.content.decode(), read() == start]
seal = [clerk.post(edit, lay_out({"motto": motto}, name="seal")).status_code
    for motto in ("Ora", "")]
found["seal"] = [seal, list(bill.seal.__class__.objects.values_list("motto", flat=True))]
own = bill.seal
found["second seal"] = [clerk.post(edit, lay_out({"motto": "Et labora"}, name="seal")).status_code,
    Seal.objects.count()]
Bill.objects.filter(pk=other.pk).update(state="sent")
found["no seal"] = ["seal-0-motto" in client.get(
    f"{other.get_absolute_url()}edit/").content.decode() for client in (clerk, boss)]
found["no seal"] += [client.post(f"{other.get_absolute_url()}edit/", lay_out({"motto": "Et labora"},
    name="seal", number="2", state="sent")).status_code for client in (clerk, boss)]
found["no seal"].append(Seal.objects.count())
resealed = [lay_out({"motto": "Mine", "form-key": own.pk, **more}, name="seal")
    for more in ({}, {"form-remove": 1})]
found["closed seal"] = [[boss.post(edit, sent).status_code for sent in resealed],
    Seal.objects.get(pk=own.pk).motto]
Remark.objects.create(line=apple, text="Rotten")
found["referred"] = send(boss, about(apple, **{"form-remove": 1}))
Remark.objects.all().delete()
receipt = Receipt.objects.create(line=apple, text="Paid")
found["paid"] = send(boss, about(apple, **{"form-remove": 1}))
receipt.delete()
sheet = clerk.get(edit).content.decode()
found["seal shown"] = ['value="Ora"' in sheet, 'value="seal" formnovalidate' in sheet]
found["search"] = [clerk.get(f"{edit}?form-search=lines-0-product&text=Na").json()["matches"],
    clerk.get(f"{edit}?form-search=lines-0-bill&text=2").status_code]
def count(number):
    with CaptureQueriesContext(connection, ) as queries:
        assert clerk.get(edit).status_code == 200
    return len(queries)
few = count(3)
Line.objects.bulk_create(Line(bill=bill, what=f"Line {n}") for n in range(12))
found["queries"] = [few, count(15)]
Line.objects.bulk_create(Line(bill=bill, what=f"Line {n}") for n in range(12, 300))
large = clerk.get(edit).content.decode()
found["large"] = ["too many" in large, "lines-0-form-key" in large]
"""
