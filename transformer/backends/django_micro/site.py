"""A manifest with all that is known of its pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from transformer.backends.django.fields import FieldContext
from transformer.backends.django.names import Names
from transformer.backends.django_micro.pages import Page, Site


@dataclass(frozen=True)
class Plan:
    """The manifest with all that is known of its pages."""

    manifest: Mapping[str, Any]
    names: Names
    site: Site
    forms: Mapping[str, str]
    """Surface → class of its form."""

    @cached_property
    def entities(self) -> Mapping[str, Mapping[str, Any]]:
        """Name → entity."""
        return {entity["name"]: entity for entity in self.manifest["entities"]}

    @cached_property
    def references(self) -> Mapping[str, list[FieldContext]]:
        """Name of an entity → the fields that refer to it."""
        found: dict[str, list[FieldContext]] = {name: [] for name in self.entities}
        for entity in self.manifest["entities"]:
            for field in entity["fields"]:
                if field.get("target_kind") == "entity":
                    found[field["target"]].append(FieldContext(entity, field, self.names))
        return found

    def name_model(self, entity: Mapping[str, Any]) -> str:
        """The class of an entity's model."""
        return self.names.entities[entity["name"]].model

    def has_form(self, page: Page) -> bool:
        """Whether there is something to fill in on a page."""
        return page.surface["name"] in self.forms
