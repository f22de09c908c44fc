"""What the view of a list declares: its columns, and what search, filters and sorting go by."""

from collections.abc import Iterator, Mapping
from typing import Any

from transformer.backends.django.indexes import list_filtered, list_searched, list_uses
from transformer.backends.django.models import goes_in_circles
from transformer.backends.django.printing import format_expression
from transformer.backends.django_micro.forms import Input, format_items, list_inputs
from transformer.backends.django_micro.pages import Page
from transformer.backends.django_micro.site import Plan
from transformer.diagnostics.resources import read_table
from transformer.engine.literals import spell_string

_MOST_INPUTS = 3  # that still stand in one row


def write_list(page: Page, entity: Mapping[str, Any], plan: Plan) -> Iterator[str]:
    """The lines of a list's view that are about its rows."""
    attributes = plan.names.entities[entity["name"]].attributes
    ux = page.surface.get("ux", {})
    columns = list_columns(page)
    searched = list_searched(entity, ux)
    if searched != entity["indexed"]:
        yield from _write_names("search_fields", (attributes[name] for name in searched))
    yield from _write_names("filter_fields", (attributes[n] for n in list_filtered(entity, ux)))
    yield from _write_names("edit_fields", list_changed(page, plan))
    yield from _write_names("sort_by", _list_sort_keys(ux, entity, attributes))
    yield from _write_map("paths", _list_paths(columns, ux, entity, plan))
    yield from _write_addition(entity, plan)
    if "empty" in ux:
        yield format_expression(spell_string(ux["empty"]), 4, "empty_text = ")


def _write_names(option: str, names: Iterator[str] | list[str]) -> Iterator[str]:
    spelled = ", ".join(map(spell_string, names))
    if spelled:
        yield format_expression(f"[{spelled}]", 4, f"{option} = ")


def _write_map(option: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
    spelled = ", ".join(f"{spell_string(name)}: {value}" for name, value in pairs)
    if spelled:
        yield format_items(f"{{{spelled}}}", 4, f"{option} = ")


def list_columns(page: Page) -> dict[str, str]:
    """Field → title of the column that shows it, in order."""
    items = [item for section in page.surface["sections"] for item in section["fields"]]
    shown = [item for item in items if not item.get("hidden")]
    return {item["field"]: item["title"] for item in shown}


def list_changed(page: Page, plan: Plan) -> list[str]:
    """The attributes that can be changed right in a list: those that the edit page has too."""
    entity = page.entity["name"] if page.entity else ""
    form = plan.site.defaults.get((entity, "edit"))
    inputs = list_inputs(form, plan.names) if form else []
    columns = list_columns(page)
    return [i.attribute for i in inputs if i.context.field["name"] in columns and _can_change(i)]


def _can_change(each: Input) -> bool:
    is_open = each.context.field["input"] == "always" and not each.item.get("readonly")
    return is_open and "changed" in read_table("django/types")[each.context.field["type"]]


def _list_sort_keys(
    ux: Mapping[str, Any], entity: Mapping[str, Any], attributes: Mapping[str, str]
) -> list[str]:
    fields = {field["name"]: field for field in entity["fields"]}
    keys = [key for key in ux.get("sort", ()) if key["field"] in fields]
    return [f"{'-' * key['descending']}{attributes[key['field']]}" for key in keys]


def _list_paths(
    columns: Mapping[str, str], ux: Mapping[str, Any], entity: Mapping[str, Any], plan: Plan
) -> list[tuple[str, str]]:
    """The references that a list sorts by, each with the way to what its target goes by.

    Where it goes by nothing that has an order, a list that begins in the order of the reference
    takes the key: that is what people read then.
    """
    references = {f["name"]: f for f in entity["fields"] if "target" in f}
    asked = [key["field"] for key in ux.get("sort", ())]
    attributes = plan.names.entities[entity["name"]].attributes
    wanted = (name for name in dict.fromkeys([*columns, *asked]) if name in references)
    found = (
        (name, _find_path(entity, references[name], plan) or (name in asked) * attributes[name])
        for name in wanted
    )
    return [(attributes[name], spell_string(path)) for name, path in found if path]


def _find_path(entity: Mapping[str, Any], field: Mapping[str, Any], plan: Plan) -> str:
    path: list[str] = []
    while "target" in field:
        path.append(plan.names.entities[entity["name"]].attributes[field["name"]])
        if field["target_kind"] == "account":
            return "__".join([*path, "username"])
        entity = plan.entities[field["target"]]
        if not entity["display"] or goes_in_circles(entity, plan.entities):
            return ""
        field = next(f for f in entity["fields"] if f["name"] == entity["display"])
    attribute = plan.names.entities[entity["name"]].attributes[field["name"]]
    return "__".join([*path, attribute]) if list_uses(field) & {"sort", "order"} else ""


def _write_addition(entity: Mapping[str, Any], plan: Plan) -> Iterator[str]:
    """What adds a row at the top of a list: the inputs that can't be left out, if few."""
    page = plan.site.defaults.get((entity["name"], "create"))
    if page is None or not plan.has_form(page):
        return
    inputs = list_inputs(page, plan.names)
    needed = [i for i in inputs if i.context.field["required"] and not _has_start(i)]
    if 0 < len(needed) <= _MOST_INPUTS and all(_fits_in_row(i) for i in needed):
        yield f"    add_form = forms.{plan.forms[page.surface['name']]}"
        yield from _write_names("add_fields", [i.attribute for i in needed])
        presets = [preset["field"] for preset in page.surface["presets"]]
        attributes = plan.names.entities[entity["name"]].attributes
        yield from _write_names("account_fields", [attributes[name] for name in presets])


def _has_start(each: Input) -> bool:
    return "default" in each.context.field or each.context.field["type"] == "bool"


def _fits_in_row(each: Input) -> bool:
    return bool({"sort", "choice"} & list_uses(each.context.field))
