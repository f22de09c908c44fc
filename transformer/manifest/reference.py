"""The reference of the manifest in Markdown, made from its schema.

Each definition and each object inside one is a section with a table of its properties. A `$ref`
may have siblings: a description counts before the one that it leads to, and limits are said too.
`python -m transformer.manifest.reference FILE` writes the page.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transformer.data import fixture_folder, read_schema

Node = Mapping[str, Any]

# What is said of each keyword that narrows a value down; `{}` is the keyword's own value.
LIMITS = {
    "minimum": "{} at least",
    "exclusiveMinimum": "more than {}",
    "maximum": "{} at most",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "minLength": "{} characters at least",
    "maxLength": "{} characters at most",
    "minItems": "{} items at least",
    "maxItems": "{} items at most",
    "minProperties": "{} keys at least",
    "maxProperties": "{} keys at most",
    "format": "{}",
}
_PHRASES = {("minLength", 1): "not empty", ("minItems", 1): "not empty"}
# What the reference knows how to say; a schema with another keyword needs a line here or below.
KEYWORDS = {
    *LIMITS,
    *("$ref", "$defs", "$id", "$schema", "$comment", "title", "description", "default", "examples"),
    *("type", "enum", "const", "oneOf", "anyOf", "pattern", "uniqueItems", "items"),
    *("properties", "required", "patternProperties", "additionalProperties", "propertyNames"),
}
# What may stand beside a `$ref` and says more than a limit.
_SHAPES = ("const", "enum", "properties", "oneOf", "anyOf", "items")
_INTRODUCTION = """# The manifest

The manifest is an application, said completely and in the words of no framework. It is what every
backend reads, and all that it reads. `dazzle manifest` prints the one of a project; `dazzle build
--manifest FILE` builds from one, and gives byte for byte the same.

A manifest is YAML, or JSON, that satisfies `schemas/manifest.schema.json`. This page says the same
for people; `make docs` writes it from that file. A property that is absent means its default or, if
there is none, that there is no such thing. Other properties than these are errors.
"""


@dataclass(frozen=True, slots=True)
class Section:
    """An object or definition that has a heading of its own."""

    title: str
    node: Node
    depth: int


def write_reference(schema: Node, example: str) -> str:
    """The whole page: an introduction, a section per object, and a manifest as an example."""
    sections = [Section("The whole", schema, 2)]
    sections += [Section(name, node, 2) for name, node in schema.get("$defs", {}).items()]
    parts = [_INTRODUCTION]
    for section in sections:
        parts += [part for inner in _nest_sections(section) for part in _describe(inner, schema)]
    parts.append("## An example\n\nThe manifest of `fixtures/simple_task`, whole:\n")
    parts.append(f"```yaml\n{example.rstrip()}\n```\n")
    return "\n".join(parts)


def slug_of(title: str) -> str:
    """The anchor that a heading gets.

    >>> slug_of("expression with `list`")
    'expression-with-list'
    """
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _nest_sections(section: Section) -> Iterator[Section]:
    """The section and those of the objects inside it, in reading order."""
    yield section
    for title, node in _list_inner(section.title, section.node):
        yield from _nest_sections(Section(title, node, 3))


def _list_inner(title: str, node: Node) -> Iterator[tuple[str, Node]]:
    """The objects right inside a node, with their titles; what a `$ref` leads to is elsewhere."""
    prefix = "" if title == "The whole" else f"{title}."
    parts = [(f"{prefix}{name}", inner) for name, inner in node.get("properties", {}).items()]
    parts += [(f"{title} value", inner) for inner in _list_open(node)]
    if "items" in node:
        parts.append((f"{title} item", node["items"]))
    parts += _title_forms(title, node)
    for inner_title, inner in parts:
        if not isinstance(inner, Mapping):
            continue
        if _has_section(inner):
            yield inner_title, inner
        else:
            yield from _list_inner(inner_title, inner)


def _list_open(node: Node) -> list[Any]:
    """The schemas of keys that aren't named one by one."""
    others = node.get("additionalProperties", False)
    return [*node.get("patternProperties", {}).values(), *([others] if others else [])]


def _has_section(node: Node) -> bool:
    return "properties" in node


