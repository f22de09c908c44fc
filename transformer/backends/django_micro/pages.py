"""The surfaces of a manifest as Django pages: addresses, views, and what their templates show."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from transformer.backends.django.field_traits import find_traits
from transformer.backends.django.fields import FieldContext, fill
from transformer.backends.django.identifiers import spell_class
from transformer.backends.django.names import Names
from transformer.diagnostics.resources import read_table
from transformer.engine.escapes import to_html
from transformer.model.naming import make_unique

_LIVE = re.compile(r"<(a|button) ")
_LONGEST_LINK = 40  # characters of a title that leads to a list


@dataclass(frozen=True, slots=True)
class Page:
    """A surface with the names that its page has in Python."""

    surface: Mapping[str, Any]
    entity: Mapping[str, Any] | None
    address: str
    """The name under which the address is known."""
    route: str
    """The address as Django's `path` takes it."""
    view: str
    """The class of the view."""
    template: str
    """The template, without folder and ending."""

    @property
    def mode(self) -> str:
        """What the page does: a row of `surfaces.yaml`."""
        return str(self.surface["mode"])

    @property
    def kind(self) -> str:
        """The list of the backend's view that the page belongs to."""
        return str(read_table("django/surfaces")[self.mode]["kind"])

    @property
    def has_key(self) -> bool:
        """Whether the page is about one row."""
        return "{key}" in self.surface["address"]


@dataclass(frozen=True, slots=True)
class Site:
    """All pages of an app, and the way from an entity and a mode to its default page."""

    pages: tuple[Page, ...]
    named: Mapping[str, Page]
    """Surface → page."""
    defaults: Mapping[tuple[str, str], Page]

    def find_address(self, entity: str, *modes: str) -> str | None:
        """The address of the first of these pages that the entity has.

        A page of a row comes before the form that changes it, for example.
        """
        found = (self.defaults.get((entity, mode)) for mode in modes)
        return next((page.address for page in found if page), None)


def plan_site(manifest: Mapping[str, Any], names: Names) -> Site:
    """The pages of an app, those that links lead to first to choose their names."""
    entities = {entity["name"]: entity for entity in manifest["entities"]}
    taken = set(read_table("django/reserved")["addresses"])
    taken |= {f"{e['slug']}_{page}" for e in manifest["entities"] for page in ("delete", "import")}
    classes = {name.lower() for name in read_table("django/reserved")["classes"]}
    classes |= {n.model.lower() for n in names.entities.values()}
    classes |= {f"{n.model}DeleteView".lower() for n in names.entities.values()}
    chosen = {}
    for surface in sorted(manifest["surfaces"], key=lambda s: not s["default"]):
        entity = entities.get(surface.get("entity", ""))
        chosen[surface["name"]] = _plan_page(surface, entity, names, taken, classes)
    pages = tuple(chosen[surface["name"]] for surface in manifest["surfaces"])
    defaults = {
        (page.entity["name"], page.mode): page
        for page in pages
        if page.entity and page.surface["default"]
    }
    return Site(pages, chosen, defaults)


def _plan_page(
    surface: Mapping[str, Any],
    entity: Mapping[str, Any] | None,
    names: Names,
    taken: set[str],
    classes: set[str],
) -> Page:
    row = read_table("django/surfaces")[surface["mode"]]
    own = entity is None or not surface["default"] or "address" not in row
    words = {"slug": entity["slug"] if entity else "", "name": surface["name"].strip("_").lower()}
    words["model"] = names.entities[entity["name"]].model if entity else ""
    words["class"] = spell_class(surface["name"])
    address = make_unique(fill(row["other_address" if own else "address"], words), taken)
    view = make_unique(fill(row["other_view" if own else "view"], words), classes, "")
    taken.add(address)
    classes.add(view.lower())
    route = write_route(surface["address"], entity)
    return Page(surface, entity, address, route, view, template=address)


def write_route(address: str, entity: Mapping[str, Any] | None) -> str:
    """An address of the manifest as a route of Django, the key with its converter.

    >>> write_route("/tags/new/", None)
    'tags/new/'
    """
    return address.lstrip("/").replace("{key}", f"<{find_converter(entity)}:pk>" if entity else "")


def find_converter(entity: Mapping[str, Any]) -> str:
    """The path converter for keys of an entity: `uuid`, `int`, or `key` for what people chose."""
    key = next(field for field in entity["fields"] if field["name"] == entity["key"])
    return str(read_table("django/types")[key["type"]].get("converter", "key"))


@dataclass(frozen=True, slots=True)
class Cell:
    """A value on a page: its label and the template that shows it."""

    title: str
    source: str
    is_plain: bool
    """Whether the value can stand within a link."""
    names_row: bool
    """Whether it is what a row goes by."""


@dataclass(frozen=True, slots=True)
class Group:
    """A section of a page."""

    title: str
    cells: list[Cell]


def view_groups(
    page: Page,
    names: Names,
    site: Site,
    column: str,
    only: Collection[str] | None = None,
    changed: Collection[str] = (),
) -> list[Group]:
    """The sections of a page, each value as the column of `types.yaml` shows it.

    With `only`, just these fields; a section without a value is left out. Those that are `changed`
    right on the page are shown so that they can be.
    """
    if page.entity is None:
        return []
    fields = {field["name"]: field for field in page.entity["fields"]}
    groups = []
    for section in page.surface["sections"]:
        items = [i for i in section["fields"] if not i.get("hidden")]
        contexts = [(FieldContext(page.entity, fields[i["field"]], names), i) for i in items]
        shown = [(c, i) for c, i in contexts if only is None or i["field"] in only]
        columns = ["changed" if c.attribute in changed else column for c, _ in shown]
        cells = [_view_cell(*pair, site, col) for pair, col in zip(shown, columns, strict=True)]
        groups.append(Group(find_heading(page.surface, section), cells))
    return [group for group in groups if group.cells]


def find_heading(surface: Mapping[str, Any], section: Mapping[str, Any]) -> str:
    """The heading over a section; none where the only one would say nothing new."""
    made = _make_title(section["name"])
    alone = len(surface["sections"]) == 1 and section["title"] in (surface["title"], made)
    return "" if alone else str(section["title"])


def find_list_title(page: Page) -> str:
    """What leads to a list: its title, unless nobody gave it one or it is no word or two."""
    title = str(page.surface["title"])
    is_telling = title != _make_title(page.surface["name"]) and len(title) <= _LONGEST_LINK
    return title if is_telling or page.entity is None else str(page.entity["plural"])


def _make_title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _view_cell(context: FieldContext, item: Mapping[str, Any], site: Site, column: str) -> Cell:
    words = context.words | ({"linked"} if is_linked(context.field, site) else set())
    source = find_traits(frozenset(words)).columns[column]
    spelled = {
        "value": f"object.{context.attribute}",
        "name": context.attribute,
        "label": to_html(item["title"]),
        "currency": context.field.get("currency", ""),
    }
    return Cell(item["title"], fill(source, spelled), not _LIVE.search(source), context.is_display)


def is_linked(field: Mapping[str, Any], site: Site) -> bool:
    """Whether the field refers to rows that have a page."""
    is_entity = field.get("target_kind") == "entity"
    return is_entity and site.find_address(field["target"], "view", "edit") is not None
