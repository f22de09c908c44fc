"""The models of the app, importable from one place."""

from core.models import (
    Account,
    Admin,
    Form,
    Group,
    Medium,
    Model,
    Permission,
    Person,
    Session,
    Text,
    Title,
    User,
    Value,
    View,
)

__all__ = [
    "Account",
    "Admin",
    "Form",
    "Group",
    "Medium",
    "Model",
    "Permission",
    "Person",
    "Session",
    "Text",
    "Title",
    "User",
    "Value",
    "View",
]
