"""The accounts that may give rights, of which one has to be left."""

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _

LAST = _("Nobody else may give rights, so this account has to keep its own.")


def list_administrators():
    accounts = get_user_model()._base_manager
    return accounts.filter(is_active=True, is_superuser=True)


def is_last_administrator(account):
    """Tell whether an account, as the database has it, is all who may give rights."""
    keys = list_administrators().values_list("pk", flat=True)[:2]
    return list(keys) == [account.pk]


def check_administrators(account):
    """Refuse to take its rights from the last account that may give some."""
    keeps_rights = account.is_active and account.is_superuser
    if not keeps_rights and is_last_administrator(account):
        raise ValidationError(LAST, "last")


def keep_administrator(sender, instance, **kwargs):
    """Refuse to delete the last account that may give rights."""
    if is_last_administrator(instance):
        raise ProtectedError(str(LAST), {instance})
