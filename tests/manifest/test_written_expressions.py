"""Expressions in a manifest that a person wrote: faults are reported, with their line."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from transformer.manifest import dump_manifest, read_manifest, read_project

APP = "entity Task:\n  size: int\n  invariant: size > 3 and size in [4, 5]\n"
SIZE = {"path": ["size"], "type": "number"}
LIST = {"list": [{"value": 1, "type": "number"}]}


def read_changed(folder: Path, condition: dict[str, Any]) -> list[tuple[str, int]]:
    """The codes and lines of what is wrong once the invariant is another one."""
    file = folder / "app.dsl"
    file.write_text(APP, encoding="utf-8")
    manifest = read_project(file).manifest
    assert manifest is not None
    manifest["entities"][0]["invariants"][0]["condition"] = condition
    written = folder / "manifest.yaml"
    written.write_text(dump_manifest(manifest), encoding="utf-8")
    problems = read_manifest(written).problems
    return [(each.code, each.span.line if each.span else 0) for each in problems]


def operation(word: str, *operands: dict[str, Any]) -> dict[str, Any]:
    return {"operator": word, "operands": list(operands), "type": "bool"}


@pytest.mark.parametrize(
    "condition",
    [
        operation("=", SIZE),
        operation("=", SIZE, SIZE, SIZE),
        operation("and", operation("is null", SIZE)),
        operation("is null", SIZE, SIZE),
        operation("in", SIZE, SIZE),
        operation("=", SIZE, LIST),
        LIST,
    ],
    ids=["one", "three", "lone and", "two", "no list", "a list", "only a list"],
)
def test_wrong_operands_are_a_fault(tmp_path: Path, condition: dict[str, Any]) -> None:
    found = read_changed(tmp_path, condition)
    assert [code for code, _ in found] == ["manifest-fault"]
    lines = (tmp_path / "manifest.yaml").read_text(encoding="utf-8").split("\n")
    start = next(number for number, line in enumerate(lines, 1) if "condition:" in line)
    assert all(line >= start for _, line in found)


def test_right_operands_are_none(tmp_path: Path) -> None:
    assert read_changed(tmp_path, operation("in", SIZE, LIST)) == []
    assert yaml.safe_load((tmp_path / "manifest.yaml").read_text(encoding="utf-8"))
