"""The models of the app, importable from one place."""

from core.models import Species, Tree, User, Visit, Volunteer

__all__ = [
    "Species",
    "Tree",
    "User",
    "Visit",
    "Volunteer",
]
