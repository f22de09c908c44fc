"""What the templates of an app's pages show, in finished pieces."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from transformer.backends.django.contents import Group
from transformer.backends.django.literals import escape_tag_text
from transformer.backends.django.printing import print_assignments, spell
from transformer.backends.django_micro.buttons import Action, list_actions
from transformer.backends.django_micro.cells import Cell, Presenter, read_part
from transformer.backends.django_micro.filters import FilterSetClass, list_filter_sets
from transformer.backends.django_micro.forms import list_facts
from transformer.backends.django_micro.home import declare_home, list_home_parents
from transformer.backends.django_micro.import_export import has_history, list_imports
from transformer.backends.django_micro.link_conditions import LinkConditions, ask_of_links
from transformer.backends.django_micro.lists import list_bulk_actions, list_changed
from transformer.backends.django_micro.navigation import Navigation, plan_navigation
from transformer.backends.django_micro.page_addresses import PageAddresses, name_addresses
from transformer.backends.django_micro.pages import (
    Page,
    find_converter,
    find_list_title,
    read_modes,
)
from transformer.backends.django_micro.routes import print_routes
from transformer.backends.django_micro.site import SitePlan
from transformer.backends.django_micro.view_classes import ViewClass
from transformer.backends.django_micro.view_imports import write_filter_imports, write_view_imports
from transformer.backends.django_micro.views import list_views
from transformer.engine.escapes import Finished, to_html
from transformer.model.entities import Entity
from transformer.model.rules import Transitions

_FILTERS = {
    "has_guarded_links": "is_readable_by",
    "has_form_links": "is_changeable_by",
    "has_rights_cells": "gives_rights_to",
    "has_role_cells": "gives_role_to",
}
"""Words about what cells ask: of rows that others name, of those whose pages are forms, and of
accounts whose rights or role would be changed."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A page."""

    title: str
    purpose: str
    template: str
    plural: str
    groups: list[Group[Cell]]
    """What a list or view shows; on a form, what stands beside the inputs."""
    has_form: bool
    addresses: PageAddresses
    asked: LinkConditions
    """What a template asks before these links."""
    add_title: str
    """What the link there says, as a part of a template."""
    has_row: bool
    has_states: bool
    """Whether the state of a row is changed there."""
    histories: list[str]
    """The templates that show what became of a row."""
    selects_rows: bool
    """Whether something can be done with many rows of a list at once."""
    sets_values: bool
    """Whether a list has addresses at which values of its rows are set."""
    actions: list[Action]

    @property
    def key(self) -> str:
        """The variable that has the key of a list's row: what is asked often has a name."""
        return "key" if self.sets_values else "object.pk"

    @property
    def cells(self) -> list[Cell]:
        """The values of all groups."""
        return [cell for group in self.groups for cell in group.values]

    @property
    def link(self) -> Cell | None:
        """The value of a list's row that leads to the row's page."""
        always = (cell for cell in self.cells if not cell.condition)
        plain = [cell for cell in always if self.addresses.row and cell.is_plain]
        return next((cell for cell in plain if cell.names_row), plain[0] if plain else None)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A page as the README lists it."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Screens:
    """The words of the templates of views, addresses and pages."""

    pages: Mapping[str, list[Screen]]
    """Kind of a page → the pages."""
    navigation: Navigation
    views: list[ViewClass]
    view_imports: str
    filter_sets: list[FilterSetClass]
    filter_imports: str
    home_parents: str
    home_lists: str
    """What the home page declares."""
    lines: list[PageLine]
    routes: list[str]
    has_lists: bool
    """Whether rows can be changed from lists, for which there are addresses."""
    has_keys: bool
    """Whether addresses hold keys that people chose."""
    cell_filters: Mapping[str, bool]
    """Whether values are shown with the filters that ask for rights: word → whether so."""


