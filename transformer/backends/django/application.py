"""An application as Django sees it: its models with all their names, each made once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from transformer.backends.django.computed_values import ModelComputed, list_computed
from transformer.backends.django.constraints import Constraint, list_constraints
from transformer.backends.django.contents import Content, select_content
from transformer.backends.django.fields import ModelField
from transformer.backends.django.full_text import list_full_text
from transformer.backends.django.indexes import list_indexes
from transformer.backends.django.many_to_many import Link
from transformer.backends.django.names import Names, spell_names
from transformer.model import Model
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.surfaces import Surface


@dataclass(frozen=True, eq=False)
class ModelClass:
    """An entity as a Django model."""

    entity: Entity
    names: Names
    fields: tuple[ModelField, ...]
    computed: tuple[ModelComputed, ...]
    """The values that a query can add."""
    contents: Mapping[Surface, Content]
    links: tuple[Link, ...] = ()
    """The rows of other models that any number of its rows are linked to."""

    @property
    def name(self) -> str:
        """The name of the class."""
        return self.names.name_model(self.entity)

    @cached_property
    def constraints(self) -> tuple[Constraint, ...]:
        """The constraints of the model, then its indexes."""
        indexes = list_indexes(self.entity, self.contents)
        return (
            *list_constraints(self.entity, self.names, indexes),
            *list_full_text(self.entity, self.names),
        )


@dataclass(frozen=True, eq=False)
class Application:
    """The models of an application and what its pages show."""

    model: Model
    names: Names
    classes: Mapping[Entity, ModelClass]
    contents: Mapping[Surface, Content]

    @cached_property
    def _fields(self) -> dict[Field, ModelField]:
        return {each.field: each for made in self.classes.values() for each in made.fields}

    def find_field(self, field: Field) -> ModelField:
        """Find a field as that of its model."""
        return self._fields[field]

    @cached_property
    def computed(self) -> dict[Computed, ModelComputed]:
        """The computed values that queries can add."""
        return {each.computed: each for made in self.classes.values() for each in made.computed}

    def find_content(self, surface: Surface) -> Content:
        """Find what the page of a surface shows."""
        return self.contents[surface]


def make_application(model: Model) -> Application:
    """Make the models of an application."""
    names = spell_names(model)
    computed = {each.computed: each for each in list_computed(model.entities, names)}
    contents = {surface: select_content(surface, computed) for surface in model.surfaces}
    classes = {}
    for entity in model.entities:
        fields = tuple(ModelField(field, names) for field in entity.fields)
        added = tuple(computed[each] for each in entity.computed if each in computed)
        links = tuple(Link(each, names) for each in entity.links)
        classes[entity] = ModelClass(entity, names, fields, added, contents, links)
    return Application(model, names, classes, contents)
