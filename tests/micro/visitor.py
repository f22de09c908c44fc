"""Someone who goes through an app's pages and notes what is wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.micro.documents import list_faults, read_document, read_text
from tests.micro.rows import Row

HEADINGS = ("h1", "h2", "legend", "label", "dt", "th", "a", "button")
ACCESS = {
    "private": "every page asks for a sign-in",
    "read": "everybody may read lists",
    "open": "everybody may read, add",
}


@dataclass(frozen=True)
class Page:
    """An address of the app with the view behind it."""

    name: str
    view: type | None
    list_view: Any
    """The list whose rows the page changes, if that is what it does."""
    keys: frozenset[str]
    """What the address has to be given."""

    @property
    def needs_key(self) -> bool:
        """Whether the page is about one row."""
        return "pk" in self.keys

    @property
    def is_for_many(self) -> bool:
        """Whether it is about the rows that were ticked in a list, and leads back without any."""
        return self.list_view is not None and not hasattr(self.view, "form_class")

    @property
    def model(self) -> type[Row] | None:
        """What the page is about, if it is about rows."""
        return getattr(self.list_view or self.view, "model", None)

    def find_url(self, row: Row | None = None) -> str:
        """The address, with the key of a row where it needs one."""
        values = {"pk": row.pk} if row and self.needs_key else {}
        if "field" in self.keys:
            values["field"] = self.list_view.edit_fields[0]
        return reverse(self.name, kwargs=values)

    def is_a(self, *kinds: type) -> bool:
        """Whether the view is one of Django's generic ones."""
        return isinstance(self.view, type) and issubclass(self.view, kinds)


ELSEWHERE = ("make_scenario", "sign_in_as", "roles", "_put_away", "_restore")
"""The ends of names of addresses that are unlike others, and have tests of their own."""


def list_pages() -> list[Page]:
    """Every page of the app but the admin's and those for files."""
    return [
        Page(
            name=pattern.name,
            view=view_class(pattern.callback),
            list_view=find_list(pattern.callback),
            keys=keys,
        )
        for pattern in list_patterns(get_resolver().url_patterns)
        if not (keys := frozenset(pattern.pattern.converters)) - {"pk", "field"}
        and not (pattern.name or "").endswith(ELSEWHERE)
    ]


def find_list(view: Any) -> Any:
    """Find the list whose rows a page changes, if that is what it does."""
    given: dict[str, Any] = getattr(view, "view_initkwargs", {})
    return given.get("list_view") or getattr(view_class(view), "list_view", None)


def view_class(view: Any) -> Any:
    """The class behind a view, if there is one."""
    return getattr(view, "view_class", None)


def list_patterns(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        elif pattern.app_name != "admin":
            yield from list_patterns(pattern.url_patterns)


def read_access() -> str:
    """Who may do what without an account, as the project's README says."""
    text = " ".join(Path("README.md").read_text(encoding="utf-8").split())
    said = text.partition("**Who may see what:**")[2].strip()
    return next(kind for kind, words in ACCESS.items() if said.startswith(words))


@dataclass
class Visitor:
    """The person who is signed in, with a notebook."""

    client: Client = field(init=False)
    findings: list[str] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    pages: list[Page] = field(default_factory=list_pages)

    def __post_init__(self) -> None:
        account = get_user_model().objects.create_superuser("walker", password="walks a lot")
        self.client = Client(raise_request_exception=False)
        self.client.force_login(account)

    def note(self, place: str, finding: object) -> None:
        """Write down what is wrong with a page."""
        shown = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "KEY", place)
        self.findings.append(f"{shown}: {finding}")

    def visit(self, url: str, expected: int = 200, client: Client | None = None) -> HttpResponse:
        """The answer of a page, held against what every page must be."""
        response = (client or self.client).get(url)
        if response.status_code != expected:
            self.note(url, f"GET answers {response.status_code}, not {expected}")
        elif response.get("Content-Type", "").startswith("text/html") and response.content:
            self.judge(url, response)
        return response

    def judge(self, url: str, response: HttpResponse) -> None:
        """Note the faults of a page, and remember what it says."""
        text = response.content.decode()
        faults = list(list_faults(text))
        for fault in faults:
            self.note(url, fault)
        if not any(fault.startswith("not well formed") for fault in faults):
            document = read_document(text)
            self.texts |= {read_text(one) for name in HEADINGS for one in document.iter(name)}
            self.links |= {one.get("href", "").partition("?")[0] for one in document.iter("a")}

    def post(self, url: str, data: dict[str, Any], expected: int = 302) -> HttpResponse:
        """The answer to a form that was sent."""
        response = self.client.post(url, data)
        if response.status_code != expected:
            said = f"POST answers {response.status_code}, not {expected}"
            self.note(url, f"{said}: {data} {list_errors(response)}")
        return response

    def find_pages(self, kind: type, model: type[Row] | None = None) -> list[Page]:
        """The pages of a kind, perhaps only those about a model."""
        pages = [page for page in self.pages if page.is_a(kind) and not page.list_view]
        return [page for page in pages if model is None or page.model is model]

    def count_queries(self, url: str) -> int:
        """How often a page asks the database."""
        with CaptureQueriesContext(connection) as queries:
            self.visit(url)
        return len(queries)


def list_errors(response: HttpResponse) -> dict[str, list[str]]:
    """What the form of an answer complains about."""
    context = getattr(response, "context", None)
    form = context.get("form") if context else None
    return dict(form.errors) if form is not None else {}
