"""The models of the app, importable from one place."""

from core.models import Book

__all__ = [
    "Book",
]
