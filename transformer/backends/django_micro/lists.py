"""What the view of a list declares: its columns, and what search, filters and sorting go by."""

from collections.abc import Iterator

from transformer.backends.django.accounts import USERNAME, has_username
from transformer.backends.django.code import make_dict, make_literal, make_texts, refer_to
from transformer.backends.django.computed_values import ModelComputed
from transformer.backends.django.contents import ShownComputed, ShownField
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.indexes import (
    has_list_use,
    list_all_searched,
    list_searched,
)
from transformer.backends.django.printing import Assignment
from transformer.backends.django_micro.filters import (
    declare_filters,
    keep_told,
    list_computed_filters,
)
from transformer.backends.django_micro.inputs import Input
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.references import ACCOUNT
from transformer.backends.django_micro.site import SitePlan
from transformer.model.entities import Computed, Entity, Order
from transformer.model.entity_fields import Field

_MOST_INPUTS = 3  # that still stand in one row


def declare_list(page: Page, entity: Entity, plan: SitePlan) -> Iterator[Assignment]:
    """Declare what a list's view says of its rows."""
    surface = page.surface
    yield Assignment("url_name", make_literal(page.address))
    yield from declare_search(page, entity, plan)
    yield from declare_filters(page, entity, plan)
    yield from _declare_titles(page, plan)
    yield from _declare_names("bulk_actions", list(list_bulk_actions(page, entity, plan)))
    yield from _declare_changes(page, plan)
    yield from _declare_names("sort_by", list(list_sort_keys(page, plan)))
    shown = page.content.ever_visible
    columns = [each.field for each in shown if isinstance(each, ShownField)]
    paths = {name: make_literal(path) for name, path in list_paths(page, columns, plan)}
    if paths:
        yield Assignment("paths", make_dict(paths.items()), explode=True)
    yield from _declare_addition(entity, plan)
    if surface.ux and surface.ux.empty is not None:
        yield Assignment("empty_text", make_literal(surface.ux.empty))


def declare_search(page: Page, entity: Entity, plan: SitePlan) -> Iterator[Assignment]:
    """Declare where a search looks: where the model says so, unless the page says otherwise."""
    searched = list_searched(entity, page.surface)
    if not (page.surface.ux and page.surface.ux.search_names):
        searched = keep_told(page, searched)
    if not searched and list_all_searched(entity):
        yield Assignment("search_fields", make_texts([]))
    elif searched != list_all_searched(entity):
        yield from _declare_names("search_fields", plan.name_attributes(searched))
    elif searched:
        yield Assignment("search_fields", refer_to(plan.name_model(entity)).get("search_fields"))


def list_used_computed(page: Page, plan: SitePlan) -> dict[ModelComputed, str]:
    """List the computed values that a page takes, each with its title there."""
    shown = (each for each in page.content.ever_visible if isinstance(each, ShownComputed))
    titles = {plan.application.computed[each.computed]: each.title for each in shown}
    if page.kind == "lists":
        sorting = list_sorting_computed(page, plan)
        for value in (*sorting, *list_computed_filters(page, plan)):
            titles.setdefault(value, value.computed.title)
    return titles


