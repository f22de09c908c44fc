"""What templates read of the transitions of an app."""

from dataclasses import dataclass

from transformer.backends.django.application import Application
from transformer.backends.django.asked_people import asks_role
from transformer.backends.django.imports import write_imports
from transformer.backends.django.transitions import WorkflowView, view_workflows

_OF_GUARDS = {"always", "by", "never", "requires", "role", "where"}
_OF_WORKFLOWS = {"ANY", "RecordTransitions", "register", "timed", "transition"}


@dataclass(frozen=True, slots=True)
class WorkflowsView:
    """The transitions of an app; no words are about them where no entity has any."""

    workflows: list[WorkflowView]
    workflow_imports: str
    has_transitions: bool
    has_role_guards: bool
    """Whether transitions ask for roles."""
    has_tracking: bool
    """Whether some of the transitions are recorded."""
    has_timed: bool
    """Whether rows make some of them by themselves."""

    def names(self, word: str) -> bool:
        """Whether guards use something by a name."""
        return any(word in each.used for each in self.workflows)


def make_workflows(application: Application) -> WorkflowsView:
    """Make what templates read of transitions."""
    names, entities = application.names, application.model.entities
    workflows = list(view_workflows(application.model, names))
    used = frozenset[str]().union(*(each.used for each in workflows))
    models = {names.account, *(each.model for each in names.entities.values())}
    local = {
        "records.guards": used & _OF_GUARDS,
        "records.transitions": used & _OF_WORKFLOWS,
        ".models": (used & models) | {each.model for each in workflows},
    }
    own = frozenset[str]().union(*local.values())
    return WorkflowsView(
        workflows=workflows,
        workflow_imports=write_imports(used - own, local),
        has_transitions=bool(workflows),
        has_role_guards=any(
            rule.condition is not None and asks_role(rule.condition)
            for each in entities
            for rule in (each.transitions.rules if each.transitions else ())
        ),
        has_tracking=any(each.track for each in workflows),
        has_timed=any(each.since for each in workflows),
    )
