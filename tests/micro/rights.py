"""People who may do one thing or nothing, at every address: just that thing may go through.

Whoever is no member may do nothing, also where accounts that wait could read.

`python -m tests.micro.rights` in the app's folder prints what went through that shouldn't, and
what should have and didn't, as a JSON list.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from tests.micro.walk import prepare_django

ENDINGS = {
    **{"list": "view", "detail": "view", "create": "add", "add": "add", "import": "add"},
    **{"update": "change", "change": "change", "set": "change", "delete": "delete"},
}
"""The end of an address's name → what its page does with a row."""
QUERIES = {
    "list": [
        *(f"?export={name}" for name in ("csv", "excel", "print", "pdf")),
        *("?q=a", "?panel=filters", "?panel=add", "?form-search=x&text="),
    ],
    "detail": ["?export=pdf", "?tab=x"],
    "create": ["?form-search=x&text="],
    "update": ["?form-search=x&text="],
    "import": ["?template"],
}
"""The end of an address's name → what else the page can be asked for."""
METHODS = ("get", "post", "put", "delete", "patch", "head", "options")
REFUSED = 403
NUMBERS = count()


def try_people() -> Iterator[str]:
    """Try every address and method as somebody with each permission, and with none."""
    from django.contrib.auth import get_user_model

    from tests.micro import rights_elsewhere as elsewhere
    from tests.micro.rows import list_models, make_row
    from tests.micro.visitor import list_pages

    owner = get_user_model().objects.create_superuser("owner")
    models = list_models()
    for model in models:
        for _ in range(2):
            make_row(model)
    pages = [page for page in list_pages() if page.model in models]
    yield from elsewhere.try_strangers(pages)
    yield from elsewhere.try_admitting(owner)
    permissions = [None, *((m, a) for m in models for a in ("view", "add", "change", "delete"))]
    for permission in permissions:
        client = sign_in(permission)
        for page in pages:
            action = ENDINGS[page.name.rpartition("_")[2]]
            yield from try_page(client, page, permission == (page.model, action), permission)
        yield from elsewhere.try_home(client, pages, permission)
        yield from elsewhere.try_files(client, models, permission)
        yield from elsewhere.try_admin(client, models, permission)


def sign_in(permission: Any) -> Any:
    """Sign somebody in who is no member and has one permission, or none."""
    from django.contrib.auth.models import Permission
    from django.test import Client
    from pages.testing import add_account

    name = f"walker-{next(NUMBERS)}"
    account = add_account(name, is_waiting=True, is_staff=True)
    if permission:
        model, action = permission
        codename = f"{action}_{model._meta.model_name}"
        found = Permission.objects.filter(codename=codename, content_type__app_label="core")
        account.user_permissions.add(found.get())
    client = Client(raise_request_exception=False)
    client.force_login(account)
    return client


def choose_row(model: Any) -> Any:
    """A row; of accounts, one of somebody who can't use the admin, as nobody may change others."""
    rows = model._base_manager.order_by("pk")
    return (rows.filter(is_staff=False) if hasattr(model, "is_staff") else rows).first()


def try_page(client: Any, page: Any, is_open: bool, permission: Any) -> Iterator[str]:
    """Ask for a page and send its form, with a row ticked and without a change being confirmed."""
    row = choose_row(page.model)
    url, sent = page.find_url(row), {"row": row.pk, "confirmed": "1"}
    for method in METHODS if is_open or permission is None else METHODS[:2]:
        with watch_rows() as written:
            answer = getattr(client, method)(url, sent if method == "post" else None)
        said = f"{method.upper()} {page.name} with {permission and permission[1]}"
        said += f" {permission[0].__name__}" if permission else ""
        if (answer.status_code == REFUSED) == is_open:
            yield f"{said} answers {answer.status_code}"
        if written and not is_open:
            yield f"{said} changes rows"
    for query in QUERIES.get(page.name.rpartition("_")[2], ()):
        status = client.get(url + query, headers={"accept": "application/json, */*"}).status_code
        if (status == REFUSED) == is_open:
            yield f"{page.name} {query} with {permission} answers {status}"


@contextmanager
def watch_rows() -> Iterator[list[str]]:
    """Note what is written of the app's rows, and take it back at the end."""
    from django.db import connection, transaction

    written: list[str] = []

    def note(execute: Any, sql: str, *arguments: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and '"core_' in sql:
            written.append(sql)
        return execute(sql, *arguments)

    with transaction.atomic(), connection.execute_wrapper(note):
        yield written
        transaction.set_rollback(True)


if __name__ == "__main__":
    prepare_django()
    from django.conf import settings

    settings.RECORD_ACCESS["accounts"] = ()
    json.dump(list(try_people()), sys.stdout)
