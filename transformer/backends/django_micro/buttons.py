"""Buttons of pages that lead to other pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from transformer.backends.django.policies import has_rules
from transformer.backends.django_micro.page_access import ask_also
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.site import SitePlan
from transformer.model.surfaces import SurfaceTarget


@dataclass(frozen=True, slots=True)
class Action:
    """A button that leads to another page."""

    title: str
    address: str
    has_key: bool
    permission: str
    """Under what condition it is there, as a template asks; or the empty string."""
    reference: str = ""
    """The input that begins with the row on the page; or the empty string."""


def list_actions(page: Page, plan: SitePlan) -> Iterator[Action]:
    """List the buttons of a page; one that leads to a row stands only where there is one.

    Without a form there is nothing to send or to end, so every action is a button.
    """
    for action in page.surface.actions:
        if isinstance(action.target, SurfaceTarget):
            target = plan.site.named[action.target.surface]
            is_button = action.trigger == "click" or not plan.has_form(page)
            same_row = page.has_key and target.entity is page.entity
            if is_button and (same_row or not target.has_key):
                asked = plan.ask(target)
                if target.has_key and target.entity and has_rules(target.entity):
                    # Whoever sees the row may view it.
                    is_form = target.mode == "edit"
                    asked = ask_also(target, plan.ask_also(target, "may_change") if is_form else "")
                reference = _find_reference(page, target, plan)
                yield Action(action.title, target.address, target.has_key, asked, reference)


def _find_reference(page: Page, target: Page, plan: SitePlan) -> str:
    """Find the only input of a form for a new row that refers to the row on a page."""
    if not page.has_key or target.mode != "create":
        return ""
    fields = [each.shown.field for each in plan.inputs[target]]
    found = [field for field in fields if field.target is page.entity]
    return plan.names.name_attribute(found[0]) if len(found) == 1 else ""
