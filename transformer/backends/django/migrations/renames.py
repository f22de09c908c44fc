"""What models and fields were called before, in the words of Python."""

from collections.abc import Iterator

from transformer.backends.django.identifiers import spell_attribute, spell_class
from transformer.backends.django.names import list_reserved, spell_names
from transformer.model import Model

Rename = tuple[str, str, str]
"""A model with the earlier and the new name of its field; of a model itself, the first is empty."""


def list_renames(model: Model) -> Iterator[Rename]:
    """List what was renamed: models first, then fields with their models."""
    names = spell_names(model)
    for entity in model.entities:
        if entity.was is not None:
            yield "", spell_class(entity.was), names.name_model(entity)
    reserved = list_reserved("attributes", "scope", "other")
    for field in (field for entity in model.entities for field in entity.fields):
        if field.was is not None:
            was = spell_attribute(field.was, reserved)
            yield names.name_model(field.entity), was, names.name_attribute(field)
