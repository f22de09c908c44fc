"""Relations that a page has because `show:` names them, and no section."""

import json
import re
from pathlib import Path

import pytest

from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
app club
entity Player:
  name: str required
  team: ref Team
entity Skill:
  name: str required
entity Team:
  name: str required
  players: has_many Player "Who plays"
  skills: many_to_many Skill "What they can do"
surface team_list "Teams":
  uses entity Team
  mode: list
  section main:
    field name
  ux:
    show: name, skills{further}
surface team_edit "Edit the team":
  uses entity Team
  mode: edit
  ux:
    show: name, skills, players
"""
SCRIPT = """
import json
import re
from core.models import Player, Skill, Team
from django.contrib.auth import get_user_model
from django.test import Client
from django.test.utils import setup_test_environment
setup_test_environment()
user = get_user_model().objects.create_superuser("boss", "boss@example.com", "secret")
(client := Client(HTTP_HOST="localhost")).force_login(user)
team = Team.objects.create(name="Reds")
team.skills.add(Skill.objects.create(name="Dribbling"))
Player.objects.create(name="Ada", team=team)
pages = [client.get(path).content.decode() for path in ("/teams/", f"/teams/{team.pk}/edit/")]
words = ("What they can do", "Dribbling", "Who plays", "Ada")
print(json.dumps([[word in page for word in words] for page in pages]))
"""


def write(folder: Path, further: str) -> Path:
    (folder / "app.dsl").write_text(PROJECT.format(further=further), encoding="utf-8")
    return folder


def test_page_has_the_relations_that_it_shows(tmp_path: Path) -> None:
    done = run_dazzle(write(tmp_path, ""), "build", "app.dsl", "--output", "out")
    assert (done.returncode, "not-built" in done.stdout) == (0, False), done.stdout
    built = BuiltProject("app", tmp_path / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    found = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert found.returncode == 0, found.stderr
    listed, edited = json.loads(found.stdout.splitlines()[-1])
    assert listed == [True, True, False, False]
    assert edited == [True, True, True, True]


@pytest.mark.parametrize(("further", "is_told"), [("", False), (", players", True)])
def test_build_says_what_a_list_cannot_show(tmp_path: Path, further: str, is_told: bool) -> None:
    done = run_dazzle(write(tmp_path, further), "validate", "app.dsl")
    assert ("not-built" in done.stdout) == is_told, done.stdout


PARTS = """\
app inn
entity Guest:
  name: str required
  permit:
    list: true
    create: true
  passport: embeds Passport{mark}
entity Passport:
  number: str required
  chip: embeds Chip
entity Chip:
  serial: str required
surface guest_create "New guest":
  uses entity Guest
  mode: create
  access: {access}
"""
PAGE = """
surface passport_edit "Edit the passport":
  uses entity Passport
  mode: edit
"""


@pytest.mark.parametrize(
    ("access", "mark", "page", "told"),
    [
        ("authenticated", " required", PAGE, []),
        ("authenticated", " required", "", ["relations"]),
        ("public", "", PAGE, ["field"]),
    ],
)
def test_build_says_which_forms_have_no_parts(
    tmp_path: Path, access: str, mark: str, page: str, told: list[str]
) -> None:
    text = PARTS.format(access=access, mark=mark) + page
    (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
    done = run_dazzle(tmp_path, "validate", "app.dsl")
    assert re.findall(r"implement `(\w+)`", done.stdout) == told
