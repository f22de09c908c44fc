"""Workspaces: pages that show at a glance what matters, and the personas that begin with them."""

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from transformer.model.entities import Order
from transformer.model.expressions import Expression
from transformer.model.parts import part, value
from transformer.model.surfaces import Access, Surface

if TYPE_CHECKING:
    from transformer.model.entities import Entity
    from transformer.model.root import Model


@value
class Aggregate:
    """A number that is computed from many records."""

    name: str
    """Unique in its part of the page."""
    title: str
    expression: Expression


@part
class Region:
    """A part of a workspace."""

    name: str
    """Unique on its page."""
    title: str
    entity_name: str | None = None
    surface_name: str | None = None
    filter: Expression | None = None
    """Which of the records."""
    sort: tuple[Order, ...] = ()
    limit: int | None = None
    """The largest number of records that are shown."""
    display: Literal[
        "list", "grid", "timeline", "map", "kanban", "calendar", "bar_chart", "metrics"
    ]
    action_name: str | None = None
    empty: str | None = None
    """The text of an empty region."""
    aggregates: tuple[Aggregate, ...] = ()
    workspace: "Workspace" = field(init=False, repr=False)

    @property
    def entity(self) -> "Entity | None":
        """The entity whose records are shown; None where there are only numbers."""
        name = self.entity_name
        return None if name is None else self.workspace.model.entity(name)

    @property
    def surface(self) -> "Surface | None":
        """The surface that the records are shown as; None where the entity itself was named."""
        return self._find_surface(self.surface_name)

    @property
    def action(self) -> "Surface | None":
        """The surface that a record leads to."""
        return self._find_surface(self.action_name)

    def _find_surface(self, name: str | None) -> "Surface | None":
        return None if name is None else self.workspace.model.surface(name)


@part
class Workspace:
    """A page that shows at a glance what matters to somebody."""

    name: str
    title: str
    purpose: str | None = None
    """A sentence under the heading."""
    description: str | None = None
    access: Access | None = None
    regions: tuple[Region, ...]
    model: "Model" = field(init=False, repr=False)


@part
class Persona:
    """A role that people have."""

    name: str
    title: str
    description: str | None = None
    goals: tuple[str, ...] = ()
    default_workspace_name: str | None = None
    model: "Model" = field(init=False, repr=False)

    @property
    def default_workspace(self) -> Workspace | None:
        """The page that these people begin with."""
        name = self.default_workspace_name
        return None if name is None else self.model.workspace(name)
