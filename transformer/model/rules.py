"""Rules of entities: uniqueness, states, invariants, authorization."""

from dataclasses import field
from typing import TYPE_CHECKING, Literal, TypeAlias

from transformer.model.entity_fields import Field
from transformer.model.expressions import Expression
from transformer.model.parts import part, value

if TYPE_CHECKING:
    from transformer.model.entities import Entity, Member

RecordOperation: TypeAlias = Literal["list", "read", "create", "update", "delete"]


@part
class Unique:
    """Fields of which no two records may share the values."""

    field_names: tuple[str, ...]
    entity: "Entity" = field(init=False, repr=False)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields, in order."""
        return tuple(map(self.entity.field, self.field_names))


@part
class Transition:
    """A permitted transition from one state to another."""

    from_: str | None = None
    """The state before; None where it may be any."""
    to: str
    requires_names: tuple[str, ...] = ()
    condition: Expression | None = None
    """A condition on the record and the signed-in person."""
    by: tuple[Literal["people", "time"], ...] = ("people",)
    after: int | None = None
    """How many seconds a record has had its state when it moves by itself."""
    transitions: "Transitions" = field(init=False, repr=False)

    @property
    def is_manual(self) -> bool:
        """Whether people make it."""
        return "people" in self.by

    @property
    def requires(self) -> tuple["Member", ...]:
        """The members that must have a value first."""
        return tuple(map(self.transitions.entity.member, self.requires_names))


@part
class Transitions:
    """The states of a record, and the permitted transitions."""

    field_name: str
    track: bool = False
    """Whether each transition is recorded: who, when, from where to where."""
    rules: tuple[Transition, ...]
    entity: "Entity" = field(init=False, repr=False)

    @property
    def field(self) -> Field:
        """The `enum` whose values are the states."""
        return self.entity.field(self.field_name)

    @property
    def has_timed(self) -> bool:
        """Whether records make some of them by themselves."""
        return any(each.after is not None for each in self.rules)


@value
class Invariant:
    """A condition that no change may break."""

    condition: Expression
    message: str
    """The message for people when it is violated."""
    code: str | None = None
    """The error code for programs when it is violated."""


@value
class Permission:
    """A permission or a ban, which outweighs permissions."""

    effect: Literal["permit", "forbid"]
    operation: RecordOperation
    condition: Expression
    """When it applies, to one record and whoever is signed in."""


@value
class Scope:
    """A part of the records that people see; of several that apply, one is enough."""

    operation: RecordOperation
    condition: Expression
    """Which records; `true` for all of them."""
    personas: tuple[str, ...] = ()
    """The names of personas or roles that it applies to; everybody, if empty."""


@part
class SoftDelete:
    """Soft deletion: the fields that note it."""

    field_name: str
    person_name: str | None = None
    entity: "Entity" = field(init=False, repr=False)

    @property
    def field(self) -> Field:
        """The moment of deletion; null in a record that is there."""
        return self.entity.field(self.field_name)

    @property
    def person(self) -> Field | None:
        """A reference to whoever deleted the record."""
        return None if self.person_name is None else self.entity.field(self.person_name)


@part
class Versions:
    """Optimistic locking: the field that counts changes."""

    field_name: str
    history: bool = False
    """Whether earlier versions are kept."""
    entity: "Entity" = field(init=False, repr=False)

    @property
    def field(self) -> Field:
        """The number that grows with each change; a change of an older version is refused."""
        return self.entity.field(self.field_name)


@part
class Search:
    """The search of records, if it isn't as their fields say."""

    field_names: tuple[str, ...]
    full_text: bool = False
    """Whether words are found in any of their forms."""
    entity: "Entity" = field(init=False, repr=False)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that a search looks into, the most important first.

        Computed values aren't among them, though they may be named.
        """
        members = map(self.entity.member, self.field_names)
        return tuple(each for each in members if each in self.entity.fields)
