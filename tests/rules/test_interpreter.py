"""The interpreter does what docs/language.md says of rules, sentence by sentence."""

import ast
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.expressions.world import World, describe_entities
from tests.projects import ROOT
from tests.rules.answers import Asker, answer_page
from tests.rules.interpreter import describe_rules, may, may_at_all
from transformer.manifest import read_project

FOLDER = Path(__file__).parent
ROLES = {"kim": "clerk", "lee": "chief", "ida": "guest"}
ROWS: Mapping[str, Any] = {"owner": "kim", "state": "open"}

# sentence of the reference → who, operation, entity, what the record has beside ROWS, whether
CASES: Mapping[str, list[tuple[str, str, str, Mapping[str, Any], bool]]] = {
    "`permit:` says who may do one.": [
        ("kim", "list", "Permitted", {"owner": None}, True),
        ("ida", "list", "Permitted", {"owner": None}, False),
    ],
    "`forbid:` says who may not, and outweighs every `permit:`.": [
        ("kim", "delete", "Permitted", {}, True),
        ("kim", "delete", "Permitted", {"state": "closed"}, False),
        ("ida", "update", "Permitted", {"owner": "ida"}, False),
    ],
    "Several lines for one operation say it together: one that holds is enough.": [
        ("ida", "list", "Permitted", {"owner": "ida"}, True),
        ("lee", "list", "Permitted", {"owner": "ida"}, True),
    ],
    "is open to everybody who may use the app.": [
        ("ida", "delete", "Plain", {}, True),
        ("", "list", "Plain", {}, True),
    ],
    "With any of them, what none of them allows is denied.": [
        ("kim", "read", "Permitted", {}, False),
        ("kim", "list", "Forbidden", {}, False),
        ("kim", "delete", "Forbidden", {}, False),
        ("kim", "read", "Short", {}, True),
        ("lee", "list", "Short", {}, False),
        ("lee", "delete", "Short", {}, False),
        ("kim", "create", "Short", {"owner": "lee"}, True),
    ],
    "Superusers may do everything.": [
        ("root", "read", "Permitted", {}, True),
        ("root", "delete", "Forbidden", {"state": "closed"}, True),
        ("root", "update", "Scoped", {}, True),
    ],
    "as it is going to be saved.": [
        ("ida", "create", "Permitted", {"state": "open"}, True),
        ("ida", "create", "Permitted", {"state": "closed"}, False),
    ],
    "a record outside it doesn't exist for that person.": [
        ("kim", "list", "Wide", {"owner": "lee"}, False),
        ("kim", "read", "Wide", {"state": "closed"}, False),
    ],
    "without `as` it applies to everybody.": [
        ("ida", "list", "Wide", {"owner": "ida"}, True),
    ],
    "`all` stands for every record.": [
        ("ida", "update", "Wide", {"state": "closed"}, True),
    ],
    "If several scopes apply to somebody, a record needs to be in one of them.": [
        ("kim", "list", "Scoped", {}, True),
        ("kim", "list", "Scoped", {"owner": "lee", "state": "closed"}, True),
        ("kim", "list", "Scoped", {"owner": "lee"}, False),
        ("ida", "list", "Scoped", {"owner": "ida"}, False),
        ("ida", "list", "Scoped", {"state": "closed"}, True),
    ],
    "If none of them applies to somebody, that person has no record.": [
        ("lee", "list", "Scoped", {"owner": "lee", "state": "closed"}, False),
        ("", "list", "Scoped", {"owner": None, "state": "closed"}, False),
    ],
    "An operation without scopes has those of `read`, or else those of `list`.": [
        ("kim", "delete", "Wide", {"owner": "lee"}, True),
        ("kim", "delete", "Wide", {"state": "closed"}, False),
        ("kim", "create", "Wide", {"state": "closed"}, False),
        ("kim", "read", "Scoped", {"owner": "lee"}, False),
        ("kim", "list", "Updated", {"owner": "lee"}, True),
        ("kim", "list", "Updated", {"owner": None}, False),
    ],
    "A scope allows the operation that it is for, if no `permit:` line is about that one.": [
        ("kim", "update", "Updated", {}, True),
        ("kim", "update", "Updated", {"owner": "ida"}, False),
        ("kim", "delete", "Updated", {}, False),
    ],
    "a scope for either allows both, if no `permit:` line is about any of them.": [
        ("kim", "read", "Scoped", {}, True),
        ("kim", "list", "Updated", {"owner": "ida"}, True),
    ],
    "What belongs to another tenant doesn't exist for somebody, whatever the rules permit, and "
    "can't be made.": [
        ("kim", "list", "Ruled", {"shop": "north"}, True),
        ("kim", "list", "Ruled", {"shop": "south"}, False),
        ("lee", "update", "Ruled", {"shop": "south"}, True),
        ("lee", "update", "Ruled", {"shop": "north"}, False),
        ("lee", "create", "Ruled", {"shop": "north"}, False),
        ("root", "list", "Ruled", {"shop": "south"}, True),
    ],
    "Whoever belongs to no tenant has none of these records, and a record of no tenant is "
    "nobody's.": [
        ("ida", "read", "Owned", {"shop": "north"}, False),
        ("ida", "read", "Owned", {"shop": None}, False),
        ("kim", "read", "Owned", {"shop": None}, False),
        ("", "list", "Ruled", {"shop": None}, False),
        ("root", "read", "Owned", {"shop": None}, True),
    ],
    "Within one's own tenant one may do what the rules say; without any rules, everything.": [
        ("kim", "update", "Ruled", {"shop": "north"}, False),
        ("kim", "create", "Ruled", {"shop": "north", "state": "closed"}, False),
        ("kim", "delete", "Owned", {"shop": "north"}, True),
        ("kim", "delete", "Owned", {"shop": "south"}, False),
    ],
    "and changed by nobody but superusers.": [
        ("kim", "update", "Scoped", {}, False),
        ("kim", "create", "Scoped", {}, False),
    ],
}
# sentence → who, operation, entity, key of the record or None, what is answered
ANSWERS: Mapping[str, list[tuple[str, str, str, str | None, int]]] = {
    "if somebody may not do what it is for with any record": [
        ("kim", "read", "Permitted", "open", 403),
        ("ida", "update", "Permitted", "open", 403),
        ("lee", "list", "Scoped", None, 403),
        ("kim", "update", "Permitted", "gone", 404),
        ("ida", "list", "Permitted", None, 200),
        ("root", "list", "Scoped", None, 200),
    ],
    "A record that somebody may not read answers 404, like one that isn't there.": [
        ("kim", "read", "Owned", "south", 404),
        ("kim", "delete", "Owned", "south", 404),
        ("kim", "delete", "Owned", "north", 200),
        ("ida", "list", "Owned", None, 403),
        ("kim", "read", "Wide", "closed", 404),
        ("kim", "update", "Wide", "closed", 404),
        ("kim", "read", "Wide", "gone", 404),
    ],
    "What somebody may not do with a record that can be read answers 403.": [
        ("kim", "update", "Updated", "open", 200),
        ("ida", "update", "Updated", "open", 403),
    ],
    "Whoever isn't signed in is asked to sign in instead of a 403.": [
        ("", "list", "Scoped", None, 302),
        ("", "read", "Wide", "open", 200),
        ("", "delete", "Updated", "open", 302),
    ],
}


