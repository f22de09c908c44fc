"""Scenarios: sets of records to show the app with; and the values of such records."""

from dataclasses import field
from typing import TYPE_CHECKING, TypeAlias

from transformer.model.expressions import Moment, Scalar
from transformer.model.parts import part

if TYPE_CHECKING:
    from transformer.model.acceptance import Test, TestRecord
    from transformer.model.entities import Entity
    from transformer.model.entity_fields import Field
    from transformer.model.root import Model


@part
class FixedValue:
    """A value of a field that is always the same; a decimal, a date or a time as text."""

    field_name: str
    value: Scalar
    owner: "Record | TestRecord | Test" = field(init=False, repr=False)

    @property
    def field(self) -> "Field":
        """The field."""
        return self.owner.entity.field(self.field_name)


@part
class MomentValue:
    """A value of a field that is counted from now."""

    field_name: str
    moment: Moment
    offset: int
    """Seconds to add or, if negative, to take off."""
    owner: "Record | TestRecord | Test" = field(init=False, repr=False)

    @property
    def field(self) -> "Field":
        """The field."""
        return self.owner.entity.field(self.field_name)


@part
class RecordValue:
    """A value of a reference: a record that a test has made."""

    field_name: str
    record: str
    """The name that the test gave it."""
    owner: "Record | TestRecord | Test" = field(init=False, repr=False)

    @property
    def field(self) -> "Field":
        """The field."""
        return self.owner.entity.field(self.field_name)


FieldValue: TypeAlias = FixedValue | MomentValue | RecordValue


@part
class Record:
    """A record of a scenario; a reference in it names its target by what that is displayed as."""

    values: tuple[FieldValue, ...]
    records: "Records" = field(init=False, repr=False)

    @property
    def entity(self) -> "Entity":
        """The entity of the record."""
        return self.records.entity


@part
class Records:
    """Records of an entity, in the order in which they are made."""

    entity_name: str
    records: tuple[Record, ...]
    scenario: "Scenario" = field(init=False, repr=False)

    @property
    def entity(self) -> "Entity":
        """The entity of the records."""
        return self.scenario.model.entity(self.entity_name)


@part
class Scenario:
    """A set of records to show the app with."""

    name: str
    title: str
    description: str | None = None
    demo: tuple[Records, ...] = ()
    model: "Model" = field(init=False, repr=False)
