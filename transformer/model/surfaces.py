"""Surfaces: the pages of the app, what they show and where they lead."""

from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from transformer.model.entity_fields import Field
from transformer.model.parts import part, value
from transformer.model.ux import Ux

if TYPE_CHECKING:
    from transformer.model.connections import Integration, IntegrationAction
    from transformer.model.entities import Entity, Member
    from transformer.model.experiences import Experience, Step
    from transformer.model.root import Model

Mode: TypeAlias = Literal["list", "view", "create", "edit", "custom"]
Trigger: TypeAlias = Literal["click", "submit", "auto"]


@part
class Item:
    """A field on a page, with what the page says of it."""

    field_name: str
    title: str
    help: str | None = None
    placeholder: str | None = None
    """An example shown while the input is empty."""
    widget: Literal["input", "textarea", "select", "radio", "checkbox", "password"] | None = None
    """The kind of input, where not the type's own."""
    readonly: bool = False
    """Whether the value is shown on a form but cannot be changed."""
    hidden: bool = False
    """Whether the value is sent along without being shown."""
    section: "Section" = field(init=False, repr=False)

    @property
    def field(self) -> "Member":
        """What is shown: a field of the page's entity, or a value that is none."""
        entity = self.section.surface.entity
        if entity is None:
            raise LookupError(f"`{self.field_name}` stands on a page without an entity")
        return entity.member(self.field_name)


@part
class Section:
    """A group of fields on a page."""

    name: str
    """Unique on its surface."""
    title: str
    fields: tuple[Item, ...]
    surface: "Surface" = field(init=False, repr=False)


@part
class SurfaceTarget:
    """Another page, as where an action leads."""

    surface_name: str
    owner: "Action" = field(init=False, repr=False)

    @property
    def surface(self) -> "Surface":
        """The page."""
        return self.owner.surface.model.surface(self.surface_name)


@part
class StepTarget:
    """A step of a flow, as where an action leads."""

    experience_name: str
    step_name: str
    owner: "Action" = field(init=False, repr=False)

    @property
    def experience(self) -> "Experience":
        """The flow."""
        return self.owner.surface.model.experience(self.experience_name)

    @property
    def step(self) -> "Step":
        """The step of the flow."""
        return self.experience.step(self.step_name)


@part
class IntegrationTarget:
    """An action of an integration, as where an action leads."""

    integration_name: str
    action_name: str
    owner: "Action" = field(init=False, repr=False)

    @property
    def integration(self) -> "Integration":
        """The connection to the other system."""
        return self.owner.surface.model.integration(self.integration_name)

    @property
    def action(self) -> "IntegrationAction":
        """The action of the integration."""
        return self.integration.action(self.action_name)


Target: TypeAlias = SurfaceTarget | StepTarget | IntegrationTarget


@part
class Action:
    """An action on a page besides the page's own purpose."""

    name: str
    """Unique on its surface."""
    title: str
    """The words on the button."""
    trigger: Trigger
    """What sets it off: a click, a form that was saved, or the end of the page's work."""
    target: Target
    surface: "Surface" = field(init=False, repr=False)


@part
class Preset:
    """A field of a form that is filled with whoever is signed in, without being asked for."""

    field_name: str
    value: Literal["current_user"]
    surface: "Surface" = field(init=False, repr=False)

    @property
    def field(self) -> Field:
        """The field that is filled."""
        entity = self.surface.entity
        if entity is None:
            raise LookupError(f"`{self.field_name}` is filled on a page without an entity")
        return entity.field(self.field_name)


@value
class Access:
    """Whom a page is for; superusers may open every one."""

    to: Literal["public", "authenticated", "persona"]
    """Everybody, whoever is signed in, or those with one of some roles."""
    personas: tuple[str, ...] = ()
    """The names of the personas or roles that it is for."""


@part
class Surface:
    """A page."""

    name: str
    title: str
    description: str | None = None
    entity_name: str | None = None
    mode: Mode
    address: str
    default: bool
    """Whether links to this mode of the entity lead here."""
    sections: tuple[Section, ...]
    """Groups of fields, in order. On a form, exactly the inputs that it has."""
    actions: tuple[Action, ...]
    presets: tuple[Preset, ...]
    access: Access | None = None
    ux: Ux | None = None
    model: "Model" = field(init=False, repr=False)

    @property
    def entity(self) -> "Entity | None":
        """The entity whose records are shown; None only on a custom page."""
        return None if self.entity_name is None else self.model.entity(self.entity_name)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The fields of all sections, in order."""
        return tuple(item for section in self.sections for item in section.fields)

    def actions_on(self, trigger: Trigger) -> tuple[Action, ...]:
        """List the actions that a trigger sets off, in order of declaration."""
        return tuple(action for action in self.actions if action.trigger == trigger)


def can_be_sent(surface: Surface) -> bool:
    """Tell whether an API can do the same as a page: it makes no record that needs a part."""
    relations = surface.entity.relations if surface.entity and surface.mode == "create" else ()
    return not any(each.required for each in relations)
