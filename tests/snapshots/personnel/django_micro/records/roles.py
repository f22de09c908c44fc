"""Roles, which rules ask for: who has one."""

# Each with its title.
ROLES = {"employee": "Employee", "lead": "Team lead", "hr": "Human resources"}


def has_role(user, *names):
    return getattr(user, "role", None) in names
