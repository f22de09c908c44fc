"""What the templates of a backend read: the manifest in finished pieces."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from transformer.backends.django.admin import view_admins
from transformer.backends.django.fields import declare_field, list_default_functions
from transformer.backends.django.imports import find_names, write_imports
from transformer.backends.django.indexes import index_fields
from transformer.backends.django.initial_migration import view_migration
from transformer.backends.django.models import (
    list_contexts,
    view_enum,
    view_model,
    write_default_functions,
)
from transformer.backends.django.names import Names, spell_names
from transformer.backends.django.printing import format_expression
from transformer.backends.django.supported_subset import select_fields
from transformer.backends.django_micro.colours import view_colours
from transformer.backends.django_micro.forms import FormView, name_forms, view_form
from transformer.backends.django_micro.pages import Site, plan_site
from transformer.backends.django_micro.screens import view_screens
from transformer.backends.django_micro.site import Plan
from transformer.backends.django_micro.tests import view_trials
from transformer.diagnostics.resources import read_table
from transformer.engine.literals import spell_string

_FLAGS = {
    "has_files": {"file", "image"},
    "has_images": {"image"},
    "has_timezones": {"timezone"},
    "has_urls": {"url"},
}
_FEATURES = ("pdf", "import")


def view_project(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """Word of a template → what it stands for."""
    manifest = index_fields(select_fields(manifest))
    names = spell_names(manifest)
    site = plan_site(manifest, names)
    forms = name_forms(site.pages, names)
    entities = {entity["name"]: entity for entity in manifest["entities"]}
    return {
        **_view_app(manifest),
        **_view_records(manifest, names, site),
        **_view_forms(
            [view_form(name, i, site, entities) for name, i in dict(forms.values()).items()]
        ),
        **view_screens(Plan(manifest, names, site, {s: name for s, (name, _) in forms.items()})),
        **view_trials(manifest, names, site, forms),
    }


def _view_app(manifest: Mapping[str, Any]) -> dict[str, Any]:
    access = manifest["app"]["access"]
    types = {field["type"] for entity in manifest["entities"] for field in entity["fields"]}
    return {
        "app": SimpleNamespace(**manifest["app"]),
        "app_label": format_expression(
            spell_string(manifest["app"]["title"]), 4, "verbose_name = "
        ),
        "versions": SimpleNamespace(**read_table("django/versions")),
        "private": access == "private",
        "read": access == "read",
        "open_access": access == "open",
        "colours": view_colours(manifest["app"]["brand"]),
        **_view_icon(manifest["app"]),
        "signup": manifest["app"]["signup"],
        **{f"with_{feature}": feature in manifest["app"]["features"] for feature in _FEATURES},
        **{flag: bool(types & wanted) for flag, wanted in _FLAGS.items()},
        "runtime_txt": manifest["deployment"]["runtime_txt"],
        "python_version": not manifest["deployment"]["runtime_txt"],
    }


def _view_icon(app: Mapping[str, Any]) -> dict[str, Any]:
    """The picture beside the app's name: a logo, or else one that is drawn with its initial."""
    logo = SimpleNamespace(**app["logo"]) if "logo" in app else None
    kind = "image/png" if logo and logo.name.endswith(".png") else "image/svg+xml"
    return {
        "logos": [logo] if logo else [],
        "drawn_icon": not logo,
        "icon": SimpleNamespace(name=logo.name if logo else "favicon.svg", type=kind),
        "initial": next((c for c in app["title"] if c.isalnum()), "•").upper()[0],
    }


def _view_records(manifest: Mapping[str, Any], names: Names, site: Site) -> dict[str, Any]:
    contexts = [c for entity in manifest["entities"] for c in list_contexts(entity, names)]
    functions = write_default_functions(contexts)
    entities = {entity["name"]: entity for entity in manifest["entities"]}
    models = [
        view_model(entity, names, entities, site.find_address(name, "view", "edit"))
        for name, entity in entities.items()
    ]
    used = find_names(map(declare_field, contexts))
    used |= find_names(source for _, source in list_default_functions(contexts))
    used |= find_names(text for model in models for text in (model.address, model.text))
    used |= {"models" for _ in manifest["enums"]}
    own = {"self", *(name for name, _ in functions), *(c.enum_class for c in contexts)}
    model_names = sorted(model.name for model in models)
    return {
        "models": models,
        "model_names": model_names,
        "enums": [view_enum(names.enums[e["name"]], e["values"], 4) for e in manifest["enums"]],
        "default_functions": functions,
        "model_imports": write_imports(used - own),
        "project_imports": write_imports((), {"core.models": model_names}),
        **_view_admins(manifest, names),
        **_view_migration(manifest, names, {name for name, _ in functions}),
    }


def _view_admins(manifest: Mapping[str, Any], names: Names) -> dict[str, Any]:
    admins = view_admins(manifest, names)
    mixins = {name for view in admins for name in find_names([view.parent])} - {"admin"}
    local = {"pages.admin": mixins, ".models": {view.model for view in admins}}
    return {
        "admins": admins,
        "has_help": bool(mixins),
        "admin_imports": write_imports({"admin"}, local),
    }


def _view_migration(
    manifest: Mapping[str, Any], names: Names, functions: set[str]
) -> dict[str, Any]:
    migration = view_migration(manifest, names)
    used = find_names(migration.sources) | {"migrations"}
    local = {"..choices": used & {"timezones"}, "..models": used & functions}
    return {
        "migration": migration,
        "migration_imports": write_imports(used - {"timezones"} - functions, local),
    }


def _view_forms(forms: list[FormView]) -> dict[str, Any]:
    widgets = find_names(source for form in forms for source in form.sources)
    return {
        "forms": forms,
        "form_imports": write_imports(
            widgets | {"ModelForm" for _ in forms[:1]},
            {".models": {form.model for form in forms}},
        ),
    }
