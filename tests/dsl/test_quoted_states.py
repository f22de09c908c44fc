"""Patterns take states that are no names, as an enum does."""

from pathlib import Path

import pytest

from transformer.manifest import read_project

USE = "entity Order:\n  @use status_workflow_pattern({})\n"


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        ('states=["to do", done]', "to do"),
        ('states=["to do", done], initial_state=done', "done"),
        ('states=[done, "to do"], initial_state="to do"', "to do"),
        (r'states=["to \"do\"", done]', 'to "do"'),
    ],
)
def test_states_may_be_texts(tmp_path: Path, arguments: str, first: str) -> None:
    file = tmp_path / "app.dsl"
    file.write_text(USE.format(arguments), encoding="utf-8")
    analysis = read_project(file)
    assert analysis.manifest, analysis.problems
    order = analysis.manifest["entities"][0]
    states = {"done", first if first != "done" else "to do"}
    field = next(each for each in order["fields"] if each["name"] == "status")
    assert field["default"]["value"] == first
    assert {rule["to"] for rule in order["transitions"]["rules"]} == states
