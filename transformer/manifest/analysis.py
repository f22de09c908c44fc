"""Analysis of a project: all passes from its files to its manifest."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from transformer.diagnostics.problems import Problem, Span, has_errors, sort_problems
from transformer.dsl.patterns.expansion import trace_places, trace_problem
from transformer.manifest.analysis_result import Analysis
from transformer.manifest.checks.all_checks import check_draft
from transformer.manifest.checks.hidden_fields import find_shown_secrets
from transformer.manifest.checks.idle_rules import find_idle_rules
from transformer.manifest.checks.lost_dependents import find_lost_dependents
from transformer.manifest.checks.public_pages import find_closed_pages, find_public_contacts
from transformer.manifest.checks.scenario_records import find_scenario_problems
from transformer.manifest.checks.settled_rules import find_settled_rules
from transformer.manifest.checks.sign_up_rules import find_sign_up_problems
from transformer.manifest.checks.tenant_rules import find_tenant_problems
from transformer.manifest.completion.entity_defaults import complete_entities
from transformer.manifest.completion.resolved_expressions import complete_expressions
from transformer.manifest.completion.rule_defaults import complete_others, complete_rules
from transformer.manifest.completion.surface_defaults import complete_surfaces
from transformer.manifest.completion.tenant_scopes import complete_tenants
from transformer.manifest.draft import Draft
from transformer.manifest.inflection import split_name, title_from_name
from transformer.manifest.linking.links import link_draft
from transformer.manifest.loading.sources import read_sources
from transformer.manifest.lowering.block_lowering import lower_blocks
from transformer.manifest.lowering.extensions import report_extensions
from transformer.manifest.serialization.document import arrange_manifest
from transformer.model import build_model
from transformer.project.discovery import Project, find_project

_MODEL_CHECKS = (
    find_settled_rules,
    find_idle_rules,
    find_shown_secrets,
    find_closed_pages,
    find_public_contacts,
    find_tenant_problems,
    find_sign_up_problems,
    find_lost_dependents,
    find_scenario_problems,
)
"""What looks for mistakes that only a complete manifest shows."""


def read_project(path: Path) -> Analysis:
    """Analyze a project folder, a folder of .dsl files, or one such file."""
    project, problems, sources = find_project(path)
    if project is None:
        return Analysis(None, sort_problems(problems), sources, None)
    return _analyze(project, problems, sources, {})


def analyze_texts(project: Project, texts: Mapping[str, str]) -> Analysis:
    """Analyze a project as if its files had other texts: those by which they are shown."""
    return _analyze(project, [], {}, texts)


def _analyze(
    project: Project, problems: list[Problem], sources: dict[str, str], texts: Mapping[str, str]
) -> Analysis:
    blocks, expansions, found = read_sources(project, sources, texts)
    problems += found
    draft = lower_blocks(blocks, project)
    problems += _finish_draft(draft, project, can_finish=not has_errors(problems))
    problems = [trace_problem(problem, expansions) for problem in problems]
    manifest = None if has_errors(problems) else arrange_manifest(draft.document)
    places = trace_places(dict(_count_implied(draft)) if manifest else draft.places, expansions)
    return _check_model(Analysis(manifest, problems, sources, project, places))


def _check_model(analysis: Analysis) -> Analysis:
    """Report what is wrong in a complete manifest, such as idle rules; sort all problems."""
    found = analysis.problems
    if analysis.manifest is not None:
        model = build_model(analysis.manifest)
        for find in _MODEL_CHECKS:
            found = [*found, *find(model, analysis.locate)]
    manifest = None if has_errors(found) else analysis.manifest
    return replace(analysis, manifest=manifest, problems=sort_problems(found))


def _count_implied(draft: Draft) -> Iterator[tuple[str, Span]]:
    """Number the fields as the manifest does, where an implied key comes first."""
    implied = {
        f"entities/{number}/fields/"
        for number, entity in enumerate(draft.manifest["entities"])
        if f"entities/{number}/fields/{len(entity['fields']) - 1}" not in draft.places
    }
    for path, span in draft.places.items():
        start, word, rest = path.partition("/fields/")
        if f"{start}{word}" in implied:
            field, *inner = rest.split("/")
            path = "/".join([f"{start}{word}{int(field) + 1}", *inner])
        yield path, span


def _finish_draft(draft: Draft, project: Project, *, can_finish: bool) -> list[Problem]:
    """Link and check the draft and, if nothing is wrong, complete it."""
    link_draft(draft)
    check_draft(draft)
    if can_finish and not has_errors(draft.problems):
        _complete_app(draft, project)
        complete_expressions(draft)
        complete_rules(draft)
        complete_entities(draft)
        complete_tenants(draft)
        complete_surfaces(draft)
        complete_others(draft.manifest)
    report_extensions(draft)
    return draft.problems


def _complete_app(draft: Draft, project: Project) -> None:
    app = draft.manifest["app"]
    name = "_".join(split_name(project.name))
    safe = project.name if project.name.isidentifier() and project.name.isascii() else name.lower()
    is_plain = not any(letter.isspace() for letter in project.name)
    app.setdefault("name", safe if not safe[0].isdigit() else f"app_{safe}")
    named = app["name"] if app["name"] != safe else project.name
    is_plain = is_plain and named.isascii()
    app.setdefault("title", title_from_name(named) if is_plain else named)
