"""What models and fields were called before, in the words of Python."""

from collections.abc import Iterator, Mapping
from typing import Any

from transformer.emit.spelling import list_reserved, spell_names
from transformer.names import spell_attribute, spell_class


def list_renames(manifest: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
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
