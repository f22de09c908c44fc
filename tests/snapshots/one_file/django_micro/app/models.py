"""The models of the app, importable from one place."""

from core.models import Book, User

__all__ = [
    "Book",
    "User",
]
