"""What models and fields were called before, in the words of Python."""

from collections.abc import Iterator

from transformer.backends.django.identifiers import spell_attribute, spell_class
from transformer.backends.django.names import list_reserved, spell_names
from transformer.model import Model

Rename = tuple[str, str, str]
"""A model with the earlier and the new name of its field; of a model itself, the first is empty."""


def list_renames(model: Model) -> Iterator[Rename]:
    """List what was renamed: models first, then fields with their models."""
    entities = [each for each in model.entities if each.was is not None]
    fields = [each for one in model.entities for each in one.fields if each.was is not None]
    if not entities and not fields:
        return  # so that nearly every build spells its names once
    names, reserved = spell_names(model), list_reserved("attributes", "scope", "other")
    for entity in entities:
        yield "", spell_class(entity.was or ""), names.name_model(entity)
    for field in fields:
        was = spell_attribute(field.was or "", reserved)
        yield names.name_model(field.entity), was, names.name_attribute(field)
