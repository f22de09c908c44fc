"""Tables held against the types of what reads them."""

from collections.abc import Callable
from typing import Any, get_type_hints

from typeguard import CollectionCheckStrategy, check_type


def check_table(table: Any, read: Callable[[], Any]) -> None:
    """Hold a table against the type of what reads it; raises TypeCheckError."""
    strategy = CollectionCheckStrategy.ALL_ITEMS
    check_type(table, get_type_hints(read)["return"], collection_check_strategy=strategy)
