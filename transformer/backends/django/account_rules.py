"""What an entity can't have if its records are the people who sign in."""

from collections.abc import Iterator

from transformer.backends.django.accounts import USERNAME, choose_sign_in, read_accounts, stands_for
from transformer.engine.view_modules import Refusal
from transformer.model import Model
from transformer.model.entity_fields import Field

_AT_HAND = frozenset({"ref", "file", "image"})
"""The types of what nobody can give before there is an account."""


def list_refused_accounts(model: Model) -> Iterator[Refusal]:
    """List what keeps the records of an entity from being accounts of Django."""
    person = model.person.entity
    if person is None:
        return
    place = f"entities/{model.entities.index(person)}"
    if person.key_name != "id" or person.field("id").automatic != "uuid":
        yield Refusal("account-key", f"{place}/key", {"entity": person.name})
    for number, field in enumerate(person.fields):
        for code in _find_faults(field):
            words = {"name": field.name, "entity": person.name}
            yield Refusal(code, f"{place}/fields/{number}", words)


def _can_sign_in(field: Field) -> bool:
    """Tell whether people can sign in with a field, if it is what they do so with."""
    is_sign_in = field.name == choose_sign_in(field.entity) == USERNAME
    return not is_sign_in or (field.required and field.unique != "no")


def _find_faults(field: Field) -> Iterator[str]:
    if field.name in read_accounts() and not (stands_for(field) and _can_sign_in(field)):
        yield "account-field"
    elif field.required and field.input != "never" and field.type in _AT_HAND:
        yield "account-needs-more"
    if field.default is not None and field.unique != "no":
        yield "account-unique-default"
