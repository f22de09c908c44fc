"""The model of the people who sign in: an entity's, or one that stands in where there is none."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypedDict

from transformer.backends.django.code import Code, make_literal, parse_cell
from transformer.diagnostics.resources import read_table
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field

STAND_IN = "User"
"""The class that stands in where no entity signs in."""
USERNAME = "username"


class AccountRow(TypedDict, total=False):
    """A row of `accounts.yaml`."""

    declaration: str
    types: str


@cache
def read_accounts() -> Mapping[str, AccountRow]:
    """Read `accounts.yaml`: field of Django's AbstractUser → row."""
    return read_table("django/accounts", dict[str, AccountRow])


def is_person(entity: Entity) -> bool:
    """Tell whether an entity's records are the people who sign in."""
    return entity is entity.model.person.entity


def stands_for(field: Field) -> bool:
    """Tell whether a field of the person is the one of that name that any account has."""
    row = read_accounts().get(field.name, {})
    return is_person(field.entity) and field.type in row.get("types", "").split()


def choose_sign_in(entity: Entity | None) -> str:
    """Choose the field that people sign in with."""
    found = entity.model.person.sign_in if entity else None
    return found.name if found else USERNAME


def has_username(entity: Entity | None) -> bool:
    """Tell whether the people of an entity sign in with a name that was added for that."""
    if entity is None or not is_person(entity) or choose_sign_in(entity) != USERNAME:
        return False
    return USERNAME in list_missing(entity)


def list_missing(entity: Entity | None) -> Iterator[str]:
    """List the fields of an account that the entity doesn't have itself."""
    own = {field.name for field in entity.fields} if entity else set[str]()
    left_out = own if choose_sign_in(entity) == USERNAME else own | {USERNAME}
    return (name for name in read_accounts() if name not in left_out)


def declare_missing(entity: Entity | None) -> Iterator[tuple[str, Code]]:
    """Declare, as a migration does, the fields of an account that the entity doesn't have."""
    for name in list_missing(entity):
        yield name, parse_cell(read_accounts()[name]["declaration"])


def list_required(entity: Entity) -> list[Field]:
    """List the fields without which nobody can have an account, but for what they sign in with."""
    return [
        field
        for field in entity.fields
        if field.required
        and field.input != "never"
        and field.default is None
        and not field.is_reference
        and field.name != choose_sign_in(entity)
    ]


def list_stand_in_options() -> dict[str, Code]:
    """List the options of the stand-in, which has them from AbstractUser."""
    return {
        "verbose_name": make_literal("user"),
        "verbose_name_plural": make_literal("users"),
        "abstract": make_literal(False),
    }


def declare_key() -> Code:
    """Declare the key of the stand-in as a migration does."""
    return parse_cell(
        "models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)"
    )
