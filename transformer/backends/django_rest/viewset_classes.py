"""What the API does with the records of an entity: what the pages do, by the same rules."""

from collections.abc import Iterator, Mapping

from transformer.backends.django.audit import list_audited
from transformer.backends.django.code import Code, make_dict, make_literal, make_texts, refer_to
from transformer.backends.django.contents import ShownComputed
from transformer.backends.django.printing import Assignment
from transformer.backends.django.select_related import choose_joins, find_join
from transformer.backends.django_micro.filters import declare_filters
from transformer.backends.django_micro.lists import (
    declare_search,
    list_paths,
    list_sort_keys,
    list_used_computed,
)
from transformer.backends.django_micro.page_access import name_access
from transformer.backends.django_micro.page_policies import (
    find_row_page,
    has_policy,
    name_policy,
)
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.site import SitePlan
from transformer.model.audiences import is_public
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.removal import is_soft
from transformer.model.surfaces import Mode, can_be_sent
from transformer.model.versions import keeps_versions

_ACTIONS: Mapping[Mode, tuple[str, str]] = {
    "list": ("list", "ListMixin"),
    "create": ("create", "CreateMixin"),
    "view": ("retrieve", "RetrieveMixin"),
    "edit": ("partial_update", "UpdateMixin"),
}
"""Mode of a page → what the API calls it, and the class that does it."""
_ROW_ACTIONS = {
    "viewsets.DestroyMixin": ("destroy",),
    "TransitionsMixin": ("list_transitions", "make_transition"),
    "PutAwayMixin": ("list_put_away", "restore"),
}
"""A class → what it does by the rules of the page of a row."""
_PUBLIC = ("list", "create", "retrieve")
"""What a page for everybody lets those do who aren't signed in."""


def find_pages(entity: Entity, plan: SitePlan) -> dict[str, Page]:
    """Find the pages that the API does the same as: action → page."""
    found = {}
    for mode, (action, _parent) in _ACTIONS.items():
        page = plan.site.find_page(entity, mode)
        if page and can_be_sent(page.surface) and (mode in ("list", "view") or plan.has_form(page)):
            found[action] = page
    return found


def list_parents(entity: Entity, plan: SitePlan) -> list[str]:
    """List the classes that a viewset inherits from; none where there is nothing to do."""
    pages = find_pages(entity, plan)
    parents = [f"viewsets.{name}" for action, name in _ACTIONS.values() if action in pages]
    if entity.deletable:
        parents.append("viewsets.DestroyMixin")
    parents += list_further_parents(entity, plan)
    return [*parents, "viewsets.RecordViewSet"] if parents else []


def list_further_parents(entity: Entity, plan: SitePlan) -> list[str]:
    """List the classes of what only some entities have."""
    pages = find_pages(entity, plan)
    forms = [page for action, page in pages.items() if action in ("create", "partial_update")]
    taken = (each.shown.field for page in forms for each in plan.inputs[page])
    has_choices = any(each.is_reference for each in taken)
    has_choices = has_choices or any(page.content.links for page in forms)
    transitions = entity.transitions if entity in plan.site.stateful else None
    has_page = "retrieve" in pages
    found = {
        "BulkMixin": entity.deletable or "partial_update" in pages,
        "ChoicesMixin": has_choices,
        "TransitionsMixin": has_page and transitions is not None,
        "StateHistoryMixin": has_page and transitions is not None and transitions.track,
        "ChangesMixin": has_page and bool(list_audited(entity)),
        "VersionsMixin": has_page and keeps_versions(entity),
        "PutAwayMixin": entity.deletable and is_soft(entity),
    }
    return [name for name, is_there in found.items() if is_there]


def find_action(page: Page) -> tuple[str, str] | None:
    """Find what the API calls what a page does, and the class that does it."""
    return _ACTIONS.get(page.mode)


def declare_viewset(
    entity: Entity, plan: SitePlan, serializer: str, pages: Mapping[str, Page], parents: list[str]
) -> Iterator[Assignment]:
    """Declare what a viewset says of its rows, by the pages that do the same."""
    yield Assignment("queryset", _make_queryset(entity, plan))
    yield Assignment("serializer_class", refer_to(serializer))
    yield from _declare_names("linked", list(map(plan.names.name_link, entity.links)))
    if page := pages.get("retrieve"):
        yield from _declare_names("computed", _list_computed(page, plan))
    if page := pages.get("list"):
        yield from _declare_list(page, entity, plan)
    yield from _declare_accounts(pages, plan)
    ruled = {**pages, **dict(_list_row_actions(entity, plan, parents))}
    yield from _declare_rules(pages, ruled)


