"""The entities of a manifest as classes of the Django admin."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from transformer.backends.django.field_traits import find_traits
from transformer.backends.django.fields import FieldContext
from transformer.backends.django.models import list_contexts
from transformer.backends.django.names import Names
from transformer.backends.django.select_related import choose_joins, find_join
from transformer.backends.django_micro.forms import format_items
from transformer.engine.literals import spell_string
from transformer.model.naming import make_unique

_PLAIN = "admin.ModelAdmin"
_HELPFUL = f"PlainHelpMixin, {_PLAIN}"


@dataclass(frozen=True, slots=True)
class AdminView:
    """A class of the admin in finished pieces."""

    name: str
    model: str
    parent: str
    options: str
    fixed: str
    """The name of the key that can't change once a row is there, as Python, or empty."""


def view_admins(manifest: Mapping[str, Any], names: Names) -> list[AdminView]:
    """The admin's classes, in the order of the entities."""
    taken = {entity.model.lower() for entity in names.entities.values()}
    entities = {entity["name"]: entity for entity in manifest["entities"]}
    admins = []
    for entity in manifest["entities"]:
        model = names.entities[entity["name"]].model
        name = make_unique(f"{model}Admin", taken, "")
        taken.add(name.lower())
        admins.append(_view_admin(name, entity, entities, names))
    return admins


def _view_admin(
    name: str, entity: Mapping[str, Any], entities: Mapping[str, Mapping[str, Any]], names: Names
) -> AdminView:
    contexts = list_contexts(entity, names)
    options = {k: v for k, v in _list_options(contexts, entities, names).items() if v}
    lines = [format_items(_spell_tuple(v), 4, f"{k} = ") for k, v in options.items()]
    lines += [f"    date_hierarchy = {spell_string(d)}" for d in find_hierarchy(contexts)]
    fixed = [c.attribute for c in contexts if c.field["input"] == "create"]
    return AdminView(
        name=name,
        model=names.entities[entity["name"]].model,
        parent=_HELPFUL if any("help" in c.field for c in contexts) else _PLAIN,
        options="\n".join(lines),
        fixed=spell_string(fixed[0]) if fixed else "",
    )


def _spell_tuple(items: Iterable[str]) -> str:
    return f"({' '.join(f'{spell_string(item)},' for item in items)})"


def _list_options(
    contexts: list[FieldContext], entities: Mapping[str, Mapping[str, Any]], names: Names
) -> dict[str, list[str]]:
    columns = list_uses(contexts, "column")
    references = [c for c in contexts if c.field.get("target_kind") == "entity"]
    shown = [c for c in contexts if "target" in c.field and c.attribute in columns]
    joins = [find_join(c.entity, c.field, entities, names) for c in shown]
    selected = choose_joins(contexts[0].entity, joins)
    # Without a join each row would ask for the one it refers to.
    left_out = {c.attribute for c in shown[len(selected) :]}
    return {
        "list_display": [name for name in columns if name not in left_out] or ["__str__"],
        "list_filter": list_uses(contexts, "filter"),
        # An autocompleting input elsewhere asks for these, so no admin is without.
        "search_fields": list_uses(contexts, "search") or ["pk"],
        "readonly_fields": [c.attribute for c in contexts if is_shown_only(c)],
        "autocomplete_fields": [c.attribute for c in references],
        "list_select_related": [join.path for join in selected],
    }


def list_uses(contexts: Iterable[FieldContext], use: str) -> list[str]:
    """The fields that the tables give a use in the admin: column, filter, search, hierarchy."""
    return [
        c.attribute
        for c in contexts
        if use in find_traits(c.words).columns.get("admin", "").split()
    ]


def is_shown_only(context: FieldContext) -> bool:
    """Whether the admin can show the field but no one can fill it in."""
    return context.field["input"] == "never" and context.field.get("automatic") != "sequence"


def find_hierarchy(contexts: list[FieldContext]) -> list[str]:
    """The date to drill down by: when a row was made, else the first date there is."""
    made = [c.attribute for c in contexts if c.field.get("automatic") == "created"]
    dated = list_uses(contexts, "hierarchy")
    return [name for name in [*made, *dated] if name in dated][:1]
