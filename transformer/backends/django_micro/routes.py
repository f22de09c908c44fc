"""The addresses of an app's pages, and of what is changed from its lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from transformer.backends.django.code import Code, make_literal, refer_to
from transformer.backends.django.printing import print_code
from transformer.backends.django_micro.import_export import list_imports
from transformer.backends.django_micro.lists import (
    find_addition,
    list_bulk_actions,
    list_changed,
)
from transformer.backends.django_micro.page_policies import find_row_page
from transformer.backends.django_micro.pages import (
    Page,
    find_converter,
    name_put_away,
    name_restoration,
    name_transition,
    name_versions,
)
from transformer.backends.django_micro.row_views import (
    find_editing,
    name_deletions,
    name_put_away_views,
    name_transition_views,
    name_version_views,
)
from transformer.backends.django_micro.site import SitePlan
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.naming import make_unique
from transformer.model.rules import RecordOperation

_CHANGES: Mapping[str, tuple[str, RecordOperation]] = {
    "add": ("QuickAddView", "create"),
    "change": ("BulkUpdateView", "update"),
    "delete": ("BulkDeleteView", "delete"),
}
"""The end of the name of an address → the view there, and what it does."""
_OPERATIONS: Mapping[str, RecordOperation] = {
    "ListView": "list",
    "DetailView": "read",
    "CreateView": "create",
    "UpdateView": "update",
}
"""The class of the view of a page → what it does with records; others are about none."""


@dataclass(frozen=True, slots=True)
class Route:
    """A line of `urlpatterns`: what `path` takes, the view as it is called there, and a name."""

    path: str
    view: Code
    name: str
    entity: Entity | None
    """The entity whose records the address is about."""
    operation: RecordOperation | None
    """What may be done there with these records; None where nobody is asked."""
    page: Page | None = None
    """The page of a surface at the address."""
    words: tuple[tuple[str, str], ...] = ()
    """What the address needs beside a key: a name in it, and something that may stand there."""
    ruled_by: tuple[Page, ...] = ()
    """The pages whose rules hold at the address as well, if it has no page of its own."""
    inputs: tuple[Field, ...] = ()
    """The fields without one of which there is nothing to do at the address."""
    is_put_away: bool = False
    """Whether it is about records that were put away."""

    @property
    def order(self) -> list[tuple[bool, str]]:
        """What routes are sorted by: a fixed part stands before a key in the same place."""
        return [("<" in part, part) for part in self.path.split("/")]


def print_routes(plan: SitePlan) -> Iterator[str]:
    """Print the lines of `urlpatterns`."""
    for each in list_routes(plan):
        place, name = make_literal(each.path), make_literal(each.name)
        yield print_code(refer_to("path").call(place, each.view, name=name), 4, suffix=",")


def list_routes(plan: SitePlan) -> list[Route]:
    """List the addresses of an app, in the order in which they are tried."""
    routes = list(_list_pages(plan))
    taken = {each.path.rstrip("/") for each in routes}
    for entity, pages in plan.site.lists.items():
        for page in pages:
            routes += _list_changes(page, entity, plan, taken)
    return sorted(routes, key=lambda each: each.order)


def _list_pages(plan: SitePlan) -> Iterator[Route]:
    for page in plan.site.pages:
        operation = _OPERATIONS.get(plan.find_parent(page))
        entity = page.entity if operation else None
        yield Route(page.route, _show(page.view), page.address, entity, operation, page)
    for entity, view in name_deletions(plan):
        path = f"{entity.address.lstrip('/')}<{find_converter(entity)}:pk>/delete/"
        name = f"{entity.slug}_delete"
        yield Route(
            path, _show(view), name, entity, "delete", ruled_by=_list_row_pages(entity, plan)
        )
    yield from _list_put_away(plan)
    for each in list_imports(plan):
        called, pages = _show(each.view), (each.page, plan.site.defaults[each.entity, "list"])
        yield Route(each.route, called, each.address, each.entity, "create", ruled_by=pages)
    yield from _list_transitions(plan)
    yield from _list_versions(plan)


def _list_versions(plan: SitePlan) -> Iterator[Route]:
    """List the addresses with the versions of rows, and those that restore one."""
    restoring = dict(name_version_views(plan, "RestoreVersionView"))
    for entity, view in name_version_views(plan, "VersionsView"):
        page, editing = plan.site.find_page(entity, "view"), find_editing(entity, plan)
        if page is None:
            continue
        place = f"{page.route}versions/"
        yield Route(place, _show(view), name_versions(entity), entity, "read", ruled_by=(page,))
        if editing:
            called, name = _show(restoring[entity]), name_restoration(entity)
            place = f"{place}<int:number>/restore/"
            words = (("number", "1"),)
            yield Route(place, called, name, entity, "update", words=words, ruled_by=(editing,))


def _list_put_away(plan: SitePlan) -> Iterator[Route]:
    """List the addresses of what was put away."""
    taken = {page.route.rstrip("/") for page in plan.site.pages}
    for entity, view in name_put_away_views(plan, "PutAwayView"):
        route = make_unique(f"{entity.address.lstrip('/')}put-away", taken, "-")
        yield _route_put_away(f"{route}/", view, name_put_away(entity), entity, plan)
    for entity, view in name_put_away_views(plan, "RestoreView"):
        path = f"{entity.address.lstrip('/')}<{find_converter(entity)}:pk>/restore/"
        yield _route_put_away(path, view, f"{entity.slug}_restore", entity, plan)


def _route_put_away(path: str, view: str, name: str, entity: Entity, plan: SitePlan) -> Route:
    pages = _list_row_pages(entity, plan)
    return Route(path, _show(view), name, entity, "delete", ruled_by=pages, is_put_away=True)


def _list_row_pages(entity: Entity, plan: SitePlan) -> tuple[Page, ...]:
    page = find_row_page(entity, plan)
    return (page,) if page else ()


def _list_transitions(plan: SitePlan) -> Iterator[Route]:
    """List the addresses at which states are changed."""
    views = dict(name_transition_views(plan))
    for entity, page in plan.site.stateful.items():
        transitions = entity.transitions
        rules = transitions.rules if transitions else ()
        states = [each.to for each in rules if each.is_manual] or [each.to for each in rules]
        converter = "path:" if any("/" in state for state in states) else ""
        place = f"{page.route}to/<{converter}state>/"
        words = (("state", states[0]),) if states else ()
        name = name_transition(entity)
        pages, view = _list_row_pages(entity, plan), _show(views[entity])
        yield Route(place, view, name, entity, "update", words=words, ruled_by=pages)


def _show(view: str) -> Code:
    return refer_to(f"views.{view}.as_view").call()


def _list_changes(page: Page, entity: Entity, plan: SitePlan, taken: set[str]) -> Iterator[Route]:
    """List the addresses at which the rows of a list are changed."""
    added = find_addition(entity, plan)
    words = ["add"] if added else []
    for word in (*words, *list_bulk_actions(page, entity, plan)):
        path = make_unique(f"{page.route}{word}", taken, "-")
        view, operation = _CHANGES[word]
        name = f"{page.address}_{word}"
        fields = tuple(each.shown.field for each in added) if word == "add" else ()
        called = _show_list(page, view)
        yield Route(f"{path}/", called, name, entity, operation, ruled_by=(page,), inputs=fields)
    if changed := list_changed(page, plan):
        path = f"{page.route}<{find_converter(entity)}:pk>/set/<field>/"
        chosen = (("field", plan.names.name_attribute(changed[0])),)
        called, name = _show_list(page, "ValueUpdateView"), f"{page.address}_set"
        fields = (changed[0],)
        yield Route(
            path, called, name, entity, "update", words=chosen, ruled_by=(page,), inputs=fields
        )


def _show_list(page: Page, view: str) -> Code:
    listing = refer_to(f"views.{page.view}")
    return refer_to(f"generic.{view}.as_view").call(list_view=listing)
