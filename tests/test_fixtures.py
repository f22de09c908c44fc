"""The example projects: each one valid, and together all that the language can say."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from transformer.diagnostics.resources import fixture_folder, read_table
from transformer.dsl.parser.lines import Line
from transformer.dsl.parser.phrases import Specifier
from transformer.dsl.parser.productions import Cursor, Located, compile_production, match_production
from transformer.dsl.parser.source_files import list_enums, scan_file
from transformer.dsl.parser.specifiers import list_readers
from transformer.dsl.parser.tree import Block
from transformer.dsl.parsing import parse_blocks
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
    analysis = read_project(FOLDER / name)
    assert analysis.manifest is not None
    expected = {"extension-unused"} if name == LARGER else set()
    assert {problem.code for problem in analysis.problems} == expected


@pytest.mark.parametrize("table", ["types", "modifiers", "attributes"])
def test_every_word_is_used(table: str) -> None:
    key = table if table != "types" else "type"
    wordings = [each for block in list_blocks() for each in _wordings_of(block, key)]
    used = {specifier.name for specifier in wordings if "kept" not in specifier.parts}
    assert used == set(read_table("language/grammar")[table])


def test_every_type_of_the_mapping_is_used() -> None:
    used = {specifier.name for block in list_blocks() for specifier in _wordings_of(block, "type")}
    assert used == set(read_table("django/types"))


@pytest.mark.parametrize(
    "phrase", sorted(set(read_table("language/grammar")["phrases"]) - {"WIDGET"})
)
def test_every_choice_is_used(phrase: str) -> None:
    asked = re.compile(rf"\b{phrase}S?<([\w.]+)>")
    used = {
        word
        for _, notation, said in list_lines()
        for key in asked.findall(notation)
        if key in said
        for word in _words_of(said[key].value)
    }
    assert used == set(read_table("language/grammar")["phrases"][phrase]["words"])


def test_every_widget_is_used() -> None:
    used = {
        specifier.parts["value"].value
        for block in list_blocks()
        for specifier in _wordings_of(block, "attributes")
        if specifier.name == "widget" and "value" in specifier.parts
    }
    assert used == set(read_table("language/grammar")["phrases"]["WIDGET"]["words"])


@pytest.mark.parametrize("kind", sorted(read_table("language/grammar")["blocks"]))
def test_every_spelling_of_every_line_is_used(kind: str) -> None:
    """So that each form of each block stands in an example that people can look at."""
    used = {notation for place, notation, _ in list_lines() if place == kind}
    forms = read_table("language/grammar")["blocks"][kind]["forms"].values()
    assert used == {notation for form in forms for notation in _spellings_of(form)}


@pytest.mark.parametrize("table", ["operators", "functions", "aggregates", "moments"])
def test_every_word_of_expressions_is_used(table: str) -> None:
    manifests = [read_project(FOLDER / name).manifest for name in NAMES]
    used = {record[table[:-1]] for record in _list_records(manifests) if table[:-1] in record}
    assert set(read_table("language/expressions")[table]) <= used


@pytest.mark.parametrize(
    "pattern", [entry["id"] for entry in read_table("language/patterns")["entries"]]
)
def test_every_pattern_is_used(pattern: str) -> None:
    used = {block.captures["pattern"].value for block in list_blocks() if block.kind == "pattern"}
    assert pattern in used


def test_words_of_larger_dialects_stand_at_many_places() -> None:
    manifest = read_project(FOLDER / LARGER).manifest
    assert manifest is not None
    blocks = [extension["block"].split("/")[-1] for extension in manifest["extensions"]]
    places = {block.partition(" ")[0] for block in blocks}
    inner = {"field", "section", "ux", "region", "persona", "workspace"}
    assert places == {"", "app", "entity", "surface", *inner}


def test_every_access_and_switch_is_used() -> None:
    projects = [analysis.project for analysis in map(read_project, map(FOLDER.joinpath, NAMES))]
    assert {project.app["access"] for project in projects if project} == {"private", "read", "open"}
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
        sources = [scan_file(file.read_text(encoding="utf-8"), str(file)) for file in files]
        enums = list_enums(sources)
        for source in sources:
            blocks, problems = parse_blocks(source, enums)
            assert not problems
            yield from _walk(blocks)


def list_lines() -> Iterator[tuple[str, str, dict[str, Located]]]:
    """Every line of every example: the kind of block it stands in, its spelling, what it says."""
    for name in NAMES:
        files = sorted((FOLDER / name).rglob("*.dsl"))
        sources = [scan_file(file.read_text(encoding="utf-8"), str(file)) for file in files]
        enums = list_enums(sources)
        for source in sources:
            yield from _match_lines(source.lines, "project", enums)


def _match_lines(
    lines: list[Line], kind: str, enums: frozenset[str]
) -> Iterator[tuple[str, str, dict[str, Located]]]:
    row = read_table("language/grammar")["blocks"][kind]
    for line in lines:
        cursor = Cursor(line.tokens, "x", enums)
        for form, notation in _list_spellings(kind):
            said = match_production(compile_production(notation, list_readers()), cursor)
            if said is not None:
                yield kind, notation, said
                body = row.get("bodies", {}).get(form)
                if body:
                    yield from _match_lines(line.children, body, enums)
                break


def _list_spellings(kind: str) -> Iterator[tuple[str, str]]:
    for form, notations in read_table("language/grammar")["blocks"][kind]["forms"].items():
        yield from ((form, notation) for notation in _spellings_of(notations))


def _spellings_of(notations: str | list[str]) -> list[str]:
    return [notations] if isinstance(notations, str) else notations


def _words_of(value: Any) -> list[str]:
    """The words that a phrase says: one, or several with commas between."""
    return [said.value for said in value] if isinstance(value, list) else [value]


def _list_records(part: Any) -> Iterator[dict[str, Any]]:
    """The records of a manifest, at any depth."""
    if isinstance(part, dict):
        yield part
    for inner in part.values() if isinstance(part, dict) else part:
        if isinstance(inner, dict | list):
            yield from _list_records(inner)


def _walk(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _walk(block.children)


def _wordings_of(block: Block, key: str) -> list[Specifier]:
    """The types, modifiers or attributes that a line says."""
    value = block.captures[key].value if key in block.captures else []
    return [value] if isinstance(value, Specifier) else [said.value for said in value]


def _list_titles(record: Any) -> list[str]:
    """The titles of a manifest, at any depth."""
    if isinstance(record, list):
        return [title for item in record for title in _list_titles(item)]
    if not isinstance(record, dict):
        return []
    own = [record["title"]] if "title" in record else []
    return own + [title for item in record.values() for title in _list_titles(item)]
