"""Roles, which rules ask for: who has one."""


def has_role(user, *names):
    return getattr(user, "role", None) in names
