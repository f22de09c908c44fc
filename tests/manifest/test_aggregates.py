"""Aggregates: over what refers to a record, and over all records of an entity."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.manifest.shop import find_expression, read_shop
from transformer.manifest import read_project

STRIPPED = yaml.safe_load(Path(__file__).with_name("aggregates.yaml").read_text(encoding="utf-8"))


def strip_types(node: Any) -> Any:
    """A tree without the types of its nodes."""
    if isinstance(node, list):
        return [strip_types(each) for each in node]
    if isinstance(node, dict):
        return {key: strip_types(each) for key, each in node.items() if key != "type"}
    return node


@pytest.mark.parametrize(("said", "meant"), STRIPPED.items())
def test_aggregate_of_a_record(tmp_path: Path, said: str, meant: dict[str, Any]) -> None:
    found = find_expression(read_shop(tmp_path, order=f"x: computed {said}"))
    assert strip_types(found) | {"type": found["type"]} == meant


@pytest.mark.parametrize("number", range(4))
def test_relation_is_the_inverse_that_the_manifest_names(tmp_path: Path, number: int) -> None:
    lines = [
        ("parts: int", "part: ref Whole"),
        ("x: int", "part: ref Whole\n  other: ref Whole"),
        ("parts: has_many Part", "other: ref Whole unique\n  part: ref Whole"),
        ("x: int", "part: ref Whole required cascade"),
    ]
    head, body = lines[number]
    text = f"entity Whole:\n  name: str\n  {head}\n  n: computed {{}}\nentity Part:\n  {body}\n"
    file = tmp_path / "app.dsl"
    file.write_text(text.format("1"), encoding="utf-8")
    manifest = read_project(file).manifest
    assert manifest
    field = next(each for each in manifest["entities"][1]["fields"] if each["name"] == "part")
    file.write_text(text.format(f"count({field['inverse']['name']})"), encoding="utf-8")
    found = find_expression(read_project(file), "Whole", "n")
    assert (found["entity"], found["relation"]) == ("Part", [field["inverse"]["name"]])


def test_relation_goes_before_an_entity_of_its_name(tmp_path: Path) -> None:
    text = "entity lines:\n  n: int\nentity Order:\n  x: computed sum(lines.n)\n"
    text += "entity Line:\n  order: ref Order\n  n: int\n"
    file = tmp_path / "app.dsl"
    file.write_text(text, encoding="utf-8")
    assert find_expression(read_project(file))["entity"] == "Line"
    file.write_text(text.replace("order: ref Order", "order: int"), encoding="utf-8")
    found = find_expression(read_project(file))
    assert (found["entity"], "relation" in found) == ("lines", False)


@pytest.mark.parametrize(
    "lines",
    [
        {"order": "invariant: count(lines) > 0"},
        {"order": "permit:\n    delete: count(lines) = 0"},
        {"order": "scope:\n    list: sum(lines.price) > 10"},
        {"filter": "count(lines where not done) > 0"},
        {"number": "sum(Order.number where count(lines) > 2)"},
        {"number": "round(sum(Line.quantity * Line.price) / count(Order), 2)"},
    ],
)
def test_aggregate_stands_in_every_condition(tmp_path: Path, lines: dict[str, str]) -> None:
    analysis = read_shop(tmp_path, **lines)
    assert analysis.manifest, analysis.problems


def test_message_of_an_invariant_names_the_relation(tmp_path: Path) -> None:
    analysis = read_shop(tmp_path, order="invariant: count(lines) < number and count(Order) > 1")
    assert analysis.manifest
    (rule,) = analysis.manifest["entities"][3]["invariants"]
    assert rule["message"] == "Please check “Lines” and “Number”"


@pytest.mark.parametrize(
    ("lines", "cycle"),
    [
        ({"order": "x: computed sum(lines.y)", "line": "y: computed order.x / 2"}, True),
        ({"order": "x: computed count(lines where y > 1)", "line": "y: computed order.x"}, True),
        ({"order": "x: computed sum(Order.x)"}, True),
        ({"order": "x: computed count(Order where x > 1)"}, True),
        ({"order": "x: computed sum(client.orders.y)\n  y: computed x + 1"}, True),
        (
            {"client": "x: computed count(orders where y > 1)", "order": "y: computed client.x"},
            True,
        ),
        ({"order": "x: computed sum(lines.y)", "line": "y: computed order.number / 2"}, False),
        ({"order": "x: computed sum(client.orders.number) + number"}, False),
        ({"order": "x: computed count(lines)", "line": "y: computed order.x + 1"}, False),
        ({"order": "x: computed sum(lines.y)", "line": "y: computed count(notes)"}, False),
    ],
)
def test_value_that_follows_from_itself_is_a_cycle(
    tmp_path: Path, lines: dict[str, str], cycle: bool
) -> None:
    codes = [problem.code for problem in read_shop(tmp_path, **lines).problems]
    assert codes == ["computed-cycle"] * cycle


@pytest.mark.parametrize(("count", "codes"), [(16, ["deep-nesting"]), (17, ["too-deep"])])
def test_chain_over_aggregates_is_limited(tmp_path: Path, count: int, codes: list[str]) -> None:
    text = "entity A:\n  of: ref A\n  x0: int\n"
    for number in reversed(range(count)):
        text += f"  y{number}: computed sum(of_as.x{number})\n"
        text += f"  x{number + 1}: computed y{number} + 1\n"
    file = tmp_path / "app.dsl"
    file.write_text(text, encoding="utf-8")
    found = {problem.code for problem in read_project(file).problems}
    assert [*found] == codes
