"""What holds of records stands by itself: an app without pages has it as well."""

import ast

import pytest

from tests.outputs import render_fixture
from tests.projects import PROJECTS

BACKEND = "django_micro"


def list_imports(path: str, text: str) -> set[str]:
    """List the packages that a module imports from, relative ones by their name."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            parts = path.split("/")[: -node.level] if node.level else []
            found.add(".".join([*parts, node.module or ""]))
    return {name.partition(".")[0] for name in found}


@pytest.mark.parametrize("name", PROJECTS)
def test_records_import_nothing_of_pages(name: str) -> None:
    files = render_fixture(name, BACKEND)
    modules = {
        path: content.decode()
        for path, content in files.items()
        if path.startswith("records/") and path.endswith(".py")
    }
    assert len(modules) > 10
    used = {path: list_imports(path, text) for path, text in modules.items()}
    assert {path for path, names in used.items() if "pages" in names} == set()


def test_an_import_of_pages_is_found() -> None:
    assert "pages" in list_imports("records/search.py", "def f():\n    from pages import generic\n")
    assert list_imports("records/audit/files.py", "from ..values import x\n") == {"records"}
