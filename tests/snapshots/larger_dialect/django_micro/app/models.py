"""The models of the app, importable from one place."""

from core.models import Issue, Reader

__all__ = [
    "Issue",
    "Reader",
]
