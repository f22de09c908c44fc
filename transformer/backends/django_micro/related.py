"""The rows that refer to the one on a page, as its view declares them."""

from collections.abc import Iterator
from typing import NamedTuple

from transformer.backends.django.code import Code, make_dict, make_literal, make_texts, refer_to
from transformer.backends.django.computed_values import ModelComputed
from transformer.backends.django.expressions.member_names import find_way_back
from transformer.backends.django.fields import ModelField
from transformer.backends.django.select_related import find_join
from transformer.backends.django_micro.additions import depends_on_target, find_addition
from transformer.backends.django_micro.filters import list_filter_fields, list_filter_links
from transformer.backends.django_micro.lists import (
    list_paths,
    list_sort_keys,
    list_sorting_computed,
)
from transformer.backends.django_micro.pages import Page, read_modes
from transformer.backends.django_micro.related_columns import (
    find_relation,
    list_columns,
    list_joined,
)
from transformer.backends.django_micro.site import SitePlan
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import Aggregation, Path
from transformer.model.relations import Relation


class LinkGroup(NamedTuple):
    """The rows at one end of a link, as those at the other show them."""

    name: str
    title: str
    entity: Entity
    filtered: Relation | None
    """The relation by which the list of the rows may be narrowed."""


def list_related(page: Page, plan: SitePlan) -> Iterator[Code]:
    """List the groups of rows that are linked to the one on a page, or refer to it."""
    links = list(list_link_groups(page, plan))
    own = page.entity.links if page.entity else ()
    yield from (_make_linked(each, plan) for each in links[: len(own)])
    yield from (_make_related(reference, plan) for reference in list_groups(page, plan))
    yield from (_make_linked(each, plan) for each in links[len(own) :])


def _has_related(page: Page) -> bool:
    return page.entity is not None and "related" in read_modes()[page.mode]


def list_groups(page: Page, plan: SitePlan) -> list[ModelField]:
    """List the references by which other rows lead to the one on a page, unless that is secret."""
    if page.entity is None or not _has_related(page):
        return []
    found = [each for each in plan.list_references(page.entity) if not each.field.sensitive]
    return [each for each in found if not _leads_to_removed(each.field)]


def _leads_to_removed(reference: Field) -> bool:
    """Tell whether a reference says who put a record away; such records are on no page."""
    removal = reference.entity.soft_delete
    return removal is not None and removal.person_name == reference.name


def list_link_groups(page: Page, plan: SitePlan) -> Iterator[LinkGroup]:
    """List the rows that are linked to the one on a page: by its own relations, then by others."""
    if page.entity is None or not _has_related(page):
        return
    for link in page.entity.links:
        yield LinkGroup(plan.names.name_link(link), link.title, link.target, None)
    for link in page.entity.incoming_links:
        if link.inverse:
            yield LinkGroup(plan.names.inverses[link], link.inverse.title, link.entity, link)


def _make_linked(group: LinkGroup, plan: SitePlan) -> Code:
    columns = list_columns(group.entity, None, plan)
    index = plan.site.find_page(group.entity, "list")
    is_filtered = index and group.filtered in list_filter_links(index, group.entity)
    return refer_to("generic.Related").call(
        make_literal(group.name),
        make_literal(group.title),
        select=_select(group.entity, columns, plan),
        index=make_literal(index.address) if index and is_filtered else None,
        **dict(_describe_rows(group.entity, columns, plan)),
        **dict(_list_order(None, index, plan)),
    )


def list_sums(reference: ModelField, plan: SitePlan) -> dict[str, ModelComputed]:
    """List the sums that a row has of others that refer to it: column of those → value."""
    sums: dict[str, ModelComputed] = {}
    values = list(_list_values(reference.field.target, plan))
    field = reference.field
    columns = list_columns(field.entity, field, plan) if values else {}
    for value in values:
        if (member := _find_summand(value.computed, reference.field)) in columns:
            sums.setdefault(plan.name_member(member), value)
    return sums


def _list_values(entity: Entity | None, plan: SitePlan) -> Iterator[ModelComputed]:
    for each in entity.computed if entity else ():
        if value := plan.find_computed(each):
            yield value


def _find_summand(computed: Computed, reference: Field) -> Field | Computed | None:
    """Find what a value is the sum of, over all rows that refer to its own by a reference."""
    match computed.expression:
        case Aggregation(
            aggregate="sum", relation=(relation,), value=Path(path=(name,)), where=None
        ) if find_way_back(relation, computed.entity) is reference:
            member = reference.entity.member(name)
            return member if isinstance(member, Field | Computed) else None
    return None


