"""All that the to-do app says, page by page, when it has every feature.

`python -m tests.micro.words` in the app's folder prints it as a JSON list.
"""

import json
import re
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from tests.micro.walk import prepare_django

TOLD = ("aria-label", "placeholder", "title", "data-failed", "data-none", "data-unsaved")
CSV = b"Title,Status,Due\nNew one,To do,2026-03-31\nBroken,nothing,never\n"


class Texts(HTMLParser):
    """The texts of pages: between tags, and in what screen readers and scripts say."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_data(self, data: str) -> None:
        self.found.add(join_lines(data))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {join_lines(value) for name, value in attrs if name in TOLD and value}


def join_lines(text: str) -> str:
    """A text as browsers show it: they keep no-break spaces."""
    return re.sub(r"[ \n\t]+", " ", text).strip(" ")


def visit_as_stranger() -> Iterator[Any]:
    """Pages for whoever isn't signed in: the first account, accounts, a mail, refusals."""
    from django.contrib.auth import get_user_model
    from django.core import mail
    from django.test import Client

    client = Client(HTTP_HOST="localhost")
    yield client.get("/sign-in/")
    get_user_model().objects.create_superuser("tester", "ada@example.com", "a password 4 tests")
    for address in ("/sign-in/", "/sign-up/", "/account/forgotten/", "/account/forgotten/MQ/x-y/"):
        yield client.get(address)
    yield client.post("/account/forgotten/", {"email": "ada@example.com"}, follow=True)
    for thread in set(threading.enumerate()) - {threading.current_thread()}:
        thread.join(10)  # mail is sent in one
    assert mail.outbox
    for message in mail.outbox:
        yield "<br>".join([message.subject, *message.body.splitlines(), ""])
    yield Client(HTTP_HOST="localhost", enforce_csrf_checks=True).post("/sign-in/", {})
    wrong = {"username": "tester", "password": "wrong"}
    for _attempt in range(12):
        answer = client.post("/sign-in/", wrong)
    assert answer.status_code == 429
    yield answer


def visit_as_owner() -> Iterator[Any]:
    """Pages for whoever is signed in."""
    from django.contrib.auth import get_user_model
    from django.template.loader import render_to_string
    from django.test import Client

    client = Client(HTTP_HOST="localhost")
    yield render_to_string("500.html")
    client.force_login(get_user_model().objects.get())
    yield client.get("/tasks/")
    keys = make_rows()
    base = f"/tasks/{keys[0]}/"
    parts = ("", "?panel=filters&q=x", "?q=none", "?export=print", "new/", "import/", "nothing/")
    addresses = ["/", "/account/", "/account/password/", base, base + "edit/", base + "delete/"]
    for address in [*addresses, *("/tasks/" + part for part in parts)]:
        yield client.get(address)
    yield from change_rows(client, keys)
    yield client.post("/sign-out/", follow=True)


def make_rows() -> list[str]:
    """The keys of three rows."""
    from django.apps import apps

    manager = apps.get_model("core", "Task")._default_manager
    return [str(manager.create(title=f"Xyz {n}", due_date="2026-03-31").pk) for n in "abc"]


def change_rows(client: Any, keys: list[str]) -> Iterator[Any]:
    """What follows each thing that can be done to rows."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    upload = {"file": SimpleUploadedFile("tasks.csv", CSV, "text/csv")}
    yield client.post("/tasks/import/", upload)
    for change in ("change", "delete"):
        for sent in ({}, {"row": keys}):
            yield client.post(f"/tasks/{change}/", sent, follow=True)
    yield client.get(f"/tasks/{keys[0]}/set/status/")
    yield client.post("/tasks/add/", {}, follow=True)
    sure = {"row": keys, "confirmed": "1", "change-status": "=done"}
    yield client.post("/tasks/change/", sure, follow=True)
    yield client.post("/tasks/delete/", {"row": keys[1:], "confirmed": "1"}, follow=True)
    yield client.post(f"/tasks/{keys[0]}/delete/", follow=True)


def main() -> None:
    """Print the texts of all pages."""
    prepare_django()
    texts = Texts()
    for visit in (visit_as_stranger, visit_as_owner):
        for answer in visit():
            texts.feed(answer if isinstance(answer, str) else answer.content.decode())
    print(json.dumps(sorted(texts.found)))


if __name__ == "__main__":
    main()
