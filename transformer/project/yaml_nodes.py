"""YAML restricted to plain data: no aliases, merges or tags, bounded depth and numbers."""

from collections.abc import Iterator
from typing import Any

import yaml

_DEEPEST = 20
_LONGEST_NUMBER = 100
_TAG = "tag:yaml.org,2002:"


class YamlDataError(Exception):
    """Raised if a text isn't plain YAML data; the line and column count from 1."""

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        """Keep the reason and the place."""
        super().__init__(reason)
        self.line = line
        self.column = column


def compose_yaml(text: str) -> yaml.Node | None:
    """Parse a text into nodes; None if it is empty.

    Raises YamlDataError if it is not YAML.
    """
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise _make_error(error) from error
    except (yaml.YAMLError, ValueError, RecursionError, MemoryError) as error:
        raise YamlDataError(str(error)) from error


def construct_yaml(text: str) -> Any:
    """Build the plain data of a text.

    Raises YamlDataError if a tag doesn't fit what it tags.
    """
    try:
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise _make_error(error) from error
    except (yaml.YAMLError, ArithmeticError, AttributeError, LookupError, TypeError) as error:
        raise YamlDataError("a tag doesn't fit its value") from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise YamlDataError(str(error)) from error


def require_plain_nodes(root: yaml.Node | None) -> None:
    """Raise YamlDataError if the nodes are more than plain data."""
    waiting: list[tuple[int, yaml.Node]] = [(0, root)] if root is not None else []
    seen: set[int] = set()
    while waiting:
        depth, node = waiting.pop()
        fault = find_unsupported(node)
        if id(node) in seen or depth > _DEEPEST:
            fault = "an alias (`*`), or too deep a nesting"
        if fault:
            mark = find_start(node)
            raise YamlDataError(fault, mark.line + 1, mark.column + 1)
        seen.add(id(node))
        waiting += ((depth + 1, each) for each in _list_inner(node))


def find_unsupported(node: yaml.Node) -> str | None:
    """Describe what makes a node by itself more than plain data; None if nothing does."""
    if node.tag == f"{_TAG}merge":
        return "a merge key (`<<`) isn't permitted"
    is_number = node.tag in (f"{_TAG}int", f"{_TAG}float")
    if is_number and len(read_scalar(node) or "") > _LONGEST_NUMBER:
        return "a number with too many digits"
    return None


def find_key_fault(key: yaml.Node) -> str | None:
    """Describe what makes a key something else than a text; None if it is one."""
    if fault := find_unsupported(key):
        return fault
    if (name := read_scalar(key)) is None:
        return "a key is no text"
    return None if key.tag == f"{_TAG}str" else f"the key `{name}` isn't a text without quotes"


def list_items(node: yaml.Node | None) -> list[yaml.Node]:
    """List the items of a sequence; none for another node."""
    items: list[yaml.Node] = node.value if isinstance(node, yaml.SequenceNode) else []
    return items


def list_pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    """List the keys of a mapping with their values; none for another node."""
    pairs: list[tuple[yaml.Node, yaml.Node]]
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return pairs


def read_scalar(node: yaml.Node) -> str | None:
    """Return the text of a scalar, or None for another node."""
    text: str | None = node.value if isinstance(node, yaml.ScalarNode) else None
    return text


def find_start(node: yaml.Node) -> yaml.Mark:
    """Return where a node begins; lines and columns count from 0."""
    mark: yaml.Mark = node.start_mark
    return mark


def find_end(node: yaml.Node) -> yaml.Mark:
    """Return where a node has ended; lines and columns count from 0."""
    mark: yaml.Mark = node.end_mark
    return mark


def _list_inner(node: yaml.Node) -> Iterator[yaml.Node]:
    yield from list_items(node)
    for pair in list_pairs(node):
        yield from pair


def _make_error(error: yaml.MarkedYAMLError) -> YamlDataError:
    mark = error.problem_mark or error.context_mark
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return YamlDataError(error.problem or "unreadable", *place)
