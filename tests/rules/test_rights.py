"""What is said of roles is what the rules say, and idle lines make no difference."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.expressions.world import Record, World, describe_entities
from tests.rules.interpreter import describe_rules, may
from tests.rules.ruled_projects import OPERATIONS, ROLES, write_project, write_rules
from transformer.manifest import read_project
from transformer.model import build_model
from transformer.model.entities import Entity
from transformer.model.expression_text import write_expression
from transformer.model.rights import find_right, list_principals

THINGS = ("Thing0", "Thing1", "Thing2")
IDLE = ("allows-nothing", "denies-nothing", "redundant-rule")


def read_text(folder: Path, text: str) -> Any:
    """Read a project, and its manifest with the places in it."""
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    analysis = read_project(folder / "app.dsl")
    assert analysis.manifest is not None, [(each.code, each.words) for each in analysis.problems]
    return analysis


def draw_rules(seed: int) -> list[list[str]]:
    random = Random(seed)
    return [list(write_rules(random)) for _ in THINGS]


def describe_role(role: str | None) -> str:
    """Describe people with a role, or with none, as a condition."""
    return f"role({role})" if role else " and ".join(f"not role({each})" for each in ROLES)


def write_rights(entity: Entity) -> Iterator[str]:
    """Write rules that say of each role, for itself, what may be done."""
    yield "permit:"
    for operation in OPERATIONS:
        for each in list_principals(entity.model):
            condition = write_expression(find_right(entity, operation, each))
            # The name of the relation, which `write_project` writes again.
            condition = re.sub(r"thing_\d_remarks", "remarks", condition)
            yield f"  {operation}: {describe_role(each.role)} and ({condition})"


def draw_worlds(manifest: Any, random: Random) -> Iterator[World]:
    """The same rows for each member who might ask."""
    members = {
        n: {"id": n, "name": name, "email": name, "role": role, "level": n, "trusted": n % 2 == 0}
        for n, (name, role) in enumerate([*zip("abc", ROLES, strict=True), ("d", ""), ("ab", "")])
    }
    for each in members.values():
        each["team"] = random.choice([None, 1, 2])
    teams = {n: {"id": n, "name": name, "lead": n} for n, name in [(1, "Red"), (2, "Blue")]}
    rows: dict[str, Mapping[Any, Any]] = {"Member": members, "Team": teams}
    for name in THINGS:
        rows[name] = {n: draw_thing(n, random) for n in range(6)}
        rows[f"{name}Remark"] = {n: {"id": n, "thing": n % 3} for n in range(5)}
    for n, member in members.items():
        roles = frozenset(filter(None, [member["role"]]))
        now = datetime(2026, 3, 1, tzinfo=UTC)
        yield World(describe_entities(manifest), rows, now, UTC, n, "Member", roles)


def draw_thing(number: int, random: Random) -> dict[str, Any]:
    return {
        "id": number,
        "name": random.choice(["", "a", "abc", "d"]),
        "state": random.choice(["open", "held", "gone", ""]),
        "owner": random.choice([None, 0, 1, 3]),
        "team": random.choice([None, 1, 2]),
        "is_public": random.random() < 0.5,
        "points": random.choice([None, 1, 4]),
    }


def list_answers(manifest: Any, seed: int) -> list[tuple[str, str, Any, Any, bool]]:
    """Who may do what with each row: entity, operation, person, key, whether."""
    rules = describe_rules(manifest)
    return [
        (name, operation, world.person, record.row["id"], may(operation, record, rules[name]))
        for world in draw_worlds(manifest, Random(seed))
        for name in THINGS
        for record in (Record(world, name, row) for row in world.rows[name].values())
        for operation in OPERATIONS
    ]


@pytest.mark.parametrize("seed", range(12))
def test_rights_of_roles_are_what_the_rules_say(tmp_path: Path, seed: int) -> None:
    first = read_text(tmp_path, write_project(draw_rules(seed))).manifest
    model = build_model(first)
    second = read_text(
        tmp_path, write_project(list(write_rights(model.entity(name))) for name in THINGS)
    ).manifest
    assert list_answers(first, seed) == list_answers(second, seed)


def test_idle_lines_make_no_difference(tmp_path: Path) -> None:
    found = 0
    for seed in range(40):
        analysis = read_text(tmp_path, write_project(draw_rules(seed)))
        spans = {each.span for each in analysis.problems if each.code in IDLE}
        for span in spans:
            changed = deepcopy(analysis.manifest)
            for rule in list_rules(changed, span, analysis):
                rule["condition"] = {"value": False, "type": "bool"}
            assert list_answers(changed, seed) == list_answers(analysis.manifest, seed), span
        found += len(spans)
    assert found > 20


def list_rules(manifest: Any, span: Any, analysis: Any) -> Iterator[dict[str, Any]]:
    """The rules of a manifest that a line stands for."""
    for number, entity in enumerate(manifest["entities"]):
        for kind in ("permissions", "scopes"):
            for place, rule in enumerate(entity.get(kind, ())):
                if analysis.locate(f"entities/{number}/{kind}/{place}") == span:
                    yield rule
