"""The columns that lists and records export as CSV and PDF, and the views that import CSV."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transformer.backends.django.audit import list_audited
from transformer.backends.django.code import Code, make_dict, make_literal, make_texts, refer_to
from transformer.backends.django.contents import get_member
from transformer.backends.django.printing import Assignment
from transformer.backends.django.select_related import find_join
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.site import SitePlan
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.naming import make_unique
from transformer.model.surfaces import Mode

_MIXINS: dict[Mode, str] = {"list": "pdf.PDFListMixin", "view": "pdf.PDFDetailMixin"}


def list_mixins(page: Page, plan: SitePlan) -> list[Code]:
    """List the classes that make PDFs of a page, or show what became of its row."""
    wanted = "pdf" in plan.model.app.features and page.mode in _MIXINS
    pdfs = [refer_to(_MIXINS[page.mode])] if wanted else []
    return [*pdfs, *([refer_to("history.HistoryMixin")] if has_history(page) else [])]


def has_history(page: Page) -> bool:
    """Tell whether a page shows what became of its row."""
    return page.mode == "view" and page.entity is not None and bool(list_audited(page.entity))


def declare_columns(page: Page, plan: SitePlan) -> Iterator[Assignment]:
    """Declare the columns of a list, or of a record that can be a PDF or shows its history."""
    has_columns = page.mode == "list" or bool(list_mixins(page, plan))
    if page.entity is None or not has_columns:
        return
    if page.mode == "list" and page.surface.title != page.entity.plural:
        yield Assignment("title", make_literal(page.surface.title))
    yield declare_titles(page, plan)
    if page.content.links:
        linked = (plan.names.name_link(each.relation) for each in page.content.links)
        yield Assignment("linked", make_texts(linked))
    yield from _declare_masked(map(get_member, page.content.ever_visible), plan)


def declare_titles(page: Page, plan: SitePlan) -> Assignment:
    """Declare the titles of what a page shows."""
    shown: dict[str, Code] = {}
    for each in page.content.ever_visible:
        shown.setdefault(plan.name_member(get_member(each)), make_literal(each.title))
    links = {plan.names.name_link(each.relation): each.title for each in page.content.links}
    shown |= {name: make_literal(title) for name, title in links.items()}
    return Assignment("columns", make_dict(shown.items()), explode=bool(shown))


def _declare_masked(members: Iterable[Field | Computed], plan: SitePlan) -> Iterator[Assignment]:
    """Declare the attributes whose values stay out of files."""
    masked = [plan.name_member(each) for each in members if each.sensitive]
    if masked:
        yield Assignment("masked", make_texts(dict.fromkeys(masked)))


@dataclass(frozen=True, slots=True)
class Import:
    """A create page whose rows can come from a file, with view, address and route."""

    page: Page
    entity: Entity
    view: str
    address: str
    route: str


def list_imports(plan: SitePlan) -> Iterator[Import]:
    """List the create pages whose rows can come from a file."""
    if "import" not in plan.model.app.features:
        return
    views = {page.view.lower() for page in plan.site.pages} | plan.names.list_models()
    routes = {page.route.rstrip("/") for page in plan.site.pages}
    for entity in plan.model.entities:
        page = plan.site.find_page(entity, "create")
        if page and plan.site.find_page(entity, "list") and _can_come_from_file(page, plan):
            view = make_unique(f"{plan.name_model(entity)}ImportView", views, "")
            route = make_unique(f"{entity.address.lstrip('/')}import", routes) + "/"
            views.add(view.lower())
            yield Import(page, entity, view, f"{entity.slug}_import", route)


def _can_come_from_file(page: Page, plan: SitePlan) -> bool:
    fields = [each.field for each in plan.inputs[page]]
    needs_files = any(field.flags.issuperset({"upload", "required"}) for field in fields)
    return plan.has_form(page) and not needs_files


def declare_import(page: Page, entity: Entity, plan: SitePlan) -> Iterator[Assignment]:
    """Declare what becomes of a line of the file."""
    fields = [each.shown.field for each in plan.inputs[page]]
    editing = plan.site.find_page(entity, "edit")
    if editing and plan.has_form(editing):
        yield Assignment("edit_form_class", refer_to(f"forms.{plan.forms[editing]}"))
    yield from _declare_masked(fields, plan)
    # What a reference shows may be a reference in turn.
    joins = {
        name: make_literal(path.removeprefix(f"{name}__"))
        for name, path in (_find_way(field, plan) for field in fields if field.is_reference)
        if "__" in path
    }
    if joins:
        yield Assignment("joins", make_dict(joins.items()))


def _find_way(field: Field, plan: SitePlan) -> tuple[str, str]:
    return plan.names.name_attribute(field), find_join(field, plan.names).path
