"""Expressions as trees: a closed union of classes, and inference that changes nothing."""

import copy
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest

from tests.projects import FIXTURES, PROJECTS
from tests.random_larger import join_blocks, write_blocks
from transformer.diagnostics.problems import has_errors
from transformer.diagnostics.resources import read_schema
from transformer.dsl.tables.expression_rows import read_expressions
from transformer.manifest import dump_manifest, read_manifest, read_project
from transformer.manifest.checks.all_checks import check_draft, check_manifest
from transformer.manifest.draft import Draft
from transformer.manifest.linking.links import link_draft
from transformer.manifest.loading.sources import read_sources
from transformer.manifest.lowering.block_lowering import lower_blocks
from transformer.manifest.serialization.document import fill_lists
from transformer.manifest.typing.nodes import Node, write_node
from transformer.manifest.typing.sites import list_sites
from transformer.project.discovery import find_project

EXAMPLES = [FIXTURES / name for name in PROJECTS]
MISTAKES = sorted((FIXTURES / "problems").glob("*.dsl"))
BRANCHES = {
    each["required"][0]: each for each in read_schema("manifest")["$defs"]["expression"]["oneOf"]
}
CLASSES = {fields(each)[0].name: each for each in get_args(Node)}

# What makes an operation, a call, an aggregation or a moment of each word of the table.
TEXT = """
entity Task:
  title: str
  hours: float
  due: date
  done: bool
  shown: computed {}
workspace desk:
  numbers:
    aggregate:
      total: {}
"""
OPERATORS = {
    "or": "done or done",
    "and": "done and done",
    "not": "not done",
    "is not null": "due is not null",
    "is null": "due is null",
    "not in": "hours not in [1]",
    "in": "hours in [1]",
    "contains": 'title contains "x"',
    "!=": "hours != 1",
    "<=": "hours <= 1",
    ">=": "hours >= 1",
    "=": "hours = 1",
    "<": "hours < 1",
    ">": "hours > 1",
    "+": "hours + 1",
    "-": "hours - 1",
    "*": "hours * 2",
    "/": "hours / 2",
    "negative": "-hours",
}
FUNCTIONS = {
    "days_since": "days_since(due)",
    "days_until": "days_until(due)",
    "round": "round(hours)",
}


def lower_project(path: Path) -> Draft:
    """The linked draft of a project, as it is before it is checked."""
    project, _, sources = find_project(path)
    assert project is not None
    blocks, _, _ = read_sources(project, sources)
    draft = lower_blocks(blocks, project)
    link_draft(draft)
    return draft


def read_filled(path: Path) -> dict[str, Any]:
    """The manifest of a project, with an empty list wherever one is left out."""
    manifest = read_project(path).manifest
    assert manifest is not None
    fill_lists(manifest)
    return manifest


def list_given(draft: Draft) -> list[Any]:
    """What a check is given, without what it reports and finds."""
    return [draft.manifest, draft.places, draft.broken, draft.kept]


def write_sample(folder: Path, text: str) -> Path:
    file = folder / "app.dsl"
    file.write_text(text, encoding="utf-8")
    return file


def list_nodes(value: Any) -> Iterator[dict[str, Any]]:
    """All nodes of the expressions in a part of a manifest."""
    if isinstance(value, list):
        for item in value:
            yield from list_nodes(item)
    elif isinstance(value, dict):
        if "type" in value or "list" in value:
            yield value
        for item in value.values():
            yield from list_nodes(item)


@pytest.mark.parametrize("path", [*EXAMPLES, *MISTAKES], ids=lambda path: path.stem)
def test_checks_change_nothing_of_a_draft(path: Path) -> None:
    draft = lower_project(path)
    before = copy.deepcopy(list_given(draft))
    check_draft(draft)
    assert list_given(draft) == before


@pytest.mark.parametrize("seed", range(20))
def test_checks_change_nothing_of_a_random_draft(tmp_path: Path, seed: int) -> None:
    draft = lower_project(write_sample(tmp_path, join_blocks(write_blocks(Random(seed), 3))))
    before = copy.deepcopy(list_given(draft))
    check_draft(draft)
    assert draft.resolved and not has_errors(draft.problems)
    assert list_given(draft) == before


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_checks_change_nothing_of_a_manifest(path: Path) -> None:
    manifest = read_filled(path)
    before = copy.deepcopy(manifest)
    draft = Draft(manifest)
    check_manifest(draft)
    assert manifest == before
    assert {site.path for site in list_sites(manifest)} == draft.resolved.keys()


@pytest.mark.parametrize("name", sorted(BRANCHES.keys() | CLASSES.keys()))
def test_each_node_of_the_schema_has_a_class(name: str) -> None:
    assert {each.name for each in fields(CLASSES[name])} == BRANCHES[name]["properties"].keys()


@pytest.mark.parametrize("seed", range(20))
def test_nodes_come_back_as_they_were(tmp_path: Path, seed: int) -> None:
    file = write_sample(tmp_path, join_blocks(write_blocks(Random(seed), 3)))
    sites = list(list_sites(read_filled(file)))
    assert sites
    for site in sites:
        written = write_node(site.read())
        assert dump_manifest({"node": written}) == dump_manifest({"node": site.holder[site.slot]})


def test_nodes_are_of_every_class() -> None:
    sites = [site for path in EXAMPLES for site in list_sites(read_filled(path))]
    keys = {next(iter(node)) for site in sites for node in list_nodes(site.holder[site.slot])}
    assert keys == CLASSES.keys()


def test_samples_are_of_every_word() -> None:
    assert OPERATORS.keys() == read_expressions()["operators"].keys()
    assert FUNCTIONS.keys() == read_expressions()["functions"].keys()


@pytest.mark.parametrize(
    ("key", "word", "computed"),
    [
        *(("operator", word, text) for word, text in OPERATORS.items()),
        *(("function", word, text) for word, text in FUNCTIONS.items()),
        *(("moment", word, f"{word} > {word}") for word in read_expressions()["moments"]),
    ],
)
def test_every_word_has_a_meaning(tmp_path: Path, key: str, word: str, computed: str) -> None:
    analysis = read_project(write_sample(tmp_path, TEXT.format(computed, "count(Task)")))
    assert analysis.manifest, analysis.problems
    expression = analysis.manifest["entities"][0]["computed"][0]["expression"]
    assert word in [node.get(key) for node in list_nodes(expression)]


@pytest.mark.parametrize(("word", "row"), read_expressions()["aggregates"].items())
def test_every_aggregate_has_a_meaning(tmp_path: Path, word: str, row: dict[str, Any]) -> None:
    taken = "Task.hours" if "takes" in row else "Task"
    number = f"{word}({taken} where done)"
    analysis = read_project(write_sample(tmp_path, TEXT.format("hours", number)))
    assert analysis.manifest, analysis.problems
    region = analysis.manifest["workspaces"][0]["regions"][0]
    expression = region["aggregates"][0]["expression"]
    assert (expression["aggregate"], expression["type"]) == (word, "number")
    assert expression["where"] == {"path": ["done"], "type": "bool"}


def test_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = write_sample(tmp_path, TEXT.format("hours in [1] and due > today", "count(Task)"))
    manifest = read_project(file).manifest
    assert manifest is not None
    written = tmp_path / "manifest.yaml"
    written.write_text(dump_manifest(manifest), encoding="utf-8")
    again = read_manifest(written).manifest
    assert again is not None and dump_manifest(again) == dump_manifest(manifest)