def view_screens(plan: SitePlan) -> Screens:
    """Make what the templates of views, addresses and pages place."""
    uploads = {each.entity: each.address for each in list_imports(plan)}
    pages: dict[str, list[Screen]] = {row["kind"]: [] for row in read_modes().values()}
    for page in plan.site.pages:
        pages[page.kind].append(_view_screen(page, plan, uploads))
    navigation, views = plan_navigation(plan), list(list_views(plan))
    home = list(declare_home(plan, navigation))
    filter_sets = list(list_filter_sets(plan))
    return Screens(
        pages=pages,
        navigation=navigation,
        views=views,
        view_imports=write_view_imports(plan, views, home),
        filter_sets=filter_sets,
        filter_imports=write_filter_imports(filter_sets),
        home_parents=", ".join(map(spell, list_home_parents(plan))),
        home_lists=print_assignments(home, 4),
        lines=[PageLine(p.surface.title, p.surface.address) for p in plan.site.pages],
        routes=(routes := list(print_routes(plan))),
        has_lists=any("generic." in each for each in routes),
        cell_filters={word: _has_filter(name, pages) for word, name in _FILTERS.items()},
        has_keys=any(find_converter(entity) == "key" for entity in plan.model.entities),
    )


def _has_filter(name: str, pages: Mapping[str, list[Screen]]) -> bool:
    cells = (cell for screens in pages.values() for each in screens for cell in each.cells)
    return any(name in each.source for each in cells)


def _view_screen(page: Page, plan: SitePlan, uploads: Mapping[Entity, str]) -> Screen:
    is_list = page.kind == "lists"
    return Screen(
        title=page.surface.title,
        purpose=(page.surface.ux and page.surface.ux.purpose) or "",
        template=page.template,
        plural=_title_index(page, plan),
        groups=_show_groups(page, plan),
        has_form=plan.has_form(page),
        addresses=name_addresses(page, plan.site, uploads),
        asked=ask_of_links(page, plan),
        add_title=_title_addition(plan.site.find_page(page.entity, "create")),
        has_row=page.mode == "edit",
        has_states=_find_transitions(page) is not None,
        histories=list(_list_histories(page)),
        selects_rows=is_list and _selects_rows(page, plan),
        sets_values=is_list and bool(list_changed(page, plan)),
        actions=list(list_actions(page, plan)),
    )


def _find_transitions(page: Page) -> Transitions | None:
    """Find the states that are changed on a page, and how."""
    return page.entity.transitions if page.entity and page.mode == "view" else None


def _list_histories(page: Page) -> Iterator[str]:
    transitions = _find_transitions(page)
    if transitions is not None and transitions.track:
        yield "pages/_state_changes.html"
    if has_history(page):
        yield "pages/_changes.html"


def _selects_rows(page: Page, plan: SitePlan) -> bool:
    return page.entity is not None and any(list_bulk_actions(page, page.entity, plan))


def _title_addition(page: Page | None) -> Finished:
    """Write what the link to a create page says; a title such as "Task create" is none for one."""
    if page is None or page.entity is None:
        return Finished()
    title = page.surface.title
    said, made, entity = map(_keep_letters, (title, page.surface.name, page.entity.slug))
    is_made = said == made and made.startswith(entity)
    if not is_made:
        return Finished(to_html(title))
    return Finished(read_part("addition.html").substitute(name=escape_tag_text(page.entity.title)))


def _keep_letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _show_groups(page: Page, plan: SitePlan) -> list[Group[Cell]]:
    """Show the values of a page: all of them, or on a form those that no one fills in."""
    only = list_facts(page) if page.kind == "form_pages" else None
    changed = list_changed(page, plan) if page.kind == "lists" else ()
    column = read_modes()[page.mode]["column"]
    return Presenter(plan.application, plan.site, column, changed).show_groups(page, only)


def _title_index(page: Page, plan: SitePlan) -> str:
    """Write what leads back from a page to the list of its rows."""
    return find_list_title(plan.site.find_page(page.entity, "list") or page)
