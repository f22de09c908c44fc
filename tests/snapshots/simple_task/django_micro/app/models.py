"""The models of the app, importable from one place."""

from core.models import Task

__all__ = [
    "Task",
]
