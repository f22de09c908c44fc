"""A shop whose pages are different for some roles, and the addresses of all it can be asked."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

PROJECT = """\
app shop "Shop"
entity Staff "Person":
  auth: identity
  name: str(80)
  email: email required unique
  role: enum[clerk, chief, guest]
entity Item "Item":
  name: str(80) required
  grade: enum[low, middle, high]
  kind: enum[tool, toy]=tool
  cost: decimal(8,2)
  price: decimal(8,2)
  secret: str(40)
  code: str(8) unique
  keeper: ref Staff
  bought: date
  paper: file
  margin: computed price - cost
  search: name, secret
entity Sale "Sale":
  item: ref Item required
  amount: int=1
surface item_list "Items":
  uses entity Item
  mode: list
  section main:
    field name
    field grade
    field cost
    field price
    field margin
    field secret
    field kind
    field keeper
  ux:
    sort: cost desc
    search: name, secret
    filter: grade, cost, secret, kind, margin
    for clerk:
      scope: keeper = current_user
      hide: grade, cost, secret, code, paper
    for guest:
      show: name, bought
      read_only: true
surface item_view "Item":
  uses entity Item
  mode: view
  ux:
    for clerk:
      hide: grade, cost, secret, code, paper
    for guest:
      scope: kind = toy
      read_only: true
surface item_create "New item":
  uses entity Item
  mode: create
  ux:
    for clerk:
      hide: grade, cost, secret, code, paper
surface item_edit "Edit item":
  uses entity Item
  mode: edit
  ux:
    for clerk:
      hide: grade, cost, secret, code, paper
    for guest:
      read_only: true
surface sale_list "Sales":
  uses entity Sale
  mode: list
surface sale_view "Sale":
  uses entity Sale
  mode: view
surface sale_create "New sale":
  uses entity Sale
  mode: create
surface staff_view "Person":
  uses entity Staff
  mode: view
"""
SETTINGS = "[features]\nimport = true\npdf = true\n"
HIDDEN = (
    {"cost": "4711.50", "secret": "hush-hush", "grade": "high", "code": "C-17"},
    {"cost": "1234.25", "secret": "whisper", "grade": "low", "code": "C-99"},
)
"""What is hidden from clerks of the two items that one of them keeps."""
KEYS = [str(UUID(int=number)) for number in range(1, 5)]
OWN, OTHER, FOREIGN, TOY = KEYS
PEOPLE: dict[str, dict[str, Any]] = {
    **{role: {"role": role} for role in ("clerk", "chief", "guest")},
    **{"nobody": {}, "superuser": {"role": "clerk", "is_superuser": True}},
}
SORTS = ("cost", "-cost", "secret", "grade", "-grade", "margin", "code", "kind", "-kind", "paper")
QUERIES = (
    *("", "?q=hush", "?q=whisper", "?cost_min=2000", "?cost_max=2000", "?grade=high"),
    *("?secret=hush", "?margin_min=0", "?panel=filters", "?panel=add", "?form-search=grade&text=h"),
    *(f"?sort={name}" for name in SORTS),
    *(f"?export={name}&sort=-cost" for name in ("csv", "excel", "print", "pdf")),
    *("?export=csv&q=hush", "?export=csv&cost_min=2000", "?export=pdf&grade=high"),
)


def list_readings() -> Iterator[str]:
    """What can be read, by address."""
    yield "/"
    yield from (f"/items/{query}" for query in QUERIES)
    for key in KEYS:
        yield from (f"/items/{key}/", f"/items/{key}/?export=pdf", f"/items/{key}/edit/")
        yield f"/items/{key}/delete/"
    yield from ("/items/new/", "/items/new/?cost=5&secret=x", "/items/import/?template")
    yield from ("/items/import/", "/sales/", "/sales/new/", "/sales/?panel=filters")
    yield from (f"/sales/new/?form-search=item&text={text}" for text in ("hush", "whisper", "high"))
    yield from (f"/sales/?form-search=item&text={text}" for text in ("hush", "whisper", "high"))
    yield from ("/staff/KEEPER/", "/staff/KEEPER/?export=pdf", "/media/FILE")
    yield from list_admin()


def list_admin() -> Iterator[str]:
    """What can be read in the admin, by address."""
    index = "/admin/core/item/"
    queries = ("q=hush", "q=whisper", "cost=4711.50", "cost__gt=2000", "grade__exact=high")
    yield from (index, *(f"{index}?{each}" for each in (*queries, "secret__startswith=h")))
    yield from (f"{index}?o={number}" for number in range(1, 9))
    yield from (f"{index}{OWN}/change/", f"{index}add/", f"{index}{OWN}/history/")
    field = "app_label=core&model_name=sale&field_name=item"
    yield from (f"/admin/autocomplete/?{field}&term={text}" for text in ("", "hush", "whisper"))
    yield f"{index}{OWN}/delete/"


def list_writings() -> Iterator[tuple[str, dict[str, Any]]]:
    """What can be sent, by address."""
    forged = {"cost": "1.00", "secret": "forged", "grade": "middle", "code": "FORGED"}
    yield f"/items/{OWN}/edit/", {"name": "Bore", "kind": "tool", "price": "5000.00", **forged}
    yield "/items/new/", {"name": "Axe", "kind": "tool", **forged}
    yield "/items/add/", {"quick-name": "Axe", "quick-cost": "1.00", "quick-secret": "forged"}
    yield f"/items/{OWN}/set/grade/", {"grade": "middle"}
    yield f"/items/{OWN}/set/kind/", {"kind": "toy"}
    yield f"/items/{FOREIGN}/set/kind/", {"kind": "toy"}
    yield "/items/change/", {"row": [OWN, FOREIGN], "confirmed": "1", "change-grade": "=middle"}
    yield "/items/change/", {"row": [OWN, FOREIGN], "confirmed": "1", "change-kind": "=toy"}
    yield "/items/change/", {"row": [OWN, FOREIGN]}
    yield "/items/delete/", {"row": [OWN, FOREIGN], "confirmed": "1"}
    for key in (TOY, FOREIGN):
        yield f"/items/{key}/delete/", {}
        yield f"/items/{key}/edit/", {"name": "Bore", "kind": "toy", "price": "5000.00"}
    yield f"/admin/core/item/{OWN}/change/", {"name": "Bore", "kind": "tool", **forged}
    yield from list_imports()


def list_imports() -> Iterator[tuple[str, dict[str, Any]]]:
    """Files that name what is hidden."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    texts = (
        *("Name,Cost,Secret\nAxe,1.00,forged\n", "Code,Name\nC-17,Axe\n", "Code,Name\nC-99,Axe\n"),
        *(f"id,Name,Cost\n{OWN},Drill,{cost}\n" for cost in ("4711.50", "1234.25")),
    )
    for text in texts:
        yield "/items/import/", {"file": SimpleUploadedFile("items.csv", text.encode())}
