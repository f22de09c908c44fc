"""Roles, which rules ask for: who has one."""

# Each with its title.
ROLES = {"trainer": "Trainer"}

_roles = {"trainer"}


def declare_roles(*names):
    """Have groups of these names, to which the admin adds people."""
    _roles.update(names)


def has_role(user, *names):
    """Tell whether a user is in one of these groups; the database is asked once."""
    if not user.is_authenticated:
        return False
    if not hasattr(user, "_roles"):
        user._roles = set(user.groups.values_list("name", flat=True))
    return not user._roles.isdisjoint(names)


def list_roles(user):
    """Return all roles of a user; other groups are none."""
    return {name for name in _roles if has_role(user, name)}


def make_groups(sender, using, apps, **kwargs):
    """Make the groups that are roles."""
    try:
        groups = apps.get_model("auth", "Group").objects.using(using)
    except LookupError:
        # Only some apps have been migrated.
        return
    for name in sorted(_roles):
        groups.get_or_create(name=name)
