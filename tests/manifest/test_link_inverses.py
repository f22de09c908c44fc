"""Relations of many on both sides: which are two ends of one, and what the other end is called."""

from pathlib import Path
from typing import Any

import pytest

from transformer.manifest import read_project

PAGES = """
@use crud_surface_set(entity_name=Team, title_field=name)
"""


def read_relations(tmp_path: Path, team: str, member: str = "") -> dict[str, Any]:
    """The relations of two entities, by name, and the inputs of the first one's forms."""
    text = f"entity Team:\n  name: str required\n{team}entity Member:\n  name: str\n{member}{PAGES}"
    file = tmp_path / "app.dsl"
    file.write_text(text, encoding="utf-8")
    analysis = read_project(file)
    assert analysis.manifest is not None, analysis.problems
    found = {
        each["name"]: each
        for entity in analysis.manifest["entities"]
        for each in entity.get("relations", ())
    }
    forms = [s for s in analysis.manifest["surfaces"] if s["mode"] in ("create", "edit")]
    inputs = [[f["field"] for part in s["sections"] for f in part["fields"]] for s in forms]
    return {**found, "inputs": inputs}


@pytest.mark.parametrize(
    ("team", "member", "name", "title"),
    [
        ("", "", "teams", "Teams"),
        ("  trainer: ref Member\n", "", "players_teams", "Teams (Players)"),
        ("  subs: many_to_many Member\n", "", "players_teams", "Teams (Players)"),
        ("", "  teams: int\n", "teams_2", "Teams"),
        ("", '  squads: many_to_many Team "Where one plays"\n', "squads", "Where one plays"),
    ],
)
def test_other_end_has_a_name_and_a_title(
    tmp_path: Path, team: str, member: str, name: str, title: str
) -> None:
    found = read_relations(tmp_path, f"  players: many_to_many Member\n{team}", member)
    assert found["players"]["inverse"] == {"name": name, "title": title}
    assert "via" not in found["players"]


def test_two_that_lead_to_each_other_are_one(tmp_path: Path) -> None:
    found = read_relations(
        tmp_path, "  players: many_to_many Member\n", "  squads: many_to_many Team\n"
    )
    assert (found["squads"]["via"], "inverse" in found["squads"]) == ("players", False)


def test_several_between_two_entities_are_different(tmp_path: Path) -> None:
    found = read_relations(
        tmp_path,
        "  players: many_to_many Member\n  subs: many_to_many Member\n",
        "  squads: many_to_many Team\n",
    )
    assert all("via" not in found[name] for name in ("players", "subs", "squads"))


def test_relation_to_the_same_entity_is_not_its_own_inverse(tmp_path: Path) -> None:
    found = read_relations(tmp_path, "  rivals: many_to_many Team\n")
    assert found["rivals"]["inverse"] == {"name": "rivals_teams", "title": "Teams (Rivals)"}


def test_forms_ask_for_what_starts_here_and_is_not_readonly(tmp_path: Path) -> None:
    found = read_relations(
        tmp_path,
        "  players: many_to_many Member\n  rivals: many_to_many Team readonly\n"
        "  fans: has_many Member\n",
        "  team: ref Team\n",
    )
    assert found["inputs"] == [["name", "players"]] * 2
