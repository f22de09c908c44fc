"""The pages of a Django project, as its URLconf has them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.db.models import Model
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.views import generic

# The first that a view is one of tells what its page is for.
KINDS = [
    ("delete", generic.DeleteView),
    ("edit", generic.UpdateView),
    ("create", generic.CreateView),
    ("list", generic.ListView),
    ("view", generic.DetailView),
]
ELSEWHERE = {"login", "logout", "healthz"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its URL's name, what it is for, and the model that it shows."""

    name: str
    kind: str
    model: type[Model] | None
    has_key: bool

    def find_address(self, row: Model | None = None) -> str:
        """The page's address, for a row where it is about one."""
        return reverse(self.name, args=[row.pk] if self.has_key and row else [])

    def replace_key(self, row: Model, key: str) -> str:
        """The page's address with another text in the key's place."""
        mark = reverse("admin:index")  # an address without the key, to be sure of its spelling
        address = self.find_address(row)
        parts = address.removeprefix(mark).split("/")
        spot = next(n for n, part in enumerate(parts) if spells_key(part, row.pk))
        return "/".join([*parts[:spot], quote(key, safe=""), *parts[spot + 1 :]])


def spells_key(part: str, key: Any) -> bool:
    """Whether a part of an address stands for a key, as far as one can tell."""
    return part in {str(key), quote(str(key), safe=""), quote(str(key))}


def list_pages() -> list[Page]:
    """All pages of the project but the admin's and those of signing in."""
    return list(_walk(get_resolver().url_patterns))


def _walk(patterns: list[URLPattern | URLResolver]) -> Iterator[Page]:
    for entry in patterns:
        if isinstance(entry, URLResolver):
            if entry.namespace != "admin":
                yield from _walk(entry.url_patterns)
        elif entry.name and entry.name not in ELSEWHERE:
            yield _describe(entry)


def _describe(entry: URLPattern) -> Page:
    view = getattr(entry.callback, "view_class", object)
    kind = next((kind for kind, base in KINDS if issubclass(view, base)), "other")
    model = getattr(view, "model", None)
    return Page(str(entry.name), kind, model, bool(entry.pattern.converters))
