"""The models of the app, importable from one place."""

from core.models import Entry, Person, Project, User

__all__ = [
    "Entry",
    "Person",
    "Project",
    "User",
]
