"""Entities: kinds of records, what belongs to one, and the relations between them."""

from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from transformer.model.display import DisplayPath, follow_display
from transformer.model.entity_fields import Field
from transformer.model.expressions import Aggregation, Expression, Path, list_operands
from transformer.model.parts import part
from transformer.model.relations import Relation
from transformer.model.rules import (
    Invariant,
    Permission,
    RecordOperation,
    Scope,
    Search,
    SoftDelete,
    Transitions,
    Unique,
    Versions,
)

if TYPE_CHECKING:
    from transformer.model.acceptance import Test
    from transformer.model.root import Model
    from transformer.model.surfaces import Surface
    from transformer.model.ux import Ux
    from transformer.model.workspaces import Region


@part
class Order:
    """A key to sort by."""

    field_name: str
    descending: bool
    """Whether the greatest value comes first."""
    owner: "Entity | Index | Ux | Region | Test" = field(init=False, repr=False)

    @property
    def entity(self) -> "Entity | None":
        """The entity whose records are sorted; None on a page without one."""
        return self.owner if isinstance(self.owner, Entity) else self.owner.entity

    @property
    def field(self) -> "Member | None":
        """What is sorted by; None on a page without an entity."""
        return None if self.entity is None else self.entity.member(self.field_name)


@part
class Index:
    """An order in which records are often looked up."""

    fields: tuple[Order, ...]
    entity: "Entity" = field(init=False, repr=False)


@part
class Computed:
    """A value that is computed from one record whenever it is asked for."""

    name: str
    title: str
    expression: Expression
    entity: "Entity" = field(init=False, repr=False)

    @cached_property
    def sensitive(self) -> bool:
        """Whether it is computed from something sensitive, or is a record that goes by that."""
        match self.expression:
            case Path(path=path, type="record"):
                last = self.entity.follow(path)[-1]
                target = None if isinstance(last, Computed) else last.target
                if target and any(each.sensitive for each in target.display_path.fields):
                    return True
        return _reads_sensitive(self.expression, self.entity)


def _reads_sensitive(expression: Expression, entity: "Entity") -> bool:
    match expression:
        case Path(path=path):
            return _leads_over_sensitive(path, entity)
        case Aggregation(entity=name):
            entity = entity.model.entity(name)
    return any(_reads_sensitive(operand, entity) for operand in list_operands(expression))


def _leads_over_sensitive(path: tuple[str, ...], entity: "Entity") -> bool:
    """Tell whether a path has something sensitive on it.

    A computed record on the way stands for the path to it: its name isn't what is read.
    """
    *way, last = entity.follow(path)
    rest = path[len(way) + 1 :]
    if any(isinstance(each, Field) and each.sensitive for each in way):
        return True
    if isinstance(last, Computed) and rest and isinstance(last.expression, Path):
        return _leads_over_sensitive((*last.expression.path, *rest), last.entity)
    return isinstance(last, Field | Computed) and last.sensitive


Member: TypeAlias = Field | Computed | Relation


@part
class Entity:
    """A kind of record."""

    name: str
    title: str
    """What people call one record."""
    plural: str
    """What people call several records."""
    description: str | None = None
    slug: str
    """The name in snake case, for identifiers made from it; unique, and with a letter first."""
    address: str
    """Where the entity's pages lie; unique."""
    was: str | None = None
    """The entity's earlier name, whose records it takes over."""
    extends: tuple[str, ...] = ()
    """The names of the archetypes whose fields are among these."""
    key_name: str
    display_name: str | None
    order: tuple[Order, ...]
    """How records are listed when nothing else is asked for."""
    deletable: bool
    """Whether people can delete a record on the app's pages."""
    fields: tuple[Field, ...]
    computed: tuple[Computed, ...] = ()
    relations: tuple[Relation, ...] = ()
    uniques: tuple[Unique, ...]
    indexes: tuple[Index, ...]
    transitions: Transitions | None = None
    """Which states may follow which; None where any may."""
    invariants: tuple[Invariant, ...] = ()
    permissions: tuple[Permission, ...] = ()
    """Who may do what; with any rule, what none of them allows is denied."""
    scopes: tuple[Scope, ...] = ()
    """Which records a person sees; an operation without any has those of `read` or `list`."""
    audit: tuple[RecordOperation, ...] = ()
    """The operations of which a record is kept: who, when, and what changed."""
    soft_delete: SoftDelete | None = None
    tenant_name: str | None = None
    versions: Versions | None = None
    search: Search | None = None
    filter_names: tuple[str, ...] = ()
    model: "Model" = field(init=False, repr=False)

    @cached_property
    def _fields(self) -> dict[str, Field]:
        return {each.name: each for each in self.fields}

    @cached_property
    def _members(self) -> dict[str, Member]:
        members: tuple[Member, ...] = (*self.relations, *self.computed, *self.fields)
        return {each.name: each for each in members}

    def field(self, name: str) -> Field:
        """Find a field by its name; KeyError if there is none."""
        return self._fields[name]

    def member(self, name: str) -> Member:
        """Find a field, computed value or relation by its name; KeyError if there is none."""
        return self._members[name]

    @property
    def key(self) -> Field:
        """The primary key."""
        return self._fields[self.key_name]

    @property
    def display(self) -> Field | None:
        """The field that names a record; None where title and key serve."""
        return None if self.display_name is None else self._fields[self.display_name]

    @property
    def tenant(self) -> Field | None:
        """The reference to the tenant that owns a record."""
        return None if self.tenant_name is None else self._fields[self.tenant_name]

    @property
    def filters(self) -> tuple[Member, ...]:
        """The members by which lists can be narrowed, where not as their types say."""
        return tuple(map(self.member, self.filter_names))

    @cached_property
    def display_path(self) -> DisplayPath:
        """The way to the text that names a record, over references."""
        return follow_display(self.display)

    @property
    def incoming_references(self) -> tuple[Field, ...]:
        """The references to this entity, its own among them, in order of declaration."""
        return self.model.references_to(self)

    @cached_property
    def links(self) -> tuple[Relation, ...]:
        """The `many_to_many` relations that start here."""
        return tuple(each for each in self.relations if each.is_link)

    @property
    def incoming_links(self) -> tuple[Relation, ...]:
        """The `many_to_many` relations that lead to this entity, in order of declaration."""
        return self.model.links_to(self)

    @property
    def surfaces(self) -> tuple["Surface", ...]:
        """The pages of the entity, in order of declaration."""
        return self.model.surfaces_of(self)

    def follow(self, path: tuple[str, ...]) -> tuple[Member, ...]:
        """Find the members that a path of names leads over; it ends before an account's.

        Raises KeyError where a name is no member of the entity that the path has come to.
        """
        entity: Entity | None = self
        found: list[Member] = []
        for name in path:
            if entity is None:
                break
            found.append(entity.member(name))
            entity = None if isinstance(found[-1], Computed) else found[-1].target
        return tuple(found)
