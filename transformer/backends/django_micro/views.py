"""The view classes of an app and the addresses that lead to them, in finished pieces."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from transformer.backends.django.fields import FieldContext
from transformer.backends.django.indexes import list_filtered
from transformer.backends.django.printing import format_expression
from transformer.backends.django.select_related import choose_joins, find_join, list_joins
from transformer.backends.django_micro.forms import list_inputs
from transformer.backends.django_micro.import_export import (
    choose_mixin,
    list_imports,
    write_columns,
    write_import,
)
from transformer.backends.django_micro.lists import write_list
from transformer.backends.django_micro.pages import Page, find_converter
from transformer.backends.django_micro.site import Plan
from transformer.diagnostics.resources import read_table
from transformer.engine.literals import spell_string
from transformer.model.naming import make_unique


@dataclass(frozen=True, slots=True)
class ViewClass:
    """A view: its name, what it inherits from, and the lines of its body."""

    name: str
    parent: str
    body: str


def list_views(plan: Plan) -> Iterator[ViewClass]:
    """The views of all pages, then those that delete."""
    for page in plan.site.pages:
        yield ViewClass(page.view, _choose_parent(page, plan), "\n".join(_write_body(page, plan)))
    for entity, view in name_deletions(plan):
        index = plan.site.find_address(entity["name"], "list") or "home"
        body = [f"    model = {plan.name_model(entity)}", _write_success_url(index)]
        yield ViewClass(view, "generic.DeleteView", "\n".join(body))
    for page, view, _, _ in list_imports(plan):
        yield ViewClass(view, _guard("ImportView", page, plan), "\n".join(_import(page, plan)))


def name_deletions(plan: Plan) -> Iterator[tuple[Mapping[str, Any], str]]:
    """The entities whose rows can be deleted on a page, each with the view that does it."""
    taken = {page.view.lower() for page in plan.site.pages}
    taken |= {entity.model.lower() for entity in plan.names.entities.values()}
    for entity in plan.manifest["entities"]:
        if entity["deletable"]:
            name = make_unique(f"{plan.name_model(entity)}DeleteView", taken, "")
            taken.add(name.lower())
            yield entity, name


def _choose_parent(page: Page, plan: Plan) -> str:
    row = read_table("django/surfaces")[page.mode]
    parent = row["parent" if plan.has_form(page) or "plain" not in row else "plain"]
    return _guard(f"{choose_mixin(page, plan)}generic.{parent}", page, plan)


def _guard(parent: str, page: Page, plan: Plan) -> str:
    """The parent of a view, which asks for a sign-in if it needs someone who is signed in."""
    asks = plan.manifest["app"]["access"] == "open" and page.surface["presets"]
    return f"LoginRequiredMixin, {parent}" if asks else parent


def _import(page: Page, plan: Plan) -> Iterator[str]:
    """The body of the view that takes the rows of a create page from a file."""
    assert page.entity
    index = plan.site.find_address(page.entity["name"], "list") or "home"
    yield f"    model = {plan.name_model(page.entity)}"
    listing = plan.site.defaults[page.entity["name"], "list"]
    yield f"    list_view = {listing.view}"
    yield f"    form_class = forms.{plan.forms[page.surface['name']]}"
    yield from _write_accounts(page, plan)
    yield from write_import(page, plan)
    yield _write_success_url(index)


def _write_body(page: Page, plan: Plan) -> Iterator[str]:
    if page.entity and (page.mode != "custom" or plan.has_form(page)):
        yield f"    model = {plan.name_model(page.entity)}"
        yield from _write_queryset(page, page.entity, plan)
    yield from write_columns(page, plan)
    if plan.has_form(page):
        yield f"    form_class = forms.{plan.forms[page.surface['name']]}"
        yield from _write_accounts(page, plan)
    yield format_expression(f'"core/{page.template}.html"', 4, "template_name = ")
    if page.kind == "lists" and page.entity:
        yield from write_list(page, page.entity, plan)
    if plan.has_form(page):
        yield from _write_button(page)
        yield from _write_success(page, plan)
    related = list(list_related(page, plan))
    if related:
        yield format_expression(f"[{', '.join(related)}]", 4, "related = ", explode=True)


def _write_queryset(page: Page, entity: Mapping[str, Any], plan: Plan) -> Iterator[str]:
    """The rows of a page with what they show; what no single query takes comes by further ones."""
    joins = list_joins(page, plan.entities, plan.names) if page.kind != "form_pages" else []
    selected = choose_joins(entity, joins)
    ways = {"select_related": selected, "prefetch_related": joins[len(selected) :]}
    calls = [
        f".{way}({', '.join(spell_string(join.path) for join in chosen)})"
        for way, chosen in ways.items()
        if chosen
    ]
    if calls:
        source = f"{plan.name_model(entity)}.objects{''.join(calls)}"
        yield format_expression(source, 4, "queryset = ")


def _write_accounts(page: Page, plan: Plan) -> Iterator[str]:
    """The fields that are set to whoever is signed in."""
    entity = page.entity["name"] if page.entity else ""
    presets = [plan.names.entities[entity].attributes[p["field"]] for p in page.surface["presets"]]
    if presets:
        names = ", ".join(map(spell_string, presets))
        yield format_expression(f"[{names}]", 4, "account_fields = ")


def _write_success(page: Page, plan: Plan) -> Iterator[str]:
    """Where a form leads once it is saved: where an action says, else the row's page or list."""
    ends = _find_ending(page, "submit") or _find_ending(page, "auto")
    target = plan.site.named[ends["target"]["surface"]] if ends else None
    entity = page.entity["name"] if page.entity else ""
    if target and not target.has_key:
        yield _write_success_url(target.address)
    elif target and target.entity is page.entity:
        yield format_expression(spell_string(target.address), 4, "success_page = ")
    elif not plan.site.find_address(entity, "view", "edit"):
        yield _write_success_url(plan.site.find_address(entity, "list", "create") or "home")