def _declare_titles(page: Page, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the titles of filters by what isn't shown."""
    titles = {
        each.attribute: make_literal(each.computed.title)
        for each in list_computed_filters(page, plan)
        if each.computed not in page.content.computed
    }
    if titles:
        yield Assignment("computed_titles", make_dict(titles.items()), explode=True)


def _declare_changes(page: Page, plan: SitePlan) -> Iterator[Assignment]:
    """Declare what can be changed right in a list, and by which form."""
    form = plan.site.find_page(page.entity, "edit")
    changed = list_changed(page, plan)
    if form and changed:
        yield Assignment("edit_form", refer_to(f"forms.{plan.forms[form]}"))
        yield from _declare_names("edit_fields", plan.name_attributes(changed))


def list_bulk_actions(page: Page, entity: Entity, plan: SitePlan) -> Iterator[str]:
    """List what can be done with many rows of a list at once."""
    if list_changed(page, plan):
        yield "change"
    if entity.deletable:
        yield "delete"


def _declare_names(option: str, names: list[str]) -> Iterator[Assignment]:
    if names:
        yield Assignment(option, make_texts(names))


def list_changed(page: Page, plan: SitePlan) -> list[Field]:
    """List the fields that can be changed right in a list: those that the edit page has too."""
    form = plan.site.find_page(page.entity, "edit")
    inputs = plan.inputs[form] if form else ()
    columns = {shown.field for shown in page.content.visible_fields}
    return [i.shown.field for i in inputs if i.shown.field in columns and _can_change(i)]


def _can_change(each: Input) -> bool:
    is_open = each.shown.field.input == "always" and not each.shown.readonly
    return is_open and "changed" in read_types()[each.shown.field.type]


def list_first_order(page: Page) -> Iterator[Order]:
    """List what a list is sorted by at first; the order would tell of what is sensitive."""
    for key in page.surface.ux.sort if page.surface.ux else ():
        if not (isinstance(key.field, Field | Computed) and key.field.sensitive):
            yield key


def list_sort_keys(page: Page, plan: SitePlan) -> Iterator[str]:
    """List what a list is sorted by at first."""
    for key in list_first_order(page):
        value = plan.find_computed(key.field)
        if isinstance(key.field, Field):
            yield f"{'-' * key.descending}{plan.names.name_attribute(key.field)}"
        elif value:
            yield f"{'-' * key.descending}{value.attribute}"


def list_sorting_computed(page: Page, plan: SitePlan) -> Iterator[ModelComputed]:
    """List the computed values that a list is sorted by at first."""
    for key in list_first_order(page):
        if value := plan.find_computed(key.field):
            yield value


def list_paths(page: Page, columns: list[Field], plan: SitePlan) -> Iterator[tuple[str, str]]:
    """List the references among columns and in the first order, and what their targets go by.

    Where a target goes by nothing that has an order, a list that begins in the order of the
    reference takes the key: that is what people read then.
    """
    asked = [key.field for key in list_first_order(page) if isinstance(key.field, Field)]
    for field in dict.fromkeys([*columns, *asked]):
        if field.is_reference:
            attribute = plan.names.name_attribute(field)
            if path := _find_path(field, plan) or (field in asked) * attribute:
                yield attribute, path


def _find_path(field: Field, plan: SitePlan) -> str:
    """Find the way to what orders the rows of a reference's target, or the empty string."""
    way = field.display_path
    names = list(map(plan.names.name_attribute, way.fields))
    if way.end == "account":
        return "__".join([*names, ACCOUNT])
    has_order = way.end == "value" and has_list_use(way.fields[-1], "sort", "order")
    return "__".join(names) if has_order else ""


def _declare_addition(entity: Entity, plan: SitePlan) -> Iterator[Assignment]:
    """Declare what adds a row at the top of a list."""
    page = plan.site.find_page(entity, "create")
    needed = find_addition(entity, plan)
    if page and needed:
        yield Assignment("add_form", refer_to(f"forms.{plan.forms[page]}"))
        added = [USERNAME] if has_username(entity) else []
        yield from _declare_names("add_fields", [*added, *(i.attribute for i in needed)])
        presets = plan.name_attributes(list(page.content.presets))
        yield from _declare_names("account_fields", presets)


def find_addition(entity: Entity, plan: SitePlan) -> list[Input]:
    """Find what adds a row at the top of a list: the inputs that can't be left out, if few."""
    page = plan.site.find_page(entity, "create")
    if page is None or not plan.has_form(page):
        return []
    if any(each.relation.required for each in page.content.lines):
        return []
    inputs = plan.inputs[page]
    needed = [i for i in inputs if i.shown.field.required and not _has_start(i.shown.field)]
    fits = all(has_list_use(i.shown.field, "sort", "choice") for i in needed)
    return needed if len(needed) <= _MOST_INPUTS and fits else []


def _has_start(field: Field) -> bool:
    return field.default is not None or "filled" in read_types()[field.type]
