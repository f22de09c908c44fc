"""Totals of an example, values that aren't built, and odd names of computed values."""

import json
from pathlib import Path

from tests.conftest import Finder
from tests.micro.parcels import read_facts, read_related, read_rows, run
from tests.projects import BuiltProject, run_dazzle, run_python

BY_HAND = """
client = Client.objects.create(code="ACME-001", name="Acme", email="a@example.com", terms="14 days")
first = Invoice.objects.create(number="1", client=client, due_on=date(2020, 1, 31))
second = Invoice.objects.create(number="2", client=client, due_on=date(2020, 1, 31),
    paid_on=date(2020, 1, 30))
for position, (quantity, price, day) in enumerate([("3", "9.99", None), ("0.5", "100", None),
        ("1.333", "0.99", date(2026, 1, 1))], 1):
    Line.objects.create(invoice=first, position=position, description=f"x{position}",
        delivered_on=day, quantity=Decimal(quantity), unit_price=Decimal(price))
answers["invoices"] = read("/invoices/", sort="number")
answers["invoice"] = read(f"/invoices/{first.pk}/", tab="lines")
answers["edit"] = read(f"/invoices/{first.pk}/edit/")
answers["lines"] = read("/lines/", sort="position")
answers["clients"] = read("/clients/")
answers["pdf"] = browser.get(f"/invoices/{first.pk}/", {"export": "pdf"}).status_code
print(json.dumps(answers))
"""


COLUMNS = [
    "Position",
    "Product",
    "Description",
    "Quantity",
    "Unit price",
    "VAT",
    "Delivered on",
    "Amount",
    "The client's payment terms",
]


def test_totals_of_invoices_are_those_by_hand(find_built: Finder, tmp_path: Path) -> None:
    """Lines of 29.97, 50.00 and 1.32 make 81.29; a fifth of that is 16.26, and both are 97.55."""
    found = run(find_built("invoices").copy_to(tmp_path), BY_HAND)
    lines = [row["Amount"] for row in read_rows(found["lines"])]
    assert lines == ["29.97 GBP", "50.00 GBP", "1.32 GBP"]
    facts = read_facts(found["invoice"])
    sums = [facts[name] for name in ("Net", "VAT (20 %)", "Total", "Lines to deliver")]
    assert sums == ["81.29 GBP", "16.26 GBP", "97.55 GBP", "2"]
    rows = read_rows(found["invoices"])
    listed = [(row["Total"], row["To deliver"], row["Overdue"]) for row in rows]
    assert listed == [("97.55 GBP", "2", "✓Yes"), ("0.00 GBP", "0", "✗No")]
    assert read_facts(found["edit"]) == {"Total": "97.55 GBP"}
    assert [row["Turnover"] for row in read_rows(found["clients"])] == ["97.55 GBP"]
    assert found["pdf"] == 200
    assert read_related(found["invoice"]) == [
        COLUMNS,
        ["1", "–", "x1", "3.000", "9.99", "20 % (standard)", "–", "29.97", "14 days"],
        ["2", "–", "x2", "0.500", "100.00", "20 % (standard)", "–", "50.00", "14 days"],
        ["3", "–", "x3", "1.333", "0.99", "20 % (standard)", "Jan. 1, 2026", "1.32", "14 days"],
        ["", "", "", "", "", "", "", "81.29", ""],
    ]


UNBUILT = """\
app desk "Desk"
entity Person:
  name: str required
  helpers: many_to_many Helper
  cars: computed count(helpers)
  fine: computed name + "!"
  mine: computed name = current_user.username
  also: computed not mine
  chief: computed role(boss)
entity Helper:
  name: str required
surface person_list:
  uses entity Person
  mode: list
  section main:
    field name
    field fine
    field cars
    field also
"""


