"""The models of the app, importable from one place."""

from core.models import Task, User

__all__ = [
    "Task",
    "User",
]
