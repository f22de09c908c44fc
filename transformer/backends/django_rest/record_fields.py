"""Which values of records the API tells and takes: those that pages show, and forms ask for."""

from collections.abc import Iterable, Iterator, Mapping

from transformer.backends.django.code import make_dict, make_literal, make_texts, refer_to
from transformer.backends.django.contents import get_member
from transformer.backends.django.printing import Assignment
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.site import SitePlan
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field


def declare_options(
    entity: Entity, plan: SitePlan, pages: Mapping[str, Page]
) -> Iterator[Assignment]:
    """Declare what a serializer says of its model, by the pages that do the same as the API."""
    yield Assignment("model", refer_to(plan.name_model(entity)))
    told = {
        "list_fields": list_told(pages.get("list"), plan),
        "detail_fields": list_told(pages.get("retrieve"), plan),
        "create_fields": list_taken(pages.get("create"), plan),
        "update_fields": list_taken(pages.get("partial_update"), plan),
        "sensitive_fields": _list_sensitive(entity, plan),
    }
    for name, fields in told.items():
        if fields:
            yield Assignment(name, make_texts(fields), explode=name != "sensitive_fields")
    if names := dict(_list_names(entity, plan)):
        spelled = {name: make_literal(own) for name, own in names.items()}
        yield Assignment("names", make_dict(spelled.items()), explode=True)


def list_told(page: Page | None, plan: SitePlan) -> list[str]:
    """List what a page shows of a record: values, then what it is linked to."""
    if page is None or page.entity is None:
        return []
    shown = [plan.name_member(get_member(each)) for each in page.content.ever_visible]
    links = [each.relation for each in page.content.links]
    links = links if page.mode == "list" else list(page.entity.links)
    return list(dict.fromkeys([*shown, *map(plan.names.name_link, links)]))


def list_taken(page: Page | None, plan: SitePlan) -> list[str]:
    """List what a form asks for and takes."""
    if page is None or not plan.has_form(page):
        return []
    taken = [
        each.attribute
        for each in plan.inputs[page]
        if not each.shown.readonly and (page.mode == "create" or each.shown.field.input == "always")
    ]
    links = [each.relation for each in page.content.links if not each.readonly]
    return [*taken, *map(plan.names.name_link, links)]


def _list_names(entity: Entity, plan: SitePlan) -> Iterator[tuple[str, str]]:
    """List the attributes that Python calls otherwise than the language, with the names there."""
    members: list[Field | Computed] = [*entity.fields, *entity.computed]
    for each in members:
        is_built = isinstance(each, Field) or each in plan.application.computed
        if is_built and (name := plan.name_member(each)) != each.name:
            yield name, each.name
    for link in entity.links:
        if (name := plan.names.name_link(link)) != link.name:
            yield name, link.name


def _list_sensitive(entity: Entity, plan: SitePlan) -> list[str]:
    members: Iterable[Field | Computed] = (*entity.fields, *entity.computed)
    built = (e for e in members if isinstance(e, Field) or e in plan.application.computed)
    return [plan.name_member(each) for each in built if each.sensitive]
