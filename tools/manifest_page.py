"""`docs/manifest.md` from the schema of the manifest: `python tools/manifest_page.py` writes it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from transformer.diagnostics.resources import fixture_folder, read_schema
from transformer.manifest import dump_manifest, read_project

PAGE = Path(__file__).resolve().parent.parent / "docs" / "manifest.md"
INTRO = """# The manifest

The manifest is what stands between the language and every stack: an application, said completely
and in the words of no framework. `dazzle manifest` prints a project's, `dazzle build --manifest
FILE` builds from one, and `schemas/manifest.schema.json` defines it; `make docs` makes this page
from that schema.

- Everything that the language implies is written out: keys, titles and plurals, addresses, the
  exact inputs of every form, what a reference does when its target goes, the type of every value.
- A property that is absent means its default below or, without one, that there is no such thing.
- Names are resolved: whatever a name stands for is in the same manifest.
- There are no line numbers in it, so a comment in a `.dsl` file changes nothing.
- `manifest_version` grows when a change could break a reader.
"""
EXAMPLE = """## An example

The manifest of `fixtures/simple_task`, whole:

```yaml
{manifest}```
"""
Schema = dict[str, Any]


def write_page() -> str:
    """The page as Markdown."""
    schema = read_schema("manifest")
    manifest = read_project(fixture_folder("simple_task")).manifest
    assert manifest is not None
    parts = [INTRO, *_describe_object("manifest", schema, 2)]
    for name, row in schema["$defs"].items():
        parts += _describe(name, row, 2)
    return "\n".join([*parts, EXAMPLE.format(manifest=dump_manifest(manifest))])


def _describe(name: str, schema: Schema, level: int) -> Iterator[str]:
    """The sections about a definition and the objects inside it."""
    if "oneOf" in schema and all("properties" in each for each in schema["oneOf"]):
        yield f"{'#' * level} {name}\n\n{schema['description']} One of these:\n"
        for each in schema["oneOf"]:
            title = next(iter(each["required"]))
            yield from _describe_object(f"{name} with {title}", each, level + 1)
    elif "properties" in schema:
        yield from _describe_object(name, schema, level)
    elif "properties" in schema.get("items", {}):
        yield f"{'#' * level} {name}\n\n{schema['description']}\n"
        yield from _describe_object(f"{name}[]", schema["items"], level + 1)
    else:
        yield f"{'#' * level} {name}\n\n{schema['description']}\n\n{_name_type(schema)}\n"


def _describe_object(name: str, schema: Schema, level: int) -> Iterator[str]:
    lines = [f"{'#' * level} {name}", ""]
    lines += [schema["description"], ""] if "description" in schema else []
    lines += ["| property | value | presence | meaning |", "|---|---|---|---|"]
    for key, row in schema["properties"].items():
        lines.append(_describe_property(key, row, key in schema.get("required", ())))
    yield "\n".join([*lines, ""])
    for key, row in schema["properties"].items():
        inner = row.get("items", row)
        if "properties" in inner:
            place = f"{name}.{key}{'[]' if inner is not row else ''}"
            yield from _describe_object(place, inner, min(level + 1, 4))


def _describe_property(key: str, row: Schema, is_required: bool) -> str:
    default = f"default {json.dumps(row['default'])}" if "default" in row else ""
    presence = "always" if is_required else default
    meaning = row.get("description") or _find_description(row)
    cells = (f"`{key}`", _name_type(row), presence, meaning)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _find_description(row: Schema) -> str:
    name = row.get("$ref", "").removeprefix("#/$defs/")
    return str(read_schema("manifest")["$defs"][name]["description"]) if name else ""


def _name_type(row: Schema) -> str:
    """What kind of value a property has, with a link where it is defined on this page."""
    if "$ref" in row:
        name = row["$ref"].removeprefix("#/$defs/")
        return f"[{name}](#{name})"
    if "oneOf" in row:
        return " or ".join(map(_name_type, row["oneOf"]))
    if "const" in row:
        return f"`{row['const']}`"
    if "enum" in row:
        return ", ".join(f"`{word}`" for word in row["enum"])
    if row.get("type") == "array":
        inner = row.get("items", {})
        return f"list of {'records' if 'properties' in inner else _name_type(inner)}"
    kind = row.get("type", "anything")
    named = " or ".join(kind) if isinstance(kind, list) else {"object": "record"}.get(kind, kind)
    return f"{named} `{row['pattern']}`" if "pattern" in row else str(named)


if __name__ == "__main__":
    PAGE.write_text(write_page(), encoding="utf-8")
