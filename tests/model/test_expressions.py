"""Expressions as trees that one can match and walk."""

from dataclasses import is_dataclass
from typing import Any, get_args

import pytest
from hypothesis import given

from tests.model.test_records import list_parts, read_example
from tests.projects import PROJECTS
from tests.random_larger import join_blocks, larger_projects
from tests.test_random_larger import manifest_of, repeat
from transformer.model import build_model
from transformer.model.expressions import (
    Aggregation,
    Call,
    ChoiceValue,
    Constant,
    Expression,
    Operation,
    Path,
    ValueList,
    walk_expression,
)

OPEN = Operation(
    "in",
    (
        Path(("status",), type="choice"),
        ValueList((ChoiceValue("open", type="choice"), ChoiceValue("new", type="choice"))),
    ),
    type="bool",
)
DAYS = Call("days_since", (Path(("created",), type="date"),), type="number")


def test_walk_goes_from_the_root_to_the_right() -> None:
    assert [type(node).__name__ for node in walk_expression(OPEN)] == [
        *["Operation", "Path", "ValueList", "ChoiceValue", "ChoiceValue"],
    ]
    assert [*walk_expression(DAYS)] == [DAYS, *DAYS.arguments]


def test_condition_of_an_aggregation_is_below_it() -> None:
    counted = Aggregation("count", "Ticket", where=OPEN, type="number")
    assert [*walk_expression(counted)] == [counted, *walk_expression(OPEN)]
    whole = Aggregation("count", "Ticket", type="number")
    assert [*walk_expression(whole)] == [whole]


def test_value_of_an_aggregation_is_below_it_before_its_condition() -> None:
    relation = ("project", "tickets")
    taken = Aggregation("max", "Ticket", relation, DAYS, OPEN, type="number")
    assert [*walk_expression(taken)] == [taken, *walk_expression(DAYS), *walk_expression(OPEN)]
    whole = Aggregation("max", "Ticket", value=DAYS, type="number")
    assert [*walk_expression(whole)] == [whole, *walk_expression(DAYS)]


def test_aggregation_of_a_manifest_is_built_with_all_of_it() -> None:
    house = build_model(read_example("repair_desk")).entity("House")
    said = {each.name: each.expression for each in house.computed}
    match said["waiting"], said["spent"]:
        case Aggregation(value=None, where=Operation()) as counted, Aggregation() as summed:
            assert (counted.entity, counted.relation) == ("Repair", ("repairs",))
            assert summed.value == Path(("cost",), type="number")
        case _:
            pytest.fail("both are aggregations")


def test_node_is_matched_by_position() -> None:
    match OPEN:
        case Operation("in", (Path((name,)), ValueList(values))):
            assert name == "status"
            assert len(values) == 2
        case _:
            pytest.fail("the pattern is that of the tree")


def test_trees_are_compared_by_what_they_say() -> None:
    again = Operation("in", OPEN.operands, type="bool")
    assert again == OPEN
    assert hash(again) == hash(OPEN)
    assert again != Operation("not in", OPEN.operands, type="bool")
    assert Constant(1, type="number") != Constant(True, type="bool")


def count_records(value: Any) -> int:
    """The expressions in a part of a manifest: all its records."""
    if isinstance(value, list):
        return sum(map(count_records, value))
    return 1 + sum(map(count_records, value.values())) if isinstance(value, dict) else 0


@repeat(40)
@given(larger_projects())
def test_walk_visits_each_node_once(blocks: list[str]) -> None:
    manifest = manifest_of(join_blocks(blocks))
    model = build_model(manifest)
    for entity, record in zip(model.entities, manifest["entities"], strict=True):
        for rule, said in zip(entity.permissions, record.get("permissions", []), strict=True):
            nodes = list(walk_expression(rule.condition))
            assert len(nodes) == count_records(said["condition"])


def test_examples_have_nodes_of_each_kind() -> None:
    found: set[type] = set()
    for name in PROJECTS:
        parts = (part for part, _ in list_parts(build_model(read_example(name))))
        found |= {type(part) for part in parts if is_dataclass(part)}
    assert set(get_args(Expression)) <= found
