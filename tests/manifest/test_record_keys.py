"""A record beside a key is compared by its own."""

from pathlib import Path

import pytest

from transformer.manifest import read_project

PROJECT = """\
entity User:
  email: email required unique
  team: ref Team
entity Team:
  name: str(20) pk
entity Task:
  owner: ref User
  team: ref Team
  code: str
  scope:
    read: {}
"""


@pytest.mark.parametrize(
    ("said", "left", "right"),
    [
        ("id = current_user", ["id"], ["id"]),
        ("owner = current_user", ["owner"], []),
        ("owner != current_user.id", ["owner", "id"], ["id"]),
        ("team.name = current_user.team", ["team", "name"], ["team", "name"]),
        ("code = current_user.team", ["code"], ["team", "name"]),
    ],
)
def test_key_of_a_record_is_compared(
    said: str, left: list[str], right: list[str], tmp_path: Path
) -> None:
    (tmp_path / "app.dsl").write_text(PROJECT.format(said), encoding="utf-8")
    manifest = read_project(tmp_path).manifest
    assert manifest is not None
    task = next(each for each in manifest["entities"] if each["name"] == "Task")
    one, other = task["scopes"][0]["condition"]["operands"]
    assert (one["path"], other["person"]) == (left, right)


@pytest.mark.parametrize("said", ['owner = "x"', "code = current_user", "team = owner"])
def test_other_values_are_no_keys(said: str, tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(PROJECT.format(said), encoding="utf-8")
    assert [each.code for each in read_project(tmp_path).problems] == ["mixed-types"]
