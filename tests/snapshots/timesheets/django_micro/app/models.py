"""The models of the app, importable from one place."""

from core.models import Entry, Person, Project

__all__ = [
    "Entry",
    "Person",
    "Project",
]
