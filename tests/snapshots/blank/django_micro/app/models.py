"""The models of the app, importable from one place."""

from core.models import User

__all__ = [
    "User",
]
