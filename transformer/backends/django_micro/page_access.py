"""Whom pages are for, as declarations of Python."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from transformer.backends.django.audit import list_audited
from transformer.backends.django.code import Code, make_literal, refer_to
from transformer.backends.django.printing import Assignment, print_assignments
from transformer.backends.django.rule_calls import name_roles
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.site import SitePlan
from transformer.model.audiences import is_public
from transformer.model.surfaces import Access

_PEOPLE = {"public": "everybody", "authenticated": "signed_in"}
_ACTIONS: Mapping[str, str] = {
    "ListView": "view",
    "DetailView": "read",
    "CreateView": "add",
    "UpdateView": "change",
}
"""The class of the view of a page → what it does with rows; others are about none."""
_PUBLIC: Mapping[str, str] = {"ListView": "PublicListMixin", "CreateView": "PublicFormMixin"}


@dataclass(frozen=True, slots=True)
class PageAccessView:
    """What templates read of whom pages are for."""

    page_accesses: list[str]
    """The lines that say it."""
    has_page_access: bool
    """Whether some pages are for some people only, or for everybody."""
    has_signed_in_pages: bool
    """Whether some pages are for whoever is signed in."""
    has_public_pages: bool
    """Whether some pages are open to those who aren't signed in."""
    has_public_lists: bool
    has_public_forms: bool
    has_public_histories: bool
    """Whether some of them show what became of a row."""


def view_page_access(plan: SitePlan) -> PageAccessView:
    """Make what templates read of whom pages are for."""
    accesses = list_accesses(plan)
    pages = [page for page in plan.site.pages if is_public(page.surface)]
    public = {plan.find_parent(page) for page in pages}
    return PageAccessView(
        page_accesses=[print_assignments([each], 0) for each in accesses],
        has_page_access=bool(accesses),
        has_signed_in_pages=any("signed_in" in each.code.names for each in accesses),
        has_public_pages=plan.has_public_pages,
        has_public_lists="ListView" in public,
        has_public_forms="CreateView" in public,
        has_public_histories=any(map(has_history, pages)),
    )


def name_access(page: Page) -> str:
    """Name the declaration of whom a page is for."""
    return f"{page.address}_access"


def list_accesses(plan: SitePlan) -> list[Assignment]:
    """List the declarations of whom pages are for, where a page says so."""
    return [
        Assignment(name_access(page), _make_access(page, page.surface.access, plan))
        for page in plan.site.pages
        if page.surface.access
    ]


def _make_access(page: Page, access: Access, plan: SitePlan) -> Code:
    action = _ACTIONS.get(plan.find_parent(page)) if page.entity else None
    people = name_roles(access.personas) if access.personas else refer_to(_PEOPLE[access.to])
    rows = [refer_to(plan.name_model(page.entity))] if page.entity and action else []
    done = [make_literal(action)] if action else []
    return refer_to("PageAccess").call(make_literal(page.address), people, *rows, *done)


def list_access_mixins(page: Page, plan: SitePlan) -> list[Code]:
    """List the class that keeps a page to those whom it is for, or opens it to everybody."""
    if not is_public(page.surface):
        return list_row_mixins(page)
    name = "PublicRowMixin" if has_history(page) else _PUBLIC.get(plan.find_parent(page))
    return [refer_to(f"access.{name or 'PublicMixin'}")]


def has_history(page: Page) -> bool:
    """Tell whether a page shows what became of its row, and who did it."""
    entity = page.entity if page.mode == "view" else None
    is_tracked = entity is not None and entity.transitions is not None and entity.transitions.track
    return is_tracked or (entity is not None and bool(list_audited(entity)))


def list_row_mixins(page: Page | None) -> list[Code]:
    """List the class that keeps what belongs to a page to those whom the page is for."""
    has_access = page is not None and page.surface.access
    return [refer_to("access.AccessMixin")] if has_access else []


def declare_access(page: Page | None) -> Iterator[Assignment]:
    """Declare whom a page is for, if it says so."""
    if page is not None and page.surface.access:
        yield Assignment("page_access", refer_to(f"policies.{name_access(page)}"))


def ask_on(page: Page, target: Page | None) -> str:
    """Ask in the template of a page whether another one is open, where that isn't said."""
    if target is not None and target.surface.access:
        return f"'{target.address}' in open_pages"
    is_left = is_public(page.surface) and page.surface.model.app.access == "private"
    return "user.is_authenticated" if is_left else ""


def ask_also(page: Page | None, asked: str) -> str:
    """Add to what a template asks before a link that the page there is open."""
    if page is None or page.surface.access is None:
        return asked
    is_open = f"'{page.address}' in open_pages"
    if is_public(page.surface) and page.kind == "form_pages":
        return f"{asked} or not user.is_authenticated and {is_open}"
    return f"{asked} and {is_open}" if asked else is_open
