"""Pages of one record: its values, what refers to it, its neighbours and its end."""

import re

import pytest

from tests.micro.documents import list_faults, read_document, read_text
from tests.micro.orders import ask, build_orders
from tests.projects import BuiltProject

FILL = """
ada = Customer.objects.create(name="Ada <i>")
first = Order.objects.create(number="A-1", customer=ada, status="overdue", paid=True,
    total=Decimal("-1234.50"), weight=Decimal("1200.250"), details={"size": ["<b>", None]},
    note="two\\nlines & more", link="https://example.com/a?b=1&c=2", due=date(2026, 3, 31),
    scan=ContentFile(b"<script>", "scan.html"))
second = Order.objects.create(number="A-2", customer=ada, status="")
Order.objects.filter(pk=first.pk).update(made=datetime(2026, 3, 31, 23, 30, tzinfo=UTC))
"""

FACTS = {
    "Customer": "Ada <i>",
    "Status": "Overdue",
    "Total": "-1,234.50 EUR",
    "Weight": "1,200.250",
    "Paid": "✓Yes",
    "Gift": "✗No",
    "Details": '{ "size": [ "<b>", null ] }',
    "Note": "twolines & more",
    "Due": "March 31, 2026",
    "Made": "March 31, 2026, 11:30 p.m.",
    "Photo": "",
}
DELETE = """
Complaint.objects.create(text="late", customer=ada)
page = f"/customers/{ada.pk}/delete/"
told = read(page)
contract = Contract.objects.create(name="Forever", customer=ada)
refused = read(page)
answer = client.post(page)
kept = Customer.objects.filter(pk=ada.pk).exists()
contract.delete()
client.post(page)
left = [model.objects.count() for model in (Customer, Order, Complaint)]
print(json.dumps([told, refused, answer.status_code, kept, left]))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The project of orders."""
    return build_orders(tmp_path_factory.mktemp("orders"))


def read_facts(page: str) -> dict[str, str]:
    """Title of a field → what the page shows of it."""
    assert list(list_faults(page)) == []
    lists = (one for one in read_document(page).iter("dl") if one.get("class") == "facts")
    facts = (fact for one in lists for fact in one)
    return {read_text(fact.find("dt")): read_text(fact.find("dd")) for fact in facts}


def test_values_are_shown_as_what_they_are(built: BuiltProject) -> None:
    script = """
full, empty = read(f"/orders/{first.pk}/"), read(f"/orders/{second.pk}/")
client.cookies["timezone"] = "Asia/Tokyo"
there = read(f"/orders/{first.pk}/")
client.cookies["timezone"] = "../etc/passwd"
print(json.dumps([full, empty, there, read(f"/orders/{first.pk}/")]))
"""
    full, empty, there, tampered = ask(built, FILL + script)
    facts = read_facts(full)
    assert {name: facts[name] for name in FACTS} == FACTS
    assert "scan" in facts["Scan"]
    (sign,) = set(re.findall(r'<span class="(\w+)" aria-hidden="true">[✓✗]', full))
    bootstrap = built.folder / "static/vendor/bootstrap/bootstrap.min.css"
    assert not re.search(rf"\.{sign}\b", bootstrap.read_text(encoding="utf-8"))
    assert '<span class="badge tone-bad">Overdue</span>' in full
    assert "two<br>lines &amp; more" in full
    assert read_facts(there)["Made"] == "April 1, 2026, 8:30 a.m."
    assert read_facts(tampered) == facts
    nothing = read_facts(empty)
    shown = {name for name, text in nothing.items() if text}
    assert shown == {"Number", "Customer", "Paid", "Gift", "Made"}
    assert empty.count("<dd></dd>") == len(nothing) - 5


def test_tabs_of_what_refers_to_a_record(built: BuiltProject) -> None:
    script = """
for number in range(24):
    Order.objects.create(number=f"B-{number}", customer=ada)
Complaint.objects.create(text="late", customer=ada)
page = f"/customers/{ada.pk}/"
cut = re.findall(r'href="(/orders/[?][^"]+)"', read(page))
shown = read(cut[0])
found = [find_section(read(page, tab=name), 'id="related"') for name in ("orders", "complaints")]
print(json.dumps([*found, cut, re.findall(r"1–20 of (\\d+)", shown)[:1]]))
"""
    orders, complaints, cut, listed = ask(built, FILL + script)
    tabs = re.compile(r'<a href="\?tab=\w+"( aria-current="true")?>(\w+) <span class="count">(\d+)')
    assert [found[1:] for found in tabs.findall(orders)] == [
        ("Orders", "26"),
        ("Complaints", "1"),
        ("Contracts", "0"),
    ]
    assert [name for mark, name, _ in tabs.findall(complaints) if mark] == ["Complaints"]
    assert orders.count('<td><a href="/orders/') == 20
    assert "late" in complaints
    assert len(cut) == 1
    assert listed == ["26"]


def test_adding_to_a_tab_fills_in_the_reference(built: BuiltProject) -> None:
    script = """
page = f"/customers/{ada.pk}/"
address, = re.findall(r'href="(/complaints/[^"]+next=[^"]+)"', read(page, tab="complaints"))
address = address.replace("&amp;", "&")
form = read(address)
chosen = re.findall(r'<option value="([^"]+)" selected', form)
answer = client.post(address, {"text": "too late", "customer": chosen[0]})
row = Complaint.objects.get()
print(json.dumps([chosen == [str(ada.pk)], answer["Location"] == page, row.customer == ada]))
"""
    assert ask(built, FILL + script) == [True, True, True]


def test_neighbours(built: BuiltProject) -> None:
    script = """
for name in ("Carl", "Bob", "Dora"):
    Customer.objects.create(name=name)
def walk(direction):
    address, seen = "/customers/", []
    page = read(Customer.objects.order_by("name" if direction == "next" else "-name").first()
        .get_absolute_url())
    while True:
        seen.append(re.search(r"<h1>(.*?)</h1>", page)[1])
        found = re.findall(rf'<a rel="{direction}" href="([^"]+)"', page)
        if not found:
            return seen
        page = read(found[0])
print(json.dumps([walk("next"), walk("prev")]))
"""
    names = ["Ada &lt;i&gt;", "Bob", "Carl", "Dora"]
    assert ask(built, FILL + script) == [names, names[::-1]]


def test_end_of_a_record_is_told_before(built: BuiltProject) -> None:
    told, refused, status, kept, left = ask(built, FILL + DELETE)
    assert list(list_faults(told)) == list(list_faults(refused)) == []
    assert "Delete “Ada &lt;i&gt;”?" in told
    assert "<li>A-1</li>" in told
    assert re.findall("<h3>(.*?)</h3>", told) == ["2 Orders", "1 Complaint (customer)"]
    assert "Forever" in refused
    assert 'class="btn btn-danger"' in told and 'class="btn btn-danger"' not in refused
    assert (status, kept, left) == (409, True, [0, 0, 1])
