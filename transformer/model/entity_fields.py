"""Fields of entities, their types and values, and the enumerations that these come from."""

from dataclasses import field
from typing import TYPE_CHECKING, Literal, TypeAlias

from transformer.model.display import DisplayPath, follow_display
from transformer.model.expressions import Expression, Moment, Scalar
from transformer.model.parts import part, value

if TYPE_CHECKING:
    from transformer.model.entities import Entity
    from transformer.model.root import Model

FieldType: TypeAlias = str
"""A type of the language. Not a `Literal`: types are rows of tables, and a new one is no code."""
OnDelete: TypeAlias = Literal["cascade", "restrict", "nullify"]


@value
class Choice:
    """A value of an enumeration, as it is stored, and what people read."""

    value: str
    title: str
    was: str | None = None
    """What it was called before, where records may still have that."""


@part
class Enum:
    """An enumeration with a name of its own."""

    name: str
    title: str
    values: tuple[Choice, ...]
    model: "Model" = field(init=False, repr=False)


@value
class FixedDefault:
    """A default that is the same for each record; a decimal, a date or a time as text."""

    value: Scalar


@value
class MomentDefault:
    """A default that is counted from the moment in which a record is made."""

    moment: Moment
    offset: int
    """Seconds to add or, if negative, to take off."""


Default: TypeAlias = FixedDefault | MomentDefault


@value
class Inverse:
    """The inverse of a reference: from its target to the records that refer to it."""

    name: str
    """An identifier, unique among the target's fields and inverses."""
    title: str


@part
class Field:
    """One value that every record of an entity has."""

    name: str
    title: str
    help: str | None = None
    type: FieldType
    length: int | None = None
    """`str`: the greatest number of characters."""
    digits: int | None = None
    """`decimal`: how many digits there are in all."""
    places: int | None = None
    """`decimal`: how many of the digits follow the point."""
    currency: str | None = None
    """`money`: the ISO 4217 code; None where the app deals in one that goes without saying."""
    values: tuple[Choice, ...] | None = None
    """`enum`: the values, also where `enum` is a shared enumeration."""
    enum_name: str | None = None
    target_name: str | None = None
    target_kind: Literal["entity", "account"] | None = None
    """`ref`: whether the target is an entity or an account with which people sign in."""
    on_delete: OnDelete | None = None
    """`ref`: what happens to this record when the target is to be deleted."""
    inverse: Inverse | None = None
    required: bool
    """Whether a person has to give a value."""
    nullable: bool
    """Whether the store may hold no value. An optional text is the empty string instead."""
    unique: Literal["no", "always", "present"]
    """Whether no two records may share a value; `present`: of those that have one."""
    input: Literal["always", "create", "never"]
    """When people may give the value."""
    automatic: Literal["uuid", "sequence", "created", "updated"] | None = None
    """The source of the value if people don't give it."""
    default: Default | None = None
    minimum: int | float | None = None
    """The least value; for a text, the least number of characters."""
    maximum: int | float | None = None
    """The greatest value; for a text, the greatest number of characters."""
    pattern: str | None = None
    """A regular expression that a text has to contain a match of."""
    pattern_message: str | None = None
    searchable: bool = False
    indexed: bool = False
    """Whether records are often looked up by this value."""
    sensitive: bool = False
    """Whether the value is masked in lists and left out of exports and logs."""
    pii: str | None = None
    """The category of personal data that the value is."""
    was: str | None = None
    """The field's earlier name, whose data it takes over."""
    fill: Expression | None = None
    """What records get that have no value when they need one."""
    entity: "Entity" = field(init=False, repr=False)

    @property
    def is_key(self) -> bool:
        """Whether the field is the primary key."""
        return self.name == self.entity.key_name

    @property
    def is_display(self) -> bool:
        """Whether the field's value names a record."""
        return self.name == self.entity.display_name

    @property
    def is_reference(self) -> bool:
        """Whether the value is a record of an entity, or an account."""
        return self.target_name is not None

    @property
    def enum(self) -> Enum | None:
        """The shared enumeration that the values come from."""
        return None if self.enum_name is None else self.entity.model.enum(self.enum_name)

    @property
    def target(self) -> "Entity | None":
        """The entity that a reference leads to; None if the field is none, or for an account."""
        if self.target_name is None or self.target_kind == "account":
            return None
        return self.entity.model.entity(self.target_name)

    @property
    def display_path(self) -> DisplayPath:
        """The way from this field to a text, over what each target is displayed as."""
        return follow_display(self)
