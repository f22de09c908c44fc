"""The models of the app, importable from one place."""

from core.models import Client, Invoice, Line, Product, User

__all__ = [
    "Client",
    "Invoice",
    "Line",
    "Product",
    "User",
]
