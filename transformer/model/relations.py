"""Relations of entities beside their references."""

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from transformer.model.entity_fields import Field, Inverse, OnDelete
from transformer.model.parts import part

if TYPE_CHECKING:
    from transformer.model.entities import Entity


@part
class Relation:
    """A relation to other records, beside the references."""

    name: str
    title: str
    kind: Literal["has_many", "has_one", "embeds", "many_to_many"]
    """Many records or one that refer to this one, a part of this one, or many on both sides."""
    target_name: str
    via_name: str | None = None
    inverse: Inverse | None = None
    """`many_to_many`: the inverse, unless that relation is one itself."""
    was: str | None = None
    """The relation's earlier name, whose links it takes over."""
    on_delete: OnDelete | None = None
    """What happens to the other records on deletion; None where `via` says it."""
    readonly: bool = False
    """Whether the relation is shown but not changed here."""
    required: bool = False
    """`embeds`: whether no form makes a record without this part."""
    entity: "Entity" = field(init=False, repr=False)

    @property
    def target(self) -> "Entity":
        """The entity of the other records."""
        return self.entity.model.entity(self.target_name)

    @property
    def via(self) -> Field | None:
        """The reference by which the others refer to this one; None where links lead to them."""
        is_inverse = self.via_name is not None and self.kind != "many_to_many"
        return self.target.field(self.via_name) if is_inverse and self.via_name else None

    @property
    def opposite(self) -> "Relation | None":
        """`many_to_many`: the relation of the other entity whose inverse this one is."""
        if self.via_name is None or self.kind != "many_to_many":
            return None
        return next(each for each in self.target.relations if each.name == self.via_name)

    @property
    def has_lines(self) -> bool:
        """Whether forms may edit the records in place: those that refer to this one."""
        return self.via is not None and not self.readonly

    @property
    def is_link(self) -> bool:
        """Whether the relation links any number of records on both sides, and starts here."""
        return self.kind == "many_to_many" and self.via_name is None
