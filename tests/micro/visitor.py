"""Someone with a browser: opens pages, fills in forms, and notes what is wrong."""

from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from django.contrib.staticfiles import finders
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.test import Client
from html5lib.html5parser import ParseError

from tests.micro import filling, pages, rows

ATTEMPTS = 30
TAKEN = ("already exists", "clashes with something")


class Visitor:
    """A browser that remembers faults and the links that it saw."""

    def __init__(self) -> None:
        self.client = Client(raise_request_exception=False)
        self.faults: dict[str, None] = {}
        self.links: set[str] = set()
        self.turn = 0

    def note(self, fault: str) -> None:
        """Keep what is wrong, once."""
        self.faults.setdefault(fault)

    def open_page(self, address: str, expected: int = 200) -> Element | None:
        """The page at an address, if it answers as expected and is well-formed."""
        response = self.client.get(address)
        if response.status_code != expected:
            self.note(f"GET {address}: {response.status_code} instead of {expected}")
            return None
        return self.read_page(address, response.content.decode())

    def read_page(self, address: str, text: str) -> Element | None:
        """A page's tree; what doesn't belong on a page is noted."""
        try:
            page = pages.parse_page(text)
        except ParseError as error:
            self.note(f"{address}: not HTML: {error}")
            return None
        for part in pages.find_foreign_parts(page):
            self.note(f"{address}: {part}")
        self.links.update(pages.read_links(page))
        return page

    def find_form(self, address: str) -> pages.Form | None:
        """The form on a page."""
        page = self.open_page(address)
        forms = [] if page is None else pages.read_forms(page)
        if page is not None and not forms:
            self.note(f"{address}: no form")
        return forms[0] if forms else None

    def send(self, address: str, form: pages.Form, model: Any) -> tuple[dict[str, Any], str] | None:
        """Fill in a form until it is taken: what was sent, and where it led."""
        tries: dict[str, int] = {}
        reasons: list[str] = []
        for _ in range(ATTEMPTS):
            self.turn += 1
            samples = {name: self.find_sample(model, name) for name in tries}
            values = filling.fill_form(form, self.turn, tries, samples)
            response = self.client.post(address, values)
            if response.status_code == 302:
                return values, response.headers["Location"]
            if response.status_code != 200:
                self.note(f"POST {address} {values}: {response.status_code}")
                return None
            reasons = self.learn(address, response, tries)
        if not all(any(sign in reason for sign in TAKEN) for reason in reasons):
            self.note(f"POST {address}: refused for {reasons}")
        return None

    def learn(self, address: str, response: Any, tries: dict[str, int]) -> list[str]:
        """Why a form was refused; counts the inputs that need another kind of value."""
        self.read_page(address, response.content.decode())
        found = response.context["form"].errors if response.context else {}
        for name, reasons in found.items():
            if name != "__all__" and not any(sign in str(reasons) for sign in TAKEN):
                tries[name] = tries.get(name, 0) + 1
        return [f"{name}: {' '.join(reasons)}" for name, reasons in found.items()]

    def find_sample(self, model: type[Model], name: str) -> str:
        """A text that a model's own patterns let pass: a person would have read them."""
        try:
            field = model._meta.get_field(name)
        except FieldDoesNotExist:
            return ""
        used = {str(value) for value in model._base_manager.values_list(name, flat=True)}
        return rows.find_sample(field, used) or ""

    def follow_links(self) -> None:
        """Open whatever any page led to, and look for whatever it loads."""
        for link in sorted(self.links):
            parts = urlsplit(link)
            if parts.netloc and parts.netloc != "example.com":
                self.note(f"{link}: another host")
            elif parts.path.startswith("/static/"):
                if not finders.find(parts.path.removeprefix("/static/")):
                    self.note(f"{link}: no such file")
            elif parts.path.startswith("/") and not parts.path.startswith(("/media/", "/sign-out")):
                status = self.client.get(link).status_code
                if status >= 500 or status == 404:
                    self.note(f"{link}: {status}, though a page leads there")
