"""docs/manifest.md says what the schema says."""

from collections.abc import Iterator
from typing import Any

from tools.manifest_page import PAGE, write_page
from transformer.diagnostics.resources import read_schema


def test_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == write_page(), "run `make docs`"


def test_every_property_is_described() -> None:
    schema = read_schema("manifest")
    bare = [path for path, row in list_properties(schema, "") if not describes(row, schema)]
    assert bare == []


def test_page_names_every_definition() -> None:
    page = write_page()
    for name in read_schema("manifest")["$defs"]:
        assert f"\n## {name}\n" in page, name


def describes(row: dict[str, Any], schema: dict[str, Any]) -> bool:
    """Whether a property has a description, its own or that of its definition."""
    name = row.get("$ref", "").removeprefix("#/$defs/")
    return bool(row.get("description") or (name and schema["$defs"][name].get("description")))


def list_properties(schema: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property at any depth."""
    if isinstance(schema, list):
        for number, item in enumerate(schema):
            yield from list_properties(item, f"{path}/{number}")
    elif isinstance(schema, dict):
        for key, row in schema.get("properties", {}).items():
            if isinstance(row, dict):
                yield f"{path}/{key}", row
        for key, value in schema.items():
            yield from list_properties(value, f"{path}/{key}")
