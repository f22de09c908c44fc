"""What `django_micro` does in Python: the words of its templates, and migrations."""

from collections.abc import Iterator

from transformer.backends.django.account_rules import list_refused_accounts
from transformer.backends.django.computed_values import list_computed
from transformer.backends.django.migrations.changes import Migrations
from transformer.backends.django.migrations.renames import list_renames
from transformer.backends.django.names import spell_names
from transformer.backends.django.violations import is_about_people, is_built
from transformer.backends.django_micro.context import make_words
from transformer.engine.records import Words
from transformer.engine.view_modules import Refusal
from transformer.model import Model
from transformer.output.history import History


def make_context(model: Model) -> Words:
    """Make the pieces of Python and HTML that the templates place."""
    return make_words(model)


def list_unbuilt(model: Model) -> Iterator[str]:
    """List what leads over what Django's models don't have, and values about who is signed in."""
    yield from _list_unbuilt_values(model)
    yield from _list_unbuilt_rules(model)


def _list_unbuilt_values(model: Model) -> Iterator[str]:
    names = spell_names(model) if any(each.computed for each in model.entities) else None
    built = {each.computed for each in list_computed(model.entities, names)} if names else set()
    for place, entity in enumerate(model.entities):
        for number, each in enumerate(entity.computed):
            if each not in built:
                yield f"entities/{place}/computed/{number}"


def _list_unbuilt_rules(model: Model) -> Iterator[str]:
    names = spell_names(model) if any(each.invariants for each in model.entities) else None
    for place, entity in enumerate(model.entities):
        for number, each in enumerate(entity.invariants):
            if names and not is_about_people(each) and not is_built(each, entity, names):
                yield f"entities/{place}/invariants/{number}"


def list_refused(model: Model) -> Iterator[Refusal]:
    """List what the people who sign in can't have."""
    return list_refused_accounts(model)


def make_history(model: Model) -> History:
    """Make the migrations that follow from a change of the models."""
    return Migrations(tuple(list_renames(model)))
