"""The addresses of an app's pages, and of what is changed from its lists."""

from collections.abc import Iterator
from dataclasses import dataclass

from transformer.backends.django.application import Application
from transformer.backends.django.code import Code, make_literal, make_texts, refer_to
from transformer.backends.django.indexes import is_file
from transformer.backends.django.printing import print_code
from transformer.backends.django_micro.import_export import list_imports
from transformer.backends.django_micro.lists import (
    find_addition,
    list_bulk_actions,
    list_changed,
)
from transformer.backends.django_micro.pages import (
    Page,
    find_converter,
    name_put_away,
    name_transition,
)
from transformer.backends.django_micro.site import SitePlan
from transformer.backends.django_micro.views import (
    name_deletions,
    name_put_away_views,
    name_transition_views,
)
from transformer.model.entities import Entity
from transformer.model.naming import make_unique

_CHANGES = {"add": "QuickAddView", "change": "BulkUpdateView", "delete": "BulkDeleteView"}
"""The end of the name of an address → the view there."""


@dataclass(frozen=True, slots=True)
class Route:
    """A line of `urlpatterns`: what `path` takes, the view as it is called there, and a name."""

    path: str
    view: Code
    name: str

    @property
    def order(self) -> list[tuple[bool, str]]:
        """What routes are sorted by: a fixed part stands before a key in the same place."""
        return [("<" in part, part) for part in self.path.split("/")]


def list_routes(plan: SitePlan) -> Iterator[str]:
    """List the lines of `urlpatterns`."""
    routes = list(_list_pages(plan))
    taken = {each.path.rstrip("/") for each in routes}
    for entity, pages in plan.site.lists.items():
        for page in pages:
            routes += _list_changes(page, entity, plan, taken)
    for each in sorted(routes, key=lambda each: each.order):
        place, name = make_literal(each.path), make_literal(each.name)
        yield print_code(refer_to("path").call(place, each.view, name=name), 4, suffix=",")


def _list_pages(plan: SitePlan) -> Iterator[Route]:
    for page in plan.site.pages:
        yield Route(page.route, _show(page.view), page.address)
    for entity, view in name_deletions(plan):
        path = f"{entity.address.lstrip('/')}<{find_converter(entity)}:pk>/delete/"
        yield Route(path, _show(view), f"{entity.slug}_delete")
    yield from _list_put_away(plan)
    for each in list_imports(plan):
        yield Route(each.route, _show(each.view), each.address)
    yield from _list_transitions(plan)


def _list_put_away(plan: SitePlan) -> Iterator[Route]:
    """List the addresses of what was put away."""
    taken = {page.route.rstrip("/") for page in plan.site.pages}
    for entity, view in name_put_away_views(plan, "PutAwayView"):
        route = make_unique(f"{entity.address.lstrip('/')}put-away", taken, "-")
        yield Route(f"{route}/", _show(view), name_put_away(entity))
    for entity, view in name_put_away_views(plan, "RestoreView"):
        path = f"{entity.address.lstrip('/')}<{find_converter(entity)}:pk>/restore/"
        yield Route(path, _show(view), f"{entity.slug}_restore")


def _list_transitions(plan: SitePlan) -> Iterator[Route]:
    """List the addresses at which states are changed."""
    views = dict(name_transition_views(plan))
    for entity, page in plan.site.stateful.items():
        transitions = entity.transitions
        states = [each.to for each in transitions.rules] if transitions else []
        converter = "path:" if any("/" in state for state in states) else ""
        place = f"{page.route}to/<{converter}state>/"
        yield Route(place, _show(views[entity]), name_transition(entity))


def _show(view: str) -> Code:
    return refer_to(f"views.{view}.as_view").call()


def _list_changes(page: Page, entity: Entity, plan: SitePlan, taken: set[str]) -> Iterator[Route]:
    """List the addresses at which the rows of a list are changed."""
    words = ["add"] if find_addition(entity, plan) else []
    for word in (*words, *list_bulk_actions(page, entity, plan)):
        path = make_unique(f"{page.route}{word}", taken, "-")
        yield Route(f"{path}/", _show_list(page, _CHANGES[word]), f"{page.address}_{word}")
    if list_changed(page, plan):
        path = f"{page.route}<{find_converter(entity)}:pk>/set/<field>/"
        yield Route(path, _show_list(page, "ValueUpdateView"), f"{page.address}_set")


def _show_list(page: Page, view: str) -> Code:
    listing = refer_to(f"views.{page.view}")
    return refer_to(f"generic.{view}.as_view").call(list_view=listing)


def print_masked_files(application: Application) -> str:
    """Print the argument that names the fields whose files are masked, if there are any."""
    labels = [
        f"core.{made.name}.{each.attribute}"
        for made in application.classes.values()
        for each in made.fields
        if each.field.sensitive and is_file(each.field)
    ]
    return print_code(make_texts(labels), 12, "masked=", ",") if labels else ""
