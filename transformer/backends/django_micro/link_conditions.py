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

_MAY_ADD = "may_add"


@dataclass(frozen=True, slots=True)
class LinkConditions:
    """Under which conditions links are there, as a template asks; empty where none is asked."""

    index: str
    row: str
    add: str
    edit: str
    delete: str
    put_away: str

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
    return LinkConditions(
        index=ask_on(page, find(entity, "list")),
        row=ask_on(page, find(entity, "view", "edit")),
        add=ask_also(find(entity, "create"), _MAY_ADD),
        edit=ask_also(find(entity, "edit"), edits),
        delete=ask_also(row_page, "may_delete"),
        put_away=ask_also(row_page, restores),
    )
