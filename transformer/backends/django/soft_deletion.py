"""What the models of records that are put away say of that."""

from collections.abc import Iterator

from transformer.backends.django.application import ModelClass
from transformer.backends.django.code import make_texts, refer_to
from transformer.backends.django.printing import Assignment, print_assignments
from transformer.model.removal import is_soft

SOFT_NAMES = frozenset({"PresentManager", "SoftDeletableModel"})
"""What such a model refers to."""


def print_managers(queryset: str) -> str:
    """Print the managers: of the rows that are there, and of all."""
    present = refer_to("PresentManager.from_queryset").call(refer_to(queryset)).call()
    everything = refer_to(f"{queryset}.as_manager").call()
    managers = {"objects": present, "all_objects": everything}
    return print_assignments((Assignment(*each) for each in managers.items()), 4)


def declare_soft_deletion(made: ModelClass) -> Iterator[Assignment]:
    """Declare which fields note when a row was put away, and by whom, if rows are."""
    removal = made.entity.soft_delete
    if removal is not None and is_soft(made.entity):
        noted = [each for each in (removal.field, removal.person) if each is not None]
        yield Assignment("deletion_fields", make_texts(map(made.names.name_attribute, noted)))
