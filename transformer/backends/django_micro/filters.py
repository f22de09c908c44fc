"""The filters of lists: a set for each entity, with the filters of all of its lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from transformer.backends.django.code import (
    Code,
    gather_names,
    make_dict,
    make_texts,
    refer_to,
)
from transformer.backends.django.computed_values import ModelComputed
from transformer.backends.django.contents import get_member
from transformer.backends.django.indexes import (
    FILTERS,
    OFFERED,
    Use,
    has_list_use,
    list_filtered,
    list_filtered_links,
)
from transformer.backends.django.printing import Assignment, print_assignments
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.references import list_paths, list_search_paths
from transformer.backends.django_micro.site import SitePlan
from transformer.model.audiences import is_public
from transformer.model.entities import Entity, Member
from transformer.model.entity_fields import Field
from transformer.model.naming import make_unique
from transformer.model.relations import Relation

_LOOKUPS: dict[Use, str] = {
    "choice": "exact",
    "range": "range",
    "contains": "icontains",
    "between": "range",
}
"""What a list does with a field, in the words of `types.yaml` → the lookup of Django."""

MemberT = TypeVar("MemberT", bound=Member)

Filtered = dict[Field | ModelComputed | Relation, str]
"""What a list is narrowed by → the attribute."""


@dataclass(frozen=True, slots=True)
class FilterSetClass:
    """A set of filters in finished pieces."""

    name: str
    model: str
    options: str
    """The lines of its `Meta`, but for the first."""
    used: frozenset[str]
    """The names that the class refers to."""


def list_filter_sets(plan: SitePlan) -> Iterator[FilterSetClass]:
    """List the sets of the entities whose lists are narrowed by something."""
    taken = plan.names.list_models()
    for entity in plan.model.entities:
        filtered = list_all_filters(entity, plan)
        if not filtered:
            continue
        options = list(_list_options(filtered, plan))
        yield FilterSetClass(
            name=_name_filter_set(entity, plan, taken),
            model=plan.name_model(entity),
            options=print_assignments(options, 8),
            used=gather_names([each.code for each in options]),
        )


def _name_filter_set(entity: Entity, plan: SitePlan, taken: set[str]) -> str:
    """Name a set. Those of different models differ, so that only models can have taken a name."""
    return make_unique(f"{plan.name_model(entity)}FilterSet", taken, "")


def list_all_filters(entity: Entity, plan: SitePlan) -> Filtered:
    """List what any list of an entity is narrowed by, that of its first list first."""
    lists = plan.site.lists.get(entity, ())
    return {each: name for page in lists for each, name in list_filters(page, plan).items()}


def list_filters(page: Page, plan: SitePlan) -> Filtered:
    """List what a list is narrowed by: fields, then links, then computed values."""
    if page.entity is None:
        return {}
    fields = list_filter_fields(page, page.entity)
    found: Filtered = {field: plan.names.name_attribute(field) for field in fields}
    links = list_filter_links(page, page.entity)
    found |= {link: plan.names.name_link(link) for link in links}
    return found | {each: each.attribute for each in list_computed_filters(page, plan)}


def list_filter_fields(page: Page, entity: Entity) -> list[Field]:
    """List the fields that a list is narrowed by."""
    fields = list_filtered(entity, page.surface)
    return fields if _names_filters(page) else keep_told(page, fields)


def list_filter_links(page: Page, entity: Entity) -> list[Relation]:
    """List the links that a list is narrowed by."""
    links = list_filtered_links(entity, page.surface)
    return links if _names_filters(page) else keep_told(page, links)


def _names_filters(page: Page) -> bool:
    return bool(page.surface.ux and page.surface.ux.filter_names)


def keep_told(page: Page, members: Iterable[MemberT]) -> list[MemberT]:
    """Keep what a list tells of its rows, if that is all that visitors know of them.

    Others would tell it by which rows they find.
    """
    if not (is_public(page.surface) and page.surface.model.app.access == "private"):
        return list(members)
    told: set[Member] = {get_member(each) for each in page.content.visible}
    told.update(each.relation for each in page.content.links)
    return [each for each in members if each in told]


def list_computed_filters(page: Page, plan: SitePlan) -> Iterator[ModelComputed]:
    """List the computed values that a list is narrowed by: those named, else those shown."""
    named = list(page.surface.ux.filter if page.surface.ux else ())
    named = named or keep_told(page, page.entity.filters if page.entity else ())
    uses = FILTERS if named else OFFERED
    for member in named or page.content.computed:
        value = plan.find_computed(member)
        if value and value.has_list_use(*uses):
            yield value


def _list_options(filtered: Filtered, plan: SitePlan) -> Iterator[Assignment]:
    fields = {name: each for each, name in filtered.items() if not isinstance(each, ModelComputed)}
    yield Assignment("fields", _make_lookups(fields), explode=True)
    computed = {name: each for each, name in filtered.items() if isinstance(each, ModelComputed)}
    if computed:
        yield Assignment("computed", _make_lookups(computed), explode=True)
    searched = {
        name: make_texts(_list_paths(each, plan))
        for name, each in fields.items()
        if isinstance(each, Relation) or each.is_reference
    }
    if searched:
        yield Assignment("search", make_dict(searched.items()), explode=True)


def _list_paths(each: Field | Relation, plan: SitePlan) -> list[str]:
    """List where to look for the rows that a list is narrowed by."""
    if isinstance(each, Relation):
        return list_paths(each.target, plan.names)
    return list_search_paths(each, plan.names)


def _make_lookups(
    filtered: dict[str, Field | Relation] | dict[str, ModelComputed],
) -> Code:
    return make_dict((name, make_texts(_list_lookups(each))) for name, each in filtered.items())


def _list_lookups(each: Field | ModelComputed | Relation) -> list[str]:
    if isinstance(each, Relation):
        return ["exact"]
    lookups = [
        lookup
        for use, lookup in _LOOKUPS.items()
        if (has_list_use(each, use) if isinstance(each, Field) else each.has_list_use(use))
    ]
    # Where there are choices, "None" is one of them.
    may_lack = isinstance(each, Field) and each.nullable and "exact" not in lookups
    return [*lookups, "isnull"] if may_lack else lookups


def declare_filters(page: Page, entity: Entity, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the filters of a list, and which of their set, if not all of them."""
    own = list(list_filters(page, plan).values())
    if own:
        name = _name_filter_set(entity, plan, plan.names.list_models())
        yield Assignment("filterset_class", refer_to(f"filters.{name}"))
    if own and own != list(list_all_filters(entity, plan).values()):
        yield Assignment("filter_fields", make_texts(own))