def _make_related(reference: ModelField, plan: SitePlan) -> Code:
    field = reference.field
    columns = list_columns(field.entity, field, plan)
    sums = {name: make_literal(v.attribute) for name, v in list_sums(reference, plan).items()}
    inverse = field.inverse
    return refer_to("generic.Related").call(
        make_literal(plan.names.inverses[field]),
        make_literal(inverse.title if inverse else ""),
        select=_select(field.entity, columns, plan),
        **dict(_list_ways(reference, plan)),
        **dict(_describe_rows(field.entity, columns, plan)),
        sums=make_dict(sums.items()) if sums else None,
        page_action=make_literal("change") if plan.opens_form(field.entity) else None,
        **dict(_list_order(field, plan.site.find_page(field.entity, "list"), plan)),
    )


def _select(entity: Entity, columns: dict[Field | Computed, str], plan: SitePlan) -> Code | None:
    """Select the other rows along that are shown of rows."""
    paths = [find_join(each, plan.names).path for each in list_joined(entity, columns)]
    return make_texts(sorted(paths)) if paths else None


def _describe_rows(
    entity: Entity, columns: dict[Field | Computed, str], plan: SitePlan
) -> Iterator[tuple[str, Code]]:
    """Describe what is shown of rows."""
    titles = {plan.name_member(each): make_literal(title) for each, title in columns.items()}
    computed = [plan.name_member(each) for each in columns if isinstance(each, Computed)]
    if listing := plan.site.find_page(entity, "list"):
        computed += [each.attribute for each in list_sorting_computed(listing, plan)]
    if titles:
        yield "columns", make_dict(titles.items())
        yield "link", make_literal(plan.name_member(_choose_link(columns)))
    if computed:
        yield "computed", make_texts(dict.fromkeys(computed))


def _list_order(
    reference: Field | None, listing: Page | None, plan: SitePlan
) -> Iterator[tuple[str, Code]]:
    """List the order that the list of these rows begins with, and the paths that it takes.

    The reference to the row on the page is the same for all of them.
    """
    own = plan.names.name_attribute(reference) if reference else ""
    keys = list(list_sort_keys(listing, plan)) if listing else []
    keys = [key for key in keys if key.removeprefix("-") != own]
    if listing and keys:
        yield "sort_by", make_texts(keys)
        paths = dict(list_paths(listing, [], plan))
        paths.pop(own, None)
        if paths:
            yield "paths", make_dict((name, make_literal(path)) for name, path in paths.items())


def _choose_link(columns: dict[Field | Computed, str]) -> Field | Computed:
    """Choose the column that leads to the page of a row: what it goes by, or else a plain one."""
    fields = [each for each in columns if isinstance(each, Field)]
    named = [each for each in fields if each.is_display]
    plain = [each for each in fields if not each.is_reference]
    return next(iter([*named, *plain, *columns]))


def _list_ways(reference: ModelField, plan: SitePlan) -> Iterator[tuple[str, Code]]:
    """List the list that can be narrowed to these rows, and the forms to add and edit one."""
    field, entity = reference.field, reference.field.entity
    relation = find_relation(field)
    index = plan.site.find_page(entity, "list")
    if index and field in list_filter_fields(index, entity):
        yield "index", make_literal(index.address)
    if relation and relation.readonly:
        return
    if form := find_addition(reference, plan):
        yield "add", make_literal(form.address)
        if depends_on_target(field):
            yield "is_open_by_row", make_literal(True)
    editing = plan.site.find_address(entity, "edit")
    if editing and relation and relation.kind == "has_one":
        yield "edit", make_literal(editing)


def has_dependent_additions(plan: SitePlan) -> bool:
    """Tell whether it depends on the row of some page who may add another to it."""
    groups = (each for page in plan.site.pages for each in list_groups(page, plan))
    return any(depends_on_target(each.field) and find_addition(each, plan) for each in groups)


def leads_to_forms(plan: SitePlan) -> bool:
    """Tell whether rows that pages show have forms as their pages, which not everybody may use."""
    shown = {each.field.entity for page in plan.site.pages for each in list_groups(page, plan)}
    return any(map(plan.opens_form, shown | plan.site.lists.keys()))
