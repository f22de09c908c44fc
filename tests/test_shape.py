"""The shape of the code: sizes, names, and the one direction of imports."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "transformer").rglob("*.py"))
MODULES = [path for path in MODULES if "backends" not in path.parts]
OWN = MODULES + sorted((ROOT / "tests").rglob("*.py")) + sorted((ROOT / "bench").rglob("*.py"))
OWN += sorted((ROOT / "tools").rglob("*.py"))
OWN = [path for path in OWN if "snapshots" not in path.parts]

# Each layer may import those before it, and its own modules.
LAYERS = [
    {"data", "finding", "logo", "names", "paths", "yaml_nodes"},
    {"diagnostics", "explanations", "reports"},
    {"settings", "project", "dsl", "stacks"},
    {"manifest"},
    {"emit"},
    {"output"},
    {"support", "pipeline", "starting", "formatting"},
    {"console"},
    {"cli", "commands"},
]
# What both halves may use: places of problems on one side, plain data on the other.
APART = {"emit": {"diagnostics", "project", "settings", "dsl", "manifest"}}
FORBIDDEN = {"utils", "helpers", "manager", "base", "misc", "common"}


def name_layer(module: str) -> str:
    return module.split(".")[1]


def list_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def show(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", OWN, ids=show)
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 250
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 25, node.name


@pytest.mark.parametrize("path", MODULES, ids=show)
def test_imports_go_one_way(path: Path) -> None:
    own = path.relative_to(ROOT).with_suffix("").parts[1]
    ranks = {name: rank for rank, names in enumerate(LAYERS) for name in names}
    for module in list_imports(path):
        if module.startswith("transformer.") and own != "__init__":
            layer = name_layer(module)
            assert ranks[layer] <= ranks[own], module
            assert layer not in APART.get(own, ()), module


@pytest.mark.parametrize("path", OWN, ids=show)
def test_modules_have_names_that_say_something(path: Path) -> None:
    assert path.stem not in FORBIDDEN


@pytest.mark.parametrize("path", MODULES, ids=show)
def test_public_things_are_described(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_backends_hold_no_python_of_their_own() -> None:
    for backend in (ROOT / "transformer" / "backends").iterdir():
        assert not list(backend.glob("*.py")), backend


def test_templates_only_place_and_repeat() -> None:
    lines = [
        (path, line.strip())
        for path in (ROOT / "transformer" / "backends").rglob("*.mako")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s*(%(?!\})|<%)", line)
    ]
    for path, line in lines:
        assert re.match(r"% (if|elif|else|for|endif|endfor)\b", line), (path, line)


def test_no_tracked_file_names_a_machine() -> None:
    found = subprocess.run(
        [
            "git",
            "grep",
            "-lE",
            r"(^|[^A-Za-z0-9_./-])/(work|root|home/[a-z]+/\.)/",
            "--",
            ":!tests",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert found.stdout == ""
