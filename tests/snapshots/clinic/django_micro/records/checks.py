"""Checks of models whose rows would be shown whatever rules say."""

from inspect import signature, unwrap

from django.apps import apps
from django.core import checks

from .permissions import APP
from .policies import find_policy


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
        "Write it in a class that extends `records.querysets.QuerySet`, and make the"
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
