"""Scenarios and tests, with the records that they are about."""

from typing import Literal, TypedDict

from transformer.dsl.parser.values import MomentWord, Value
from transformer.manifest.records.value_drafts import OrderDraft, Scalar, ValueDraft


class RowDraft(TypedDict, total=False):
    """A record of a scenario."""

    values: list[ValueDraft]


class DemoDraft(TypedDict, total=False):
    """Records of one entity."""

    entity: str
    records: list[RowDraft]


class ScenarioDraft(TypedDict, total=False):
    """Records to try an app with."""

    name: str
    title: str
    description: str
    demo: list[DemoDraft]


class SetupDraft(TypedDict, total=False):
    """A record that is there before a test."""

    name: str
    entity: str
    values: list[ValueDraft]


class TestActionSyntax(TypedDict, total=False):
    """The name of a record or of an entity, whichever it is."""

    target: str


class TestActionDraft(TestActionSyntax, total=False):
    """The action that a test tries."""

    kind: Literal["create", "update", "delete", "get"]
    entity: str
    record: str


class ExpectationDraft(TypedDict, total=False):
    """An expectation of a test."""

    subject: Literal[
        "status", "created", "updated", "deleted", "error_message", "field", "count", "first",
        "last",
    ]  # fmt: skip
    field: str
    entity: str
    operator: Literal[
        "equals", "not_equals", "greater_than", "less_than", "contains", "not_contains"
    ]
    value: Value | Scalar
    moment: MomentWord
    offset: int
    record: str
    other: str


Valued = ValueDraft | ExpectationDraft


class TestDraft(TypedDict, total=False):
    """A test; before linking, its order is a text."""

    name: str
    title: str
    description: str
    setup: list[SetupDraft]
    action: TestActionDraft
    data: list[ValueDraft]
    filter: list[ValueDraft]
    search: str
    order: str | list[OrderDraft]
    expect: list[ExpectationDraft]
