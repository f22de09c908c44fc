"""The example projects: each one valid, and together all that the language can say."""

from collections.abc import Iterator
from typing import Any

import pytest

from transformer.data import fixture_folder, read_table
from transformer.dsl.blocks import Block, cut_file, list_enums, read_blocks
from transformer.dsl.phrases import Wording
from transformer.manifest import read_project

FOLDER = fixture_folder("problems").parent
NAMES = sorted(each.name for each in FOLDER.iterdir() if each.is_dir() and each.name != "problems")
# The only example that is about what this DAZZLE doesn't build.
LARGER = "larger_dialect"
# Names that would hurt a careless generator, each somewhere in `awkward_names`.
ENTITIES = "User Group Session Permission Form View Model Account Medium Admin"
FIELDS = "class import objects pk save id_ a__b trailing_ models uuid errors owner owner_id"
VALUES = ["None", "2fa", "in progress", "ünïcode"]
TITLES = [
    "{{ 7*7 }}",
    "${7*7}",
    "{% now 'Y' %}",
    "<script>alert(1)</script>",
    '"""',
    "\\",
    "\n",
    "## heading",
    "日本語",
    "عربي",
    '"quoted"',
]


@pytest.mark.parametrize("name", NAMES)
def test_example_is_valid(name: str) -> None:
    reading = read_project(FOLDER / name)
    assert reading.manifest is not None
    expected = {"extension-unused"} if name == LARGER else set()
    assert {problem.code for problem in reading.problems} == expected


@pytest.mark.parametrize("table", ["types", "modifiers", "attributes"])
def test_every_word_is_used(table: str) -> None:
    key = table if table != "types" else "type"
    used = {wording.name for block in list_blocks() for wording in _wordings_of(block, key)}
    assert used == set(read_table("language")[table])


def test_every_type_of_the_mapping_is_used() -> None:
    used = {wording.name for block in list_blocks() for wording in _wordings_of(block, "type")}
    assert used == set(read_table("types"))


@pytest.mark.parametrize(("phrase", "key"), [("MODE", "mode"), ("TRIGGER", "trigger")])
def test_every_choice_is_used(phrase: str, key: str) -> None:
    used = {block.said[key].value for block in list_blocks() if key in block.said}
    assert used == set(read_table("language")["phrases"][phrase]["words"])


def test_every_widget_is_used() -> None:
    used = {
        wording.parts["value"].value
        for block in list_blocks()
        for wording in _wordings_of(block, "attributes")
        if wording.name == "widget"
    }
    assert used == set(read_table("language")["phrases"]["WIDGET"]["words"])


def test_every_kind_of_line_is_used() -> None:
    """So that each form of each block stands in an example that people can look at."""
    used = {block.kind for block in list_blocks()}
    tables = read_table("language")["blocks"].values()
    assert used - {"extension"} == {form for table in tables for form in table["forms"]}


def test_every_larger_word_is_used() -> None:
    used = {block.said["word"].value for block in list_blocks() if block.kind == "extension"}
    known = {
        word
        for table in read_table("language")["blocks"].values()
        for word in [*table.get("known", []), *table.get("kinds", [])]
    }
    assert known - {"@"} <= used
    assert any(word.startswith("@") for word in used)


def test_every_access_and_switch_is_used() -> None:
    projects = [reading.project for reading in map(read_project, map(FOLDER.joinpath, NAMES))]
    assert {project.access for project in projects if project} == {"private", "read", "open"}
    assert {project.runtime_txt for project in projects if project} == {True, False}


def test_awkward_names_are_there() -> None:
    manifest = read_project(FOLDER / "awkward_names").manifest
    assert manifest is not None
    entities = manifest["entities"]
    fields = [field for entity in entities for field in entity["fields"]]
    values = [choice["value"] for field in fields for choice in field.get("values", [])]
    assert set(ENTITIES.split()) <= {entity["name"] for entity in entities}
    assert set(FIELDS.split()) <= {field["name"] for field in fields}
    assert set(VALUES) <= set(values)


@pytest.mark.parametrize("text", TITLES)
def test_awkward_titles_are_there(text: str) -> None:
    manifest = read_project(FOLDER / "awkward_names").manifest
    assert any(text in title for title in _list_titles(manifest))


def test_longest_title_is_there() -> None:
    manifest = read_project(FOLDER / "awkward_names").manifest
    assert max(map(len, _list_titles(manifest))) == 500


def list_blocks() -> Iterator[Block]:
    """Every line of every example, as it was understood."""
    for name in NAMES:
        files = sorted((FOLDER / name).rglob("*.dsl"))
        readings = [cut_file(file.read_text(encoding="utf-8"), str(file)) for file in files]
        enums = list_enums(readings)
        for reading in readings:
            blocks, problems = read_blocks(reading, enums)
            assert not problems
            yield from _walk(blocks)


def _walk(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _walk(block.children)


def _wordings_of(block: Block, key: str) -> list[Wording]:
    """The types, modifiers or attributes that a line says."""
    value = block.said[key].value if key in block.said else []
    return [value] if isinstance(value, Wording) else [said.value for said in value]


def _list_titles(record: Any) -> list[str]:
    """The titles of a manifest, at any depth."""
    if isinstance(record, list):
        return [title for item in record for title in _list_titles(item)]
    if not isinstance(record, dict):
        return []
    own = [record["title"]] if "title" in record else []
    return own + [title for item in record.values() for title in _list_titles(item)]
