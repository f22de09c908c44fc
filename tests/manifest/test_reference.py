"""The page about the manifest: current, whole, its links sound, whatever a schema may hold."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.projects import ROOT
from transformer.data import read_schema
from transformer.manifest.reference import (
    KEYWORDS,
    current_reference,
    describe_node,
    slug_of,
    write_reference,
)

SCHEMA = read_schema("manifest")
PAGE = current_reference()
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CHAPTERS = PAGE.partition("\n## An example\n")[0]


def walk(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema inside a schema, with the path to it."""
    if not isinstance(node, dict):
        return
    yield path, node
    for keyword in ("properties", "$defs", "patternProperties"):
        for name, inner in node.get(keyword, {}).items():
            yield from walk(inner, f"{path}/{name}")
    for keyword in ("oneOf", "anyOf"):
        for number, inner in enumerate(node.get(keyword, ())):
            yield from walk(inner, f"{path}/{keyword}{number}")
    for keyword in ("items", "additionalProperties", "propertyNames"):
        yield from walk(node.get(keyword), f"{path}/{keyword}")


NODES = dict(walk(SCHEMA))
PROPERTIES = [
    (f"{path}/{name}", inner)
    for path, node in NODES.items()
    for name, inner in node.get("properties", {}).items()
]


def test_page_is_current() -> None:
    written = (ROOT / "docs" / "manifest.md").read_text(encoding="utf-8")
    assert written == PAGE, "docs/manifest.md is older than the schema: `make docs` writes it"


@pytest.mark.parametrize(("path", "node"), PROPERTIES, ids=[path for path, _ in PROPERTIES])
def test_every_property_is_described(path: str, node: dict[str, Any]) -> None:
    told = describe_node(node, SCHEMA)
    assert told.endswith((".", "…")), f"{path} needs a `description`, a sentence"
    assert "\n" not in told


def test_every_property_has_a_row() -> None:
    rows = re.findall(r"^\| `([^`]+)` \|", CHAPTERS, re.MULTILINE)
    names = [path.rpartition("/")[2] for path, _ in PROPERTIES]
    assert sorted(rows) == sorted(names)


def test_links_lead_to_headings_of_which_there_is_one() -> None:
    anchors = [slug_of(heading) for heading in HEADING.findall(CHAPTERS)]
    assert len(anchors) == len(set(anchors)), sorted(a for a in anchors if anchors.count(a) > 1)
    links = set(re.findall(r"\]\(#([^)]*)\)", CHAPTERS))
    assert links and links <= set(anchors), links - set(anchors)


def test_rows_have_as_many_cells_as_their_heads() -> None:
    for line in CHAPTERS.splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 6, line


@pytest.mark.parametrize(("path", "node"), NODES.items(), ids=list(NODES))
def test_reference_knows_every_keyword(path: str, node: dict[str, Any]) -> None:
    unknown = node.keys() - KEYWORDS
    assert not unknown, f"{path}: transformer/manifest/reference.py can't say {unknown}"


def rows_of(schema: dict[str, Any]) -> dict[str, str]:
    """The rows of the page about a schema, by the name of their property."""
    page = write_reference({"$defs": {}, **schema}, "a: 1\n").partition("## An example")[0]
    return {
        name: row
        for row in page.splitlines()
        if (name := (re.findall(r"^\| `?([^`|]+?)`? \|", row) or [""])[0])
    }


WORD = {"word": {"description": "A word.", "type": "string"}}


@pytest.mark.parametrize(
    ("node", "row"),
    [
        ({"$ref": "#/$defs/word"}, "| [word](#word) |  |  | A word. |"),
        (
            {"$ref": "#/$defs/word", "description": "Its own.", "maxLength": 3, "default": "x"},
            "| [word](#word), 3 characters at most |  | `x` | Its own. |",
        ),
        (
            {"$ref": "#/$defs/word", "enum": ["a", "b"]},
            "| [word](#word), one of `a`, `b` |  |  | A word. |",
        ),
        ({"description": "C.", "const": True}, "| always `true` |  |  | C. |"),
        ({"description": "N.", "type": ["string", "null"]}, "| string or null |  |  | N. |"),
        ({"enum": ["a|b", None]}, "| one of `a\\|b`, `null` |  |  |  |"),
        (
            {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/word"}},
            "| list of [word](#word), not empty |  |  |  |",
        ),
        (
            {"type": "object", "patternProperties": {"^a": {"type": "integer", "minimum": 0}}},
            "| object of integer, 0 at least by key |  |  |  |",
        ),
        (
            {"type": "object", "additionalProperties": {"$ref": "#/$defs/word"}},
            "| object of [word](#word) by key |  |  |  |",
        ),
        (
            {"oneOf": [{"$ref": "#/$defs/word"}, {"type": "null"}], "default": None},
            "| [word](#word) or null |  | `null` |  |",
        ),
        (True, "| anything |  |  |  |"),
    ],
)
def test_kinds_are_said_in_words(node: Any, row: str) -> None:
    assert rows_of({"properties": {"it": node}, "$defs": WORD})["it"] == f"| `it` {row}"


def test_objects_inside_have_sections_of_their_own() -> None:
    inner = {"type": "object", "required": ["deep"], "properties": {"deep": {"type": "string"}}}
    form = {"required": ["other"], "properties": {"other": {"$ref": "#/$defs/tree"}}}
    tree = {"oneOf": [inner, form], "description": "A tree."}
    schema = {
        "$defs": {"tree": tree},
        "properties": {"many": {"type": "array", "items": {"type": "array", "items": inner}}},
    }
    rows = rows_of(schema)
    assert rows["many"].startswith("| `many` | list of list of [object](#many-item-item) |")
    assert rows["deep"] == "| `deep` | string | yes |  |  |"
    assert rows["other"] == "| `other` | [tree](#tree) | yes |  | A tree. |"
    page = write_reference(schema, "")
    assert "[object](#tree-with-deep) or [object](#tree-with-other)" in page
    assert "### many item item\n" in page and "### tree with `other`\n" in page


def test_open_objects_name_what_else_may_stand_there() -> None:
    schema = {"properties": {"a": {"type": "string"}}, "additionalProperties": {"type": "integer"}}
    assert rows_of(schema)["any other"] == "| any other | integer |  |  |  |"


def test_references_in_a_circle_end() -> None:
    circle = {"one": {"$ref": "#/$defs/two"}, "two": {"$ref": "#/$defs/one"}}
    assert describe_node({"$ref": "#/$defs/one"}, {"$defs": circle}) == ""


def test_page_holds_the_whole_example() -> None:
    example = (ROOT / "tests/snapshots/simple_task/manifest.yaml").read_text(encoding="utf-8")
    assert example in PAGE
