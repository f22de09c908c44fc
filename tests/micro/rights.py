"""People who may do one thing or nothing, at every address: just that thing may go through.

`python -m tests.micro.rights` in the app's folder prints what went through that shouldn't, and
what should have and didn't, as a JSON list.
"""

import json
import sys
from collections.abc import Iterator
from itertools import count
from typing import Any

from tests.micro.walk import prepare_django

ENDINGS = {
    **{"list": "view", "detail": "view", "create": "add", "add": "add", "import": "add"},
    **{"update": "change", "change": "change", "set": "change", "delete": "delete"},
}
"""The end of an address's name → what its page does with a row."""
METHODS = ("get", "post", "put", "delete", "patch", "head", "options")
REFUSED = 403
NUMBERS = count()


def try_people() -> Iterator[str]:
    """Try every address and method as somebody with each permission, and with none."""
    from django.contrib.auth import get_user_model

    from tests.micro.rows import list_models, make_row
    from tests.micro.visitor import list_pages

    get_user_model().objects.create_superuser("owner")
    models = list_models()
    for model in models:
        for _ in range(2):
            make_row(model)
    pages = [page for page in list_pages() if page.model in models]
    permissions = [None, *((m, a) for m in models for a in ("view", "add", "change", "delete"))]
    for permission in permissions:
        client = sign_in(permission)
        for page in pages:
            action = ENDINGS[page.name.rpartition("_")[2]]
            yield from try_page(client, page, permission == (page.model, action), permission)
        yield from try_admin(client, models, permission)


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
    from django.db import transaction

    row = choose_row(page.model)
    url, sent = page.find_url(row), {"row": row.pk, "confirmed": "1"}
    for method in METHODS if is_open or permission is None else METHODS[:2]:
        with transaction.atomic():
            before = list_rows() if not is_open else []
            answer = getattr(client, method)(url, sent if method == "post" else None)
            changed = not is_open and list_rows() != before
            transaction.set_rollback(True)
        said = f"{method.upper()} {page.name} with {permission and permission[1]}"
        said += f" {permission[0].__name__}" if permission else ""
        if (answer.status_code == REFUSED) == is_open:
            yield f"{said} answers {answer.status_code}"
        if changed:
            yield f"{said} changes rows"


def try_admin(client: Any, models: list[Any], permission: Any) -> Iterator[str]:
    """Ask the admin for its pages, whose answers are those of the app."""
    from django.urls import reverse

    for model in models:
        label = f"admin:core_{model._meta.model_name}"
        row = choose_row(model)
        owned = permission[1] if permission and permission[0] is model else ""
        pages = {
            reverse(f"{label}_changelist"): owned in ("view", "change"),
            # Django wants more than that of who makes accounts.
            reverse(f"{label}_add"): owned == "add" and not hasattr(model, "is_staff"),
            reverse(f"{label}_change", args=[row.pk]): owned in ("view", "change"),
            reverse(f"{label}_delete", args=[row.pk]): owned == "delete",
        }
        for url, is_open in pages.items():
            status = client.get(url).status_code
            if (status == REFUSED) == is_open:
                yield f"{url} with {owned} answers {status}"


def list_rows() -> list[Any]:
    """All rows of the app with all their values."""
    from tests.micro.rows import list_models

    return [list(m._base_manager.order_by("pk").values()) for m in list_models()]


if __name__ == "__main__":
    prepare_django()
    json.dump(list(try_people()), sys.stdout)
