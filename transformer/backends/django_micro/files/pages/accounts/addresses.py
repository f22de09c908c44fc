"""Addresses that people sign in with, of which no two may be the same mailbox."""

from django.core.exceptions import ValidationError
from django.db.models.functions import Lower


def check_email(account, exclude=None):
    """Refuse an address that another account has with other capitals.

    It got those elsewhere, such as from a program; here addresses have none.
    """
    if not account.email or "email" in (exclude or ()):
        return
    others = type(account)._base_manager.exclude(pk=account.pk)
    alike = others.alias(lower=Lower("email")).filter(lower=account.email.lower())
    if alike.exists():
        taken = account.unique_error_message(type(account), ["email"])
        raise ValidationError({"email": taken})
