"""What models and fields were called before, in the words of Python."""

from collections.abc import Iterator, Mapping
from typing import Any

from transformer.backends.django.identifiers import spell_attribute, spell_class
from transformer.backends.django.names import list_reserved, spell_names

Rename = tuple[str, str, str]
"""A model with the earlier and the new name of its field; of a model itself, the first is empty."""


def list_renames(manifest: Mapping[str, Any]) -> Iterator[Rename]:
    """Model, earlier name and name of each renamed field; of models first, without a model."""
    names = spell_names(manifest).entities
    for entity in manifest["entities"]:
        if "was" in entity:
            yield "", spell_class(entity["was"]), names[entity["name"]].model
    reserved = list_reserved("attributes", "scope", "other")
    for entity in manifest["entities"]:
        own = names[entity["name"]]
        for field in entity["fields"]:
            if "was" in field:
                was = spell_attribute(field["was"], reserved)
                yield own.model, was, own.attributes[field["name"]]
