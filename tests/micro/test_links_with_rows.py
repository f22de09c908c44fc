"""Edits of links that are there: their loss is asked about, and another name keeps them."""

from pathlib import Path

import pytest

from tests.projects import BuiltProject, run_dazzle

PLAIN = """\
entity Team:
  name: str required
  {line}
entity Member:
  name: str required
entity Skill:
  name: str required
"""
LINK = "players: many_to_many Member"
FILL = """
from core.models import Member, Team
team = Team.objects.create(name="Reds")
team.players.set([Member.objects.create(name=name) for name in ("Ada", "Bob")])
"""


def edit(folder: Path, line: str) -> None:
    (folder / "app.dsl").write_text(PLAIN.format(line=line), encoding="utf-8")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose app has a team with two players."""
    folder: Path = tmp_path_factory.mktemp("filled")
    edit(folder, LINK)
    assert run_dazzle(folder, "build", "app.dsl", "--output", "out").returncode == 0
    built = BuiltProject("app", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    assert built.manage("shell", "-v0", "--no-imports", "-c", FILL).returncode == 0
    return folder


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("level: int", "migration-drops"),
        ("players: many_to_many Skill", "migration-drops"),
        ("players: ref Member", "migration-drops"),
        ("players: has_many Member", "missing-inverse"),
        ("squad: many_to_many Member", "migration-renamed-field"),
    ],
)
def test_links_do_not_go_unasked(filled: Path, line: str, code: str) -> None:
    edit(filled, line)
    for command in ("plan", "build"):
        done = run_dazzle(filled, command, "app.dsl", "--output", "out")
        assert (done.returncode, f"error[{code}]" in done.stdout) == (1, True), done.stdout
    migrations = filled / "out/django_micro/core/migrations"
    assert [each.name for each in migrations.glob("0*.py")] == ["0001_initial.py"]


def test_links_keep_to_another_name(filled: Path) -> None:
    edit(filled, "squad: many_to_many Member was=players")
    done = run_dazzle(filled, "plan", "app.dsl", "--output", "out")
    assert "Rename field players on team to squad" in done.stdout
    assert run_dazzle(filled, "build", "app.dsl", "--output", "out").returncode == 0
    built = BuiltProject("app", filled / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    asked = "from core.models import Team; print(Team.objects.get().squad.count())"
    assert built.manage("shell", "-v0", "--no-imports", "-c", asked).stdout.strip() == "2"
    edit(filled, "squad: many_to_many Skill")
    done = run_dazzle(filled, "build", "app.dsl", "--output", "out", "--allow-data-loss")
    assert "warning[migration-drops]" in done.stdout
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    assert built.manage("shell", "-v0", "--no-imports", "-c", asked).stdout.strip() == "0"
    assert built.manage("makemigrations", "--check").returncode == 0
