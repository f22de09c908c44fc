"""Roles, which rules ask for: who has one."""

# Each with its title.
ROLES = {
    "reception": "Reception",
    "nurse": "Nurse",
    "doctor": "Doctor",
    "billing": "Billing",
}


def has_role(user, *names):
    return getattr(user, "role", None) in names


def list_roles(user):
    """Return all roles of a user: the one, if there is one."""
    role = getattr(user, "role", None)
    return {role} if role else set()
