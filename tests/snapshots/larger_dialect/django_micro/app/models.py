"""The models of the app, importable from one place."""

from core.models import Issue, Reader, User

__all__ = [
    "Issue",
    "Reader",
    "User",
]
