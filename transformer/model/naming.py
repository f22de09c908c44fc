"""Names that are unique among others."""

from collections.abc import Container


def make_unique(wanted: str, taken: Container[str], separator: str = "_") -> str:
    """Return the name wanted or, if it is taken, that name with the first free number.

    >>> make_unique("task", {"task", "task_2"})
    'task_3'
    """
    name, number = wanted, 1
    while name.lower() in taken or name in taken:
        number += 1
        name = f"{wanted}{separator}{number}"
    return name
