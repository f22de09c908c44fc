"""Workspaces, personas and flows."""

from typing import Literal, TypedDict

from transformer.manifest.records.expression_records import Expression
from transformer.manifest.records.surface_drafts import AccessDraft
from transformer.manifest.records.value_drafts import OrderDraft


class PersonDraft(TypedDict, total=False):
    """The entity whose records sign in, with its fields for that."""

    entity: str
    role: str
    sign_in: str


class AggregateDraft(TypedDict, total=False):
    """A number that a workspace shows."""

    name: str
    title: str
    expression: Expression


class RegionSyntax(TypedDict, total=False):
    """The entity or surface that a region shows."""

    source: str


class RegionDraft(RegionSyntax, total=False):
    """A part of a workspace."""

    name: str
    title: str
    entity: str
    surface: str
    filter: Expression
    sort: list[OrderDraft]
    limit: int
    display: Literal[
        "list", "grid", "timeline", "map", "kanban", "calendar", "bar_chart", "metrics"
    ]
    action: str
    empty: str
    aggregates: list[AggregateDraft]


class WorkspaceDraft(TypedDict, total=False):
    """A page that shows at a glance what matters to somebody."""

    name: str
    title: str
    purpose: str
    description: str
    access: AccessDraft
    regions: list[RegionDraft]


class PersonaDraft(TypedDict, total=False):
    """A kind of person."""

    name: str
    title: str
    description: str
    goals: list[str]
    default_workspace: str


class OutcomeDraft(TypedDict, total=False):
    """The next step after an event."""

    event: str
    step: str


class StepDraft(TypedDict, total=False):
    """A step of a flow."""

    name: str
    title: str
    kind: Literal["surface", "process", "integration"]
    surface: str
    integration: str
    action: str
    outcomes: list[OutcomeDraft]


class ExperienceDraft(TypedDict, total=False):
    """A flow."""

    name: str
    title: str
    description: str
    start: str
    steps: list[StepDraft]
