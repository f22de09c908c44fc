"""docs/rules-by-example.md: its lines are those of the examples, and people see what it says."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Finder
from tests.projects import FIXTURES, ROOT, run_dazzle

TEXT = (ROOT / "docs" / "rules-by-example.md").read_text(encoding="utf-8")
EXCERPTS = re.findall(r"^<!-- from: (\S+) -->\n```dsl\n(.*?)^```$", TEXT, re.M | re.S)
START = """
import json
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment
from core.models import User
setup_test_environment()
call_command("scenario", "{scenario}", verbosity=0)

def visit(person, path):
    client = Client(HTTP_HOST="localhost")
    client.force_login(User.objects.get(name=person))
    return client.get(path)
"""
ROWS = """
def count(answer):
    is_shown = answer.status_code == 200
    return str(len(answer.context["object_list"]) if is_shown else answer.status_code)

print(json.dumps([[count(visit(person, path)) for path in {paths}] for person in {people}]))
"""
BUTTONS = """
def list_buttons(answer):
    if answer.status_code != 200:
        return str(answer.status_code)
    found = answer.context["transitions"]["steps"]
    names = [each["address"].split("/to/")[1].split("/")[0] for each in found]
    shown = [f"({{n}})" if each["reasons"] else n for n, each in zip(names, found)]
    return " ".join(shown)

print(json.dumps([[list_buttons(visit(person, path)) for path in {paths}] for person in {people}]))
"""


def find_tables(kind: str) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The words of each note of a kind, with the cells of the table below it."""
    for words, table in re.findall(rf"^<!-- {kind}: (.+) -->\n\n((?:\|.*\n)+)", TEXT, re.M):
        rows = [[cell.strip() for cell in row[1:-1].split("|")] for row in table.splitlines()]
        yield words.split(), [rows[0], *rows[2:]]


@pytest.mark.parametrize(("path", "lines"), EXCERPTS)
def test_lines_stand_in_an_example(path: str, lines: str) -> None:
    assert f"\n{lines}" in (FIXTURES / path).read_text(encoding="utf-8")


def test_all_lines_have_their_place() -> None:
    assert len(EXCERPTS) == TEXT.count("```dsl\n") == TEXT.count("<!-- from: ")


@pytest.mark.parametrize("words", [words for words, _ in find_tables("access")])
def test_rights_are_those_of_the_command(words: list[str], tmp_path: Path) -> None:
    name, entity = words
    done = run_dazzle(tmp_path, "access", str(FIXTURES / name), "--entity", entity, "--markdown")
    said = done.stdout.partition("\n\n")[2].partition("\n\nPages")[0].partition("\nSuperusers")[0]
    assert said.strip() in TEXT.partition(f"<!-- access: {name} {entity} -->")[2]


TABLES = [(ROWS, *each) for each in find_tables("rows")]
TABLES += [(BUTTONS, *each) for each in find_tables("buttons")]


@pytest.mark.parametrize(("script", "words", "cells"), TABLES)
def test_everybody_sees_what_the_page_says(
    script: str, words: list[str], cells: list[list[str]], find_built: Finder, tmp_path: Path
) -> None:
    name, scenario, *start = words
    built = find_built(name).copy_to(tmp_path)
    paths = [f"{start[0]}{title.split()[0]}/" if start else title for title in cells[0][1:]]
    people = [row[0] for row in cells[1:]]
    code = START.format(scenario=scenario) + script.format(paths=paths, people=people)
    done = built.manage("shell", "-v0", "-c", code)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found == [row[1:] for row in cells[1:]]
