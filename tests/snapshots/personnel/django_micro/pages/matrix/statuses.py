"""What an address answers, by what somebody may do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import Model
from django.urls import get_resolver, reverse

from .people import VISITOR, is_put_away

REFUSED, MISSING, WRONG_METHOD, LED_ON, SIGN_IN = 403, 404, 405, 302, "sign-in"
# A form that is sent is shown again, leads on, or says what stands in its way.
SENT = (200, 302, 409)
ABSENT = "999999999"


@dataclass(frozen=True)
class Variant:
    """What a page is like for a role: which rows it has, and what can be done there."""

    scope: Callable | None = None
    is_read_only: bool = False
    lacks_inputs: bool = False


@dataclass(frozen=True)
class Address:
    """An address of the app: the name of it, and the operation that it is for.

    `words` has what it needs beside a key. `values` makes those of a new row.
    """

    name: str
    model: type[Model] | None = None
    operation: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    values: Callable[..., dict] | None = None
    is_for_accounts: bool = False
    by_role: Mapping[str, Variant] = field(default_factory=dict)

    def find_variant(self, person):
        return self.by_role.get(person.role, Variant())

    def has(self, person, row):
        """Whether the page has a row for somebody, if it is different for roles."""
        scope = self.find_variant(person).scope
        return scope is None or bool(scope(row, person.user))

    @property
    def is_about_row(self):
        return "pk" in self.parameters

    @property
    def parameters(self):
        ((_, parameters),) = get_resolver().reverse_dict.getlist(self.name)[0][0]
        return parameters

    @property
    def is_about_ticked_rows(self):
        return self.operation in ("update", "delete") and not self.is_about_row

    @property
    def is_form(self):
        """Whether something can be sent to it."""
        return self.operation not in ("", "list", "read")

    @property
    def shown_by(self):
        """The operations that the row has to be open to, or isn't there."""
        if self.is_about_ticked_rows:
            return ("list",)
        return ("list", "read") if "field" in self.parameters else ("read",)

    @property
    def asks(self):
        """The operations by which a row decides what is answered."""
        return (*self.shown_by, self.operation) if self.is_form else (self.operation,)

    def find_url(self, row):
        words = dict(self.words)
        if self.is_about_row:
            words["pk"] = row.pk if row else make_absent_key(self.model)
        return reverse(self.name, kwargs=words)


class PutAwayList(Address):
    """The list of the rows that were put away, for those who may delete some."""

    is_about_ticked_rows = False
    is_form = False


class Restoration(Address):
    """The address that restores a row that was put away."""


@dataclass(frozen=True)
class AdminPage:
    """A page of the admin about rows of a model."""

    model: type[Model]
    name: str
    operation: str
    is_about_row: bool

    @property
    def asks(self):
        """The operations by which a row decides what is answered."""
        return ("read", self.operation) if self.is_about_row else (self.operation,)

    @property
    def methods(self):
        """Lists and histories are only looked at."""
        return ("get",) if self.operation in ("list", "read") else ("get", "post")

    def find_url(self, row):
        meta = self.model._meta
        key = [row.pk if row else make_absent_key(self.model)]
        name = f"admin:{meta.app_label}_{meta.model_name}_{self.name}"
        return reverse(name, args=key if self.is_about_row else [])


def list_admin_pages(label):
    """The admin’s pages about the rows of an app."""
    pages = {"changelist": "list", "add": "create"}
    row_pages = {"change": "update", "delete": "delete", "history": "read"}
    for model in admin.site._registry:
        if model._meta.app_label == label:
            for name, operation in (pages | row_pages).items():
                yield AdminPage(model, name, operation, name in row_pages)


def make_absent_key(model):
    """A key that no row has."""
    key = model._meta.pk
    is_uuid = key.get_internal_type() == "UUIDField"
    return "00000000-0000-4000-8000-000000000000" if is_uuid else ABSENT


def expect_statuses(address, person, method, row):
    """The statuses that may be; None if nobody says which."""
    refused = SIGN_IN if person.role == VISITOR else REFUSED
    if person.role == VISITOR and address.is_for_accounts:
        return [refused]
    if address.model is None:
        return [200 if method == "get" else WRONG_METHOD]
    allowed = [person.may_at_all(address.operation, address.model)]
    variant = address.find_variant(person)
    if variant.is_read_only and address.operation not in ("list", "read"):
        return [refused]
    if variant.lacks_inputs:
        return choose(allowed[0], [MISSING], refused)
    if isinstance(address, Restoration):
        return expect_restoration(address, person, method, row, refused)
    if method == "post" and not address.is_form:
        return choose(allowed[0], [WRONG_METHOD], refused)
    if address.is_about_row or (address.is_about_ticked_rows and method == "post"):
        shown = [row and person.may(each, row) for each in address.shown_by]
        shown.append(row and address.has(person, row))
        if None in [*allowed, *(shown if row else ())]:
            return None
        if not all(allowed):
            return [refused]
        if not all(shown):
            return [MISSING if address.is_about_row else LED_ON]
        allowed = [person.may(address.operation, row)]
    return choose(allowed[0], list_open(address, method), refused)


def expect_restoration(address, person, method, row, refused):
    """A row is restored by whoever may see and delete it, once it is put away."""
    allowed = person.may_at_all("delete", address.model)
    if method == "get":
        return choose(allowed, [LED_ON], refused)
    is_there = row and is_put_away(row) and address.has(person, row)
    rights = [is_there and person.judge(each, row) for each in ("list", "delete")]
    if None in [allowed, *rights]:
        return None
    return choose(allowed, [LED_ON if all(rights) else MISSING], refused)


def list_open(address, method):
    """What an address answers whom it lets in."""
    if method == "post":
        return [200] if address.is_about_ticked_rows else SENT
    # Buttons and ticked rows have no page of their own to come back to.
    is_button = not {"state", "number"}.isdisjoint(address.parameters)
    is_sent_only = address.is_about_ticked_rows or is_button
    return [LED_ON if is_sent_only else 200]


def expect_admin_statuses(page, person, method, row):
    """The statuses of a page of the admin; None if nobody says which.

    What isn't there leads to the admin’s first page.
    """
    allowed = find_admin_right(page, person, method)
    if not page.is_about_row:
        return choose(allowed, SENT)
    shown = row and person.may("read", row)
    if not shown:
        # The history of what isn't there asks for no right.
        return None if row and shown is None else choose(allowed or is_history(page))
    is_looking = is_history(page) or (method == "get" and page.operation == "update")
    return choose(is_looking or person.may(page.operation, row), SENT)


def find_admin_right(page, person, method):
    """Whether somebody may do what a page is for with any row."""
    operation = page.operation
    if operation in ("list", "read") or (operation == "update" and method == "get"):
        # Who may change rows may look at them.
        rights = [person.may_at_all(each, page.model) for each in ("list", "update")]
        return None if None in rights else any(rights)
    needed = [operation]
    if page.model is get_user_model() and operation == "create":
        # Django lets nobody add accounts alone.
        needed.append("update")
    rights = [person.may_at_all(each, page.model) for each in needed]
    return None if None in rights else all(rights)


def is_history(page):
    return page.name == "history"


def choose(is_allowed, statuses=(LED_ON,), refused=REFUSED):
    if is_allowed is None:
        return None
    return statuses if is_allowed else [refused]
