"""The models of the app, importable from one place."""

from core.models import (
    Book,
    Customer,
    Delivery,
    Order,
    OrderLine,
    Publisher,
    StockCount,
    User,
)

__all__ = [
    "Book",
    "Customer",
    "Delivery",
    "Order",
    "OrderLine",
    "Publisher",
    "StockCount",
    "User",
]
