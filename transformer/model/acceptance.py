"""Tests: what the app has to prove."""

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from transformer.model.entities import Order
from transformer.model.expressions import Moment, Scalar
from transformer.model.parts import part
from transformer.model.scenarios import FieldValue

if TYPE_CHECKING:
    from transformer.model.entities import Entity, Member
    from transformer.model.root import Model


@part
class TestRecord:
    """A record that is made before a test."""

    name: str
    """The name of the record in the test."""
    entity_name: str
    values: tuple[FieldValue, ...] = ()
    test: "Test" = field(init=False, repr=False)

    @property
    def entity(self) -> "Entity":
        """The entity of the record."""
        return self.test.model.entity(self.entity_name)


@part
class TestAction:
    """The action that a test tries."""

    kind: Literal["create", "update", "delete", "get"]
    entity_name: str
    record_name: str | None = None
    test: "Test" = field(init=False, repr=False)

    @property
    def entity(self) -> "Entity":
        """The entity that it is done with."""
        return self.test.model.entity(self.entity_name)

    @property
    def record(self) -> TestRecord | None:
        """The record that it is done with; None for `create`, and for `get` of many."""
        return self.test.find_record(self.record_name)


@part
class Expectation:
    """An expectation of a test."""

    subject: Literal[
        "status", "created", "updated", "deleted", "error_message",
        "field", "count", "first", "last",
    ]  # fmt: skip
    """What is looked at: whether it worked, whether a record was made, changed or deleted, what
    people are told, a field of the record, how many there are, a field of the first or last."""
    field_name: str | None = None
    entity_name: str | None = None
    operator: Literal[
        "equals", "not_equals", "greater_than", "less_than", "contains", "not_contains"
    ]
    value: Scalar | None = None
    moment: Moment | None = None
    offset: int | None = None
    """Seconds to add to the moment."""
    record_name: str | None = None
    other_name: str | None = None
    test: "Test" = field(init=False, repr=False)

    @property
    def field(self) -> "Member | None":
        """The field that is looked at."""
        return None if self.field_name is None else self.test.entity.member(self.field_name)

    @property
    def entity(self) -> "Entity | None":
        """`count`: the entity whose records are counted; None for those that were found."""
        return None if self.entity_name is None else self.test.model.entity(self.entity_name)

    @property
    def record(self) -> TestRecord | None:
        """The record that it is compared with."""
        return self.test.find_record(self.record_name)

    @property
    def other(self) -> "Member | None":
        """The field that it is compared with."""
        return None if self.other_name is None else self.test.entity.member(self.other_name)


@part
class Test:
    """A test that the app has to pass."""

    name: str
    title: str
    description: str | None = None
    setup: tuple[TestRecord, ...] = ()
    action: TestAction
    data: tuple[FieldValue, ...] = ()
    """The values that are sent."""
    filter: tuple[FieldValue, ...] = ()
    """By which values the records are narrowed."""
    search: str | None = None
    order: tuple[Order, ...] = ()
    expect: tuple[Expectation, ...]
    model: "Model" = field(init=False, repr=False)

    @property
    def entity(self) -> "Entity":
        """The entity of what is tried."""
        return self.action.entity

    def find_record(self, name: str | None) -> TestRecord | None:
        """Find a record of the test by its name; None if there is none."""
        return next((record for record in self.setup if record.name == name), None)
