"""The accounts that may give rights, of which one has to be left."""

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def check_administrators(account):
    """Refuse to take its rights from the last account that may give some."""
    if not is_administrator(account) and is_last_administrator(account):
        raise ValidationError(_("Nobody else may give rights, so these can't go."))


def is_administrator(account):
    return account.is_active and account.is_superuser


def is_last_administrator(account):
    """Tell whether the database has no other account that may give rights."""
    rows = get_user_model()._base_manager.filter(is_active=True, is_superuser=True)
    keys = list(rows.order_by().values_list("pk", flat=True)[:2])
    return keys == [account.pk]
