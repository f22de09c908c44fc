"""What the template of a page asks before its links to other pages of the same rows."""

from dataclasses import dataclass

from transformer.backends.django_micro.page_access import ask_also, ask_on
from transformer.backends.django_micro.page_policies import (
    find_edit_policy,
    find_row_page,
    has_policy,
)
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.site import SitePlan
from transformer.model.audiences import is_public
from transformer.model.entities import Entity
from transformer.model.rights import denies

_MAY_ADD = "may_add"


@dataclass(frozen=True, slots=True)
class LinkConditions:
    """Under which conditions links are there, as a template asks; empty where none is asked."""

    index: str
    row: str
    """Before links to the pages of rows, as far as they don't follow from rules."""
    row_of_list: str
    """The same in a list, which knows what may be changed."""
    add: str
    edit: str
    delete: str
    put_away: str
    versions: str

    @property
    def has_more_of_add(self) -> bool:
        """Whether more is asked before a row is added than the right to do so."""
        return self.add != _MAY_ADD


def ask_of_links(page: Page, plan: SitePlan) -> LinkConditions:
    """List what a template asks before the links of a page."""
    find, entity = plan.site.find_page, page.entity
    row_page = find_row_page(entity, plan) if entity else None
    edits = "view.may_edit" if find_edit_policy(page, plan) else "may_change"
    restores = "may_restore" if any(map(has_policy, plan.site.pages)) else "may_delete"
    row, form = ask_on(page, find(entity, "view", "edit")), find(entity, "create")
    return LinkConditions(
        index=_ask_of_list(page, plan),
        row=row,
        row_of_list=_ask_of_rows(row, entity, plan),
        add=ask_also(form, plan.ask_also(form, _MAY_ADD)),
        edit=ask_also(find(entity, "edit"), edits),
        delete=ask_also(row_page, "may_delete"),
        put_away=ask_also(row_page, restores),
        versions="user.is_authenticated" if is_public(page.surface) else "",
    )


def _ask_of_list(page: Page, plan: SitePlan) -> str:
    """Ask before a link to the list of the rows, where that is closed or some may see none."""
    listing = plan.site.find_page(page.entity, "list")
    asked = ask_on(page, listing)
    if listing is None or listing.entity is None or not denies(listing.entity, "list"):
        return asked
    right = plan.ask(listing)
    return asked if asked == right or not right else " and ".join(filter(None, [asked, right]))


def _ask_of_rows(asked: str, entity: Entity | None, plan: SitePlan) -> str:
    is_form = entity is not None and plan.opens_form(entity)
    return " and ".join(filter(None, [asked, "may_change" if is_form else ""]))
