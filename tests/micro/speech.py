"""All that the pages of any app say, its admin, its mails and its refusals among them.

`python -m tests.micro.speech` in the app's folder prints it as a JSON list.
"""

import json
from collections.abc import Iterator
from typing import Any

from tests.micro.walk import prepare_django
from tests.micro.words import Texts, visit_as_stranger

QUERIES = ("", "?panel=filters&q=x", "?q=none", "?export=print", "?sort=-zz_due")


def visit_pages(client: Any) -> Iterator[Any]:
    """Every page without rows and with some, and what every form answers to nothing."""
    from tests.micro.rows import list_models, make_row
    from tests.micro.visitor import list_pages

    pages = [page for page in list_pages() if page.name != "logout"]
    yield from (client.get(page.find_url()) for page in pages if not page.needs_key)
    rows = {model: [make_row(model) for _ in range(3)] for model in list_models()}
    for page in pages:
        row = rows[page.model][0] if page.model in rows else None
        if row or not page.needs_key:
            address = page.find_url(row)
            yield from (client.get(address + query) for query in QUERIES)
            is_gentle = "delete" not in page.name
            yield from (client.post(address, {"row": []}) for _ in "x" * is_gentle)
    for model in rows:
        yield from visit_admin(client, model, rows[model][1])


def visit_admin(client: Any, model: Any, row: Any) -> Iterator[Any]:
    """The pages of a model in the admin, and its form with nothing in it."""
    from django.urls import reverse

    name = f"admin:core_{model._meta.model_name}"
    yield client.get(reverse("admin:index"))
    yield client.get(reverse(f"{name}_changelist"))
    yield client.get(reverse(f"{name}_add"))
    yield client.post(reverse(f"{name}_add"), {})
    for page in ("change", "delete", "history"):
        yield client.get(reverse(f"{name}_{page}", args=[row.pk]))


def main() -> None:
    """Print the texts of all pages."""
    prepare_django()
    from django.contrib.auth import get_user_model
    from django.test import Client

    texts = Texts()
    for answer in visit_as_stranger():
        texts.feed(answer if isinstance(answer, str) else answer.content.decode())
    client = Client(HTTP_HOST="localhost")
    client.force_login(get_user_model().objects.get())
    for answer in visit_pages(client):
        if answer["Content-Type"].startswith("text/html"):
            texts.feed(answer.content.decode())
    print(json.dumps(sorted(texts.found)))


if __name__ == "__main__":
    main()
