"""Checks of what would otherwise fail unseen; `manage.py check` runs them."""

from inspect import signature, unwrap

from django.apps import apps
from django.contrib import admin
from django.core import checks

from .admin import RecordAdmin, RecordInline
from .permissions import APP
from .policies import find_policy


def check_admins(app_configs, **kwargs):
    """Look for parts of the admin that would ask for no right to a record."""
    for model, found in admin.site._registry.items():
        if model._meta.app_label == APP and not isinstance(found, RecordAdmin):
            hint = "Extend `pages.admin.RecordAdmin`."
            yield describe_admin(type(found), model, hint, "005")
        for inline in found.inlines:
            label = inline.model._meta.app_label
            if label == APP and not issubclass(inline, RecordInline):
                hint = (
                    "Put `pages.admin.RecordInline` first:"
                    f" `class {inline.__name__}(RecordInline, admin.TabularInline)`."
                )
                yield describe_admin(inline, inline.model, hint, "006")


def describe_admin(kind, model, hint, number):
    """An error where there are rules, of which nobody would be asked otherwise."""
    text = "It shows and changes records whatever one may see and change."
    if find_policy(model):
        return checks.Error(text, hint=hint, obj=kind, id=f"pages.E{number}")
    return checks.Warning(text, hint=hint, obj=kind, id=f"pages.W{number}")


def check_visible_rows(app_configs, **kwargs):
    """Look for models whose rows would be shown whatever `visible_to` says."""
    for config in app_configs or apps.get_app_configs():
        for model in config.get_models():
            yield from check_visible_rows_of(model)


def check_visible_rows_of(model):
    manager = model._default_manager
    on_manager = getattr(type(manager), "visible_to", None)
    on_queryset = getattr(type(manager.all()), "visible_to", None)
    if model._meta.app_label == APP and not on_queryset:
        text = f"Querysets of {manager} have no method `visible_to`."
    elif on_manager and unwrap(on_manager) is not on_queryset:
        text = f"`visible_to` of {manager} isn't that of its querysets, which is asked."
    else:
        for kind in type(manager.all()).__mro__:
            if "visible_to" in vars(kind):
                yield from check_override(model, vars(kind)["visible_to"])
        return
    hint = (
        "Write it in a class that extends `pages.querysets.QuerySet`, and make the"
        " manager of that: `objects = TaskQuerySet.as_manager()`."
    )
    yield checks.Error(text, hint=hint, obj=model, id="pages.E002")


def check_override(model, visible_to):
    """Look for a `visible_to` that can't be asked, or doesn't ask the one before it."""
    try:
        signature(visible_to).bind(None, None, "list")
    except TypeError:
        hint = 'Write `def visible_to(self, user, operation="list"):`.'
        text = "`visible_to` takes no operation, which rules ask for."
        yield checks.Error(text, hint=hint, obj=model, id="pages.E003")
    code = getattr(unwrap(visible_to), "__code__", None)
    is_asking = code is None or {"visible_to", "find_policy"} & {*code.co_names}
    if find_policy(model) and not is_asking:
        hint = "Begin with the rows of `super().visible_to(user, operation)`."
        text = "`visible_to` doesn't ask `super()`, so no policy says who sees what."
        yield checks.Error(text, hint=hint, obj=model, id="pages.E004")
