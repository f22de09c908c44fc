"""What templates read of the scenarios of an app."""

from dataclasses import dataclass

from transformer.backends.django.application import Application
from transformer.backends.django.imports import write_imports
from transformer.backends.django.scenario_classes import ScenarioView, view_scenarios


@dataclass(frozen=True, slots=True)
class ScenariosView:
    """The scenarios of an app; no words are about them where there are none."""

    scenarios: list[ScenarioView]
    scenario_imports: str
    has_scenarios: bool
    has_counted: bool
    """Whether a record is called by its place among those of its scenario."""


def make_scenarios(application: Application) -> ScenariosView:
    """Make what templates read of scenarios."""
    scenarios = list(view_scenarios(application))
    used = frozenset[str]().union(*(each.used for each in scenarios)) - {"self"}
    models = {each.model for each in application.names.entities.values()} & used
    local = {"records.scenarios": {"Scenario", "register"}, ".models": models}
    return ScenariosView(
        scenarios=scenarios,
        scenario_imports=write_imports(used - models, local),
        has_scenarios=bool(scenarios),
        has_counted=any("find_counted" in row for each in scenarios for row in each.rows),
    )
