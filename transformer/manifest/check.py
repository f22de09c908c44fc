"""All that must hold in a manifest, in the order in which it is asked."""

from transformer.diagnostics import has_errors
from transformer.manifest.draft import Draft
from transformer.manifest.rules.circles import warn_of_circles
from transformer.manifest.rules.conditions import check_expressions
from transformer.manifest.rules.connections import check_connections
from transformer.manifest.rules.doubles import check_doubles
from transformer.manifest.rules.entities import check_entities
from transformer.manifest.rules.flows import check_flows
from transformer.manifest.rules.links import check_links
from transformer.manifest.rules.names import check_enums, check_names
from transformer.manifest.rules.people import check_people, check_states
from transformer.manifest.rules.reach import warn_of_unshown
from transformer.manifest.rules.surfaces import check_surfaces
from transformer.manifest.rules.trials import check_trials

_RULES = (
    check_names,
    check_enums,
    check_entities,
    check_surfaces,
    check_links,
    check_doubles,
    check_expressions,
    check_flows,
    check_connections,
    check_people,
    check_states,
    check_trials,
)
_WARNINGS = (warn_of_circles, warn_of_unshown)


def check_draft(draft: Draft) -> None:
    """Report all that is wrong with a draft, and all that is odd about it."""
    for rule in _RULES:
        rule(draft)
    if not has_errors(draft.problems):
        for warn in _WARNINGS:
            warn(draft)


def check_manifest(draft: Draft) -> None:
    """Report all that is wrong with a manifest that was not made by `read_project`."""
    for rule in _RULES:
        rule(draft)
    if not has_errors(draft.problems):
        from transformer.manifest.rules.whole import check_whole  # a project never needs it

        check_whole(draft)
