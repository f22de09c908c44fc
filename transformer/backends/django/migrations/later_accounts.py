"""Accounts whose names go: the people who had them sign in by an email address from then on."""

from collections.abc import Container
from importlib import import_module

from django.conf import settings
from django.db.migrations import Migration, RemoveField, RunPython

from transformer.backends.django.migrations.mitigations import set_operations
from transformer.backends.django.migrations.requests import PartKey
from transformer.backends.django.migrations.risks import Risk, Settled

_NAME, _EMAIL = "username", "email"


def _find_account() -> str:
    return str(settings.AUTH_USER_MODEL).partition(".")[2].lower()


def is_own_field(model: str, field: str, earlier: Container[PartKey]) -> bool:
    """Tell whether a field is one that the language had, and none that all accounts have."""
    return model.lower() != _find_account() or (model.lower(), field.lower()) in earlier


def loses_names(migration: Migration) -> bool:
    """Tell whether accounts lose the names that people have signed in with."""
    gone = [each for each in migration.operations if isinstance(each, RemoveField)]
    return (_NAME, _find_account()) in [(each.name_lower, each.model_name_lower) for each in gone]


def is_about_names(risk: Risk, migration: Migration) -> bool:
    """Tell whether a risk is one that `keep_accounts` keeps people from."""
    is_account = risk.model.lower() == _find_account() and risk.field in (_NAME, _EMAIL)
    return is_account and loses_names(migration)


def is_filled_later(settled: Settled, migration: Migration) -> bool:
    """Tell whether accounts get a value that may come of the addresses that they get first."""
    is_account = settled.risk.model.lower() == _find_account()
    return is_account and settled.treatment == "fill" and loses_names(migration)


def keep_accounts(migration: Migration) -> None:
    """Give accounts an email address each before the names go that people have signed in with."""
    if loses_names(migration):
        give_emails = import_module("pages.accounts.emails").give_emails
        given = RunPython(give_emails, RunPython.noop)
        set_operations(migration, [given, *migration.operations])
