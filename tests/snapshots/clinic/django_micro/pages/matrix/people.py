"""The people of the matrix test, and what they may do as it says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.test import Client

from ..testing import add_account

NO_ROLE, VISITOR, SUPERUSER = "no role", "visitor", "superuser"


@dataclass(frozen=True)
class When:
    """A condition that may ask about a user alone.

    `holds(row, user)` asks about a row, and `may_hold(user)` whether it could be true
    of any.
    """

    holds: Callable
    may_hold: Callable


@dataclass(frozen=True)
class Rights:
    """What people with one of some roles may do with rows of a model.

    For each operation there is True, False or a condition; None isn't compared.
    """

    model: type[Model]
    roles: tuple[str, ...]
    operations: dict[str, Any]


@dataclass
class Person:
    """Somebody who asks: with a role, without one, or not signed in."""

    role: str
    user: Any
    client: Client
    rights: dict[type[Model], dict[str, Any]]

    def find_right(self, model, operation):
        if self.role == SUPERUSER:
            return True
        # A model that nothing is said of is open to whoever is signed in.
        return self.rights.get(model, {}).get(operation, self.role != VISITOR)

    def may(self, operation, row):
        """Whether somebody may do something with a row; None if nobody says.

        With one that was put away nobody may do anything.
        """
        return not is_put_away(row) and self.judge(operation, row)

    def judge(self, operation, row):
        """Whether somebody may do something with a row, were it there."""
        right = self.find_right(type(row), operation)
        if isinstance(right, When):
            return bool(right.holds(row, self.user))
        return bool(right(row, self.user)) if callable(right) else right

    def may_at_all(self, operation, model):
        """Whether there could be a row with which somebody may do it."""
        right = self.find_right(model, operation)
        if isinstance(right, When):
            return bool(right.may_hold(self.user))
        return True if callable(right) else right


def is_put_away(row):
    moment = next(iter(getattr(row, "deletion_fields", ())), None)
    return moment is not None and getattr(row, moment) is not None


def add_people(roles, rights, values, **more):
    """Make a member of each role, a superuser and a visitor."""
    # All rows that refer to somebody refer to one who may do everything.
    people = [add_person(SUPERUSER, rights, is_superuser=True, is_staff=True)]
    values = values()
    people += [add_person(role, rights, **values, **more) for role in roles]
    visitor = Person(VISITOR, AnonymousUser(), Client(), list_rights(rights, VISITOR))
    return [*people, visitor]


def add_person(role, rights, **values):
    name = f"matrix-{role.replace(' ', '-')}".lower()
    has_role = role not in (NO_ROLE, SUPERUSER)
    field = get_user_model()._meta.get_field("role")
    if role != SUPERUSER:
        no_role = None if field.null else ""
        values[field.name] = role if has_role else no_role
    user = add_account(name, **values)
    # As a request would find it.
    user = get_user_model()._default_manager.get(pk=user.pk)
    client = Client()
    client.force_login(user)
    return Person(role, user, client, list_rights(rights, role))


def list_rights(rights, role):
    return {each.model: each.operations for each in rights if role in each.roles}
