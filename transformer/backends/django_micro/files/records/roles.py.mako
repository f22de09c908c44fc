"""Roles, which rules ask for: who has one."""

% if gives_roles:
# Each with its title.
${role_titles}

% endif
% if role_attribute:

def has_role(user, *names):
    return getattr(user, "${role_attribute}", None) in names
% if has_page_policies:


def list_roles(user):
    """Return all roles of a user: the one, if there is one."""
    role = getattr(user, "${role_attribute}", None)
    return {role} if role else set()
% endif
% else:
% if role_groups:
${role_groups}
% else:
_roles = set()
% endif
% if has_policies or has_role_guards:


def declare_roles(*names):
    """Have groups of these names, to which the admin adds people."""
    _roles.update(names)
% endif


def has_role(user, *names):
    """Tell whether a user is in one of these groups; the database is asked once."""
    if not user.is_authenticated:
        return False
    if not hasattr(user, "_roles"):
        user._roles = set(user.groups.values_list("name", flat=True))
    return not user._roles.isdisjoint(names)
% if has_page_policies:


def list_roles(user):
    """Return all roles of a user; other groups are none."""
    return {name for name in _roles if has_role(user, name)}
% endif


def make_groups(sender, using, apps, **kwargs):
    """Make the groups that are roles."""
    try:
        groups = apps.get_model("auth", "Group").objects.using(using)
    except LookupError:
        # Only some apps have been migrated.
        return
    for name in sorted(_roles):
        groups.get_or_create(name=name)
% endif
