"""The order of the records that refer to one: on its page and on paper, that of their list."""

from pathlib import Path

from tests.micro.parcels import read_related, read_sheet, run
from tests.projects import BuiltProject, run_dazzle

ORDERS = {
    "size": "lmnk",
    "double desc": "nmlk",
    "kind, name": "knml",
    "owner, name desc": "nlmk",
    "shelf, name": "klmn",
    "shelf desc": "klmn",  # the same for all; what is left is the model's own order
}
"""How a list is sorted at first → the names of the rows on a page in this order."""
START = """\
entity Shelf:
  name: str required
entity Owner:
  name: str required
surface shelf_view "Shelf":
  uses entity Shelf
  mode: view
"""
BOX = """\
entity Box{number}:
  name: str required
  shelf: ref Shelf required
  kind: enum[wood, card, tin]
  owner: ref Owner
  size: int
  double: computed size * 2
surface box{number}_list "Boxes":
  uses entity Box{number}
  mode: list
  section main:
    field name "Name"
    field kind "Kind"
  ux:
    sort: {order}
"""
SETTINGS = '[modules]\npaths = ["."]\n[features]\npdf = true\n'
FILL = """
shelf, other = (Shelf.objects.create(name=name) for name in "sr")
abe, bea = (Owner.objects.create(name=name) for name in ("Abe", "Bea"))
page = f"/shelves/{shelf.pk}/"
answers["tabs"] = []
for number in range(NUMBER):
    model = globals()[f"Box{number}"]
    boxes, tab = model.objects, model._meta.get_field("shelf").remote_field.related_name
    for name, kind, owner, size in (("m", "tin", bea, 3), ("k", "wood", None, None),
            ("n", "card", abe, 5), ("l", "", abe, 1)):
        boxes.create(shelf=shelf, name=name, kind=kind, owner=owner, size=size)
    boxes.create(shelf=other, name="x", kind="wood", owner=abe, size=9)
    answers["tabs"].append(read(page, tab=tab))
answers["pdf"] = read(page, coding="latin-1", export="pdf")
print(json.dumps(answers))
"""


def test_related_rows_have_the_order_of_their_list(tmp_path: Path) -> None:
    boxes = (BOX.format(number=number, order=order) for number, order in enumerate(ORDERS))
    (tmp_path / "app.dsl").write_text(START + "".join(boxes), encoding="utf-8")
    (tmp_path / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    done = run_dazzle(tmp_path, "build", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    built = BuiltProject("app", tmp_path / "out/django_micro")
    found = run(built, FILL.replace("NUMBER", str(len(ORDERS))))
    tabs = ["".join(line[0] for line in read_related(page)[1:]) for page in found["tabs"]]
    assert dict(zip(ORDERS, tabs, strict=True)) == ORDERS
    texts = [text for text in read_sheet(found["pdf"]) if text in "klmnx"]
    assert "".join(texts) == "".join(ORDERS.values())
