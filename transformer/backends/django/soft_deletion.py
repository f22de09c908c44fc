"""What the models of records that are put away say of that."""

from transformer.backends.django.code import make_texts
from transformer.backends.django.names import Names
from transformer.backends.django.printing import print_code
from transformer.model.entities import Entity
from transformer.model.removal import is_soft

SOFT_NAMES = frozenset({"PresentManager", "SoftDeletableModel"})
"""What such a model refers to."""


def write_soft_deletion(entity: Entity, names: Names) -> str:
    """Write the line that names the fields that note it, or the empty string."""
    if entity.soft_delete is None or not is_soft(entity):
        return ""
    noted = [entity.soft_delete.field, entity.soft_delete.person]
    fields = make_texts(names.name_attribute(each) for each in noted if each)
    return print_code(fields, 4, "deletion_fields = ")
