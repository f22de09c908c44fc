"""All that must hold in a manifest, in the order in which it is asked."""

from transformer.diagnostics.problems import has_errors
from transformer.manifest.checks.conditions import check_expressions
from transformer.manifest.checks.connections import check_connections
from transformer.manifest.checks.cycles import warn_of_cycles
from transformer.manifest.checks.entities import check_entities
from transformer.manifest.checks.flows import check_flows
from transformer.manifest.checks.names import check_enums, check_names
from transformer.manifest.checks.people import check_people, check_states
from transformer.manifest.checks.reachability import warn_of_unshown
from transformer.manifest.checks.references import check_links
from transformer.manifest.checks.surfaces import check_surfaces
from transformer.manifest.checks.tests import check_tests
from transformer.manifest.checks.uniqueness import check_uniqueness
from transformer.manifest.draft import Draft

_RULES = (
    check_names,
    check_enums,
    check_entities,
    check_surfaces,
    check_links,
    check_uniqueness,
    check_expressions,
    check_flows,
    check_connections,
    check_people,
    check_states,
    check_tests,
)
_WARNINGS = (warn_of_cycles, warn_of_unshown)


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
        from transformer.manifest.checks.completeness import (
            check_completeness,  # a project never needs it
        )

        check_completeness(draft)
