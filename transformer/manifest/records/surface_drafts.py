"""Surfaces: the pages of an app."""

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
    """The line that a section shows all fields that no other one does."""

    others: str


class SectionDraft(SectionSyntax, total=False):
    """A part of a page."""

    name: str
    title: str
    fields: list[ShownFieldDraft]


class TargetDraft(TypedDict, total=False):
    """The target of an action: a surface, a step of a flow, or an action of an integration."""

    surface: str
    experience: str
    step: str
    integration: str
    action: str


class ActionDraft(TypedDict, total=False):
    """An action on a page."""

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
    """The differences of a page for one persona."""

    persona: str
    scope: Expression
    purpose: str
    show: list[str]
    hide: list[str]
    show_aggregate: list[str]
    action_primary: str
    read_only: bool


class AccessDraft(TypedDict, total=False):
    """Whom a page is for."""

    to: Literal["public", "authenticated", "persona"]
    personas: list[str]


class UxDraft(TypedDict, total=False):
    """The purpose of a page, and what people need for it."""

    purpose: str
    show: list[str]
    sort: list[OrderDraft]
    filter: list[str]
    search: list[str]
    empty: str
    attentions: list[AttentionDraft]
    variants: list[VariantDraft]


class SurfaceSyntax(TypedDict, total=False):
    """The line that a page is called after its entity."""

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
    access: AccessDraft
    ux: UxDraft
