"""Every address of an app that can be asked for, with what can stand behind a question mark."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

FORMATS = ("csv", "excel", "print", "pdf")
LOOKUPS = ("exact", "startswith", "gt", "isnull")
_TEXT = re.compile("[A-Za-z]{3}")


class Words(dict[str, list[str]]):
    """What might be looked for: values by the name of a field."""

    @property
    def texts(self) -> list[str]:
        """What might be searched for."""
        found = (word for words in self.values() for word in words if _TEXT.search(word))
        return list(dict.fromkeys(found))

    def find(self, name: str) -> list[str]:
        """What a field might be asked for."""
        return self.get(name, self.texts[:1])


def list_addresses(words: Words) -> Iterator[str]:
    """List the addresses; `words` are what might be looked for."""
    from django.urls import get_resolver

    from tests.micro.visitor import find_list, list_patterns, view_class

    for pattern in list_patterns(get_resolver().url_patterns):
        listing = find_list(pattern.callback)
        view = listing or view_class(pattern.callback)
        for address in fill_in(pattern, view):
            yield from vary(address, pattern.name, view, words)
    for rows in list_admins():
        yield from list_admin_addresses(rows, words)
    yield from ("/admin/", "/admin/core/", "/admin/audit/auditentry/")


def fill_in(pattern: Any, view: Any) -> Iterator[str]:
    """The addresses of a pattern, one for each row that it may be about."""
    from django.urls import reverse

    keys = pattern.pattern.converters.keys()
    model = getattr(view, "model", None)
    if not keys <= {"pk", "field", "state"}:
        return
    others = {"field": (getattr(view, "edit_fields", ()) or ("name",))[0], "state": "done"}
    given = {name: others[name] for name in keys - {"pk"}}
    rows = list_all(model) if "pk" in keys else [None]
    for row in rows:
        yield reverse(pattern.name, kwargs=given | ({"pk": row.pk} if row else {}))


def list_all(model: Any) -> list[Any]:
    """All rows, also those that were put away, in an order that hangs on nothing hidden."""
    return list(getattr(model, "all_objects", model._base_manager).order_by("pk"))


def vary(address: str, name: str, view: Any, words: Words) -> Iterator[str]:
    """An address with everything that it can be asked besides."""
    kind = name.rpartition("_")[2]
    yield address
    if kind in ("roles", "rights"):
        yield from (f"{address}?{urlencode({'q': word})}" for word in words.texts)
    if kind == "list":
        yield from (f"{address}?{query}" for query in list_queries(view, words))
    if kind == "detail":
        tabs = (each.name for each in getattr(view, "related", ()))
        yield from (f"{address}?tab={tab}" for tab in tabs)
        yield from (f"{address}?export={each}" for each in ("pdf", "changes"))
    form_class = getattr(view, "form_class", None)
    for field in getattr(form_class, "references", {}):
        for word in words.texts:
            query = urlencode({"form-search": field, "text": word})
            yield f"{address}?{query}"


def list_queries(view: Any, words: Words) -> Iterator[str]:
    """What a list can be asked for."""
    fields = [f.name for f in view.model._meta.concrete_fields if f.name in words]
    sorts = [sign + name for name in dict.fromkeys([*view.columns, *fields]) for sign in ("", "-")]
    yield from (f"sort={each}" for each in sorts)
    yield from (f"export={each}&sort={sort}" for each in FORMATS for sort in sorts[:1])
    yield from (f"export=csv&sort={sort}" for sort in sorts)
    yield from ("panel=filters", "panel=add", "page=2", "size=50")
    yield from (urlencode({"q": word}) for word in words.texts)
    yield from (urlencode({"q": word, "export": "csv"}) for word in words.texts)
    for name, values in list_filters(view, words):
        yield from (urlencode({name: value}) for value in values)
        yield from (urlencode({"form-search": name, "text": word}) for word in words.texts)


def list_filters(view: Any, words: Words) -> Iterator[tuple[str, list[Any]]]:
    """The names that filters have in an address, each with values; all fields by name besides."""
    filters = view.filterset_class({}, view.model._base_manager.all()).filters
    for name, each in filters.items():
        suffixes = getattr(each.field.widget, "suffixes", ())
        values = list_values(each, words)
        yield from ((f"{name}_{suffix}", values) for suffix in suffixes)
        yield name, values
    for field in view.model._meta.concrete_fields:
        if field.name in words and field.name not in filters:
            yield field.name, words.find(field.name)


def list_values(each: Any, words: Words) -> list[Any]:
    """What a filter may be given."""
    field = each.field
    if hasattr(field, "queryset"):
        return [row.pk for row in list_all(field.queryset.model)]
    chosen = [value for value, _title in getattr(field, "choices", ()) if value != ""]
    return chosen or words.find(each.field_name)


def list_admins() -> Iterator[Any]:
    """The admin's classes for the rows of the app."""
    from django.contrib import admin

    return (each for model, each in admin.site._registry.items() if model._meta.app_label == "core")


def list_admin_addresses(admin: Any, words: Words) -> Iterator[str]:
    """The admin's addresses for the rows of a model."""
    from django.urls import reverse

    options = admin.model._meta
    label = f"admin:core_{options.model_name}"
    address = reverse(f"{label}_changelist")
    yield address
    yield reverse(f"{label}_add")
    yield from (f"{address}?{urlencode({'q': word})}" for word in words.texts)
    for place in range(1, len(admin.list_display) + 1):
        yield from (f"{address}?o={sign}{place}" for sign in ("", "-"))
    for field in options.concrete_fields:
        values = words.get(field.name, ())
        asked = [(f"{field.name}__{lookup}", word) for lookup in LOOKUPS for word in values]
        yield from (f"{address}?{urlencode([pair])}" for pair in asked)
        if field.is_relation:
            yield from list_matches(options, field, words)
    for row in list_all(admin.model):
        for page in ("change", "history", "delete"):
            yield reverse(f"{label}_{page}", args=[row.pk])


def list_matches(options: Any, field: Any, words: Words) -> Iterator[str]:
    """What the admin's inputs ask for while somebody types."""
    asked = {"app_label": "core", "model_name": options.model_name, "field_name": field.name}
    for word in ("", *words.texts):
        yield f"/admin/autocomplete/?{urlencode({**asked, 'term': word})}"
