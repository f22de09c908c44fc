"""What a project has no use for isn't in it: each function, class and constant has a caller."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Finder

KEPT = {
    "add_dependency": "asked by what a field says under `on_delete`",
    "add_field_update": "asked by what a field says under `on_delete`",
    "add_restricted_objects": "asked by what a field says under `on_delete`",
    "authenticate": "asked by Django of every backend",
    "clean_typed": "asked by Django of the field",
    "file_complete": "asked by Django of upload handlers",
    "get_by_natural_key": "asked by Django of managers of accounts",
    "get_fieldsets": "asked by Django's admin",
    "has_add_permission": "asked by Django's admin",
    "has_delete_permission": "asked by Django's admin",
    "has_view_permission": "asked by Django's admin",
    "paginate_queryset": "asked by Django of lists",
    "receive_data_chunk": "asked by Django of upload handlers",
    "PagesConfig": "found by Django",
    "RecordsConfig": "found by Django",
    "PermissionGroupAdmin": "registered with Django's admin",
    "export_csv": "called by what `?export=` says",
    "export_excel": "called by what `?export=` says",
    "export_print": "called by what `?export=` says",
    "DecimalInput": "of a few lines, where forms have all inputs of numbers and days",
    "Reference": "what `references` of any form consist of",
    "Related": "what `related` of any page consists of",
    "file_name": "beside `file_size`, of which a page may show but one",
    "file_size": "beside `file_name`, of which a page may show but one",
    "__all__": "what a package offers",
    "__version__": "asked by nobody but people",
}
"""Name → why it stands in projects where nothing says it."""
FOR_MIGRATIONS = ("pages/operations.py", "pages/constraints.py", "pages/accounts/emails.py")
TEXTS = {".py", ".html", ".txt"}
REEXPORTS = re.compile(r"^from \.[\w.]* import (\([^)]*\)|.*)$", re.MULTILINE)


def list_sources(folder: Path) -> Iterator[tuple[str, str]]:
    """List the files of a project that aren't tests: path and text."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        is_test = "tests" in name or name == "pages/testing.py"
        if path.suffix in TEXTS and not is_test and not name.startswith("static/"):
            yield name, path.read_text(encoding="utf-8")


def list_names(text: str) -> Iterator[str]:
    """List the names of functions, classes and constants that a module defines."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("__"):
            yield node.name
    for node in tree.body:
        if isinstance(node, ast.Assign):
            yield from (each.id for each in node.targets if isinstance(each, ast.Name))


def strip_exports(name: str, text: str) -> str:
    """Leave out what a package passes on: that alone is no use."""
    if not name.endswith("__init__.py"):
        return text
    return REEXPORTS.sub("", text).partition("__all__")[0]


def find_unused(folder: Path) -> set[str]:
    sources = dict(list_sources(folder))
    words = Counter[str]()
    for name, text in sources.items():
        words.update(re.findall(r"\w+", strip_exports(name, text)))
    return {
        f"{place}: {name}"
        for place, text in sources.items()
        if place.startswith(("pages/", "records/"))
        and place.endswith(".py")
        and "migrations" not in place
        for name in list_names(text)
        if words[name] < 2 and name not in KEPT and not place.startswith(FOR_MIGRATIONS)
    }


@pytest.mark.parametrize("name", ["simple_task", "support_tickets"])
def test_nothing_is_there_for_nothing(name: str, find_built: Finder) -> None:
    assert find_unused(find_built(name).folder) == set()


def test_what_only_some_projects_need_is_in_these(find_built: Finder, tmp_path: Path) -> None:
    def list_all(name: str) -> set[str]:
        found = list_sources(find_built(name).folder)
        pages = [text for place, text in found if re.fullmatch(r"(pages|records)/.*\.py", place)]
        return {each for text in pages for each in list_names(text)}

    needed = {"Decoder", "pretty", "FileInput", "file_name", "MediaView"}
    assert needed <= list_all("field_types")
    assert needed.isdisjoint(list_all("simple_task"))
    assert "unmark_formula" not in list_all("simple_task")


def test_a_function_that_nothing_calls_is_found(find_built: Finder, tmp_path: Path) -> None:
    built = find_built("simple_task").copy_to(tmp_path)
    with (built.folder / "records/values.py").open("a", encoding="utf-8") as file:
        file.write("\n\ndef never_called():\n    pass\n")
    assert find_unused(built.folder) == {"records/values.py: never_called"}
