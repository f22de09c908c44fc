"""The models of the app, importable from one place."""

from core.models import Comment, Ticket, User

__all__ = [
    "Comment",
    "Ticket",
    "User",
]
