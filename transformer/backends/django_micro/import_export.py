"""What views say of files: the columns that lists and records export, and the views that import."""

from collections.abc import Iterator, Mapping
from typing import Any

from transformer.backends.django.fields import FieldContext
from transformer.backends.django.printing import format_expression
from transformer.backends.django.select_related import find_join
from transformer.backends.django_micro.forms import list_inputs
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.site import Plan
from transformer.engine.literals import spell_string
from transformer.model.naming import make_unique

_FILES = {"file", "image"}
_MIXINS = {"list": "pdf.ListMixin", "view": "pdf.RecordMixin"}


def choose_mixin(page: Page, plan: Plan) -> str:
    """The class that makes PDFs of a page, with a comma, or the empty string."""
    wanted = "pdf" in plan.manifest["app"]["features"] and page.mode in _MIXINS
    return f"{_MIXINS[page.mode]}, " if wanted else ""


def write_columns(page: Page, plan: Plan) -> Iterator[str]:
    """The columns of a list, or of a record that can be a PDF, as lines of its view."""
    if page.entity is None or not (page.mode == "list" or choose_mixin(page, plan)):
        return
    if page.mode == "list" and page.surface["title"] != page.entity["plural"]:
        yield format_expression(spell_string(page.surface["title"]), 4, "title = ")
    shown: dict[str, str] = {}
    for context, title in _list_shown(page, page.entity, plan):
        shown.setdefault(context.attribute, title)
    pairs = (f"{spell_string(name)}: {spell_string(title)}" for name, title in shown.items())
    yield format_expression(f"{{{', '.join(pairs)}}}", 4, "columns = ", explode=bool(shown))
    yield from _write_masked(c for c, _ in _list_shown(page, page.entity, plan))


def _list_shown(
    page: Page, entity: Mapping[str, Any], plan: Plan
) -> Iterator[tuple[FieldContext, str]]:
    fields = {field["name"]: field for field in entity["fields"]}
    for section in page.surface["sections"]:
        for item in section["fields"]:
            if not item.get("hidden"):
                yield FieldContext(entity, fields[item["field"]], plan.names), item["title"]


def _write_masked(contexts: Iterator[FieldContext]) -> Iterator[str]:
    """The attributes whose values stay out of files."""
    masked = dict.fromkeys(c.attribute for c in contexts if "sensitive" in c.words)
    if masked:
        yield format_expression(f"[{', '.join(map(spell_string, masked))}]", 4, "masked = ")


def list_imports(plan: Plan) -> Iterator[tuple[Page, str, str, str]]:
    """The create pages whose rows can come from a file, each with view, address and route."""
    if "import" not in plan.manifest["app"]["features"]:
        return
    views = {page.view.lower() for page in plan.site.pages}
    views |= {entity.model.lower() for entity in plan.names.entities.values()}
    routes = {page.route.rstrip("/") for page in plan.site.pages}
    for name, entity in plan.entities.items():
        page = plan.site.defaults.get((name, "create"))
        if page and plan.site.find_address(name, "list") and _can_come_from_file(page, plan):
            view = make_unique(f"{plan.name_model(entity)}ImportView", views, "")
            route = make_unique(f"{entity['address'].lstrip('/')}import", routes) + "/"
            views.add(view.lower())
            yield page, view, f"{entity['slug']}_import", route


def _can_come_from_file(page: Page, plan: Plan) -> bool:
    fields = [each.context.field for each in list_inputs(page, plan.names)]
    needs_files = any(f["type"] in _FILES and f["required"] for f in fields)
    return plan.has_form(page) and not needs_files


def write_import(page: Page, plan: Plan) -> Iterator[str]:
    """The lines of an importing view that say what becomes of a line of the file."""
    assert page.entity
    contexts = [each.context for each in list_inputs(page, plan.names)]
    editing = plan.site.defaults.get((page.entity["name"], "edit"))
    if editing and plan.has_form(editing):
        yield f"    edit_form_class = forms.{plan.forms[editing.surface['name']]}"
    yield from _write_masked(iter(contexts))
    paths = [
        (context.attribute, find_join(page.entity, context.field, plan.entities, plan.names).path)
        for context in contexts
        if "target" in context.field
    ]
    # What a reference shows may be a reference in turn.
    pairs = [
        f"{spell_string(name)}: {spell_string(path.removeprefix(f'{name}__'))}"
        for name, path in paths
        if "__" in path
    ]
    if pairs:
        yield format_expression(f"{{{', '.join(pairs)}}}", 4, "joins = ")
