"""The views of addresses that belong to no page of their own, in finished pieces."""

from collections.abc import Iterable, Iterator

from transformer.backends.django.code import make_literal, refer_to
from transformer.backends.django.printing import Assignment
from transformer.backends.django_micro.import_export import (
    Import,
    declare_import,
    declare_titles,
    list_imports,
)
from transformer.backends.django_micro.page_access import declare_access, list_row_mixins
from transformer.backends.django_micro.page_policies import (
    declare_policy,
    find_row_page,
    has_policy,
    name_import_mixin,
)
from transformer.backends.django_micro.pages import (
    Page,
    name_put_away,
    name_restoration,
    name_versions,
)
from transformer.backends.django_micro.site import SitePlan
from transformer.backends.django_micro.view_classes import (
    ViewClass,
    declare_accounts,
    list_guards,
    make_view_class,
    succeed_at,
)
from transformer.model.entities import Entity
from transformer.model.naming import make_unique
from transformer.model.versions import keeps_versions


def list_row_views(plan: SitePlan) -> Iterator[ViewClass]:
    """List the views that delete rows, show and restore what was put away, or change states."""
    for entity, view in name_deletions(plan):
        index = plan.site.find_address(entity, "list") or "home"
        model = Assignment("model", refer_to(plan.name_model(entity)))
        declared = (model, succeed_at(index))
        yield _make_row_class(view, "generic.DeleteView", entity, plan, *declared)
    yield from _list_put_away(plan)
    for entity, view in name_transition_views(plan):
        changes = _declare_transitions(entity, plan)
        yield _make_row_class(view, "state_changes.TransitionView", entity, plan, *changes)
    yield from list_version_views(plan)


def list_version_views(plan: SitePlan) -> Iterator[ViewClass]:
    """List the views that show the versions of rows, or restore one."""
    restoring = dict(name_version_views(plan, "RestoreVersionView"))
    for entity, view in name_version_views(plan, "VersionsView"):
        page, model = plan.site.find_page(entity, "view"), refer_to(plan.name_model(entity))
        if page is None:
            continue
        said = [Assignment("model", model), declare_titles(page, plan)]
        if editing := find_editing(entity, plan):
            said.append(Assignment("restore_page", make_literal(name_restoration(entity))))
            said += _declare_form_policy(editing)
        yield _make_row_class(view, "versions.VersionsView", entity, plan, *said)
        if editing:
            yield _make_restoration(restoring[entity], entity, editing, plan)


def _make_restoration(name: str, entity: Entity, editing: Page, plan: SitePlan) -> ViewClass:
    """Make the view that restores a version of a row, in the place of a form.

    It is for whoever may be on the page of the row as well, with what that shows them.
    """
    page = plan.site.find_page(entity, "view")
    mixin = "by_role.FormMixin" if plan.hides_values else "by_role.PolicyMixin"
    policed = [refer_to(mixin)] if has_policy(editing) else []
    parents = (*list_guards(editing, plan), *list_row_mixins(editing), *policed)
    return make_view_class(
        name,
        (*parents, refer_to("versions.RestoreVersionView")),
        Assignment("model", refer_to(plan.name_model(entity))),
        *declare_access(editing),
        *declare_policy(editing),
        *(Assignment("row_policy", each.code) for each in declare_policy(page)),
        *(Assignment("row_access", each.code) for each in declare_access(page)),
        Assignment("form_class", refer_to(f"forms.{plan.forms[editing]}")),
        *declare_accounts(editing, plan),
        Assignment("versions_page", make_literal(name_versions(entity))),
    )


def _declare_form_policy(editing: Page) -> Iterator[Assignment]:
    """Declare by which policy versions are restored, and by whom: as the form says."""
    for each in declare_policy(editing):
        yield Assignment("form_policy", each.code)
    for each in declare_access(editing):
        yield Assignment("form_access", each.code)


def find_editing(entity: Entity, plan: SitePlan) -> Page | None:
    """Find the page with the form that changes the rows of an entity."""
    page = plan.site.find_page(entity, "edit")
    return page if page and plan.has_form(page) else None


