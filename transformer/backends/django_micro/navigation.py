"""What leads from every page to others: the navigation, and the lists of the home page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from transformer.backends.django.code import Code, make_literal, refer_to
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.indexes import Use, has_list_use
from transformer.backends.django_micro.pages import Page, find_list_title
from transformer.backends.django_micro.site import SitePlan
from transformer.model.audiences import is_public
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field

_CHARTS = ("values", "days")
_USES: tuple[Use, ...] = get_args(Use)
_MOST_LINKS = 6  # in the navigation; of more, the last ones move into a menu


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the navigation: a list with the model of its rows, or another page."""

    url_name: str
    title: str
    permission: str = ""
    """Under what condition it is there, as a template asks; or the empty string."""
    model: str = ""
    chart: str = ""
    """The field by which the rows of a list are counted on the start page."""
    moment: str = ""
    """The field that says when a row was added."""
    is_public: bool = False
    """Whether the page is for everybody."""
    page_action: str = ""
    """What the page of a row does, where that is more than to show it."""


@dataclass(frozen=True, slots=True)
class Navigation:
    """The links of every page."""

    lists: list[Link]
    further: list[Link]
    """Those that lead to no list."""

    @property
    def shown(self) -> list[Link]:
        """The links that find room."""
        return [*self.lists, *self.further][: self._room]

    @property
    def menu(self) -> list[Link]:
        """The links that find none."""
        return [*self.lists, *self.further][self._room :]

    @property
    def _room(self) -> int:
        count = len(self.lists) + len(self.further)
        return count if count <= _MOST_LINKS else _MOST_LINKS - 1


def plan_navigation(plan: SitePlan) -> Navigation:
    """Plan the links of every page."""
    return Navigation(list(_list_links(plan)), list(_list_further(plan)))


def make_listing(link: Link) -> Code:
    """Make what the home page says of a list."""
    return refer_to("generic.Listing").call(
        make_literal(link.url_name),
        make_literal(link.title),
        refer_to(link.model),
        chart=make_literal(link.chart) if link.chart else None,
        moment=make_literal(link.moment) if link.moment else None,
        page_action=make_literal(link.page_action) if link.page_action else None,
    )


def _list_links(plan: SitePlan) -> Iterator[Link]:
    for entity in plan.model.entities:
        if page := plan.site.find_page(entity, "list"):
            drawn, added = _choose_chart(entity), _find_moment(entity)
            yield Link(
                url_name=page.address,
                title=find_list_title(page),
                permission=plan.ask(page),
                model=plan.name_model(entity),
                chart=plan.names.name_attribute(drawn) if drawn else "",
                moment=plan.names.name_attribute(added) if added else "",
                is_public=is_public(page.surface),
                page_action="change" if plan.opens_form(entity) else "",
            )


def _choose_chart(entity: Entity) -> Field | None:
    """Choose the field that a chart is made of: the first enumeration, else the first date."""
    fields = [f for f in entity.fields if has_list_use(f, *_USES) and not f.automatic]
    kinds = ([f for f in fields if read_types()[f.type].get("chart") == kind] for kind in _CHARTS)
    return next((found[0] for found in kinds if found), None)


def _find_moment(entity: Entity) -> Field | None:
    """Find the field that says when a row was added."""
    made = (field for field in entity.fields if field.automatic == "created")
    return next((field for field in made if "recent" in read_types()[field.type]), None)


def _list_further(plan: SitePlan) -> Iterator[Link]:
    """List the pages of no row in particular to which no list leads."""
    for page in plan.site.pages:
        if not (page.has_key or _is_led_to(page, plan)):
            asked = plan.ask(page) or _ask_sign_in(plan)
            opened = is_public(page.surface)
            yield Link(page.address, page.surface.title, asked, is_public=opened)


def _is_led_to(page: Page, plan: SitePlan) -> bool:
    """Tell whether a list leads to a page, for all whom the page is for."""
    listing = plan.site.find_page(page.entity, "list")
    is_default = page.surface.default and page.mode in ("list", "create")
    alike = (None, listing.surface.access) if listing else ()
    return is_default and page.surface.access in alike


def _ask_sign_in(plan: SitePlan) -> str:
    """Ask for a sign-in where visitors see the navigation on some pages only."""
    is_private = plan.model.app.access == "private"
    return "user.is_authenticated" if is_private and plan.has_public_pages else ""
