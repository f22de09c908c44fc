"""Aggregates in a manifest that a person wrote: faults are reported, with their line."""

from pathlib import Path
from typing import Any

import pytest

from tests.manifest.shop import find_expression, read_shop
from transformer.manifest import dump_manifest, read_manifest


@pytest.mark.parametrize(
    ("change", "code", "reason"),
    [
        ({"entity": "Lien"}, "unknown-entity", ""),
        ({"entity": "Client"}, "manifest-fault", "`lines` doesn't lead to records of `Client`"),
        ({"relation": ["liens"]}, "unknown-relation", ""),
        ({"relation": ["client"]}, "not-many", ""),
        ({"relation": ["client", "orders"]}, "manifest-fault", "`client.orders` doesn't lead"),
        ({"relation": ["lines", "order"]}, "manifest-fault", "`lines.order` doesn't lead"),
        ({"relation": ["Line"]}, "unknown-relation", ""),
        ({"relation": []}, "manifest-fault", "should be non-empty"),
        ({"aggregate": "count"}, "wrong-operands", ""),
        ({"value": {"path": ["number"], "type": "number"}}, "unknown-field", ""),
        ({"value": {"path": ["done"], "type": "bool"}}, "wrong-operands", ""),
        ({"value": 3}, "manifest-fault", "expression"),
        ({"value": None}, "wrong-operands", ""),
        ({"where": {"path": ["price"], "type": "number"}}, "not-a-condition", ""),
        ({"path": ["price"]}, "manifest-fault", ""),
    ],
)
def test_fault_of_a_written_manifest_is_reported(
    tmp_path: Path, change: dict[str, Any], code: str, reason: str
) -> None:
    analysis = read_shop(tmp_path, order="x: computed sum(lines.price where done)")
    node = find_expression(analysis)
    node |= change
    if node["value"] is None:
        del node["value"]
    file = tmp_path / "manifest.yaml"
    assert analysis.manifest
    file.write_text(dump_manifest(analysis.manifest), encoding="utf-8")
    problems = read_manifest(file).problems
    assert [problem.code for problem in problems] == [code]
    assert all(problem.span for problem in problems)
    if code == "manifest-fault" and "lead" in reason:
        assert reason in problems[0].message


def test_relation_of_a_number_in_a_written_manifest_is_reported(tmp_path: Path) -> None:
    analysis = read_shop(tmp_path, number="count(Line)")
    assert analysis.manifest
    numbers = analysis.manifest["workspaces"][0]["regions"][1]["aggregates"]
    numbers[0]["expression"]["relation"] = ["lines"]
    file = tmp_path / "manifest.yaml"
    file.write_text(dump_manifest(analysis.manifest), encoding="utf-8")
    assert [problem.code for problem in read_manifest(file).problems] == ["no-record-here"]


def test_manifest_with_other_names_of_inverses_is_read(tmp_path: Path) -> None:
    analysis = read_shop(tmp_path, order="x: computed sum(lines.price where done)")
    assert analysis.manifest
    text = dump_manifest(analysis.manifest).replace("- lines\n", "- rows\n")
    file = tmp_path / "manifest.yaml"
    file.write_text(text.replace("name: lines\n", "name: rows\n"), encoding="utf-8")
    assert find_expression(read_manifest(file))["relation"] == ["rows"]
