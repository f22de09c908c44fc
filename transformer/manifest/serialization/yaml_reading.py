"""A manifest in YAML, perhaps written by hand, to one that can be relied on."""

from pathlib import Path

import yaml

from transformer.diagnostics.problems import Problem, Span, has_errors, sort_problems
from transformer.manifest.analysis_result import Analysis
from transformer.manifest.checks.all_checks import check_manifest
from transformer.manifest.completion.resolved_expressions import complete_expressions
from transformer.manifest.draft import Draft
from transformer.manifest.records.documents import Document
from transformer.manifest.serialization.document import arrange_manifest, fill_lists
from transformer.manifest.serialization.faults import find_faults
from transformer.project.discovery import read_text, show_path
from transformer.project.yaml_nodes import (
    YamlDataError,
    compose_yaml,
    construct_yaml,
    find_end,
    find_key_fault,
    find_start,
    find_unsupported,
    list_items,
    list_pairs,
    read_scalar,
)

_DEEPEST = 200


def read_manifest(path: Path) -> Analysis:
    """The manifest in a YAML file, checked against its schema and its own names."""
    text, problem = read_text(path)
    shown = show_path(path)
    if problem:
        return Analysis(None, [problem], {}, None)
    value, places, problem = _parse_yaml(text, shown)
    if problem:
        return Analysis(None, [problem], {shown: text}, None)
    problems = find_faults(value, places)
    if problems or not isinstance(value, dict):
        return Analysis(None, sort_problems(problems), {shown: text}, None, places)
    fill_lists(value)
    draft = Draft(value, places)
    check_manifest(draft)
    manifest = None
    if not has_errors(draft.problems):
        complete_expressions(draft)
        manifest = arrange_manifest(value)
    return Analysis(manifest, sort_problems(draft.problems), {shown: text}, None, places)


def _parse_yaml(text: str, file: str) -> tuple[Document, dict[str, Span], Problem | None]:
    """The document and the place of each of its parts; a problem where it isn't YAML."""
    places: dict[str, Span] = {"": Span(file, 1, 1, 2)}
    try:
        node = compose_yaml(text)
        fault = _note_places(node, file, places)
        value: Document = None if fault else construct_yaml(text)
    except YamlDataError as error:
        span = Span(file, error.line, error.column, error.column + 1)
        return None, places, Problem("yaml-syntax", span, {"reason": str(error)})
    return value, places, fault


def _note_places(node: yaml.Node | None, file: str, places: dict[str, Span]) -> Problem | None:
    """Note where each part stands; aliases, doubled keys and endless depth are refused."""
    waiting: list[tuple[str, yaml.Node]] = [("", node)] if node is not None else []
    seen: set[int] = set()
    while waiting:
        path, part = waiting.pop()
        places[path] = _span_of(part, file)
        if id(part) in seen or path.count("/") > _DEEPEST:
            reason = "a part that is written elsewhere (`*`), or too deep a nesting"
            return Problem("yaml-syntax", places[path], {"reason": reason})
        if unsupported := find_unsupported(part):
            return Problem("yaml-syntax", places[path], {"reason": unsupported})
        seen.add(id(part))
        inner, fault = _list_parts(part, path, file)
        if fault:
            return fault
        waiting += inner
    return None


def _list_parts(
    node: yaml.Node, path: str, file: str
) -> tuple[list[tuple[str, yaml.Node]], Problem | None]:
    prefix = f"{path}/" if path else ""
    parts = {f"{prefix}{number}": item for number, item in enumerate(list_items(node))}
    for key, item in list_pairs(node):
        name, fault = read_scalar(key), find_key_fault(key)
        if fault is None and f"{prefix}{name}" in parts:
            fault = f"the key `{name}` is there twice"
        if fault:
            return [], Problem("yaml-syntax", _span_of(key, file), {"reason": fault})
        parts[f"{prefix}{name}"] = item
    return list(parts.items()), None


def _span_of(node: yaml.Node, file: str) -> Span:
    start, last = find_start(node), find_end(node)
    column = start.column + 1
    is_short = isinstance(node, yaml.ScalarNode) and last.line == start.line
    end = last.column + 1 if is_short else column + 1
    return Span(file, start.line + 1, column, max(end, column + 1))
