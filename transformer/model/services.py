"""Other systems that the app calls, and the kinds of records that these keep."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from transformer.model.entity_fields import Choice, FieldType
from transformer.model.parts import part, value

if TYPE_CHECKING:
    from transformer.model.root import Model

Options: TypeAlias = Mapping[str, str]
"""Name → value; read-only."""


def _no_options() -> Options:
    return MappingProxyType({})


@value
class Spec:
    """The place of a system's description."""

    url: str | None = None
    """The address of an OpenAPI document."""
    inline: str | None = None
    """The name of a description that is kept elsewhere."""


@value
class Auth:
    """The way in which the app signs in to a system."""

    kind: Literal[
        "oauth2_legacy", "oauth2_pkce", "jwt_static", "api_key_header", "api_key_query", "none"
    ]
    options: Options = field(default_factory=_no_options, hash=False)
    """Parameters of the way to sign in, such as `scopes`."""


@part
class Service:
    """Another system that is called over HTTP. Its secrets come from the environment."""

    name: str
    title: str
    description: str | None = None
    spec: Spec | None = None
    auth: Auth
    owner: str | None = None
    """The person or team that is responsible for it."""
    model: "Model" = field(init=False, repr=False)


@value
class Constraint:
    """A constraint on foreign records."""

    kind: Literal["read_only", "event_driven", "batch_import"]
    """That nothing is written, that changes are announced, or that records come in batches."""
    options: Options = field(default_factory=_no_options, hash=False)
    """Its details, such as `frequency`."""


@part
class ForeignField:
    """A field of a foreign record."""

    name: str
    title: str
    help: str | None = None
    type: FieldType
    length: int | None = None
    digits: int | None = None
    places: int | None = None
    currency: str | None = None
    values: tuple[Choice, ...] | None = None
    enum: str | None = None
    """The name of an enumeration."""
    target: str | None = None
    """The name of what is referred to, in the other system."""
    required: bool
    minimum: int | float | None = None
    maximum: int | float | None = None
    pattern: str | None = None
    pattern_message: str | None = None
    sensitive: bool = False
    pii: str | None = None
    foreign_model: "ForeignModel" = field(init=False, repr=False)


@part
class ForeignModel:
    """A kind of record that another system keeps."""

    name: str
    title: str
    description: str | None = None
    service_name: str
    key_names: tuple[str, ...]
    constraints: tuple[Constraint, ...] = ()
    fields: tuple[ForeignField, ...]
    model: "Model" = field(init=False, repr=False)

    @property
    def service(self) -> Service:
        """The system that keeps the records."""
        return self.model.service(self.service_name)

    @property
    def key(self) -> tuple[ForeignField, ...]:
        """The fields that identify a record."""
        return tuple(map(self.field, self.key_names))

    def field(self, name: str) -> ForeignField:
        """Find a field by its name; KeyError if there is none."""
        return {each.name: each for each in self.fields}[name]
