"""What people may do beside the pages of rows: at home, with files, in the admin, as strangers."""

from collections.abc import Iterator
from typing import Any

AdminPage = tuple[str, str, Any, bool]
SHOWING = ("view", "change")
"""What permits to see a row in the admin."""
OPEN = {
    *("home", "login", "logout", "profile", "password_change", "password_reset", "healthz"),
    *("password_reset_confirm", "media", "sign_up", "admit"),
}
"""Addresses that aren't about a model: each is open to everybody, or asked for below."""


def try_strangers(pages: list[Any]) -> Iterator[str]:
    """Ask for every page, and send its form, without having signed in."""
    from django.test import Client
    from django.urls import get_resolver

    from tests.micro.rights import choose_row, watch_rows
    from tests.micro.visitor import list_patterns

    names = {each.name for each in list_patterns(get_resolver().url_patterns)}
    yield from (f"nobody asks for {n}" for n in names - OPEN - {page.name for page in pages})
    client = Client(raise_request_exception=False)
    for page in pages:
        row = choose_row(page.model)
        for method, sent in (("get", None), ("post", {"row": row.pk, "confirmed": "1"})):
            with watch_rows() as written:
                answer = getattr(client, method)(page.find_url(row), sent)
            asks = answer.get("Location", "").startswith("/sign-in/")
            is_asked = asks or b'autocomplete="current-password"' in answer.content
            if written or not is_asked:
                yield f"{method} {page.name} as a stranger answers {answer.status_code}"


def try_admitting(owner: Any) -> Iterator[str]:
    """Let somebody in, with the right to and without it."""
    from django.test import Client
    from django.urls import NoReverseMatch, reverse
    from pages.testing import add_account, make_account

    try:
        url = reverse("admit")
    except NoReverseMatch:
        return
    waiting = add_account("waiting", is_waiting=True)
    for name, *permissions in (("none",), ("member",), ("admits", "change_group")):
        account = make_account(name, *permissions)
        client = Client(raise_request_exception=False)
        client.force_login(add_account("equal") if name == "member" else account)
        status = client.post(url, {"account": waiting.get_username()}).status_code
        if (status == 302) != bool(permissions) or waiting.groups.exists() != bool(permissions):
            yield f"admit as {name} answers {status}"


def try_home(client: Any, pages: list[Any], permission: Any) -> Iterator[str]:
    """Look which lists the home page, and its menu, lead to."""
    from django.urls import reverse

    text = client.get(reverse("home")).content.decode()
    for page in pages:
        kind = page.name.rpartition("_")[2]
        is_open = permission == (page.model, "view")
        if kind == "list" and (f'href="{page.find_url()}' in text) != is_open:
            yield f"home with {permission} leads to {page.name}: {not is_open}"
        if kind == "detail" and not is_open:
            rows = page.model._base_manager.all()
            if any(page.find_url(row) in text for row in rows):
                yield f"home with {permission} shows rows of {page.name}"


def try_files(client: Any, models: list[Any], permission: Any) -> Iterator[str]:
    """Ask for the file of a row."""
    from django.core.files.base import ContentFile
    from django.urls import reverse

    from tests.micro.rights import choose_row

    for model in models:
        for field in model._meta.fields:
            if field.get_internal_type() in ("FileField", "ImageField"):
                row = choose_row(model)
                file = getattr(row, field.name)
                if not file.name.startswith("tried/"):
                    file.name = file.storage.save("tried/file.txt", ContentFile(b"x"))
                    model._base_manager.filter(pk=row.pk).update(**{field.name: file.name})
                status = client.get(reverse("media", args=[file.name])).status_code
                if status != (200 if permission == (model, "view") else 404):
                    yield f"file of {field} with {permission} answers {status}"


def try_admin(client: Any, models: list[Any], permission: Any) -> Iterator[str]:
    """Ask the admin for its pages and send their forms; its answers are those of the app."""
    from tests.micro.rights import REFUSED, watch_rows

    for url, method, sent, is_open in list_admin_pages(models, permission):
        with watch_rows() as written:
            answer = getattr(client, method)(url, sent)
        if (answer.status_code == REFUSED) == is_open:
            yield f"{method} {url} with {permission} answers {answer.status_code}"
        if written and not is_open:
            yield f"{method} {url} with {permission} changes rows"


def list_admin_pages(models: list[Any], permission: Any) -> Iterator[AdminPage]:
    """List address, method, what is sent, and whether somebody with the permission may."""
    from django.urls import reverse

    for model in models:
        owned = permission[1] if permission and permission[0] is model else ""
        yield from list_pages_of_rows(model, owned)
        for field in model._meta.fields:
            if field.is_relation:
                query = {"app_label": "core", "model_name": model._meta.model_name}
                query |= {"field_name": field.name, "term": ""}
                shown = [(field.related_model, action) for action in SHOWING]
                yield reverse("admin:autocomplete"), "get", query, permission in shown
    for name in ("auth_group", "axes_accessattempt"):
        yield reverse(f"admin:{name}_changelist"), "get", None, False


def list_pages_of_rows(model: Any, owned: str) -> Iterator[AdminPage]:
    """List the pages of a model for somebody who owns one of its permissions, or none."""
    from django.urls import reverse

    from tests.micro.rights import choose_row

    label, key = f"admin:core_{model._meta.model_name}", [choose_row(model).pk]
    is_account = hasattr(model, "is_staff")
    shows, deletes = owned in SHOWING, owned == "delete"
    # Django wants more than that of who makes accounts.
    adds = owned == "add" and not is_account
    yield reverse(f"{label}_changelist"), "get", None, shows
    yield reverse(f"{label}_add"), "get", None, adds
    yield reverse(f"{label}_add"), "post", {}, adds
    yield reverse(f"{label}_change", args=key), "get", None, shows
    yield reverse(f"{label}_change", args=key), "post", {}, owned == "change"
    yield reverse(f"{label}_history", args=key), "get", None, shows
    yield reverse(f"{label}_delete", args=key), "get", None, deletes
    yield reverse(f"{label}_delete", args=key), "post", {"post": "yes"}, deletes
    if is_account:
        yield reverse("admin:auth_user_password_change", args=key), "get", None, False
