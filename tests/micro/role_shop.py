"""People with several roles in a shop, and what they find at each address.

`python -m tests.micro.role_shop PERSON…` in the app's folder prints as a JSON object what each of
these people finds at each way in, before and after what is hidden from clerks has other values.
"""

import json
import re
import sys
from collections.abc import Mapping
from typing import Any

from tests.micro.pdf_texts import read_pdf
from tests.micro.role_addresses import (
    HIDDEN,
    KEYS,
    OTHER,
    OWN,
    PEOPLE,
    list_readings,
    list_writings,
)
from tests.micro.walk import prepare_django

_CHANGING = re.compile(
    r'(csrfmiddlewaretoken|idempotency-key|content)" value="[^"]*"'
    r"|[A-Z]\w+\.? \d+, \d{4}, (\d[\d:]* [ap]\.m\.|noon|midnight)"
)
"""Tokens, and the time at which something was printed."""
_NEW = re.compile(r"[0-9a-f]{8}-(?!0000)[0-9a-f]{4}-[0-9a-f-]{22}")
"""The key of a row that was made just now."""


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
