"""The surfaces of a model as Django pages: addresses, views, and what their templates show."""

from collections.abc import Container, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from string import Template
from typing import Literal, TypedDict

from transformer.backends.django.application import Application
from transformer.backends.django.contents import Content, Group, Shown
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.identifiers import spell_class
from transformer.backends.django.names import list_reserved
from transformer.diagnostics.resources import read_table
from transformer.model.entities import Entity
from transformer.model.naming import make_unique
from transformer.model.removal import is_soft
from transformer.model.surfaces import Mode, Surface
from transformer.model.versions import keeps_versions

LIST_CHANGES = ("_add", "_change", "_delete", "_set")
"""The ends of names of addresses, beginning like a list's, at which its rows are changed."""

_FURTHER = ("delete", "import", "put_away", "restore")
"""The ends of names of addresses that no surface has."""

_LONGEST_LINK = 40  # characters of a title that leads to a list


class SurfaceRow(TypedDict, total=False):
    """A row of `surfaces.yaml`."""

    address: str
    other_address: str
    view: str
    other_view: str
    parent: str
    plain: str
    action: Literal["view", "add", "change"]
    form_action: Literal["add"]
    column: Literal["cell", "shown"]
    related: str
    kind: str


def read_modes() -> Mapping[Mode, SurfaceRow]:
    """Read `surfaces.yaml`: mode of a surface → row."""
    return read_table("django/surfaces", dict[Mode, SurfaceRow])


@dataclass(frozen=True, eq=False)
class Page:
    """A surface with the names that its page has in Python."""

    surface: Surface
    content: Content
    address: str
    """The name under which the address is known."""
    route: str
    """The address as Django's `path` takes it."""
    view: str
    """The class of the view."""
    template: str
    """The template, without folder and ending."""

    @cached_property
    def entity(self) -> Entity | None:
        """The entity whose records are shown; None only on a custom page."""
        return self.surface.entity

    @property
    def mode(self) -> Mode:
        """What the page does: a row of `surfaces.yaml`."""
        return self.surface.mode

    @property
    def kind(self) -> str:
        """The list of the backend's view that the page belongs to."""
        return read_modes()[self.mode]["kind"]

    @property
    def has_key(self) -> bool:
        """Whether the page is about one row."""
        return "{key}" in self.surface.address


@dataclass(frozen=True)
class Site:
    """All pages of an app, and the way from an entity and a mode to its default page."""

    pages: tuple[Page, ...]
    named: Mapping[Surface, Page]
    defaults: Mapping[tuple[Entity, Mode], Page]

    @cached_property
    def lists(self) -> Mapping[Entity, list[Page]]:
        """The lists of each entity that has some, in the order of the pages."""
        found: dict[Entity, list[Page]] = {}
        for page in self.pages:
            if page.kind == "lists" and page.entity:
                found.setdefault(page.entity, []).append(page)
        return found

    def find_page(self, entity: Entity | None, *modes: Mode) -> Page | None:
        """Find the default page of the first of these modes that the entity has one of.

        A page of a row comes before the form that changes it, for example.
        """
        if entity:
            for mode in modes:
                if page := self.defaults.get((entity, mode)):
                    return page
        return None

    def find_address(self, entity: Entity | None, *modes: Mode) -> str | None:
        """Find the address of that page."""
        page = self.find_page(entity, *modes)
        return page.address if page else None

    @cached_property
    def stateful(self) -> Mapping[Entity, Page]:
        """The entities whose states are changed on the pages of their rows, with these pages."""
        found = {page.entity: page for page in self.pages if page.entity and page.mode == "view"}
        defaults = {
            entity: self.find_page(entity, "view") or page for entity, page in found.items()
        }
        return {each: page for each, page in defaults.items() if each.transitions is not None}


def name_transition(entity: Entity) -> str:
    """Name the address at which the state of an entity's rows is changed."""
    return f"{entity.slug}_transition"


def name_versions(entity: Entity) -> str:
    """Name the address with the versions of an entity's rows; empty if there is none."""
    return f"{entity.slug}_versions" if keeps_versions(entity) else ""


