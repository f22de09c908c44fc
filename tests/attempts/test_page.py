"""docs/security.md names tests that there are, and all groups of attempts."""

import ast
import re

from tests.attempts.test_attempts import TABLES, read_table
from tests.projects import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


def test_page_names_each_group_once() -> None:
    named = re.findall(r"\| `(\w+)\.yaml`: ([^|]+) \|", PAGE)
    groups = [(path.stem, group) for path in TABLES for group in read_table(path)["attempts"]]
    assert sorted(named) == sorted(groups)


def test_page_names_tests_that_there_are() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PAGE)
    assert len(named) > 5
    for place, name in named:
        tree = ast.parse((ROOT / place).read_text(encoding="utf-8"))
        functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert not name or name in functions


def test_page_names_the_people_who_infer_nothing() -> None:
    for path in TABLES:
        people = ", ".join(read_table(path)["hidden"])
        assert f"| `{path.stem}` | {people} |" in PAGE


def test_page_names_what_is_left_out() -> None:
    for path in TABLES:
        for said in read_table(path)["hidden"].values():
            for each in said.get("known", ()):
                assert f"`{each['address']}`" in PAGE
                assert each["why"]
