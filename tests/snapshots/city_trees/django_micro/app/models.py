"""The models of the app, importable from one place."""

from core.models import Species, Tree, Visit, Volunteer

__all__ = [
    "Species",
    "Tree",
    "Visit",
    "Volunteer",
]
