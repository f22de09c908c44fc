"""The interpreter does what docs/language.md says that expressions mean, sentence by sentence."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.expressions import day_cases, many_cases, meaning_cases
from tests.expressions.interpreter import evaluate
from tests.expressions.world import EntityInfo, Node, Record, World, describe_entities
from tests.projects import ROOT
from transformer.manifest import read_project

PROJECT = Path(__file__).with_name("project.dsl")
CASES = [
    (sentence, *case)
    for sentence, cases in {**meaning_cases.CASES, **day_cases.CASES}.items()
    for case in cases
]
MANY_CASES = [(sentence, *case) for sentence, cases in many_cases.CASES.items() for case in cases]
# Where it holds, and what a paragraph is about.
UNTRIED = (
    "They mean the same wherever they are used, and on every database.",
    "**Missing values.**",
    "**Days and moments.**",
)
# The entity and the key of each record that a path leads to.
WAYS = {
    "order": ("Order", 1),
    "order.customer": ("Customer", "c"),
    "order.customer.region": ("Region", "r"),
    "current_user": ("Member", 1),
}
Found = dict[str, dict[str, Any]]


@cache
def read_cases() -> tuple[Mapping[str, EntityInfo], Mapping[str, Node]]:
    """The entities of the project, and the expressions of all cases by their texts."""
    texts = list({text for _, text, _, _ in CASES})
    lines = "".join(f"  case_{n}: computed {text}\n" for n, text in enumerate(texts))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "app.dsl"
        file.write_text(PROJECT.read_text(encoding="utf-8") + lines, encoding="utf-8")
        analysis = read_project(file)
    assert analysis.manifest is not None, analysis.problems
    entities = describe_entities(analysis.manifest)
    computed = entities["Line"].computed
    return entities, {text: computed[f"case_{n}"] for n, text in enumerate(texts)}


def build_world(values: Mapping[str, Any], **rows: dict[Any, dict[str, Any]]) -> Record:
    """A line, and a world with it, of the values by their paths."""
    found: Found = {"": {}}
    for path, value in values.items():
        way, _, name = path.rpartition(".")
        find_row(way, found, rows)[name] = value
    entities, _ = read_cases()
    world = World(
        entities,
        rows,
        now=day_cases.NOW,
        timezone=ZoneInfo("Europe/Berlin"),
        person=1 if "current_user" in found else None,
        person_entity="Member",
        roles=frozenset(values.get("roles", "").split()),
    )
    return Record(world, "Line", found[""])


def find_row(way: str, found: Found, rows: dict[str, dict[Any, dict[str, Any]]]) -> dict[str, Any]:
    """The record that a way leads to, made and referred to if there is none yet."""
    if way not in found:
        entity, key = WAYS[way]
        found[way] = rows.setdefault(entity, {}).setdefault(key, {})
        found[way][read_cases()[0][entity].key] = key
        before, _, reference = way.rpartition(".")
        find_row(before, found, rows)[reference] = key
    return found[way]


def check(result: Any, wanted: Any) -> None:
    """Hold a result against another, which is of the same type, too."""
    wanted = Decimal(wanted) if type(wanted) is int else wanted
    assert (type(result), result) == (type(wanted), wanted)


@pytest.mark.parametrize(("sentence", "text", "values", "wanted"), CASES)
def test_expression_means(sentence: str, text: str, values: dict[str, Any], wanted: Any) -> None:
    check(evaluate(read_cases()[1][text], build_world(values)), wanted)


@pytest.mark.parametrize(("sentence", "node", "lines", "wanted"), MANY_CASES)
def test_aggregation_means(
    sentence: str, node: Node, lines: list[dict[str, Any]], wanted: Any
) -> None:
    strange = {"order": 2, "price": Decimal(9), "due": day_cases.TODAY, "pieces": 7}
    rows = {n: {"id": n, "order": 1, **line} for n, line in enumerate(lines)}
    world = build_world({}, Line={**rows, "strange": strange}).world
    check(evaluate(node, Record(world, "Order", {"number": 1})), wanted)


def test_aggregation_may_begin_at_a_reference_or_anywhere() -> None:
    lines = {n: {"id": n, "order": number} for n, number in enumerate([1, 1, 2, None])}
    line = build_world({"order.whole": 1}, Line=lines)
    count = many_cases.take("count")
    check(evaluate({**count, "relation": ["order", "lines"]}, line), 2)
    check(evaluate({**count, "relation": ["order", "lines"]}, Record(line.world, "Line")), 0)
    del count["relation"]
    check(evaluate(count, line), 4)


def test_each_sentence_has_cases() -> None:
    page = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
    section = page.split("### What expressions mean\n")[1].split("\n## ")[0]
    text = " ".join(section.split())
    sentences = [*UNTRIED, *dict.fromkeys(each[0] for each in [*CASES, *MANY_CASES])]
    for sentence in sentences:
        assert sentence in text, sentence
        text = text.replace(sentence, "")
    assert not re.sub(r"[-\s]", "", text)