def name_version_views(plan: SitePlan, ending: str) -> Iterator[tuple[Entity, str]]:
    """Name the views that show the versions of rows, or restore one, each with its entity."""
    kept = (each for each in plan.model.entities if keeps_versions(each))
    seen = (each for each in kept if plan.site.find_page(each, "view"))
    yield from _name_views(seen, ending, plan)


def list_import_views(plan: SitePlan) -> Iterator[ViewClass]:
    """List the views that take rows from a file."""
    for each in list_imports(plan):
        is_policed = has_policy(each.page) or has_policy(plan.site.defaults[each.entity, "list"])
        policed = [name_import_mixin(plan)] if is_policed else []
        policed = [*list_row_mixins(each.page), *policed]
        parents = (*list_guards(each.page, plan), *policed, refer_to("ImportView"))
        yield make_view_class(each.view, parents, *_declare_import(each, plan))


def _make_row_class(
    name: str, parent: str, entity: Entity, plan: SitePlan, *declarations: Assignment
) -> ViewClass:
    """Make a view of an entity's rows, which has the policy of the page of one."""
    page = find_row_page(entity, plan)
    policed = [refer_to("by_role.PolicyMixin")] if has_policy(page) else []
    parents = (*list_row_mixins(page), *policed, refer_to(parent))
    declared = (*declarations, *declare_access(page), *declare_policy(page))
    return make_view_class(name, parents, *declared)


def name_deletions(plan: SitePlan) -> Iterator[tuple[Entity, str]]:
    """Name the views that delete rows, each with the entity whose they are."""
    deletable = [entity for entity in plan.model.entities if entity.deletable]
    yield from _name_views(deletable, "DeleteView", plan)


def name_put_away_views(plan: SitePlan, ending: str) -> Iterator[tuple[Entity, str]]:
    """Name the views that show what was put away, or restore it, each with its entity."""
    soft = filter(name_put_away, plan.model.entities)
    yield from _name_views(soft, ending, plan)


def _list_put_away(plan: SitePlan) -> Iterator[ViewClass]:
    """List the views of what was put away."""
    for entity, view in name_put_away_views(plan, "PutAwayView"):
        model = Assignment("model", refer_to(plan.name_model(entity)))
        page = Assignment("restore_page", make_literal(f"{entity.slug}_restore"))
        yield _make_row_class(view, "put_away.PutAwayView", entity, plan, model, page)
    for entity, view in name_put_away_views(plan, "RestoreView"):
        model = Assignment("model", refer_to(plan.name_model(entity)))
        back = succeed_at(name_put_away(entity))
        yield _make_row_class(view, "put_away.RestoreView", entity, plan, model, back)


def name_transition_views(plan: SitePlan) -> Iterator[tuple[Entity, str]]:
    """Name the views that change the state of rows, each with the entity whose they are."""
    yield from _name_views(plan.site.stateful, "TransitionView", plan)


def _name_views(
    entities: Iterable[Entity], ending: str, plan: SitePlan
) -> Iterator[tuple[Entity, str]]:
    taken = {page.view.lower() for page in plan.site.pages} | plan.names.list_models()
    for entity in entities:
        name = make_unique(f"{plan.name_model(entity)}{ending}", taken, "")
        taken.add(name.lower())
        yield entity, name


def _declare_transitions(entity: Entity, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the body of the view that changes the state of an entity's rows."""
    yield Assignment("model", refer_to(plan.name_model(entity)))
    if editing := plan.site.find_page(entity, "edit"):
        yield from declare_accounts(editing, plan)


def _declare_import(each: Import, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the body of the view that takes the rows of a create page from a file."""
    listing = plan.site.defaults[each.entity, "list"]
    yield Assignment("list_view", refer_to(listing.view))
    yield Assignment("form_class", refer_to(f"forms.{plan.forms[each.page]}"))
    yield from declare_access(each.page)
    yield from declare_policy(each.page)
    yield from declare_accounts(each.page, plan)
    yield from declare_import(each.page, each.entity, plan)
