"""Every word that a phrase of the language may be is carried into the manifest."""

from pathlib import Path
from typing import Any

import pytest

from transformer.diagnostics.resources import read_table
from transformer.manifest import read_project

BASE = """
entity Task:
  title: str required
  owner: ref User
surface tasks:
  uses entity Task
  mode: list
"""
WORDS = {
    "AUTH": "service x:\n  auth_profile: {}\n",
    "CONSTRAINT": "service x:\nforeign_model M from x:\n  key: a\n  a: str\n  constraint {}\n",
    "LEVEL": "surface x:\n  uses entity Task\n  mode: list\n  ux:\n    attention {}:\n"
    "      when: owner is null\n",
    "DISPLAY": "workspace x:\n  part:\n    source: Task\n    display: {}\n",
    "STEP_KIND": "experience x:\n  start: a\n  step a:\n    kind: {}\n    surface tasks\n"
    "    integration i action a\nintegration i:\n  action a:\n    call s.a\nservice s:\n",
    "OUTCOME": "test x:\n  action: create Task\n  expect:\n    status: {}\n",
    "DONE": "test x:\n  action: create Task\n  expect:\n    {}: true\n",
    "OPERATOR": 'test x:\n  action: get Task\n  expect:\n    field title {} "a"\n',
    "TRIGGER": "surface x:\n  mode: custom\n  action a:\n    on {} -> surface tasks\n",
    "OPERATION": "entity X:\n  a: bool\n  permit:\n    {}: a\n  scope:\n    {}: a\n  audit: [{}]\n",
}


def read_manifest(file: Path, text: str) -> dict[str, Any]:
    file.write_text(text, encoding="utf-8")
    analysis = read_project(file)
    assert analysis.manifest is not None, analysis.problems
    return analysis.manifest


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        (phrase, word)
        for phrase in WORDS
        for word in read_table("language/grammar")["phrases"][phrase]["words"]
    ],
)
def test_every_word_reaches_the_manifest(tmp_path: Path, phrase: str, word: str) -> None:
    text = WORDS[phrase].replace("{}", word)
    said, unsaid = (
        list_values(read_manifest(tmp_path / name, BASE + lines))
        for name, lines in (("said.dsl", text), ("unsaid.dsl", ""))
    )
    assert said.count(word) > unsaid.count(word)


def list_values(value: Any) -> list[Any]:
    """Every plain value at any depth."""
    if isinstance(value, dict):
        value = list(value.values())
    return (
        [each for item in value for each in list_values(item)]
        if isinstance(value, list)
        else [value]
    )
