"""Entities and the rules about their records."""

from typing import Literal, Required, TypedDict, final

from transformer.dsl.tables.grammar_rows import Removal
from transformer.manifest.records.expression_records import Expression
from transformer.manifest.records.field_drafts import FieldDraft, InverseDraft
from transformer.manifest.records.value_drafts import Operation, OrderDraft


@final
class ComputedDraft(TypedDict, total=False):
    """A value that is computed from others."""

    name: str
    title: str
    expression: Required[Expression]


class RelationSyntax(TypedDict, total=False):
    """The rules of a relation in the order of its line: on deletion, read-only, or required."""

    rule: Removal | Literal["readonly", "required"]
    further_rule: Removal | Literal["readonly", "required"]


@final
class RelationDraft(RelationSyntax, total=False):
    """A relation to other records."""

    name: str
    title: str
    kind: Required[Literal["has_many", "has_one", "embeds", "many_to_many"]]
    target: str
    via: str
    inverse: InverseDraft
    was: str
    on_delete: Removal
    readonly: bool
    required: bool


class UniqueDraft(TypedDict, total=False):
    """Fields that no two records may have the same values of."""

    fields: list[str]


class IndexDraft(TypedDict, total=False):
    """Fields that records are found by."""

    fields: list[OrderDraft]


# `from` is a keyword of Python.
TransitionDraft = TypedDict(
    "TransitionDraft",
    {
        "from": str,
        "to": str,
        "requires": list[str],
        "condition": Expression,
        "by": list[Literal["people", "time"]],
        "after": int,
    },
    total=False,
)


class TransitionsDraft(TypedDict, total=False):
    """The states of a record, and the transitions between them."""

    field: str
    track: bool
    rules: list[TransitionDraft]


class InvariantDraft(TypedDict, total=False):
    """A condition that always holds for a record."""

    condition: Expression
    message: str
    code: str


class PermissionDraft(TypedDict, total=False):
    """A permission or a ban."""

    effect: Literal["permit", "forbid"]
    operation: Operation
    condition: Expression


class ScopeDraft(TypedDict, total=False):
    """The records that some people see."""

    operation: Operation
    condition: Expression
    personas: list[str]


class SoftDeleteDraft(TypedDict, total=False):
    """The fields of a record that note its deletion."""

    field: str
    person: str


class VersionsDraft(TypedDict, total=False):
    """The field of a record that counts its changes."""

    field: str
    history: bool


class SearchDraft(TypedDict, total=False):
    """The fields that a search looks into."""

    fields: list[str]
    full_text: bool


class AccessRuleSyntax(TypedDict, total=False):
    """A permission in short: `write` is to create, update and delete."""

    operation: Literal["read", "write"]
    condition: Expression


class EntitySyntax(TypedDict, total=False):
    """The line that an entity's records sign in, and permissions in short."""

    auth: Literal["identity"]
    access: list[AccessRuleSyntax]


class EntityDraft(EntitySyntax, total=False):
    """A kind of record."""

    name: str
    title: str
    plural: str
    description: str
    slug: str
    address: str
    was: str
    extends: list[str]
    key: str
    display: str | None
    order: list[OrderDraft]
    deletable: bool
    fields: list[FieldDraft]
    computed: list[ComputedDraft]
    relations: list[RelationDraft]
    uniques: list[UniqueDraft]
    indexes: list[IndexDraft]
    transitions: TransitionsDraft
    invariants: list[InvariantDraft]
    permissions: list[PermissionDraft]
    scopes: list[ScopeDraft]
    audit: list[Operation]
    soft_delete: SoftDeleteDraft
    tenant: str
    versions: VersionsDraft
    search: SearchDraft
    filters: list[str]


Member = FieldDraft | ComputedDraft | RelationDraft
