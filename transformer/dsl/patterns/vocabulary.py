"""Vocabularies: the patterns of a project and the built-in ones."""

from collections.abc import Iterable
from typing import Any, NotRequired, TypedDict

import yaml

from transformer.diagnostics.problems import Problem, Span
from transformer.diagnostics.resources import read_schema
from transformer.dsl.patterns.expansion import Argument, Parameter, Pattern
from transformer.project.yaml_nodes import (
    YamlDataError,
    compose_yaml,
    construct_yaml,
    find_start,
    list_items,
    list_pairs,
    read_scalar,
    require_plain_nodes,
)


class _ParameterEntry(TypedDict):
    """A parameter as a vocabulary has it."""

    name: str
    type: str
    required: NotRequired[bool]
    default: NotRequired[Argument]


class _Expansion(TypedDict):
    """The lines that a pattern stands for."""

    body: str


class _Entry(TypedDict):
    """A pattern as a vocabulary has it."""

    id: str
    parameters: NotRequired[list[_ParameterEntry]]
    expansion: _Expansion


def read_vocabulary(text: str, file: str) -> tuple[dict[str, Pattern], list[Problem]]:
    """Read the patterns of a vocabulary by name, and the problems with it."""
    try:
        node = compose_yaml(text)
        require_plain_nodes(node)
        value = construct_yaml(text)
    except YamlDataError as fault:
        span = Span(file, fault.line, fault.column, fault.column + 1)
        return {}, [Problem("bad-vocabulary", span, {"reason": str(fault)})]
    problems = _find_faults(value, node, file)
    if problems:
        return {}, problems
    patterns = {}
    entries: list[_Entry] = value["entries"]
    for entry, place in zip(entries, list_items(_dig(node, "entries")), strict=True):
        first = _find_first_line(_dig(place, "expansion", "body"))
        source = tuple(text.split("\n"))
        patterns[entry["id"]] = _make_pattern(entry, file, source, first)
    return patterns, []


def _find_first_line(body: yaml.Node | None) -> int:
    """Find the line where a text begins, counted from 1: the one after `|` or `>`."""
    is_block = isinstance(body, yaml.ScalarNode) and body.style in ("|", ">")
    return (find_start(body).line if body else 0) + (2 if is_block else 1)


def _make_pattern(entry: _Entry, file: str, source: tuple[str, ...], first: int) -> Pattern:
    parameters = tuple(
        Parameter(row["name"], row["type"], row.get("required", False), row.get("default"))
        for row in entry.get("parameters", ())
    )
    return Pattern(entry["id"], parameters, entry["expansion"]["body"], file, source, first)


def _find_faults(value: Any, node: yaml.Node | None, file: str) -> list[Problem]:
    from jsonschema import Draft202012Validator

    # Of several problems of one part, the first is enough.
    faults: dict[tuple[str | int, ...], str] = {}
    for fault in Draft202012Validator(read_schema("vocabulary")).iter_errors(value):
        faults.setdefault(tuple(fault.absolute_path), fault.message)
    return [
        Problem("bad-vocabulary", _place(node, path, file), {"reason": reason})
        for path, reason in faults.items()
    ]


def _place(node: yaml.Node | None, path: Iterable[str | int], file: str) -> Span:
    """Find the span of a part of the document, or of the nearest part around it."""
    for step in path:
        inner = list_items(node)[step] if isinstance(step, int) else _dig(node, step)
        node = inner or node
    mark = find_start(node) if node else None
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return Span(file, line + 1, column + 1, column + 2)


def _dig(node: yaml.Node | None, *keys: str) -> yaml.Node | None:
    """Find the node below a mapping's keys; None if there is none."""
    for key in keys:
        node = next((value for name, value in list_pairs(node) if read_scalar(name) == key), None)
    return node
