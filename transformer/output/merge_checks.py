"""Whether a merged file is still what its name says, and how Python is put together."""

import ast
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from textwrap import dedent

from transformer.output.line_merge import Lines

_PYTHON = ".py"


def is_python(path: str) -> bool:
    """Tell whether a file is Python, of which no half may be there."""
    return path.endswith(_PYTHON)


def find_fault(path: str, merged: str, ours: str, theirs: str) -> str | None:
    """Find what is wrong with a merge though no line of it was in conflict; None if nothing."""
    checks = (check for suffix, check in _CHECKS.items() if path.endswith(suffix))
    return next((check(merged, ours, theirs) for check in checks), None)


def _check_python(merged: str, ours: str, theirs: str) -> str | None:
    names = _count_names(merged)
    if names is None:
        return "the two together are no valid Python"
    before = [_count_names(text) or Counter() for text in (ours, theirs)]
    doubled = (name for name, count in names.items() if count > max(one[name] for one in before))
    doubled = (name for name in doubled if names[name] > 1)
    name = next(doubled, None)
    return None if name is None else f"both have a `{name}` of their own"


def _check_json(merged: str, ours: str, theirs: str) -> str | None:
    try:
        json.loads(merged)
    except ValueError:
        return "the two together are no valid JSON"
    return None


_CHECKS: Mapping[str, Callable[[str, str, str], str | None]] = {
    _PYTHON: _check_python,
    ".json": _check_json,
}


def _count_names(text: str) -> Counter[str] | None:
    """Count how often each name is given in the same body; None if the text can't be parsed."""
    tree = _parse(text)
    return None if tree is None else Counter(_list_names(tree.body, ""))


def _parse(text: str) -> ast.Module | None:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _list_names(body: list[ast.stmt], owner: str) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield f"{owner}{node.name}"
            yield from _list_names(node.body, f"{owner}{node.name}.")
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{owner}{node.name}"
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (f"{owner}{one.id}" for one in targets if isinstance(one, ast.Name))


def join_nothing(ours: Lines, theirs: Lines) -> Lines | None:
    """Leave what both sides insert in the same place to the person."""
    return None


def join_statements(ours: Lines, theirs: Lines) -> Lines | None:
    """Put what both sides insert in the same place of a Python file one after the other.

    That takes whole statements of both, the more deeply indented ones first: below a line that is
    indented less they would belong to something else.
    """
    sides = [_measure(lines) for lines in (ours, theirs)]
    if sides[0] is None or sides[1] is None:
        return None
    (own_first, own_least), (new_first, new_least) = sides[0], sides[1]
    if new_least >= own_first:
        return [*theirs, *ours]
    return [*ours, *theirs] if own_least >= new_first else None


def _measure(lines: Lines) -> tuple[int, int] | None:
    """Measure how far the first line is indented, and the least of all; None if it's no whole."""
    said = [line for line in lines if line.strip()]
    if not said or _parse(dedent("\n".join(lines))) is None:
        return None
    indents = [len(line) - len(line.lstrip()) for line in said]
    return indents[0], min(indents)
