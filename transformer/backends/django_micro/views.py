"""The view classes of an app, in finished pieces."""

from collections.abc import Iterator

from transformer.backends.django.code import (
    Code,
    make_list,
    make_literal,
    make_texts,
    refer_to,
)
from transformer.backends.django.contents import ShownField
from transformer.backends.django.printing import Assignment
from transformer.backends.django.select_related import Join, choose_joins, find_join
from transformer.backends.django_micro.import_export import (
    declare_columns,
    list_mixins,
)
from transformer.backends.django_micro.lists import declare_list, list_used_computed
from transformer.backends.django_micro.page_access import declare_access, list_access_mixins
from transformer.backends.django_micro.page_policies import (
    declare_edit_policy,
    declare_policy,
    declare_row_policy,
    list_policy_mixins,
)
from transformer.backends.django_micro.pages import (
    Page,
    name_transition,
)
from transformer.backends.django_micro.related import list_groups, list_related, list_sums
from transformer.backends.django_micro.row_views import list_import_views, list_row_views
from transformer.backends.django_micro.site import SitePlan
from transformer.backends.django_micro.view_classes import (
    ViewClass,
    declare_accounts,
    list_guards,
    make_view_class,
    succeed_at,
)
from transformer.model.entities import Entity
from transformer.model.surfaces import Action, SurfaceTarget, Trigger


def list_views(plan: SitePlan) -> Iterator[ViewClass]:
    """List the views of all pages, then those that delete, change a state, and import."""
    for page in plan.site.pages:
        yield make_view_class(page.view, _choose_parents(page, plan), *_declare_page(page, plan))
    yield from list_row_views(plan)
    yield from list_import_views(plan)


def _choose_parents(page: Page, plan: SitePlan) -> tuple[Code, ...]:
    parent = plan.find_parent(page)
    is_stateful = page.mode == "view" and page.entity in plan.site.stateful
    states = [refer_to("state_changes.StatefulMixin")] if is_stateful else []
    policed = [*list_access_mixins(page, plan), *list_policy_mixins(page, plan)]
    mixins = (*policed, *list_mixins(page, plan), *states)
    return (*list_guards(page, plan), *mixins, refer_to(f"generic.{parent}"))


def _declare_page(page: Page, plan: SitePlan) -> Iterator[Assignment]:
    if page.entity and (page.mode != "custom" or plan.has_form(page)):
        yield Assignment("model", refer_to(plan.name_model(page.entity)))
        yield from _declare_queryset(page, page.entity, plan)
        yield from _declare_computed(page, plan)
    yield from declare_access(page)
    yield from declare_policy(page)
    yield from declare_edit_policy(page, plan)
    yield from declare_columns(page, plan)
    if plan.has_form(page):
        yield Assignment("form_class", refer_to(f"forms.{plan.forms[page]}"))
        yield from declare_accounts(page, plan)
    yield Assignment("template_name", make_literal(f"core/{page.template}.html"))
    if page.kind == "lists" and page.entity:
        yield from declare_row_policy(page, plan)
        yield from declare_list(page, page.entity, plan)
    if plan.has_form(page):
        yield from _declare_button(page)
        yield from _declare_success(page, plan)
    related = list(list_related(page, plan))
    if related:
        yield Assignment("related", make_list(related), explode=True)
    if page.mode == "view" and page.entity and page.entity in plan.site.stateful:
        yield Assignment("transition_page", make_literal(name_transition(page.entity)))


def _declare_queryset(page: Page, entity: Entity, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the rows of a page; what one query can't take along comes by further ones."""
    joins = _list_joins(page, entity, plan) if page.kind != "form_pages" else []
    selected = choose_joins(len(entity.fields), joins)
    rows = refer_to(f"{plan.name_model(entity)}.objects")
    for way, chosen in (
        ("select_related", selected),
        ("prefetch_related", joins[len(selected) :]),
    ):
        if chosen:
            rows = rows.get(way).call(*(make_literal(join.path) for join in chosen))
    if joins:
        yield Assignment("queryset", rows)


def _declare_computed(page: Page, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the computed values that the rows of a page have."""
    used = dict.fromkeys(list_used_computed(page, plan))
    for group in list_groups(page, plan):
        used |= dict.fromkeys(list_sums(group, plan).values())
    names = [value.attribute for value in used]
    if names:
        yield Assignment("computed", make_texts(names))


def _list_joins(page: Page, entity: Entity, plan: SitePlan) -> list[Join]:
    """List the joins of a page, in the order of their paths."""
    added = (each.field for each in page.content.added if isinstance(each, ShownField))
    shown = {*(each.field for each in page.content.fields), *added}
    shown |= {entity.display} if entity.display else set()
    joins = (find_join(field, plan.names) for field in shown if field.is_reference)
    return sorted(joins, key=lambda join: join.path)


def _declare_success(page: Page, plan: SitePlan) -> Iterator[Assignment]:
    """Declare where a saved form leads: where an action says, else the row's page or list."""
    target = _find_ending(page, plan, "submit") or _find_ending(page, plan, "auto")
    if target and not target.has_key:
        yield succeed_at(target.address)
    elif target and target.entity is page.entity:
        yield Assignment("success_page", make_literal(target.address))
    elif not plan.site.find_address(page.entity, "view", "edit"):
        yield succeed_at(plan.site.find_address(page.entity, "list", "create") or "home")


def _declare_button(page: Page) -> Iterator[Assignment]:
    """Declare the words on the button that sends a form, where an action says them."""
    action = next(_list_endings(page, "submit"), None)
    if action:
        yield Assignment("submit_title", make_literal(action.title))


def _find_ending(page: Page, plan: SitePlan, trigger: Trigger) -> Page | None:
    """Find the page that the first such action of a form leads to."""
    targets = (action.target for action in _list_endings(page, trigger))
    found = (each.surface for each in targets if isinstance(each, SurfaceTarget))
    return next((plan.site.named[surface] for surface in found), None)


def _list_endings(page: Page, trigger: Trigger) -> Iterator[Action]:
    """List the actions of a form with this trigger that lead to a page."""
    actions = page.surface.actions_on(trigger)
    return (action for action in actions if isinstance(action.target, SurfaceTarget))