def _title_forms(title: str, node: Node) -> list[tuple[str, Any]]:
    """The alternatives, each called by the first property that it must have and no other must."""
    forms = [*node.get("oneOf", ()), *node.get("anyOf", ())]
    needs = [form.get("required", []) if isinstance(form, Mapping) else [] for form in forms]
    counts = Counter(name for names in needs for name in names)
    titles = []
    for names in needs:
        own = [name for name in names if counts[name] == 1] or names
        titles.append(f"{title} with `{own[0]}`" if own else title)
    return list(zip(titles, forms, strict=True))


def _describe(section: Section, schema: Node) -> Iterator[str]:
    """The heading, what it is, and its properties."""
    node = section.node
    yield f"{'#' * section.depth} {section.title}\n"
    if "description" in node and node is not schema:
        yield f"{node['description']}\n"
    if not _has_section(node):
        yield f"{_capitalize(name_kind(node, section.title))}.\n"
        return
    yield "| Property | Type | Required | Default | |\n| --- | --- | --- | --- | --- |"
    for name in node["properties"]:
        yield _describe_property(name, section, schema)
    for inner in _list_open(node):
        kind = name_kind(inner, f"{section.title} value")
        yield _row("any other", kind, "", "", describe_node(inner, schema))
    yield ""


def _describe_property(name: str, section: Section, schema: Node) -> str:
    inner = section.node["properties"][name]
    title = name if section.node is schema else f"{section.title}.{name}"
    is_required = "yes" if name in section.node.get("required", ()) else ""
    has_default = isinstance(inner, Mapping) and "default" in inner
    default = _quote(inner["default"]) if has_default else ""
    kind, told = name_kind(inner, title), describe_node(inner, schema)
    return _row(f"`{name}`", kind, is_required, default, told)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def describe_node(node: Any, schema: Node) -> str:
    """The node's own description, or that of what it refers to."""
    seen: set[str] = set()
    while isinstance(node, Mapping):
        if "description" in node:
            return str(node["description"])
        reference = node.get("$ref")
        if not reference or reference in seen:
            break
        seen.add(reference)
        node = schema["$defs"].get(_name_of(reference))
    return ""


def name_kind(node: Any, title: str) -> str:
    """What values a node takes, in words and links."""
    if not isinstance(node, Mapping):
        return "anything" if node else "nothing"
    return ", ".join([_name_shape(node, title), *_list_limits(node)])


def _name_shape(node: Node, title: str) -> str:
    if "$ref" in node:
        name = _name_of(node["$ref"])
        link = f"[{name}](#{slug_of(name)})"
        beside = {keyword: node[keyword] for keyword in _SHAPES if keyword in node}
        return f"{link}, {_name_shape(beside, title)}" if beside else link
    if "const" in node:
        return f"always {_quote(node['const'])}"
    if "enum" in node:
        return "one of " + ", ".join(map(_quote, node["enum"]))
    if _has_section(node):
        return f"[object](#{slug_of(title)})"
    if forms := _title_forms(title, node):
        return " or ".join(name_kind(form, name) for name, form in forms)
    if "items" in node:
        return f"list of {name_kind(node['items'], f'{title} item')}"
    if others := _list_open(node):
        kinds = [name_kind(other, f"{title} value") for other in others]
        return f"object of {' or '.join(kinds)} by key"
    kinds = node.get("type", "anything")
    return kinds if isinstance(kinds, str) else " or ".join(kinds)


def _list_limits(node: Node) -> Iterator[str]:
    for keyword, sentence in LIMITS.items():
        if keyword in node:
            limit = node[keyword]
            yield _PHRASES.get((keyword, limit), sentence.format(limit))
    if "pattern" in node:
        yield f"`{node['pattern']}`"
    if node.get("uniqueItems"):
        yield "each once"


def _name_of(reference: str) -> str:
    return reference.rpartition("/")[2]


def _quote(value: Any) -> str:
    return f"`{value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}`"


def _capitalize(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def current_reference() -> str:
    """The reference of the manifest as it is today."""
    from transformer.manifest import dump_manifest, read_project

    manifest = read_project(fixture_folder("simple_task")).manifest
    return write_reference(read_schema("manifest"), dump_manifest(manifest or {}))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(current_reference(), encoding="utf-8")