def test_values_that_no_query_can_add_are_not_built(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(UNBUILT, encoding="utf-8")
    for command in (["validate", "app.dsl"], ["build", "app.dsl", "--output", "out"]):
        said = json.loads(run_dazzle(tmp_path, *command, "--json").stdout)
        [problem] = [each for each in said["problems"] if "`computed`" in each["message"]]
        places = [problem["line"], *(each["line"] for each in problem["related"])]
        assert (problem["code"], places) == ("not-built", [7, 8, 9])
    built = BuiltProject("app", tmp_path / "out/django_micro")
    found = run(
        built,
        "Person.objects.create(name='Kim'); answers['list'] = read('/people/')\n"
        "print(json.dumps(answers))",
    )
    assert read_rows(found["list"]) == [{"Name": "Kim", "Fine": "Kim!", "Cars": "0"}]


ODD = """\
app odd "Odd"
entity Thing:
  name: str required
  other: ref Thing
  class: computed name + "a"
  count: computed count(other_things)
  first: computed name + "b"
  filter: computed name + "c"
  save: computed name + "d"
  objects: computed name + "e"
  other_id: computed name + "f"
  get_absolute_url: computed name + "g"
  media: computed name + "h"
  functions: computed name + "i"
  with_computed: computed name + "j"
entity ThingQuerySet:
  name: str required
  object: computed name + "z"
""" + "".join(
    f"surface {name}_list:\n  uses entity {name}\n  mode: list\n  section main:\n    field name\n"
    + "".join(f"    field {each}\n" for each in fields.split())
    for name, fields in {
        "Thing": "class count first filter save objects other_id get_absolute_url media functions"
        " with_computed",
        "ThingQuerySet": "object",
    }.items()
)


def test_computed_values_may_have_any_name(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(ODD, encoding="utf-8")
    assert run_dazzle(tmp_path, "build", "app.dsl", "--output", "out").returncode == 0
    built = BuiltProject("app", tmp_path / "out/django_micro")
    found = run(
        built,
        "Thing.objects.create(name='x')\nanswers['list'] = read('/things/')\n"
        "answers['admin'] = read('/admin/core/thing/')\nprint(json.dumps(answers))",
    )
    [row] = read_rows(found["list"])
    assert list(row.values()) == ["x", "xa", "0", *(f"x{letter}" for letter in "bcdefghij")]
    assert built.manage("test").returncode == 0


LONG = """\
entity Client:
  name: str required
  rate: decimal(10, 2)
entity Bill:
  client: ref Client required
  amount_without_tax: decimal(10, 2)
  number_of_pieces: int
  number_of_boxes: int
  start: datetime
  finish: datetime
  chain: computed number_of_pieces + number_of_boxes * 17 + number_of_pieces + number_of_boxes
  product: computed (number_of_pieces + number_of_boxes) * (number_of_pieces - number_of_boxes) * 12
  inner: computed number_of_pieces - (number_of_boxes - number_of_pieces * (number_of_boxes - 1234))
  minus: computed -(number_of_pieces * number_of_boxes - number_of_pieces * 17 + number_of_boxes)
  sum: computed count(Client) + count(Client where name != "b") * 10 - count(Client where rate = 1)
  lack: computed -count(Client where name != "a long name of somebody" and name != "another")
  then: computed start + (finish - start) * 2 - 12h + 30min + (finish - start) / 2 + 2d
  time: computed (finish - start) * 2 + (finish - start) / 4 - 3d + 12h - 30min
  mixed: computed client.rate + number_of_pieces * number_of_boxes - amount_without_tax / 4
"""
FILL_LONG = """
client = Client.objects.create(name="a", rate=Decimal("2.50"))
Bill.objects.create(client=client, amount_without_tax=10, number_of_pieces=5,
    number_of_boxes=3, start=datetime(2026, 1, 1, tzinfo=UTC),
    finish=datetime(2026, 1, 3, tzinfo=UTC))
names = "chain product inner minus sum lack then time mixed".split()
[row] = Bill.objects.with_computed(*names).values(*names)
print(json.dumps({name: str(value) for name, value in row.items()}))
"""


def test_computations_of_several_lines_are_whole(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(LONG, encoding="utf-8")
    assert run_dazzle(tmp_path, "build", "app.dsl", "--output", "out").returncode == 0
    built = BuiltProject("app", tmp_path / "out/django_micro")
    done = run_python(built.folder, "-m", "ruff", "format", "--check", "--isolated", "core")
    assert done.returncode == 0, done.stdout
    assert run(built, FILL_LONG) == {
        "chain": "64",
        "product": "192",
        "inner": "-6153",
        "minus": "67",
        "sum": "11",
        "lack": "-1",
        "then": "2026-01-07 12:30:00+00:00",
        "time": "1 day, 23:30:00",
        "mixed": "15.00",
    }
