"""Random expressions are valid, go through everything, and are evaluated without a fault."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.expressions.coverage import (
    BERLIN,
    WANTED,
    count_seen,
    draw_table,
    list_nodes,
    read_batch,
    write_batch,
)
from tests.expressions.interpreter import evaluate, find
from tests.expressions.productions import LITERALS, WRITTEN
from tests.expressions.random_expressions import (
    TYPES,
    expressions,
    read_scopes,
    write_expressions,
)
from tests.expressions.random_worlds import make_world, worlds
from tests.expressions.world import Record, World

COUNT = 2000
FORMS = [form for table in (LITERALS, WRITTEN) for forms in table.values() for form in forms]
SCOPES = read_scopes()


@cache
def read_texts() -> list[str]:
    return write_batch(Random(1), COUNT)


@cache
def read_manifest() -> Any:
    """The manifest with all of them, which is read without a problem."""
    return read_batch(read_texts())


def list_lines(count: int) -> Iterator[Record]:
    """The lines of so many worlds."""
    for seed in range(count):
        yield from make_world(Random(seed), read_manifest(), BERLIN).list_records("Line")


def test_expressions_are_valid() -> None:
    assert len({*read_texts()}) > COUNT * 0.9
    computed = read_manifest()["entities"][-1]["computed"]
    assert len([each for each in computed if each["name"].startswith("value_")]) == COUNT


@pytest.mark.parametrize("entity", SCOPES)
def test_expressions_are_valid_about_each_entity(entity: str) -> None:
    random = Random(entity)
    texts = [text for kind in TYPES for text in write_expressions(random, SCOPES, entity, kind, 20)]
    rows = make_world(random, read_batch(texts, entity), BERLIN).list_records(entity)
    for record in rows:
        assert len([evaluate(node, record) for node in record.info.computed.values()]) > len(texts)


def test_same_seed_writes_the_same() -> None:
    assert write_batch(Random(4), 50) == write_batch(Random(4), 50) != write_batch(Random(5), 50)


def test_everything_is_gone_through() -> None:
    seen = count_seen([make_world(Random(seed), read_manifest(), BERLIN) for seed in range(4)])
    assert seen.keys() >= WANTED, draw_table(seen)


@pytest.mark.parametrize("form", FORMS)
def test_every_literal_is_written(form: str) -> None:
    assert any(form in text for text in read_texts())


@pytest.mark.parametrize("word", ["current_user", "role(", "today", "now", "null"])
def test_every_word_is_written(word: str) -> None:
    assert any(word in text for text in read_texts())


def test_results_are_of_their_type_and_within_what_is_promised() -> None:
    for record in list_lines(4):
        for node in record.info.computed.values():
            assert evaluate(node, record) is not None or node["type"] != "bool"
            for each in list_nodes(node):
                check_value(find(each, record), each["type"])


CLASSES = {
    "number": Fraction,
    "text": str,
    "bool": bool,
    "date": date,
    "datetime": date,
    "time": time,
    "duration": timedelta,
    "choice": str,
    "uuid": UUID,
}


def check_value(value: Any, kind: str) -> None:
    """Hold a value against what its type promises: 15 digits."""
    if value is None:
        return
    assert isinstance(value, CLASSES.get(kind, type(value)))
    if kind == "number":
        millionths = value * 10**6
        assert millionths.denominator == 1
        assert len(str(abs(millionths.numerator)).rstrip("0")) <= 15
    elif kind in ("date", "datetime"):
        assert 1 <= value.year <= 9999


def test_results_are_not_all_alike() -> None:
    """Hold against expressions that are mostly missing, or mostly false."""
    results: dict[str, list[Any]] = {kind: [] for kind in TYPES}
    for record in list_lines(4):
        for node in record.info.computed.values():
            results.setdefault(node["type"], []).append(evaluate(node, record))
    for kind in TYPES:
        there = [each for each in results[kind] if each is not None]
        assert len(there) > len(results[kind]) * 0.3, kind
    assert 0.25 < sum(results["bool"]) / len(results["bool"]) < 0.75


def test_aggregates_are_written_on_demand() -> None:
    texts = write_batch(Random(3), 600, has_aggregates=True)
    for word in ("count(", "sum(", "avg(", "min(", "max("):
        assert any(word in text for text in texts)
        assert not any(word in text for text in read_texts())
    assert all(text.count("(") == text.count(")") for text in texts)


@given(st.data(), worlds(read_batch([])), st.sampled_from(TYPES))
def test_strategies_give_what_can_be_evaluated(data: Any, world: World, kind: str) -> None:
    text = data.draw(expressions(SCOPES, "Line", kind))
    node = read_batch([text])["entities"][-1]["computed"][-1]["expression"]
    assert node["type"] == kind
    for record in world.list_records("Line"):
        check_value(find(node, record), kind)
