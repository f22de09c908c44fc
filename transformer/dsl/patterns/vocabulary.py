"""Patterns: what a project's vocabulary and the built-in one offer to `@use`."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from transformer.diagnostics.problems import Problem, Span
from transformer.diagnostics.resources import read_schema
from transformer.dsl.patterns.expansion import Parameter, Pattern
from transformer.project.yaml_nodes import (
    YamlFault,
    compose_yaml,
    construct_yaml,
    refuse_cleverness,
)


def read_vocabulary(text: str, file: str) -> tuple[dict[str, Pattern], list[Problem]]:
    """The patterns in a vocabulary by name, and what is wrong with it."""
    try:
        node = compose_yaml(text)
        refuse_cleverness(node)
        value = construct_yaml(text)
    except YamlFault as fault:
        span = Span(file, fault.line, fault.column, fault.column + 1)
        return {}, [Problem("bad-vocabulary", span, {"reason": str(fault)})]
    problems = _find_faults(value, node, file)
    if problems:
        return {}, problems
    patterns = {}
    for entry, place in zip(value["entries"], _dig(node, "entries").value, strict=True):
        body = _dig(place, "expansion", "body")
        is_block = body.style in ("|", ">")
        first = body.start_mark.line + (2 if is_block else 1)
        source = tuple(text.split("\n"))
        patterns[entry["id"]] = _make_pattern(entry, file, source, first)
    return patterns, []


def _make_pattern(
    entry: Mapping[str, Any], file: str, source: tuple[str, ...], first: int
) -> Pattern:
    parameters = tuple(
        Parameter(row["name"], row["type"], row.get("required", False), row.get("default"))
        for row in entry.get("parameters", ())
    )
    return Pattern(entry["id"], parameters, entry["expansion"]["body"], file, source, first)


def _find_faults(value: Any, node: Any, file: str) -> list[Problem]:
    from jsonschema import Draft202012Validator

    # Of several faults of one part, the first says enough.
    faults: dict[tuple[Any, ...], str] = {}
    for fault in Draft202012Validator(read_schema("vocabulary")).iter_errors(value):
        faults.setdefault(tuple(fault.absolute_path), fault.message)
    return [
        Problem("bad-vocabulary", _place(node, path, file), {"reason": reason})
        for path, reason in faults.items()
    ]


def _place(node: Any, path: Iterable[Any], file: str) -> Span:
    """Where a part of the document stands, or the nearest part around it."""
    for step in path:
        inner = node.value[step] if isinstance(step, int) else _dig(node, step)
        node = inner or node
    line, column = (node.start_mark.line, node.start_mark.column) if node else (0, 0)
    return Span(file, line + 1, column + 1, column + 2)


def _dig(node: Any, *keys: str) -> Any:
    """The node below a mapping's keys, or None."""
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in pairs if name.value == key), None)
    return node
