"""What pages hide from people, as it holds where no page of the rows has a say."""

import re

from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist

from .page_policies import list_policies


def hides_path(user, model, path):
    """Whether a path leads to what is hidden from a user, or over it."""
    for name in path.split("__"):
        if hides_somewhere(user, model, name):
            return True
        if name != "pk":
            model = model._meta.get_field(name).related_model
    return False


def hides_line(user, model, text):
    """Whether a rule, in the words that people read, has what is hidden from a user.

    Nobody knows that of a rule without words, unless nothing is hidden at all.
    """
    if not text:
        return any(policy.find_variants(user) for policy in list_policies(model))
    paths = re.findall(r"[^\W\d]\w*(?:\.\w+)*", text)
    return any(hides_words(user, model, path.split(".")) for path in paths)


def hides_words(user, model, names):
    """Whether names that follow each other lead to what is hidden, or over it."""
    for name in names:
        if name == "current_user":
            model = get_user_model()
            continue
        # Words of rules that Python or Django has itself are such attributes.
        spellings = (name, f"{name}_field")
        if any(model and hides_somewhere(user, model, each) for each in spellings):
            return True
        try:
            model = model and model._meta.get_field(name).related_model
        except FieldDoesNotExist:
            return False
    return False


def hides_order(user, model):
    """Whether the order of a model's rows would tell a user what is hidden."""
    terms = (text.removeprefix("-") for text in model._meta.ordering)
    return any(hides_somewhere(user, model, name) for name in terms)


def hides_somewhere(user, model, name):
    """Whether any page of a model hides a value from a user.

    What belongs to no page of it, such as the admin, doesn't show the value then.
    """
    return any(policy.hides(user, name) for policy in list_policies(model))


def narrow_search(field, user):
    """Let a search for rows look in nothing that is hidden from a user."""
    model, search = field.queryset.model, getattr(field.widget, "search", ())
    if search:
        # The first leads to what rows go by.
        open_paths = (path for path in search[1:] if not hides_path(user, model, path))
        field.widget.search = (search[0], *open_paths)
