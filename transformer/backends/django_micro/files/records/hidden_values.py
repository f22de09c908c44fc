"""What pages hide from people, as it holds where no page of the rows has a say."""

import re

from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist

from .ordering import read_term
from .page_policies import list_policies


def hides_path(user, model, path):
    """Whether a path leads to what is hidden from a user, or over it."""
    steps = follow_path(model, path)
    return any(hides_somewhere(user, each, name) for each, name in steps)


def follow_path(model, path):
    """The values that a path leads over, each a model and a name.

    What follows the last one, such as `gt`, is none, and no more is the key of a row
    that is referred to.
    """
    for place, name in enumerate(path.split("__")):
        try:
            field = model._meta.pk if name == "pk" else model._meta.get_field(name)
        except FieldDoesNotExist:
            # It is computed.
            yield model, name
            return
        if place and field == model._meta.pk:
            return
        # A column such as `house_id` is that of `house`.
        is_column = name == getattr(field, "attname", None)
        yield model, field.name if is_column else name
        model = field.related_model
        if model is None:
            return


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
    return any(hides_term(user, model, term) for term in model._meta.ordering)


def hides_term(user, model, term):
    """Whether a term of an order would tell a user what is hidden.

    An expression that is no path may be made from whatever a page hides.
    """
    path, _is_descending = read_term(term)
    if path:
        return path != "?" and hides_path(user, model, path)
    return any(policy.hides_any(user) for policy in list_policies(model))


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
