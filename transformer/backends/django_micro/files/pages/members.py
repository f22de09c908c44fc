"""The group of members, who may do with records what no rule forbids."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from .permissions import MEMBERS


def make_group(sender, using, apps, **kwargs):
    """Make the group after the first migration; who has an account belongs to it."""
    try:
        apps.get_model("auth", "Group")
    except LookupError:
        # Only some apps have been migrated.
        return
    group, is_new = Group.objects.using(using).get_or_create(name=MEMBERS)
    if is_new:
        group.user_set.set(get_user_model().objects.using(using).all())


def add_member(sender, instance, created, raw, using, **kwargs):
    """Add each new account, but for those that people make for themselves."""
    if created and not raw and not getattr(instance, "is_waiting", False):
        add_to_members(instance, using)


def add_to_members(account, using=None):
    group, _ = Group.objects.using(using).get_or_create(name=MEMBERS)
    account.groups.add(group)
