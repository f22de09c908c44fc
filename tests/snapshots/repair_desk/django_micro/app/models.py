"""The models of the app, importable from one place."""

from core.models import House, Invoice, Note, Repair, User

__all__ = [
    "House",
    "Invoice",
    "Note",
    "Repair",
    "User",
]