@cache
def read_cases() -> Mapping[str, Any]:
    manifest = read_project(FOLDER / "cases.dsl").manifest
    assert manifest is not None
    return manifest


def build_world(person: str, **rows: dict[str, Any]) -> World:
    """Three members of one town, one of whom asks, or somebody else."""
    shops = {"kim": "north", "lee": "south"}
    members = {
        key: {"id": key, "role": role, "town": "Ulm", "shop": shops.get(key)}
        for key, role in ROLES.items()
    }
    roles = frozenset({ROLES[person]} if person in ROLES else ())
    return World(
        describe_entities(read_cases()),
        {"Member": members, **rows},
        now=datetime(2026, 1, 1, tzinfo=UTC),
        person=person or None,
        person_entity="Member",
        roles=roles,
    )


@pytest.mark.parametrize(
    ("sentence", "person", "operation", "entity", "values", "wanted"),
    [(sentence, *case) for sentence, cases in CASES.items() for case in cases],
)
def test_rules_mean(
    sentence: str, person: str, operation: str, entity: str, values: dict[str, Any], wanted: bool
) -> None:
    world = build_world(person, **{entity: {"row": {"id": "row", **ROWS, **values}}})
    record, rules = world.find(entity, "row"), describe_rules(read_cases())[entity]
    assert record
    found = may(operation, record, rules, is_superuser=person == "root")
    assert found is wanted
    if wanted:
        assert may_at_all(operation, world, entity, rules, is_superuser=person == "root")


@pytest.mark.parametrize(
    ("sentence", "person", "operation", "entity", "key", "wanted"),
    [(sentence, *case) for sentence, cases in ANSWERS.items() for case in cases],
)
def test_pages_answer(
    sentence: str, person: str, operation: str, entity: str, key: str | None, wanted: int
) -> None:
    states = {"open": {}, "closed": {"state": "closed"}, "north": {"shop": "north"}}
    states["south"] = {"shop": "south"}
    rows = {name: {"id": name, **ROWS, **values} for name, values in states.items()}
    world, rules = build_world(person, **{entity: rows}), describe_rules(read_cases())[entity]
    asker = Asker(is_signed_in=bool(person), is_superuser=person == "root")
    assert answer_page(operation, world, entity, rules, asker, key) == wanted


def test_each_sentence_stands_in_the_reference() -> None:
    page = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
    text = " ".join(page.split("### Who may do what\n")[1].split("\n## ")[0].split())
    for sentence in (*CASES, *ANSWERS):
        assert sentence in text


@pytest.mark.parametrize("module", ["interpreter.py", "answers.py"])
def test_interpreter_knows_nothing_of_the_compiler(module: str) -> None:
    tree = ast.parse((FOLDER / module).read_text(encoding="utf-8"))
    froms = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    plain = {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    assert not plain
    own = {"tests.expressions.interpreter", "tests.expressions.world", "tests.rules.interpreter"}
    assert froms <= {"collections.abc", "dataclasses", "typing", *own}
