"""All checks, in their order."""

from transformer.diagnostics.problems import has_errors
from transformer.manifest.checks.acceptance_checks import check_tests
from transformer.manifest.checks.connection_checks import check_connections
from transformer.manifest.checks.cycles import warn_of_cycles
from transformer.manifest.checks.entity_checks import check_entities, warn_of_sensitive_names
from transformer.manifest.checks.expression_checks import check_expressions
from transformer.manifest.checks.flow_checks import check_flows
from transformer.manifest.checks.link_checks import check_computed_uses, check_links
from transformer.manifest.checks.name_checks import check_enums, check_names
from transformer.manifest.checks.nesting import warn_of_nesting
from transformer.manifest.checks.people_checks import check_people, check_states, check_tenants
from transformer.manifest.checks.reachability import warn_of_unshown_entities
from transformer.manifest.checks.surface_checks import check_surfaces
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
    check_computed_uses,
    check_flows,
    check_connections,
    check_people,
    check_states,
    check_tenants,
    check_tests,
)
_WARNINGS = (
    warn_of_cycles,
    warn_of_nesting,
    warn_of_sensitive_names,
    warn_of_unshown_entities,
)


def check_draft(draft: Draft) -> None:
    """Report all errors and, if there are none, all warnings."""
    for rule in _RULES:
        rule(draft)
    if not has_errors(draft.problems):
        for warn in _WARNINGS:
            warn(draft)


def check_manifest(draft: Draft) -> None:
    """Report all errors of a manifest that was not made by `read_project`."""
    for rule in _RULES:
        rule(draft)
    if not has_errors(draft.problems):
        from transformer.manifest.checks.completeness import (
            check_completeness,  # a project never needs it
        )

        check_completeness(draft)