def _declare_accounts(pages: Mapping[str, Page], plan: SitePlan) -> Iterator[Assignment]:
    """Declare what is set to whoever makes a record, or changes one."""
    names = {each: plan.name_attributes(list(page.content.presets)) for each, page in pages.items()}
    found = {action: make_texts(each) for action, each in names.items() if each}
    if found:
        yield Assignment("account_fields", make_dict(found.items()), explode=True)


def _make_queryset(entity: Entity, plan: SitePlan) -> Code:
    """Make the rows, with what their references are called."""
    rows = refer_to(f"{plan.name_model(entity)}.objects")
    fields = (field for field in entity.fields if field.is_reference)
    joins = sorted((find_join(field, plan.names) for field in fields), key=lambda join: join.path)
    selected = choose_joins(len(entity.fields), joins)
    further = [join.path for join in joins[len(selected) :]]
    if not joins:
        return rows.get("all").call()
    if selected:
        rows = rows.get("select_related").call(*(make_literal(join.path) for join in selected))
    return rows.get("prefetch_related").call(*map(make_literal, further)) if further else rows


def _list_computed(page: Page, plan: SitePlan) -> list[str]:
    shown = (each for each in page.content.ever_visible if isinstance(each, ShownComputed))
    return [plan.application.computed[each.computed].attribute for each in shown]


def _declare_list(page: Page, entity: Entity, plan: SitePlan) -> Iterator[Assignment]:
    """Declare what a list is searched, narrowed and sorted by, as its page does."""
    computed = [value.attribute for value in list_used_computed(page, plan)]
    yield from _declare_names("list_computed", computed)
    yield from declare_search(page, entity, plan)
    yield from declare_filters(page, entity, plan)
    keys = list(list_sort_keys(page, plan))
    names = [*_list_sorted(page, plan), *(key.removeprefix("-") for key in keys)]
    yield from _declare_names("ordering_fields", list(dict.fromkeys(names)))
    yield from _declare_names("ordering", keys)
    columns = [each.field for each in page.content.visible_fields]
    paths = {name: make_literal(path) for name, path in list_paths(page, columns, plan)}
    if paths:
        yield Assignment("ordering_paths", make_dict(paths.items()), explode=True)


def _list_sorted(page: Page, plan: SitePlan) -> Iterator[str]:
    """List the columns of a list; what is sensitive would be told by its order."""
    for each in page.content.visible:
        member: Field | Computed = each.computed if isinstance(each, ShownComputed) else each.field
        if not member.sensitive:
            yield plan.name_member(member)


def _declare_rules(pages: Mapping[str, Page], ruled: Mapping[str, Page]) -> Iterator[Assignment]:
    """Declare what some pages say of people: whom they are for, and what they hide."""
    public = [action for action, page in pages.items() if is_public(page.surface)]
    yield from _declare_names("public_actions", [each for each in public if each in _PUBLIC])
    policies = {
        action: refer_to(f"policies.{name_policy(page)}")
        for action, page in ruled.items()
        if has_policy(page)
    }
    if policies:
        yield Assignment("page_policies", make_dict(policies.items()), explode=True)
    accesses = {
        action: refer_to(f"policies.{name_access(page)}")
        for action, page in ruled.items()
        if page.surface.access
    }
    if accesses:
        yield Assignment("page_access", make_dict(accesses.items()), explode=True)


def _list_row_actions(
    entity: Entity, plan: SitePlan, parents: list[str]
) -> Iterator[tuple[str, Page]]:
    """List what is done with rows at addresses of no page of their own, with the page of a row."""
    page = find_row_page(entity, plan)
    for parent in parents if page else ():
        for action in _ROW_ACTIONS.get(parent, ()):
            if page:
                yield action, page


def _declare_names(option: str, names: list[str]) -> Iterator[Assignment]:
    if names:
        yield Assignment(option, make_texts(names))
