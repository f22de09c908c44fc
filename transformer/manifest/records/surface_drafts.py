"""Surfaces: the pages of an app, and what they mean to whom."""

from typing import Literal, TypedDict

from transformer.manifest.records.expression_records import Expression
from transformer.manifest.records.value_drafts import OrderDraft

Mode = Literal["list", "view", "create", "edit", "custom"]


class ShownFieldDraft(TypedDict, total=False):
    """A field that a section shows."""

    field: str
    title: str
    help: str
    placeholder: str
    widget: Literal["input", "textarea", "select", "radio", "checkbox", "password"]
    readonly: bool
    hidden: bool


class SectionSyntax(TypedDict, total=False):
    """That a section shows what no other one does."""

    others: str


class SectionDraft(SectionSyntax, total=False):
    """A part of a page."""

    name: str
    title: str
    fields: list[ShownFieldDraft]


class TargetDraft(TypedDict, total=False):
    """Where an action leads: a surface, a step of a flow, or an action of an integration."""

    surface: str
    experience: str
    step: str
    integration: str
    action: str


class ActionDraft(TypedDict, total=False):
    """What can be done on a page."""

    name: str
    title: str
    trigger: Literal["click", "submit", "auto"]
    target: TargetDraft


class PresetDraft(TypedDict, total=False):
    """A field of a form that is filled in."""

    field: str
    value: Literal["current_user"]


class AttentionDraft(TypedDict, total=False):
    """Records that need attention."""

    level: Literal["critical", "warning", "notice", "info"]
    when: Expression
    message: str
    action: str


class VariantDraft(TypedDict, total=False):
    """What one persona sees of a page."""

    persona: str
    scope: Expression
    purpose: str
    show: list[str]
    hide: list[str]
    show_aggregate: list[str]
    action_primary: str
    read_only: bool


class UxDraft(TypedDict, total=False):
    """What a page is for."""

    purpose: str
    show: list[str]
    sort: list[OrderDraft]
    filter: list[str]
    search: list[str]
    empty: str
    attentions: list[AttentionDraft]
    variants: list[VariantDraft]


class SurfaceSyntax(TypedDict, total=False):
    """That a page is called after its entity."""

    called: str


class SurfaceDraft(SurfaceSyntax, total=False):
    """A page."""

    name: str
    title: str
    description: str
    entity: str
    mode: Mode
    address: str
    default: bool
    sections: list[SectionDraft]
    actions: list[ActionDraft]
    presets: list[PresetDraft]
    ux: UxDraft
