"""A shop whose pages are different for some roles, and all that can be asked of it.

`python -m tests.micro.role_shop PERSON…` in the app's folder prints as a JSON object what each of
these people finds at each way in, before and after what is hidden from clerks has other values.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from tests.micro.pdf_texts import read_pdf
from tests.micro.walk import prepare_django

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
_CHANGING = re.compile(
    r'(csrfmiddlewaretoken|idempotency-key|content)" value="[^"]*"'
    r"|[A-Z]\w+\.? \d+, \d{4}, (\d[\d:]* [ap]\.m\.|noon|midnight)"
)
"""Tokens, and the time at which something was printed."""
_NEW = re.compile(r"[0-9a-f]{8}-(?!0000)[0-9a-f]{4}-[0-9a-f-]{22}")
"""The key of a row that was made just now."""


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


class Person:
    """Somebody who asks."""

    def __init__(self, name: str, account: Any) -> None:
        from django.test import Client

        self.name, self.account = name, account
        self.client = Client(HTTP_HOST="localhost", raise_request_exception=False)
        self.client.force_login(account)

    def ask(self, address: str) -> list[Any]:
        """The status of an answer and its text, without what changes from one to the next."""
        address = address.replace("KEEPER", str(KEEPER["pk"])).replace("FILE", KEEPER["paper"])
        accept = "application/json" if "form-search" in address else "text/html"
        return self.read(self.client.get(address, headers={"accept": accept}))

    def send(self, address: str, values: Mapping[str, Any]) -> list[Any]:
        """The same of what a form is sent to, as if nothing had been sent afterwards."""
        from django.db import transaction

        with transaction.atomic():
            answer = self.client.post(address, values)
            found = self.read(answer)
            found.append(describe_rows())
            transaction.set_rollback(True)
        return found

    def read(self, answer: Any) -> list[Any]:
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if answer.headers.get("Content-Type") == "application/pdf":
            text = "\n".join(read_pdf(content))
        else:
            text = content.decode(errors="replace")
        found = [answer.headers.get("Location", ""), _CHANGING.sub("", text)]
        return [answer.status_code, *(_NEW.sub("NEW", each) for each in found)]


KEEPER: dict[str, Any] = {}


def describe_rows() -> list[list[str]]:
    """All items as they are."""
    from core.models import Item

    names = ("name", "cost", "secret", "grade", "kind", "price", "code")
    rows = Item.objects.order_by("pk").values_list(*names)
    return [list(map(str, row)) for row in rows]


def make_rows() -> dict[str, Person]:
    """The items, a sale of each, and the people."""
    from core.models import Item, Sale
    from django.core.files.base import ContentFile
    from pages.testing import add_account

    accounts = {name: add_account(name, is_staff=True, **said) for name, said in PEOPLE.items()}
    keeper = accounts["clerk"]
    said = [("Drill", keeper, "tool"), ("Saw", keeper, "tool"), ("Pump", None, "tool")]
    for key, (name, owner, kind) in zip(KEYS, [*said, ("Ball", None, "toy")], strict=True):
        Item.objects.create(
            pk=key, name=name, keeper=owner, kind=kind, price="5000.00", bought="2024-02-29"
        )
    Sale.objects.create(item=Item.objects.get(pk=OTHER), amount=7)
    drill = Item.objects.get(pk=OWN)
    drill.paper.save("paper.txt", ContentFile(b"on paper"))
    KEEPER.update(pk=keeper.pk, paper=drill.paper.name)
    return {name: Person(name, account) for name, account in accounts.items()}


def hide(first: Mapping[str, str], second: Mapping[str, str]) -> None:
    """Give what is hidden from clerks some values."""
    from core.models import Item

    Item.objects.filter(pk=OWN).update(code=None)
    for key, values in ((OTHER, second), (OWN, first)):
        Item.objects.filter(pk=key).update(**values)


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


def main() -> None:
    prepare_django()
    people = make_rows()
    rounds = []
    for values in (HIDDEN, HIDDEN[::-1]):
        hide(*values)
        found = {}
        for name in sys.argv[1:]:
            person = people[name]
            read = {address: person.ask(address) for address in list_readings()}
            sent = [(place, person.send(place, said)) for place, said in list_writings()]
            found[name] = {"read": read, "sent": sent}
        rounds.append(found)
    print(json.dumps(rounds))


if __name__ == "__main__":
    main()
