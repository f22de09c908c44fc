"""YAML as plain data: no aliases, merges or objects, no endless depth or numbers."""

from collections.abc import Iterator
from typing import Any

import yaml

_DEEPEST = 20
_LONGEST_NUMBER = 100
_TAG = "tag:yaml.org,2002:"


class YamlFault(Exception):
    """Why a text is no plain YAML, and the line and column where, counted from 1."""

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        """Keep the reason and the place."""
        super().__init__(reason)
        self.line = line
        self.column = column


def compose_yaml(text: str) -> yaml.Node | None:
    """The nodes of a text, or None where it is empty; raises YamlFault where it is no YAML."""
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise _fault_of(error) from error
    except (yaml.YAMLError, ValueError, RecursionError, MemoryError) as error:
        raise YamlFault(str(error)) from error


def construct_yaml(text: str) -> Any:
    """What the text says; raises YamlFault where a tag doesn't fit what it tags."""
    try:
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise _fault_of(error) from error
    except (yaml.YAMLError, ArithmeticError, AttributeError, LookupError, TypeError) as error:
        raise YamlFault("a tag doesn't fit what it stands before") from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise YamlFault(str(error)) from error


def require_plain_nodes(root: yaml.Node | None) -> None:
    """Raise YamlFault where the nodes are more than plain data."""
    waiting: list[tuple[int, yaml.Node]] = [(0, root)] if root is not None else []
    seen: set[int] = set()
    while waiting:
        depth, node = waiting.pop()
        fault = find_unsupported(node)
        if id(node) in seen or depth > _DEEPEST:
            fault = "a part that is written elsewhere (`*`), or too deep a nesting"
        if fault:
            mark = start_of(node)
            raise YamlFault(fault, mark.line + 1, mark.column + 1)
        seen.add(id(node))
        waiting += ((depth + 1, each) for each in _list_inner(node))


def find_unsupported(node: yaml.Node) -> str | None:
    """What is more than plain data about a node by itself."""
    if node.tag == f"{_TAG}merge":
        return "`<<` isn't permitted here"
    is_number = node.tag in (f"{_TAG}int", f"{_TAG}float")
    if is_number and len(text_of(node) or "") > _LONGEST_NUMBER:
        return "a number of very many digits"
    return None


def list_items(node: yaml.Node | None) -> list[yaml.Node]:
    """List the items of a sequence; another node has none."""
    items: list[yaml.Node] = node.value if isinstance(node, yaml.SequenceNode) else []
    return items


def list_pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    """List the keys of a mapping with what they are of; another node has none."""
    pairs: list[tuple[yaml.Node, yaml.Node]]
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return pairs


def text_of(node: yaml.Node) -> str | None:
    """The text of a scalar; another node has none."""
    text: str | None = node.value if isinstance(node, yaml.ScalarNode) else None
    return text


def start_of(node: yaml.Node) -> yaml.Mark:
    """Where a node begins, counted from 0."""
    mark: yaml.Mark = node.start_mark
    return mark


def end_of(node: yaml.Node) -> yaml.Mark:
    """Where a node has ended, counted from 0."""
    mark: yaml.Mark = node.end_mark
    return mark


def _list_inner(node: yaml.Node) -> Iterator[yaml.Node]:
    yield from list_items(node)
    for pair in list_pairs(node):
        yield from pair


def _fault_of(error: yaml.MarkedYAMLError) -> YamlFault:
    mark = error.problem_mark or error.context_mark
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return YamlFault(error.problem or "unreadable", *place)
