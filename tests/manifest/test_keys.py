"""Keys that mypy takes from anybody, as in `"key" in record`, are those of a record."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import get_args, get_type_hints, is_typeddict

import pytest

from transformer import manifest
from transformer.dsl import tables as language
from transformer.manifest import records
from transformer.manifest import table_rows as own
from transformer.manifest.serialization import document

MODULES = sorted(Path(manifest.__path__[0]).rglob("*.py"))
METHODS = ("get", "pop", "setdefault")
NAME = re.compile(r"[a-z_]{2,}\??")
# The event by which a flow ends, a name that the language itself gives; and the words of a problem.
NAMED = {"success", "advice"}


def list_keys(module: ModuleType) -> set[str]:
    """List the keys of all records that a module names, and the words of their keys."""
    kinds = [kind for kind in vars(module).values() if is_typeddict(kind)]
    hints = [hint for kind in kinds for hint in get_type_hints(kind).values()]
    words = {word for hint in hints for word in list_words(hint)}
    return words | {key for kind in kinds for key in get_type_hints(kind)}


def list_words(hint: object) -> Iterator[str]:
    if isinstance(hint, str):
        yield hint
    for part in get_args(hint):
        yield from list_words(part)


def list_modules(package: ModuleType) -> list[ModuleType]:
    return [
        import_module(f"{package.__name__}.{each.name}") for each in iter_modules(package.__path__)
    ]


KNOWN = NAMED | {
    key
    for module in [*list_modules(records), *list_modules(language), own, document]
    for key in list_keys(module)
}


def find_keys(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Each text that is looked for in something, or taken from it, with its line."""
    for node in ast.walk(tree):
        key: ast.expr | None = None
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            key = node.left
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            key = node.args[0] if node.func.attr in METHODS and node.args else None
        text = key.value if isinstance(key, ast.Constant) else None
        if key and isinstance(text, str) and NAME.fullmatch(text):
            yield key.lineno, text


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_keys_are_known(path: Path) -> None:
    keys = find_keys(ast.parse(path.read_text(encoding="utf-8")))
    assert [(line, key) for line, key in keys if key not in KNOWN] == []


def test_misspelt_keys_are_found() -> None:
    misspelt = ast.parse('"entty" in surface\nfield.get("defualt")\n"name" in field\n')
    assert [key for _, key in find_keys(misspelt) if key not in KNOWN] == ["entty", "defualt"]
