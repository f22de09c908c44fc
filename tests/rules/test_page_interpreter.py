"""The interpreter of pages' rules does what docs/language.md says, sentence by sentence."""

import ast
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.expressions.world import EntityInfo, Record, World
from tests.projects import ROOT
from tests.rules.page_interpreter import Page, describe_pages, find_page_of_record

RECORD = {"type": "record", "entity": "Member"}
OPERANDS = [{"path": ["keeper"], **RECORD}, {"person": [], **RECORD}]
MINE = {"operator": "=", "operands": OPERANDS, "type": "bool"}
PAGE = Page(
    (
        {"persona": "warden", "scope": MINE, "hide": ["rate"]},
        {"persona": "guest", "show": ["name"], "read_only": True},
        {"persona": "child", "hide": ["rate", "name"], "read_only": True},
    )
)
# sentence → roles, what is asked, of what, what is answered
CASES: Mapping[str, list[tuple[tuple[str, ...], str, str, bool]]] = {
    "`scope:` narrows the records.": [
        (("warden",), "has", "kim", True),
        (("warden",), "has", "lee", False),
        (("guest",), "has", "lee", True),
    ],
    "`hide:` keeps fields from the persona.": [
        (("warden",), "hides", "rate", True),
        (("warden",), "hides", "name", False),
    ],
    "`show:` says what the page has, and nothing else.": [
        (("guest",), "hides", "rate", True),
        (("guest",), "hides", "name", False),
    ],
    "`read_only: true` lets the persona change nothing from the page": [
        (("guest",), "is_read_only", "", True),
        (("warden",), "is_read_only", "", False),
    ],
    "Whoever has several roles sees and does what any of them may": [
        (("warden", "guest"), "has", "lee", True),
        (("warden", "guest"), "hides", "name", False),
        (("warden", "guest"), "hides", "rate", True),
        (("warden", "guest"), "is_read_only", "", False),
        (("child", "guest"), "is_read_only", "", True),
        (("child", "guest"), "hides", "name", False),
    ],
    "A role that a page says nothing of sees all of it, as do people without a role": [
        (("chair",), "hides", "rate", False),
        (("warden", "chair"), "has", "lee", True),
        ((), "has", "lee", True),
        ((), "hides", "rate", False),
        (("root", "warden"), "has", "lee", True),
        (("root", "guest"), "is_read_only", "", False),
    ],
}


@pytest.mark.parametrize(
    ("roles", "asked", "of", "wanted"), [case for cases in CASES.values() for case in cases]
)
def test_pages_mean(roles: tuple[str, ...], asked: str, of: str, wanted: bool) -> None:
    entities = {"Drill": EntityInfo(references={"keeper": "Member"}), "Member": EntityInfo()}
    rows: dict[str, Any] = {"Drill": {1: {"id": 1, "keeper": of}}, "Member": {"kim": {"id": "kim"}}}
    is_superuser = "root" in roles
    world = World(
        entities,
        rows,
        datetime(2026, 1, 1, tzinfo=UTC),
        person="kim",
        person_entity="Member",
        roles=frozenset(roles) - {"root"},
    )
    drill = world.find("Drill", 1)
    assert isinstance(drill, Record)
    answers = {
        "has": lambda: PAGE.has(drill, is_superuser=is_superuser),
        "hides": lambda: PAGE.hides(of, world, is_superuser=is_superuser),
        "is_read_only": lambda: PAGE.is_read_only(world, is_superuser=is_superuser),
    }
    assert answers[asked]() is wanted


def test_deleting_belongs_to_the_page_of_the_record() -> None:
    surfaces = [{"entity": "Drill", "mode": mode, "ux": {"variants": [mode]}} for mode in MODES]
    for first in range(len(MODES)):
        said = {"entities": [{"name": "Drill"}], "surfaces": surfaces[first:]}
        page = find_page_of_record(describe_pages(said)["Drill"])
        assert page.variants == [MODES[first]]


MODES = ("view", "edit", "list")


def test_each_sentence_stands_in_the_reference() -> None:
    page = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
    part = page.split("### What a page is like for a persona\n")[1].split("\n### ")[0]
    for sentence in (*CASES, "its `view`, or else its `edit`, or its `list`"):
        assert sentence in " ".join(part.split())


ACCESS: Mapping[str, tuple[dict[str, Any], set[str]]] = {
    "A page without it is for all who use the app.": ({}, {"warden", "chair", "root", ""}),
    "`persona(…)` with one or several roles, of which one is enough": (
        {"to": "persona", "personas": ["chair", "guest"]},
        {"chair", "root"},
    ),
    "`authenticated`, for whoever is signed in": (
        {"to": "authenticated"},
        {"warden", "chair", "root"},
    ),
    "or `public`, for everybody": ({"to": "public"}, {"warden", "chair", "root", ""}),
}


@pytest.mark.parametrize("sentence", ACCESS)
def test_page_is_for(sentence: str) -> None:
    access, wanted = ACCESS[sentence]
    found = set()
    for role in ("warden", "chair", "root", ""):
        world = World({}, {}, datetime(2026, 1, 1, tzinfo=UTC), roles=frozenset({role}))
        is_superuser = role == "root"
        asked = {"is_signed_in": bool(role), "is_superuser": is_superuser}
        if Page((), access).is_for(world, **asked):
            found.add(role)
    assert found == wanted
    page = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
    part = page.split("### Whom a page is for\n")[1].split("\n### ")[0]
    assert sentence in " ".join(part.split())


KNOW_NOTHING = ("page_interpreter.py", "put_away_visits.py", "version_visits.py")


@pytest.mark.parametrize("module", KNOW_NOTHING)
def test_interpreter_knows_nothing_of_the_compiler(module: str) -> None:
    tree = ast.parse((Path(__file__).parent / module).read_text(encoding="utf-8"))
    froms = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    emitted = ("transformer", "core", "pages", "records")
    assert not {each for each in froms if each and each.startswith(emitted)}
