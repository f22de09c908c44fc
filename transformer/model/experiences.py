"""Experiences: flows over several pages."""

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from transformer.model.parts import part

if TYPE_CHECKING:
    from transformer.model.connections import Integration, IntegrationAction
    from transformer.model.root import Model
    from transformer.model.surfaces import Surface


@part
class Outcome:
    """A way on from a step."""

    event: str
    """What happened: `success`, `failure`, `cancel`, or the name of an action of the page."""
    step_name: str
    owner: "Step" = field(init=False, repr=False)

    @property
    def step(self) -> "Step":
        """The step that comes next."""
        return self.owner.experience.step(self.step_name)


@part
class Step:
    """A step of a flow."""

    name: str
    """Unique in its flow."""
    title: str
    kind: Literal["surface", "process", "integration"]
    """Whether it is a page, something the app does by itself, or a call of another system."""
    surface_name: str | None = None
    integration_name: str | None = None
    action_name: str | None = None
    outcomes: tuple[Outcome, ...] = ()
    experience: "Experience" = field(init=False, repr=False)

    @property
    def surface(self) -> "Surface | None":
        """`surface`: the page."""
        name = self.surface_name
        return None if name is None else self.experience.model.surface(name)

    @property
    def integration(self) -> "Integration | None":
        """`integration`: the connection to another system."""
        name = self.integration_name
        return None if name is None else self.experience.model.integration(name)

    @property
    def action(self) -> "IntegrationAction | None":
        """`integration`: what the connection does there."""
        if self.integration is None or self.action_name is None:
            return None
        return self.integration.action(self.action_name)


@part
class Experience:
    """A flow over several pages, kept per person and resumable."""

    name: str
    title: str
    description: str | None = None
    start_name: str
    steps: tuple[Step, ...]
    model: "Model" = field(init=False, repr=False)

    @property
    def start(self) -> Step:
        """The step that the flow begins with."""
        return self.step(self.start_name)

    def step(self, name: str) -> Step:
        """Find a step by its name; KeyError if there is none."""
        return {step.name: step for step in self.steps}[name]
