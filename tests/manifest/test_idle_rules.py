"""Lines of authorization that change nothing are named, and no others."""

from pathlib import Path

import pytest

from transformer.manifest import read_project

HEAD = """
entity Member:
  auth: identity
  email: email required unique
  role: enum[clerk, chief, guest]=clerk

entity Note:
  text: str required
  state: enum[open, held, closed]=open
  author: ref Member
"""
# lines → those that are named, by their numbers, with their codes
CASES = {
    # conditions that are never true, whatever the record
    "permit: list: true; permit: update: 1 > 2": {2: "allows-nothing"},
    "permit: list: true; forbid: list: 1 > 2": {2: "denies-nothing"},
    "permit: list: true; scope: list: false": {2: "allows-nothing"},
    # bans that leave nothing of a permission
    "permit: delete: role(chief) and state = open; forbid: delete: role(chief)": {
        1: "allows-nothing"
    },
    "permit: delete: role(chief); forbid: delete: true": {1: "allows-nothing"},
    "permit: delete: role(chief); forbid: delete: state = closed": {},
    # bans of what nobody may do
    "permit: list: true; forbid: delete: state = closed": {2: "denies-nothing"},
    "permit: update: state != closed and role(chief); forbid: update: state = closed": {
        2: "denies-nothing"
    },
    "permit: update: state not in [held, closed]; forbid: update: state in [held, closed]": {
        2: "denies-nothing"
    },
    "permit: update: author is null; forbid: update: author is not null": {2: "denies-nothing"},
    "permit: update: state != closed; forbid: update: state = held": {},
    # lines that say less than others
    "permit: list: true; permit: list: role(chief)": {2: "redundant-rule"},
    "permit: list: role(chief); permit: list: role(chief)": {2: "redundant-rule"},
    "permit: list: role(chief); permit: list: role(clerk) or role(chief)": {1: "redundant-rule"},
    "permit: list: role(chief); permit: read: role(chief)": {},
    "permit: list: role(chief); permit: list: role(clerk)": {},
    "permit: read: true; scope: read: state = open; scope: read: state = open as: chief": {
        3: "redundant-rule"
    },
    "permit: read: true; scope: read: state = open as: chief; scope: read: all as: chief": {
        2: "redundant-rule"
    },
    "forbid: delete: state = held; forbid: delete: true; permit: delete: role(chief)": {
        1: "redundant-rule",
        3: "allows-nothing",
    },
    # scopes of whoever isn't permitted anyway
    "permit: list: role(chief); scope: list: all as: guest; scope: list: all as: chief": {
        2: "allows-nothing"
    },
    "permit: list: role(chief); scope: list: all as: guest, chief": {},
    # a scope also decides about what has none
    "permit: list: true; scope: read: state = open": {},
    "permit: list: true; scope: create: state = open; scope: read: true": {},
    "scope: read: state = open": {},
    # the short form is named where all of it is idle
    "permit: list: true; access: read: author = current_user": {},
    "permit: list: true; permit: read: true; access: read: role(chief)": {3: "redundant-rule"},
}


@pytest.mark.parametrize("lines", CASES)
def test_idle_lines_are_named(tmp_path: Path, lines: str) -> None:
    file = tmp_path / "app.dsl"
    text, numbers = HEAD, {}
    for number, line in enumerate(lines.split("; "), 1):
        block, rule = line.split(": ", 1)
        rule, _, roles = rule.partition(" as: ")
        text += f"  {block}:\n    {rule}\n" + (f"      as: {roles}\n" if roles else "")
        numbers[text.rstrip().count("\n") + 1 - bool(roles)] = number
    file.write_text(text)
    analysis = read_project(file)
    found = {}
    for each in analysis.problems:
        assert each.span and each.level == "warning", (each.code, each.words)
        found[numbers[each.span.line]] = each.code
    assert found == CASES[lines]
