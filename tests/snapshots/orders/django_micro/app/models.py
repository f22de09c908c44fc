"""The models of the app, importable from one place."""

from core.models import Customer, Line, Order, Product, User

__all__ = [
    "Customer",
    "Line",
    "Order",
    "Product",
    "User",
]
