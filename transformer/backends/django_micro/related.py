"""The rows that refer to the one on a page, as its view declares them."""

from collections.abc import Iterator

from transformer.backends.django.code import Code, make_dict, make_literal, make_texts, refer_to
from transformer.backends.django.computed_values import ModelComputed
from transformer.backends.django.contents import get_member
from transformer.backends.django.expressions.member_names import find_way_back
from transformer.backends.django.fields import ModelField
from transformer.backends.django.select_related import choose_joins, find_join
from transformer.backends.django_micro.filters import list_filtered_fields
from transformer.backends.django_micro.lists import (
    list_paths,
    list_sort_keys,
    list_sorting_computed,
)
from transformer.backends.django_micro.pages import Page, read_modes
from transformer.backends.django_micro.site import SitePlan
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import Aggregation, Path

_FEWEST = 2  # columns that say more than the name of a row


def list_related(page: Page, plan: SitePlan) -> Iterator[Code]:
    """List the groups of rows that refer to the one on a page."""
    for reference in list_groups(page, plan):
        yield _make_related(reference, plan)


def list_groups(page: Page, plan: SitePlan) -> list[ModelField]:
    """List the references by which other rows lead to the one on a page, unless that is secret."""
    is_shown = page.entity and "related" in read_modes()[page.mode]
    found = plan.list_references(page.entity) if page.entity and is_shown else []
    return [each for each in found if not each.field.sensitive]


def list_sums(reference: ModelField, plan: SitePlan) -> dict[str, ModelComputed]:
    """List the sums that a row has of others that refer to it: column of those → value."""
    sums: dict[str, ModelComputed] = {}
    values = list(_list_values(reference.field.target, plan))
    columns = _list_columns(reference, plan) if values else {}
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
    columns = _list_columns(reference, plan)
    select = [find_join(each, plan.names).path for each in _list_joined(field, columns)]
    titles = {plan.name_member(each): make_literal(title) for each, title in columns.items()}
    sums = {name: make_literal(v.attribute) for name, v in list_sums(reference, plan).items()}
    inverse = field.inverse
    computed = [plan.name_member(each) for each in columns if isinstance(each, Computed)]
    listing = plan.site.find_page(field.entity, "list")
    if listing:
        computed += [each.attribute for each in list_sorting_computed(listing, plan)]
    return refer_to("generic.Related").call(
        make_literal(plan.names.inverses[field]),
        make_literal(inverse.title if inverse else ""),
        select=make_texts(sorted(select)) if select else None,
        **dict(_list_ways(reference, plan)),
        columns=make_dict(titles.items()) if titles else None,
        link=make_literal(plan.name_member(_choose_link(columns))) if columns else None,
        computed=make_texts(dict.fromkeys(computed)) if computed else None,
        sums=make_dict(sums.items()) if sums else None,
        **dict(_list_order(reference, listing, plan)),
    )


def _list_order(
    reference: ModelField, listing: Page | None, plan: SitePlan
) -> Iterator[tuple[str, Code]]:
    """List the order that the list of these rows begins with, and the paths that it takes.

    The reference to the row on the page is the same for all of them.
    """
    own = plan.names.name_attribute(reference.field)
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


def _list_joined(reference: Field, columns: dict[Field | Computed, str]) -> list[Field]:
    """List the references whose rows are selected along: those that are shown."""
    shown = [each for each in columns if isinstance(each, Field) and each.is_reference]
    display = reference.entity.display
    is_named = display is not None and display.is_reference and display not in shown
    return [*shown, *([display] if display and is_named else [])]


def _list_columns(reference: ModelField, plan: SitePlan) -> dict[Field | Computed, str]:
    """List what is shown of the rows, with titles: what their list does, if that is more than one.

    That they refer to the row on the page is known, and what is sensitive has no place here.
    """
    field, entity = reference.field, reference.field.entity
    listing = plan.site.find_page(entity, "list")
    shown = listing.content.visible if listing else ()
    members = {get_member(each): each.title for each in shown}
    columns = {m: t for m, t in members.items() if m is not field and not m.sensitive}
    for each in _list_unjoined(entity, columns, plan):
        del columns[each]
    return columns if len(columns) >= _FEWEST else {}


def _list_unjoined(
    entity: Entity, columns: dict[Field | Computed, str], plan: SitePlan
) -> list[Field]:
    """List the references that one query doesn't reach."""
    shown = [each for each in columns if isinstance(each, Field) and each.is_reference]
    joins = [find_join(each, plan.names) for each in shown]
    return shown[len(choose_joins(len(entity.fields), joins)) :]


def _list_ways(reference: ModelField, plan: SitePlan) -> Iterator[tuple[str, Code]]:
    """List the list that can be narrowed to these rows, and the form that has the reference."""
    field, entity = reference.field, reference.field.entity
    index = plan.site.find_page(entity, "list")
    if index and field in list_filtered_fields(index, entity):
        yield "index", make_literal(index.address)
    form = plan.site.find_page(entity, "create")
    inputs = plan.inputs[form] if form else ()
    if form and any(each.shown.field is field for each in inputs):
        yield "add", make_literal(form.address)
