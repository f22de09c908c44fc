"""Roles, which rules ask for: who has one."""

# Each with its title.
ROLES = {"tenant": "Tenant", "caretaker": "Caretaker", "office": "Office"}


def has_role(user, *names):
    return getattr(user, "role", None) in names
