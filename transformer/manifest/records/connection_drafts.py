"""Services, foreign models, and what integrations do with them."""

from typing import Literal, TypedDict, final

from transformer.dsl.parser.values import Value
from transformer.manifest.records.field_drafts import ForeignFieldDraft
from transformer.manifest.records.value_drafts import Fixed, Moment

Origin = Literal["form", "foreign", "entity", "current_user"]


@final
class OriginSyntax(TypedDict):
    """The source of a value as a line has it: the path begins with the origin."""

    path: list[str]


# `from` is a keyword of Python.
_From = TypedDict("_From", {"from": Origin})


@final
class OriginDraft(_From, total=False):
    """The source of a value: an origin, and the path from there."""

    path: list[str]


class SpecDraft(TypedDict, total=False):
    """The description of a service: at an address, or in a text."""

    url: str
    inline: str


class AuthDraft(TypedDict, total=False):
    """The way to sign in to a service."""

    kind: Literal[
        "oauth2_legacy", "oauth2_pkce", "jwt_static", "api_key_header", "api_key_query", "none"
    ]
    options: dict[str, str]


class ServiceDraft(TypedDict, total=False):
    """Another system."""

    name: str
    title: str
    description: str
    spec: SpecDraft
    auth: AuthDraft
    owner: str


class ConstraintDraft(TypedDict, total=False):
    """A constraint on the records of a foreign model."""

    kind: Literal["read_only", "event_driven", "batch_import"]
    options: dict[str, str]


class ForeignModelDraft(TypedDict, total=False):
    """A kind of record that another system has."""

    name: str
    title: str
    description: str
    service: str
    key: list[str]
    constraints: list[ConstraintDraft]
    fields: list[ForeignFieldDraft]


class CallDraft(TypedDict, total=False):
    """A call of a service."""

    service: str
    operation: str


class CallAnswerDraft(CallDraft, total=False):
    """A call of a service, and the foreign model of its answer."""

    foreign_model: str


class ResponseDraft(TypedDict, total=False):
    """The answer to a call: its foreign model, and the entity that it becomes."""

    foreign_model: str
    entity: str


class PairDraft(TypedDict, total=False):
    """A value that is handed over, and its source."""

    target: str
    source: Value | OriginSyntax | OriginDraft | Fixed | Moment


class CallingDraft(TypedDict, total=False):
    """An action of an integration."""

    name: str
    title: str
    when: str
    call: CallDraft
    arguments: list[PairDraft]
    response: ResponseDraft
    values: list[PairDraft]


class MatchDraft(TypedDict, total=False):
    """Two fields that are equal in a foreign record and its local one."""

    foreign: str
    field: str


SyncDraft = TypedDict(
    "SyncDraft",
    {
        "name": str,
        "title": str,
        "mode": Literal["scheduled", "event_driven"],
        "schedule": str,
        "from": CallAnswerDraft,
        "entity": str,
        "match": list[MatchDraft],
        "values": list[PairDraft],
    },
    total=False,
)


class IntegrationDraft(TypedDict, total=False):
    """An integration with services."""

    name: str
    title: str
    description: str
    services: list[str]
    foreign_models: list[str]
    actions: list[CallingDraft]
    syncs: list[SyncDraft]
