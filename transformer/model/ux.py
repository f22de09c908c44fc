"""The purpose of a page, and what people need of it beyond its fields."""

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from transformer.model.entities import Order
from transformer.model.expressions import Expression
from transformer.model.parts import part

if TYPE_CHECKING:
    from transformer.model.entities import Entity, Member
    from transformer.model.surfaces import Surface


@part
class Attention:
    """A reason for attention to records."""

    level: Literal["critical", "warning", "notice", "info"]
    when: Expression
    """Which records."""
    message: str | None = None
    """The text beside such a record."""
    action_name: str | None = None
    ux: "Ux" = field(init=False, repr=False)

    @property
    def action(self) -> "Surface | None":
        """The surface that helps."""
        return _find_surface(self.ux, self.action_name)


@part
class Variant:
    """The differences of a page for one persona."""

    persona: str
    """The name of a persona or a role."""
    scope: Expression | None = None
    """Which records the persona sees here; None for all."""
    purpose: str | None = None
    """A sentence under the heading, for this persona."""
    show_names: tuple[str, ...] = ()
    hide_names: tuple[str, ...] = ()
    show_aggregate: tuple[str, ...] = ()
    """The numbers to show: `total`, or names of aggregates of a workspace."""
    action_primary_name: str | None = None
    read_only: bool = False
    """Whether the persona can change nothing here."""
    ux: "Ux" = field(init=False, repr=False)

    @property
    def show(self) -> tuple["Member", ...]:
        """The members to show instead."""
        return _find_members(self.ux, self.show_names)

    @property
    def hide(self) -> tuple["Member", ...]:
        """The members to hide."""
        return _find_members(self.ux, self.hide_names)

    @property
    def action_primary(self) -> "Surface | None":
        """The surface that the main button leads to."""
        return _find_surface(self.ux, self.action_primary_name)


@part
class Ux:
    """The purpose of a page, and what people need of it."""

    purpose: str | None = None
    """A sentence under the page's heading."""
    show_names: tuple[str, ...] = ()
    sort: tuple[Order, ...] = ()
    """The default order of the records."""
    filter_names: tuple[str, ...] = ()
    search_names: tuple[str, ...] = ()
    empty: str | None = None
    """The text of an empty list."""
    attentions: tuple[Attention, ...] = ()
    """Records that deserve attention; the first that applies counts."""
    variants: tuple[Variant, ...] = ()
    surface: "Surface" = field(init=False, repr=False)

    @property
    def entity(self) -> "Entity | None":
        """The entity of the page."""
        return self.surface.entity

    @property
    def show(self) -> tuple["Member", ...]:
        """The fields and computed values to show, instead of the sections'."""
        return _find_members(self, self.show_names)

    @property
    def filter(self) -> tuple["Member", ...]:
        """The members that the list can be filtered by."""
        return _find_members(self, self.filter_names)

    @property
    def search(self) -> tuple["Member", ...]:
        """The members that a search looks into."""
        return _find_members(self, self.search_names)


def _find_members(ux: Ux, names: tuple[str, ...]) -> tuple["Member", ...]:
    return tuple(map(ux.entity.member, names)) if ux.entity else ()


def _find_surface(ux: Ux, name: str | None) -> "Surface | None":
    return None if name is None else ux.surface.model.surface(name)
