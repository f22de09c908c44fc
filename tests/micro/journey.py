"""The order in which a project's pages are used, and what must hold at each."""

import json
from decimal import Decimal, InvalidOperation
from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.micro import filling, pages, rows
from tests.micro.sitemap import Page, list_pages
from tests.micro.visitor import Visitor

MANY = 22
GARBAGE = [
    "not-a-uuid", "0", "-1", "9" * 40, "ünïcode", "' OR 1=1 --", "a b", "%00", "..", "new",
    "00000000-0000-4000-8000-000000000000", "<script>", "x" * 3000,
]  # fmt: skip
# What someone without an account may open, by the app's access.
PUBLIC = {"private": set(), "read": {"list", "view", "other"}, "open": {"list", "view", "other"}}
FORMS = {"create", "edit", "delete"}
Sent = dict[str, Any]


class Journey:
    """A walk through all pages of the project that Django is set up for."""

    def __init__(self, access: str) -> None:
        self.access = access
        self.pages = list_pages()
        self.models = list(dict.fromkeys(page.model for page in self.pages if page.model))
        self.visitor = Visitor()

    def walk(self) -> list[str]:
        """Everything that is wrong."""
        user = get_user_model()._default_manager.create_superuser("walker", "w@example.com", "x")
        self.visitor.client.force_login(user)
        self.open_all()
        self.make_first_rows()
        self.open_all()
        for step in (self.edit_rows, self.measure_lists, self.open_garbage, self.open_admin):
            step()
        self.visitor.follow_links()
        self.enter_without_account()
        self.delete_rows()
        self.open_all()
        return list(self.visitor.faults)

    def list_kind(self, kind: str, model: type[Model] | None = None) -> list[Page]:
        """The pages of a kind, of one model or of all."""
        return [page for page in self.pages if page.kind == kind and model in (None, page.model)]

    def open_all(self) -> None:
        """Open every page, those about a row for the first few rows."""
        for page in self.pages:
            for row in self.list_rows(page, 3):
                self.visitor.open_page(page.find_address(row))

    def list_rows(self, page: Page, most: int) -> list[Model | None]:
        """The rows that a page can be about, or nothing at all."""
        if not page.has_key or page.model is None:
            return [None]
        return list(page.model._base_manager.all()[:most])

    def make_first_rows(self) -> None:
        """Make two rows of each model by each of its pages, those first that need no others."""
        waiting = list(self.models)
        while waiting:
            done = [model for model in waiting if self.make_rows(model)]
            waiting = [model for model in waiting if model not in done]
            if waiting and not done:
                rows.make_row(waiting.pop(0), self.visitor.turn + 1)

    def make_rows(self, model: type[Model]) -> bool:
        """Whether rows could be made, or no page does so."""
        creators = self.list_kind("create", model)
        for page in creators:
            form = self.visitor.find_form(page.find_address())
            if form and filling.lacks_options(form):
                return False
            for _ in range(2):
                self.create_row(page)
        if not creators:
            rows.make_row(model, self.visitor.turn + 1)
        return True

    def create_row(self, page: Page) -> bool:
        """Fill in a create page and look at what it led to."""
        address, model = page.find_address(), page.model
        form = self.visitor.find_form(address)
        if form is None or model is None:
            return False
        before = rows.list_keys(model)
        result = self.visitor.send(address, form, model)
        if result is None:
            return False
        made = rows.list_keys(model) - before
        if len(made) != 1:
            self.visitor.note(f"POST {address}: made {len(made)} rows")
            return False
        self.compare(form, result[0], result[1], model._base_manager.get(pk=made.pop()))
        return True

    def edit_rows(self) -> None:
        """Change a row by each edit page, and see that it is changed."""
        for page in self.list_kind("edit"):
            for row in self.list_rows(page, 1):
                address = page.find_address(row)
                form = self.visitor.find_form(address)
                result = form and self.visitor.send(address, form, page.model)
                if form and result and row and page.model:
                    same = page.model._base_manager.filter(pk=row.pk).first()
                    if same is None:
                        self.visitor.note(f"POST {address}: the row has another key now")
                        continue
                    self.compare(form, *result, same)

    def compare(self, form: pages.Form, sent: Sent, led_to: str, row: Model) -> None:
        """Look for what was sent, on the page that came next and in the edit forms."""
        page = self.visitor.open_page(led_to)
        facts = pages.read_facts(page) if page is not None else {}
        for each in form.inputs:
            shown = facts.get(each.label)
            if shown is not None and not shows(each, sent.get(each.name), shown):
                self.visitor.note(f"{led_to}: {each.label} is {shown!r}, not {sent.get(each.name)}")
        for editor in self.list_kind("edit", type(row)):
            address = editor.find_address(row)
            again = self.visitor.find_form(address)
            for difference in filling.list_differences(again, sent) if again else ():
                self.visitor.note(f"{address}: {difference}")

    def measure_lists(self) -> None:
        """See that a list takes as many queries for many rows as for two."""
        for model in self.models:
            lists = self.list_kind("list", model)
            few = [self.count_queries(page) for page in lists]
            self.make_many(model)
            for page, before in zip(lists, few, strict=True):
                after = self.count_queries(page)
                if model._base_manager.count() > 4 and after > before:
                    self.visitor.note(
                        f"{page.name}: {before} queries for two rows, {after} for many"
                    )

    def make_many(self, model: type[Model]) -> None:
        """Make rows until there is a second page, if the model has room for as many."""
        creators = self.list_kind("create", model)
        for _ in range(MANY - model._base_manager.count()):
            if creators and not self.create_row(creators[0]):
                return
            if not creators and not rows.make_row(model, self.visitor.turn + 1):
                return
            self.visitor.turn += 1
        for page in self.list_kind("list", model):
            self.visitor.open_page(page.find_address() + "?page=2")
            self.visitor.open_page(page.find_address() + "?page=nonsense", 404)

    def count_queries(self, page: Page) -> int:
        """How often a page asks the database."""
        with CaptureQueriesContext(
            connection,
        ) as queries:
            self.visitor.client.get(page.find_address())
        return len(queries)

    def open_garbage(self) -> None:
        """Ask for rows that can't be there."""
        for page in self.pages:
            row = next(iter(self.list_rows(page, 1)), None)
            if not page.has_key or row is None:
                continue
            for key in GARBAGE:
                status = self.visitor.client.get(page.replace_key(row, key)).status_code
                if status >= 500:
                    self.visitor.note(f"{page.name} of {key[:40]!r}: {status}")

    def open_admin(self) -> None:
        """Open the admin's pages of each model."""
        for model in admin.site._registry:
            name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
            row = model._base_manager.first()
            addresses = [reverse(f"{name}_changelist"), reverse(f"{name}_changelist") + "?q=a"]
            addresses += [reverse(f"{name}_add")]
            addresses += [reverse(f"{name}_change", args=[row.pk])] if row else []
            for address in addresses:
                status = self.visitor.client.get(address).status_code
                if status != 200:
                    self.visitor.note(f"{address}: {status}")

    def enter_without_account(self) -> None:
        """Open every page as someone who isn't signed in."""
        stranger = Client(raise_request_exception=False)
        allowed = PUBLIC[self.access] | (FORMS if self.access == "open" else set())
        for page in self.pages:
            for row in self.list_rows(page, 1):
                address = page.find_address(row)
                status = stranger.get(address).status_code
                expected = 200 if page.kind in allowed else 302
                if status != expected:
                    self.visitor.note(f"{address} without an account: {status}, not {expected}")
                if expected == 302 and stranger.post(address, {}).status_code not in {302, 405}:
                    self.visitor.note(f"{address} takes a form without an account")

    def delete_rows(self) -> None:
        """Delete what can be deleted, as long as that makes room for more."""
        left = -1
        while left != (left := self.count_rows()):
            for page in self.list_kind("delete"):
                for row in self.list_rows(page, MANY):
                    if row and page.model and page.model._base_manager.filter(pk=row.pk).exists():
                        self.delete_row(page, row)

    def count_rows(self) -> int:
        """How many rows there are that a page is about."""
        return sum(model._base_manager.count() for model in self.models)

    def delete_row(self, page: Page, row: Model) -> None:
        """Delete a row, or be told why that isn't possible."""
        address, model = page.find_address(row), type(row)
        form = self.visitor.find_form(address)
        status = self.visitor.client.post(address).status_code
        is_gone = not model._base_manager.filter(pk=row.pk).exists()
        if form and (form.can_be_sent, is_gone, status == 302) not in {
            (True, True, True), (False, False, False)
        }:  # fmt: skip
            self.visitor.note(f"{address}: {status}, gone: {is_gone}, button: {form.can_be_sent}")
        if is_gone:
            self.visitor.open_page(address, 404)


def shows(each: pages.Input, sent: Any, shown: str) -> bool:
    """Whether a page says what was put into an input, going by the input's kind."""
    if each.kind in {"file", "password", "hidden", "time"} or set(shown) <= set("•*"):
        return True
    if each.kind == "checkbox":
        return shown == ("Yes" if sent else "No")
    if each.kind in {"date", "datetime-local"}:
        return str(sent)[:4] in shown
    text = dict(each.options).get(str(sent), str(sent or "–"))
    return squeeze(text) == squeeze(shown) or is_same_number(text, shown) or is_record(text)


def squeeze(text: str) -> str:
    """A text without its spaces."""
    return "".join(text.split())


def is_same_number(text: str, shown: str) -> bool:
    """Whether a page shows a number, perhaps with a currency behind it."""
    try:
        return Decimal(text) == Decimal(shown.split()[0].replace(",", ""))
    except (InvalidOperation, IndexError):
        return False


def is_record(text: str) -> bool:
    """Whether a text is JSON, which pages lay out as they like."""
    try:
        return isinstance(json.loads(text), dict | list)
    except ValueError:
        return False
