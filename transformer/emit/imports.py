"""The import block of an emitted Python module, as isort would sort it."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from textwrap import dedent

from transformer.data import read_table
from transformer.emit.layout import WIDTH

_SECTIONS = ("standard", "library", "project", "local")
_DIGITS = re.compile(r"(\d+)")


def find_names(sources: Iterable[str]) -> set[str]:
    """The names that pieces of Python refer to.

    >>> sorted(find_names(["models.CharField(default=now)"]))
    ['models', 'now']
    """
    trees = (ast.parse(dedent(source)) for source in sources)
    return {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name)}


def write_imports(names: Iterable[str], local: Mapping[str, Iterable[str]] | None = None) -> str:
    """The import lines for names that `imports.yaml` knows, and for names of the app's modules."""
    rows = read_table("imports")
    known = [
        (rows[name]["section"], rows[name].get("from"), name) for name in set(names) & set(rows)
    ]
    wanted = [
        ("local" if module.startswith(".") else "project", module, name)
        for module, of in (local or {}).items()
        for name in of
    ]
    sections = (
        "\n".join(
            _write_section(
                {(module, name) for kind, module, name in known + wanted if kind == section}
            )
        )
        for section in _SECTIONS
    )
    return "\n\n".join(section for section in sections if section)


def _write_section(pairs: set[tuple[str | None, str]]) -> Iterator[str]:
    yield from sorted(f"import {name}" for module, name in pairs if module is None)
    members = sorted((module, name) for module, name in pairs if module)
    for module, group in groupby(members, key=lambda pair: pair[0]):
        yield _write_from(module, sorted((name for _, name in group), key=order_member))


def _write_from(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"from {module} import (", *(f"    {name}," for name in names), ")"])


def order_member(name: str) -> tuple[object, ...]:
    """Where isort puts a member: constants, classes, the rest; 2 before 10, whatever the case."""
    constant = len(name) > 1 and name.isupper()
    kind = 0 if constant else 1 if name[:1].isupper() else 2
    parts = tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part)
        for part in _DIGITS.split(name.lower())
        if part
    )
    return kind, parts, name
