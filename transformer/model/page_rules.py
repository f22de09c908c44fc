"""What pages are like for roles: a record for each page and role that has rules there."""

from collections.abc import Iterator
from dataclasses import dataclass

from transformer.model import Model
from transformer.model.audiences import write_access
from transformer.model.expression_text import write_expression
from transformer.model.surfaces import Surface
from transformer.model.ux import Variant
from transformer.model.variants import list_hidden, list_variants


@dataclass(frozen=True, slots=True)
class PageRule:
    """The rules of a page for a role."""

    page: str
    entity: str
    people: str
    rules: tuple[str, ...]
    """The rules in words of the language."""


@dataclass(frozen=True, slots=True)
class PageAudience:
    """Whom a page is for, where it says so."""

    page: str
    entity: str
    open_to: str
    """The line of the page that says it."""


def list_audiences(model: Model) -> Iterator[PageAudience]:
    """List the pages that aren't for all who use the app, or are for everybody."""
    for surface in model.surfaces:
        if surface.access:
            written = write_access(surface.access)
            yield PageAudience(surface.name, surface.entity_name or "", written)


def list_page_rules(model: Model) -> Iterator[PageRule]:
    """List the rules of all pages, by page and then by role."""
    for surface in model.surfaces:
        yield from list_rules_of_page(surface)


def list_rules_of_page(surface: Surface) -> Iterator[PageRule]:
    """List the rules of a page, by role."""
    for each in list_variants(surface) if surface.entity_name else ():
        rules = tuple(_list_rules(each))
        yield PageRule(surface.name, surface.entity_name or "", each.persona, rules)


def _list_rules(variant: Variant) -> Iterator[str]:
    if variant.scope is not None:
        yield f"scope: {write_expression(variant.scope)}"
    if variant.show_names:
        yield f"show: {', '.join(variant.show_names)}"
    if hidden := list_hidden(variant):
        yield f"hide: {', '.join(each.name for each in hidden)}"
    if variant.read_only:
        yield "read_only: true"