def _write_button(page: Page) -> Iterator[str]:
    """The words on the button that sends a form, where an action says them."""
    action = _find_ending(page, "submit")
    if action:
        yield format_expression(spell_string(action["title"]), 4, "submit_title = ")


def _find_ending(page: Page, trigger: str) -> Mapping[str, Any] | None:
    """The first action of a form with this trigger that leads to a page."""
    leading = (a for a in page.surface["actions"] if "surface" in a["target"])
    return next((action for action in leading if action["trigger"] == trigger), None)


def _write_success_url(address: str) -> str:
    return format_expression(f"reverse_lazy({spell_string(address)})", 4, "success_url = ")


def list_related(page: Page, plan: Plan) -> Iterator[str]:
    """The groups of rows that refer to the one on a page, as Python."""
    if page.entity and "related" in read_table("django/surfaces")[page.mode]:
        for context in plan.references[page.entity["name"]]:
            yield _spell_related(context, plan)


def _spell_related(context: FieldContext, plan: Plan) -> str:
    entity, field = context.entity, context.field
    name = plan.names.inverses[entity["name"], field["name"]]
    shown: Mapping[str, Any] = next(
        (f for f in entity["fields"] if f["name"] == entity["display"]), {}
    )
    words = [spell_string(name), spell_string(field["inverse"]["title"])]
    if "target" in shown:
        join = find_join(entity, shown, plan.entities, plan.names)
        words.append(f"select=({spell_string(join.path)},)")
    words += [f"{option}={spell_string(page)}" for option, page in _list_ways(context, plan)]
    return f"generic.Related({', '.join(words)})"


def _list_ways(context: FieldContext, plan: Plan) -> Iterator[tuple[str, str]]:
    """The list that can be narrowed to these rows, and the form that has the reference."""
    name, field = context.entity["name"], context.field["name"]
    index = plan.site.defaults.get((name, "list"))
    if index and field in list_filtered(context.entity, index.surface.get("ux")):
        yield "index", index.address
    form = plan.site.defaults.get((name, "create"))
    if form and any(i.context.field["name"] == field for i in list_inputs(form, plan.names)):
        yield "add", form.address


def list_routes(plan: Plan) -> Iterator[str]:
    """The lines of `urlpatterns`; a fixed address stands before a key in the same place."""
    routes = [(page.route, page.view, page.address) for page in plan.site.pages]
    for entity, view in name_deletions(plan):
        route = f"{entity['address'].lstrip('/')}<{find_converter(entity)}:pk>/delete/"
        routes.append((route, view, f"{entity['slug']}_delete"))
    routes += [(route, view, address) for _, view, address, route in list_imports(plan)]
    for route, view, address in sorted(
        routes, key=lambda r: [("<" in p, p) for p in r[0].split("/")]
    ):
        source = (
            f"path({spell_string(route)}, views.{view}.as_view(), name={spell_string(address)})"
        )
        yield format_expression(source, 4, suffix=",")
