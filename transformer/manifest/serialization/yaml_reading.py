"""A manifest in YAML, perhaps written by hand, to one that can be relied on."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from transformer.diagnostics.problems import Problem, Span, has_errors, sort_problems
from transformer.manifest.checks.order import check_manifest
from transformer.manifest.completion.expressions import complete_expressions
from transformer.manifest.draft import Draft
from transformer.manifest.reading import Reading
from transformer.manifest.serialization.document import arrange_manifest, fill_lists
from transformer.project.discovery import read_text, show_path
from transformer.project.yaml_nodes import YamlFault, compose_yaml, construct_yaml, find_clever

_DEEPEST = 200


def read_manifest(path: Path) -> Reading:
    """The manifest in a YAML file, checked against its schema and its own names."""
    text, problem = read_text(path)
    shown = show_path(path)
    if problem:
        return Reading(None, [problem], {}, None)
    value, places, problem = _parse_yaml(text, shown)
    if problem:
        return Reading(None, [problem], {shown: text}, None)
    problems = [_fault_problem(error, places) for error in _find_faults(value)]
    if not problems:
        fill_lists(value)
        draft = Draft(value, places)
        check_manifest(draft)
        problems = draft.problems
        if not has_errors(problems):
            complete_expressions(draft)
    manifest = None if has_errors(problems) else arrange_manifest(value)
    return Reading(manifest, sort_problems(problems), {shown: text}, None, places)


def _parse_yaml(text: str, file: str) -> tuple[Any, dict[str, Span], Problem | None]:
    """The document and the place of each of its parts; a problem where it isn't YAML."""
    places: dict[str, Span] = {"": Span(file, 1, 1, 2)}
    try:
        node = compose_yaml(text)
        fault = _note_places(node, file, places)
        value = None if fault else construct_yaml(text)
    except YamlFault as error:
        span = Span(file, error.line, error.column, error.column + 1)
        return None, places, Problem("yaml-syntax", span, {"reason": str(error)})
    return value, places, fault


def _note_places(node: Any, file: str, places: dict[str, Span]) -> Problem | None:
    """Note where each part stands; aliases, doubled keys and endless depth are refused."""
    waiting: list[tuple[str, Any]] = [("", node)] if node is not None else []
    seen: set[int] = set()
    while waiting:
        path, part = waiting.pop()
        places[path] = _span_of(part.start_mark, file, part)
        if id(part) in seen or path.count("/") > _DEEPEST:
            reason = "a part that is written elsewhere (`*`), or too deep a nesting"
            return Problem("yaml-syntax", places[path], {"reason": reason})
        if clever := find_clever(part):
            return Problem("yaml-syntax", places[path], {"reason": clever})
        seen.add(id(part))
        inner, fault = _list_parts(part, path, file)
        if fault:
            return fault
        waiting += inner
    return None


def _list_parts(node: Any, path: str, file: str) -> tuple[list[tuple[str, Any]], Problem | None]:
    prefix = f"{path}/" if path else ""
    if isinstance(node, yaml.SequenceNode):
        return [(f"{prefix}{number}", item) for number, item in enumerate(node.value)], None
    if not isinstance(node, yaml.MappingNode):
        return [], None
    parts: dict[str, Any] = {}
    for key, item in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else None
        if name is None or f"{prefix}{name}" in parts:
            words = {"reason": f"the key `{name}` is there twice" if name else "a key is no text"}
            return [], Problem("yaml-syntax", _span_of(key.start_mark, file, key), words)
        parts[f"{prefix}{name}"] = item
    return list(parts.items()), None


def _span_of(mark: Any, file: str, node: Any = None) -> Span:
    column = mark.column + 1
    is_short = isinstance(node, yaml.ScalarNode) and node.end_mark.line == mark.line
    end = node.end_mark.column + 1 if is_short else column + 1
    return Span(file, mark.line + 1, column, max(end, column + 1))


def _find_faults(value: Any) -> list[Any]:
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    from transformer.diagnostics.resources import read_schema

    # JSON Schema takes 5.0 for an integer, and `$` for the place before a last line break.
    types = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, item: type(item) is int)
    strict: Any = extend  # which has no types
    validator = strict(Draft202012Validator, {"pattern": _check_pattern}, type_checker=types)
    return list(validator(read_schema("manifest")).iter_errors(value))


def _check_pattern(_validator: Any, pattern: str, value: Any, _schema: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _fault_problem(error: Any, places: dict[str, Span]) -> Problem:
    from jsonschema.exceptions import best_match

    deepest = best_match([error]) or error
    path = "/".join(str(part) for part in deepest.absolute_path)
    while path and path not in places:
        path = path.rpartition("/")[0]
    shown = path.replace("/", ".") or "the manifest"
    return Problem("manifest-fault", places.get(path), {"path": shown, "reason": deepest.message})
