"""What the model of the people who sign in says of that, in finished lines."""

from collections.abc import Iterator

from transformer.backends.django.accounts import (
    USERNAME,
    choose_sign_in,
    list_missing,
    list_required,
)
from transformer.backends.django.application import ModelClass
from transformer.backends.django.code import make_list, make_literal
from transformer.backends.django.literals import spell_string
from transformer.backends.django.printing import print_code

ACCOUNT_NAMES = frozenset({"AbstractUser", "UserManager", "check_administrators", "models"})
"""What such a model refers to."""


def list_account_names(made: ModelClass) -> frozenset[str]:
    """List what the model of the people refers to."""
    return ACCOUNT_NAMES | ({"check_email"} if signs_in_by_email(made) else set())


def signs_in_by_email(made: ModelClass) -> bool:
    """Tell whether people sign in with their address."""
    return choose_sign_in(made.entity) != USERNAME


def write_account(made: ModelClass) -> Iterator[str]:
    """Write what a model says of how its people sign in."""
    sign_in = choose_sign_in(made.entity)
    required = [made.names.name_attribute(field) for field in list_required(made.entity)]
    if sign_in == USERNAME:
        required = [*(["email"] if "email" in list_missing(made.entity) else []), *required]
    else:
        if all(field.name != USERNAME for field in made.entity.fields):
            yield f"    {USERNAME} = None"
            yield ""
        yield f"    USERNAME_FIELD = {spell_string(sign_in)}"
    yield print_code(make_list(map(make_literal, dict.fromkeys(required))), 4, "REQUIRED_FIELDS = ")
