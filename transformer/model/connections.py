"""Integrations with other systems."""

from dataclasses import field
from typing import TYPE_CHECKING, Literal, TypeAlias

from transformer.model.expressions import Moment, Scalar
from transformer.model.parts import part, value
from transformer.model.services import ForeignField, ForeignModel, Service

if TYPE_CHECKING:
    from transformer.model.entities import Entity
    from transformer.model.entity_fields import Field
    from transformer.model.root import Model
    from transformer.model.surfaces import Surface


@value
class PathSource:
    """A value that comes from a field."""

    from_: Literal["form", "foreign", "entity", "current_user"]
    """The form that was sent, the foreign record, the app's, or whoever is signed in."""
    path: tuple[str, ...]
    """The names on the way to the field, by way of references."""


@value
class FixedSource:
    """A value that is always the same."""

    value: Scalar


@value
class MomentSource:
    """A value that is counted from now."""

    moment: Moment
    offset: int
    """Seconds to add or, if negative, to take off."""


Source: TypeAlias = PathSource | FixedSource | MomentSource


@value
class Assignment:
    """A value that is handed over."""

    target: str
    """The name that the value gets, a point leading into a structure."""
    source: Source


@part
class ServiceCall:
    """A call of another system."""

    service_name: str
    operation: str | None = None
    """The operation: its name in the system's description, or a path."""
    owner: "IntegrationAction" = field(init=False, repr=False)

    @property
    def service(self) -> Service:
        """The system that is called."""
        return self.owner.integration.model.service(self.service_name)


@part
class Response:
    """The answer to a call."""

    foreign_model_name: str | None = None
    entity_name: str | None = None
    owner: "IntegrationAction" = field(init=False, repr=False)

    @property
    def foreign_model(self) -> ForeignModel | None:
        """The foreign model of the answer."""
        name = self.foreign_model_name
        return None if name is None else self.owner.integration.model.foreign_model(name)

    @property
    def entity(self) -> "Entity | None":
        """The entity whose record it becomes."""
        name = self.entity_name
        return None if name is None else self.owner.integration.model.entity(name)


@part
class IntegrationAction:
    """A call that is made when a form is sent or a flow asks for it."""

    name: str
    """Unique in its connection."""
    title: str
    when_name: str | None = None
    call: ServiceCall
    arguments: tuple[Assignment, ...] = ()
    """The values that are sent."""
    response: Response | None = None
    values: tuple[Assignment, ...] = ()
    """The values that are kept of the response."""
    integration: "Integration" = field(init=False, repr=False)

    @property
    def when(self) -> "Surface | None":
        """The surface whose form sets it off."""
        return None if self.when_name is None else self.integration.model.surface(self.when_name)


@part
class SyncSource:
    """The source of the records of a sync."""

    service_name: str
    operation: str | None = None
    """The operation: its name in the system's description, or a path."""
    foreign_model_name: str | None = None
    sync: "Sync" = field(init=False, repr=False)

    @property
    def service(self) -> Service:
        """The system."""
        return self.sync.integration.model.service(self.service_name)

    @property
    def foreign_model(self) -> ForeignModel | None:
        """The foreign model of the records."""
        name = self.foreign_model_name
        return None if name is None else self.sync.integration.model.foreign_model(name)


@part
class Match:
    """Two fields that are equal in a record and its foreign one."""

    foreign_name: str
    field_name: str
    sync: "Sync" = field(init=False, repr=False)

    @property
    def foreign(self) -> ForeignField | None:
        """The field there; None where nothing says what the records are there."""
        model = self.sync.from_.foreign_model
        return None if model is None else model.field(self.foreign_name)

    @property
    def field(self) -> "Field":
        """The field here."""
        return self.sync.entity.field(self.field_name)


@part
class Sync:
    """A way to keep records in step with another system's."""

    name: str
    """Unique in its connection."""
    title: str
    mode: Literal["scheduled", "event_driven"]
    """Whether it runs by the clock or when the other system says so."""
    schedule: str | None = None
    """`scheduled`: when it runs, as five fields of cron."""
    from_: SyncSource
    entity_name: str
    match: tuple[Match, ...]
    """When two records are the same: all these fields are equal."""
    values: tuple[Assignment, ...] = ()
    """The values that are kept of a record, beside the fields of the same name."""
    integration: "Integration" = field(init=False, repr=False)

    @property
    def entity(self) -> "Entity":
        """The entity that the records become."""
        return self.integration.model.entity(self.entity_name)


@part
class Integration:
    """An integration with other systems."""

    name: str
    title: str
    description: str | None = None
    service_names: tuple[str, ...] = ()
    foreign_model_names: tuple[str, ...] = ()
    actions: tuple[IntegrationAction, ...] = ()
    syncs: tuple[Sync, ...] = ()
    model: "Model" = field(init=False, repr=False)

    @property
    def services(self) -> tuple[Service, ...]:
        """The systems that it uses."""
        return tuple(map(self.model.service, self.service_names))

    @property
    def foreign_models(self) -> tuple[ForeignModel, ...]:
        """The foreign records that it uses."""
        return tuple(map(self.model.foreign_model, self.foreign_model_names))

    def action(self, name: str) -> IntegrationAction:
        """Find an action by its name; KeyError if there is none."""
        return {action.name: action for action in self.actions}[name]
