"""The shape of the code: sizes, names, and the one direction of imports."""

import ast
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# The Python of dazzle itself; what a backend copies into apps isn't.
MODULES = [
    path
    for path in sorted((ROOT / "transformer").rglob("*.py"))
    if not re.search(r"/backends/\w+/(files|parts)/", path.as_posix())
]
OWN = MODULES + sorted((ROOT / "tests").rglob("*.py")) + sorted((ROOT / "bench").rglob("*.py"))
OWN += sorted((ROOT / "tools").rglob("*.py"))
OWN = [path for path in OWN if "snapshots" not in path.parts]

# The rooms of the house. Each may import those before it, and its own modules.
ROOMS = (
    "diagnostics",
    "project",
    "dsl",
    "model",
    "manifest",
    "output",
    "engine",
    "backends",
    "development",
    "cli",
)
# What comes after the manifest knows neither its making nor how problems are told.
APART = ("diagnostics.", "project", "dsl", "manifest")
SHARED = "diagnostics.resources"
FORBIDDEN = {"utils", "helpers", "manager", "base", "misc", "common"}


def list_imports(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
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


def name_module(path: Path) -> str:
    """Name a module below `transformer`, such as `dsl.parser.lines`."""
    parts = path.relative_to(ROOT / "transformer").with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def list_own_imports(text: str) -> list[str]:
    """List the modules of `transformer` that a module imports."""
    return [
        name.removeprefix("transformer.")
        for name in list_imports(text)
        if name.startswith("transformer.")
    ]


def test_rooms_are_those_of_the_house() -> None:
    there = {path.name for path in (ROOT / "transformer").iterdir() if path.name != "__pycache__"}
    assert there - {"__init__.py", "__main__.py", "_data"} == set(ROOMS)
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for room in ROOMS:
        assert re.search(rf"^      {room}/ +\S", page, re.MULTILINE), room
        assert re.search(rf"^## .*\b{room}/", page, re.MULTILINE), room


@pytest.mark.parametrize("path", MODULES, ids=show)
def test_imports_go_one_way(path: Path) -> None:
    own = name_module(path).split(".")[0]
    for module in list_own_imports(path.read_text("utf-8")) if own in ROOMS else ():
        room = module.split(".")[0]
        assert ROOMS.index(room) <= ROOMS.index(own), module
        if own in ("output", "engine", "backends") and module != SHARED:
            assert not f"{module}.".startswith(APART), module


def list_needed_imports(path: Path) -> set[str]:
    """List what a module can't be imported without.

    The parts of the model know one another as types, an entity its fields and a field its entity;
    those imports are for the type checker only.
    """
    text = path.read_text(encoding="utf-8")
    if "model" in path.parts:
        text = re.sub(r"^if TYPE_CHECKING:\n(?:    .*\n|\n)+", "", text, flags=re.MULTILINE)
    return set(list_own_imports(text))


def test_no_modules_import_one_another() -> None:
    """Hold against cycles, also those that an import inside a function hides."""
    graph = {name_module(path): list_needed_imports(path) for path in MODULES}
    while leaves := {name for name, imports in graph.items() if not imports & graph.keys()}:
        graph = {name: imports - leaves for name, imports in graph.items() if name not in leaves}
    assert not graph


CORE = [path for path in MODULES if name_module(path).split(".")[0] != "backends"]
FRAMEWORK = re.compile(r"(?i)django|\bmodels\.|\bcore/|\bhealthz\b|\bsign-in\b")


@pytest.mark.parametrize("path", CORE, ids=show)
def test_core_knows_no_framework(path: Path) -> None:
    """Hold code, not comments and docstrings, against the words of a framework."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        is_described = isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        if is_described and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    assert not FRAMEWORK.search(ast.unparse(tree))


@pytest.mark.parametrize("path", OWN, ids=show)
def test_modules_have_names_that_say_something(path: Path) -> None:
    assert path.stem not in FORBIDDEN


# The module with the view of a backend has the same name everywhere.
DOUBLED = {"view"}


def test_each_module_has_a_name_of_its_own() -> None:
    names = Counter(path.stem for path in MODULES if not path.stem.startswith("__"))
    assert {name for name, count in names.items() if count > 1} == DOUBLED


@pytest.mark.parametrize("path", MODULES, ids=show)
def test_public_things_are_described(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


# PEP 257: the docstring of a function is an order, "Find …" or "Tell whether …".
NOUN_PHRASE = re.compile(r"(The|A|An|What|Which|Whether|Where|Who|How|Why)\b")
# The rooms that keep to it, but for what is still to come.
ORDERS = re.compile(r"diagnostics|project|dsl|manifest|model")
TO_COME = re.compile(r"diagnostics\.resources|manifest\.(loading|serialization)\.")
ORDERLY = [
    path
    for path in MODULES
    if ORDERS.match(name_module(path)) and not TO_COME.match(name_module(path))
]


def is_property(function: ast.FunctionDef) -> bool:
    return any("property" in ast.unparse(each) for each in function.decorator_list)


@pytest.mark.parametrize("path", ORDERLY, ids=show)
def test_functions_are_described_by_what_they_do(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and not is_property(node):
            assert not NOUN_PHRASE.match(ast.get_docstring(node) or ""), node.name


def test_templates_only_place_and_repeat() -> None:
    lines = [
        (path, line.strip())
        for path in (ROOT / "transformer" / "backends").rglob("*.mako")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s*(%(?!\})|<%)", line)
    ]
    for path, line in lines:
        assert re.match(r"% (if|elif|else|for|endif|endfor)\b", line), (path, line)


# What a template's expressions may be made of: names, properties, and a choice between them.
PLACED = (
    ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.IfExp, ast.BoolOp, ast.UnaryOp,
    ast.Compare, ast.expr_context, ast.boolop, ast.Not, ast.Is,
)  # fmt: skip


def list_expressions(template: str) -> Iterator[str]:
    """The Python in a template: what is placed, without filters, and what lines of control ask."""
    for hole in re.findall(r"\$\{(.*?)\}", template):
        yield re.sub(r"\|[\s\w,]*$", "", hole)
    yield from re.findall(r"^\s*% (?:if|elif|for [\w, ]+ in) (.*):$", template, re.MULTILINE)


def test_templates_compute_nothing() -> None:
    found = set[str]()
    for path in (ROOT / "transformer" / "backends").rglob("*.mako"):
        for expression in list_expressions(path.read_text(encoding="utf-8")):
            for node in ast.walk(ast.parse(expression.strip(), mode="eval").body):
                assert isinstance(node, PLACED), (path, expression)
            found.add(expression.strip())
    assert {"item.title", "entity.visits"} <= found


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
