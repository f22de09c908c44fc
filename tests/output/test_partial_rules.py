"""Builds of what an edit has an effect on: tenants, and whom pages are for."""

from pathlib import Path

import pytest

from tests.output.test_partial_builds import begin, chain, edit, hold_to_whole, write_chain

__all__ = ["chain"]

CLUBS = """\
entity User:
  email: email required unique
  role: enum[editor, warden]=editor
  club: ref Club
entity Club:
  name: str
entity Team:
  name: str
  club: ref Club required
  tenant: club
entity Match:
  name: str
  club: ref Club required
  tenant: club
surface club_list "Clubs":
  uses entity Club
  mode: list
surface team_list "Teams":
  uses entity Team
  mode: list
  access: persona(editor)
surface match_list "Matches":
  uses entity Match
  mode: list
"""
TEAM, MATCH = (
    f"entity {each}:\n  name: str\n  club: ref Club required\n" for each in ("Team", "Match")
)
EDITS = {
    "one tenant less": [(f"{TEAM}  tenant: club\n", TEAM)],
    "no tenant": [(f"{TEAM}  tenant: club\n", TEAM), (f"{MATCH}  tenant: club\n", MATCH)],
    "a scope of the tenant": [("entity Club:\n", "entity Club:\n  scope:\n    list: all\n")],
    "a field of the tenant": [("entity Club:\n", "entity Club:\n  founded: date\n")],
    "another role": [("access: persona(editor)", "access: persona(warden)")],
    "for everybody": [("access: persona(editor)", "access: public")],
    "for all": [("  access: persona(editor)\n", "")],
    "for some": [("mode: list\nsurface team", "mode: list\n  access: authenticated\nsurface team")],
}


@pytest.mark.parametrize("changes", EDITS.values(), ids=EDITS)
def test_rules_reach_what_they_are_about(changes: list[tuple[str, str]], tmp_path: Path) -> None:
    folder = begin(tmp_path, write_chain(20) + CLUBS)
    edit(folder, changes)
    hold_to_whole(folder)