def name_restoration(entity: Entity) -> str:
    """Name the address at which a version of an entity's rows is restored."""
    return f"{entity.slug}_restore_version"


def name_put_away(entity: Entity) -> str:
    """Name the address where what was put away is restored; empty if there is none."""
    return f"{entity.slug}_put_away" if entity.deletable and is_soft(entity) else ""


def plan_site(application: Application) -> Site:
    """Plan the pages of an app, those that links lead to first to choose their names."""
    model, names = application.model, application.names
    taken = list_reserved("addresses")
    taken |= {f"{e.slug}_{page}" for e in model.entities for page in _FURTHER}
    taken |= {name_transition(entity) for entity in model.entities if entity.transitions}
    kept = [entity for entity in model.entities if keeps_versions(entity)]
    taken |= {name(entity) for entity in kept for name in (name_versions, name_restoration)}
    classes = {name.lower() for name in list_reserved("classes")} | names.list_models()
    classes |= {f"{name}deleteview" for name in names.list_models()}
    chosen = {}
    for surface in sorted(model.surfaces, key=lambda each: not each.default):
        chosen[surface] = _plan_page(surface, application, taken, classes)
    pages = tuple(chosen[surface] for surface in model.surfaces)
    defaults = {
        (page.entity, page.mode): page for page in pages if page.entity and page.surface.default
    }
    return Site(pages, chosen, defaults)


@dataclass(frozen=True, slots=True)
class _Blocked(Container[str]):
    """The addresses that a page can't have: where one of its own names is taken, none will do."""

    taken: Set[str]
    suffixes: tuple[str, ...]

    def __contains__(self, name: object) -> bool:
        return any(f"{name}{suffix}" in self.taken for suffix in self.suffixes)


def _plan_page(
    surface: Surface, application: Application, taken: set[str], classes: set[str]
) -> Page:
    row, entity = read_modes()[surface.mode], surface.entity
    words = {
        "slug": entity.slug if entity else "",
        "name": surface.name.strip("_").lower(),
        "model": application.names.name_model(entity) if entity else "",
        "class": spell_class(surface.name),
    }
    is_own = entity is None or not surface.default or "address" not in row
    wanted = Template(row["other_address"] if is_own else row["address"]).substitute(words)
    wanted_view = Template(row["other_view"] if is_own else row["view"]).substitute(words)
    suffixes = ("", *LIST_CHANGES) if row["kind"] == "lists" else ("",)
    address = make_unique(wanted, _Blocked(taken, suffixes))
    view = make_unique(wanted_view, classes, "")
    taken |= {f"{address}{suffix}" for suffix in suffixes}
    classes.add(view.lower())
    route = write_route(surface.address, entity)
    return Page(surface, application.find_content(surface), address, route, view, address)


def write_route(address: str, entity: Entity | None) -> str:
    """Write an address of the manifest as a route of Django, the key with its converter.

    >>> write_route("/tags/new/", None)
    'tags/new/'
    """
    return address.lstrip("/").replace("{key}", f"<{find_converter(entity)}:pk>" if entity else "")


def find_converter(entity: Entity) -> str:
    """Find the path converter for keys: `uuid`, `int`, or `key` for what people chose."""
    return read_types()[entity.key.type].get("converter", "key")


def find_heading(page: Page, group: Group[Shown]) -> str:
    """Find the heading over a group; none where the only one would say nothing new."""
    made = _make_title(group.name)
    alone = len(page.content.groups) == 1 and group.title in (page.surface.title, made)
    return "" if alone else group.title


def find_list_title(page: Page) -> str:
    """Find what leads to a list: its title, unless nobody gave it one or it is no word or two."""
    title = page.surface.title
    is_telling = title != _make_title(page.surface.name) and len(title) <= _LONGEST_LINK
    return title if is_telling or page.entity is None else page.entity.plural


def _make_title(name: str) -> str:
    return name.replace("_", " ").capitalize()
