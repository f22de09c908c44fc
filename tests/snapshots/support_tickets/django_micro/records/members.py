"""The group of members, who may do with records what no rule forbids."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from .permissions import MEMBERS, is_member

# Membership is a right, and rights are given by groups.
MAY_ADMIT = "auth.change_group"


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


def admit(account, user):
    """Make a member of an account that a user makes, if the user may let people in."""
    if is_member(user) or user.has_perm(MAY_ADMIT):
        add_to_members(account)


def add_to_members(account):
    group, _ = Group.objects.get_or_create(name=MEMBERS)
    account.groups.add(group)
