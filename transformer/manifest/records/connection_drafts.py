"""Services, foreign models, and what integrations do with them."""

from typing import Literal, TypedDict, final

from transformer.dsl.parser.values import Value
from transformer.manifest.records.field_drafts import ForeignFieldDraft
from transformer.manifest.records.value_drafts import Fixed, Moment

Origin = Literal["form", "foreign", "entity", "current_user"]


@final
class OriginSyntax(TypedDict):
    """Where a value comes from as a line says it: the path begins with that."""

    path: list[str]


# `from` is a word of Python.
_From = TypedDict("_From", {"from": Origin})


@final
class OriginDraft(_From, total=False):
    """Where a value comes from."""

    path: list[str]


class SpecDraft(TypedDict, total=False):
    """How a service is described: at an address, or in a text."""

    url: str
    inline: str


class AuthDraft(TypedDict, total=False):
    """How one signs in to a service."""

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
    """How the records of a foreign model come and go."""

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
    """What is asked of a service."""

    service: str
    operation: str


class CallAnswerDraft(CallDraft, total=False):
    """What is asked of a service, and what it answers with."""

    foreign_model: str


class ResponseDraft(TypedDict, total=False):
    """What comes back, and what becomes of it."""

    foreign_model: str
    entity: str


class PairDraft(TypedDict, total=False):
    """A value that is handed over, and where it comes from."""

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
    """Fields by which a foreign record is known again."""

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
    """What is done with services."""

    name: str
    title: str
    description: str
    services: list[str]
    foreign_models: list[str]
    actions: list[CallingDraft]
    syncs: list[SyncDraft]
