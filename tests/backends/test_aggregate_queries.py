"""The queries that aggregates are made of: filters and comparisons as one writes them by hand."""

import ast
from pathlib import Path

import pytest

from transformer.backends.django.expressions.compiler import compile_annotation
from transformer.backends.django.names import spell_names
from transformer.backends.django.printing import spell
from transformer.manifest import read_project
from transformer.model import build_model

TEAMS = """\
entity Team:
  name: str required
  size: int
  value: computed {}
entity Player:
  name: str required
  age: int
  fit: bool
  team: ref Team required
  lender: ref Team
"""


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("count(Player)", "Player.objects.all()"),
        ("count(Player where fit)", "Player.objects.filter(fit=True)"),
        (
            'count(team_players where name = "a")',
            'Player.objects.filter(name="a", team=models.OuterRef("pk"))',
        ),
        (
            "count(team_players where age > 3 and fit)",
            "Player.objects.filter(models.Q(age__gt=3) & models.Q(fit=True), "
            'team=models.OuterRef("pk"))',
        ),
        (  # one keyword can't stand for two conditions
            "count(team_players where team = lender)",
            'Player.objects.filter(models.Q(team=models.F("lender")), team=models.OuterRef("pk"))',
        ),
        (
            "count(Player) <= size",
            "models.lookups.LessThanOrEqual(functions.count_rows(Player.objects.all()), "
            'models.F("size"))',
        ),
        (
            "size > count(Player)",
            'models.lookups.GreaterThan(models.F("size"), '
            "functions.count_rows(Player.objects.all()))",
        ),
    ],
)
def test_queries_are_as_by_hand(expression: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(TEAMS.format(expression), encoding="utf-8")
    manifest = read_project(tmp_path / "app.dsl").manifest
    assert manifest
    model = build_model(manifest)
    team = model.entity("Team")
    code = compile_annotation(team.computed[0].expression, team, spell_names(model))
    made = ast.unparse(ast.parse(spell(code).strip(), mode="eval"))
    assert ast.unparse(ast.parse(expected)) in made
