"""What must not work: bad addresses, forged forms, strangers; and what must not grow."""

import uuid

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.views import generic

from tests.micro.rows import MANY, Row, fill_table
from tests.micro.visitor import Page, Visitor, read_access

GARBAGE = ("not-a-uuid", "9" * 40, "-1", "%00", "a%2Fb", "%FF", "1e5", "x" * 300, "a/b", "%20")
OPEN_TO_ALL = ("login", "healthz", "password_reset", "sign_up")
MOST_QUERIES = 100
OWN_ACCOUNT = ("profile", "password_change")


def first_row(page: Page) -> Row | None:
    """A row for a page that needs one."""
    return page.model._base_manager.order_by("pk").first() if page.model else None


def try_garbage(visitor: Visitor) -> None:
    """Ask for rows that aren't there, and for pages of lists."""
    for page in visitor.pages:
        if page.needs_key:
            row = first_row(page)
            before, _, after = page.find_url(row).partition(f"/{spell_key(page, row)}/")
            for key in GARBAGE:
                visitor.visit(f"{before}/{key}/{after}", 404)
    visitor.visit("/no-such-page/", 404)


def spell_key(page: Page, row: Row) -> str:
    """A row's key as it stands in an address."""
    shape = page.find_url(page.model(pk=row.pk))
    other = page.find_url(page.model(pk=_other_key(row)))
    pairs = zip(shape.split("/"), other.split("/"), strict=True)
    return next(one for one, two in pairs if one != two)


def _other_key(row: Row) -> object:
    if isinstance(row.pk, int):
        return row.pk + 1
    return uuid.UUID(int=row.pk.int ^ 1) if isinstance(row.pk, uuid.UUID) else row.pk + "z"


def try_page_numbers(visitor: Visitor) -> None:
    """Leaf through lists; a page that there isn't is the nearest that there is."""
    for page in visitor.find_pages(generic.ListView):
        for number in ("2", "abc", "0", "-1", "999", "1.5", "٣", "9" * 30, "9" * 5000):
            visitor.visit(f"{page.find_url()}?page={number}")


def try_filters(visitor: Visitor) -> None:
    """Narrow each list by each of its filters, and sort it by each of its columns."""
    for page in visitor.find_pages(generic.ListView):
        view = visitor.visit(f"{page.find_url()}?panel=filters").context["view"]
        queries = [f"sort={sign}{name}" for name in view.columns for sign in ("", "-")]
        for each in view.filterset.form:
            choices = getattr(each.field, "choices", [("2026-03-10", "")])
            values = [str(value) for value, _ in choices if value != ""]
            suffixes = getattr(each.field.widget, "suffixes", ())
            names = [f"{each.name}_{suffix}" for suffix in suffixes] or [each.name]
            queries += [f"{name}={value}" for name in names for value in values]
            queries += [f"{names[0]}={value}&export=csv" for value in values[:1]]
        # A list of hundreds of columns would take minutes, and each is like another.
        for query in queries[:: len(queries) // MOST_QUERIES + 1]:
            visitor.visit(f"{page.find_url()}?{query}")


def _count_parts(page: Page) -> int:
    """In how many parts a list is read: one for each value of an enum, if that comes first."""
    first = next(iter(getattr(page.view, "sort_by", ())), "").removeprefix("-")
    fields = page.model._meta.fields if page.model else ()
    return sum(len(field.flatchoices) for field in fields if field.name == first)


def try_queries(visitor: Visitor, models: list[type[Row]]) -> None:
    """Count how often pages ask the database with few rows and with many."""
    few = {model for model in models if fill_table(model, 2)}
    pages = [page for page in visitor.pages if not page.needs_key or page.is_a(generic.DetailView)]
    pages = [page for page in pages if not page.is_for_many]
    skipped = ("login", "logout", "sign_up", "healthz")
    urls = {p.find_url(first_row(p)): p for p in pages if p.name not in skipped}
    before = {url: visitor.count_queries(url) for url in urls}
    for model in few:
        fill_table(model, MANY)
    for url, count in before.items():
        # A group of related rows that was empty then is asked for its rows now.
        more = len(getattr(urls[url].view, "related", ())) + _count_parts(urls[url])
        if not count <= (now := visitor.count_queries(url)) <= count + more:
            visitor.note(url, f"asks the database {count} times for 2 rows, {now} for {MANY}")


def try_forged_forms(visitor: Visitor) -> None:
    """Send forms without the token that belongs to them."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(get_user_model().objects.earliest("pk"))
    for page in visitor.pages:
        if is_changing(page) or page.name == "logout":
            url = page.find_url(first_row(page))
            status = client.post(url, {}).status_code
            if status != 403:
                visitor.note(url, f"POST without a token answers {status}")


def try_as_stranger(visitor: Visitor) -> None:
    """Come without an account, and get what the README promises."""
    access = read_access()
    for page in visitor.pages:
        policy = getattr(page.view, "page_access", None)
        if page.name == "logout" or getattr(policy, "is_public", False):
            continue  # tests/micro/test_page_access.py asks for pages for everybody
        url, client = page.find_url(first_row(page)), Client(raise_request_exception=False)
        if may_see(page, access):
            visitor.visit(url, 302 if page.is_for_many else 200, client)
            continue
        for response in (client.get(url), client.post(url, {})):
            place = response.get("Location", "").partition("?")[0]
            if response.status_code != 302 or place != reverse("login"):
                visitor.note(url, f"answers a stranger {response.status_code} {place}")


def may_see(page: Page, access: str) -> bool:
    """Whether a page is for everybody."""
    if page.name in OPEN_TO_ALL:
        return True
    if page.name in OWN_ACCOUNT:
        return False  # whatever else is open
    if getattr(page.list_view or page.view, "account_fields", None):
        return False  # who adds a row there is written into it
    return access == "open" or (access == "read" and not is_changing(page))


def is_changing(page: Page) -> bool:
    """Whether a page changes rows."""
    is_form = page.is_a(generic.edit.ProcessFormView, generic.DeleteView)
    return is_form or page.list_view is not None


def try_admin(visitor: Visitor, models: list[type[Row]]) -> None:
    """Open the admin's pages of every model."""
    for model in models:
        label = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        row = model._base_manager.order_by("pk").first()
        urls = [reverse(f"{label}_changelist"), reverse(f"{label}_add")]
        urls += [reverse(f"{label}_{page}", args=[row.pk]) for page in ("change", "delete")]
        urls += [f"{urls[0]}?q=a+1"]
        for url in urls:
            status = visitor.client.get(url).status_code
            if status != 200:
                visitor.note(url, f"GET answers {status}")
