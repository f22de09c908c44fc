"""Whom uploaded files are for, as the address of files says it."""

from transformer.backends.django.application import Application
from transformer.backends.django.code import make_dict, make_texts
from transformer.backends.django.fields import ModelField
from transformer.backends.django.indexes import is_file
from transformer.backends.django.printing import print_code
from transformer.backends.django_micro.site import SitePlan
from transformer.model.audiences import is_public

_ACTIONS = {"list": "view", "view": "read"}
"""The mode of a page → what policies call what it does with the rows that it shows."""


def print_masked_files(application: Application) -> str:
    """Print the argument that names the fields whose files are masked, if there are any."""
    labels = [
        _label(each)
        for made in application.classes.values()
        for each in made.fields
        if each.field.sensitive and is_file(each.field)
    ]
    return print_code(make_texts(labels), 12, "masked=", ",") if labels else ""


def print_public_files(plan: SitePlan) -> str:
    """Print the argument that names the fields whose files public pages show, if there are any.

    Where visitors may look at all records, nothing has to be said.
    """
    shown: dict[str, list[str]] = {}
    pages = plan.site.pages if plan.model.app.access == "private" else ()
    for page in pages:
        action = _ACTIONS.get(page.surface.mode) if is_public(page.surface) else None
        for each in page.content.visible_fields if action else ():
            if is_file(each.field) and not each.field.sensitive:
                label = _label(plan.application.find_field(each.field))
                shown[label] = [*shown.get(label, ()), action or ""]
    said = {label: make_texts(dict.fromkeys(actions)) for label, actions in shown.items()}
    return print_code(make_dict(said.items()), 12, "public=", ",") if said else ""


def _label(field: ModelField) -> str:
    """Name a field as Django does."""
    return f"core.{field.names.name_model(field.field.entity)}.{field.attribute}"
