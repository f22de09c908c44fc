"""Conditions in emitted Python: their opposites, and how they are laid out."""

import ast
import itertools
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.expressions.random_expressions import PROJECT, read_scopes, write_expressions
from transformer.backends.django.code import Code, parse_cell
from transformer.backends.django.expressions.contradiction import contradict, unite
from transformer.backends.django.expressions.local_variables import share_within
from transformer.backends.django.names import spell_names
from transformer.backends.django.printing import print_code, print_test, spell
from transformer.backends.django.violations import list_violations
from transformer.manifest import read_project
from transformer.model import build_model

OPPOSITES = {
    "a == 1": "a != 1",
    "not a": "a",
    "a is not None and a > 1": "a is None or a <= 1",
    "a in (1, 2) or not (b and c)": "a not in (1, 2) and b and c",
    "a is None or (b is not None and b >= 1)": "a is not None and (b is None or b < 1)",
    "a is None or b is None or c is not None and b < c": "a is not None and b is not None"
    " and (c is None or b >= c)",
}


@pytest.mark.parametrize(("text", "opposite"), OPPOSITES.items())
def test_opposite_is_what_a_person_would_write(text: str, opposite: str) -> None:
    code = contradict(parse_cell(text))
    assert spell(code) == opposite
    for values in itertools.product((None, 0, 1, 2), repeat=3):
        names = dict(zip("abc", values, strict=True))
        if not (names["a"] is None and "a >" in text.split("and")[0]):
            assert bool(eval(spell(code), {}, names)) != bool(eval(text, {}, names)), names


def test_what_others_rule_out_is_left_out() -> None:
    parts = [parse_cell("a is not None"), parse_cell("a is None or a > 1 or b")]
    assert spell(unite(parts)) == "a is not None and (a > 1 or b)"
    parts = [parse_cell("a is not None"), parse_cell("b"), parse_cell("a is None or not b")]
    assert spell(unite(parts)) == "a is not None and b and False"
    # What is asked later doesn't keep from failing before.
    parts = [parse_cell("a is None or a > 1"), parse_cell("a is not None")]
    assert spell(unite(parts)) == "(a is None or a > 1) and a is not None"


def compile_random(folder: Path, seed: int, count: int) -> list[Code]:
    """What breaks random invariants, as far as Django's models have what they speak of."""
    texts = write_expressions(Random(seed), read_scopes(), "Line", "bool", count, True)
    file = folder / "app.dsl"
    rules = "".join(f"  invariant: {text}\n" for text in texts)
    file.write_text(f"{PROJECT.read_text(encoding='utf-8')}{rules}", encoding="utf-8")
    manifest = read_project(file).manifest
    assert manifest is not None
    model = build_model(manifest)
    violations = list_violations(model.entity("Line"), spell_names(model))
    return [each.condition for each in violations]


def read_test(lines: str) -> str:
    """The condition of an `if`, as Python reads it."""
    (statement,) = ast.parse(f"{lines}\n    pass").body
    assert isinstance(statement, ast.If)
    return ast.dump(statement.test)


def test_layout_changes_no_condition(tmp_path: Path) -> None:
    conditions = compile_random(tmp_path, 1, 400)
    assert len(conditions) > 200
    for each in [*conditions, *map(share_within, conditions)]:
        assert read_test(print_test(each)) == ast.dump(
            ast.parse(ast.unparse(each.node)).body[0].value
        )


PLAIN = [
    "self.size is not None and self.size <= 0",
    "self.price is not None and (self.rate is None or self.price * 2 - self.rate <= self.most)",
    "self.bought is not None and self.sold is not None and self.sold < self.bought and not self.on",
    "self.name not in ('alpha', 'beta', 'gamma') and self.state in ('free', 'lent', 'broken', 'x')",
    "self.a is None or not functions.has_text(self.description_of_the_tool, 'something to find')",
    "self.sold is None or functions.read_day(self.created_at or now()) <= self.sold_to_somebody",
    "Loan.objects.filter(models.Q(returned__isnull=True), tool__in=[self.pk]).count() > self.most",
    "(self.code or '') != 'a' and (not self.code or self.named or (self.code or '') >= self.name)",
    "f(Room, models.Q(a=1), at=2) + (self.a if self.parent_id is not None and self.b else 0) > 3",
    "a and ((b := functions.move(self.due_on_a_day, timedelta(days=7))) is None or b < self.c_d)",
    "a and ((moved_on := functions.move(self.due_on_a_given_day, timedelta(days=7))) is None or b)",
    "A.objects.exclude(pk=self.pk).filter(price__gt=10, order=self.order_id).count() >= 3 and a_b",
    "self.aaaaaaaaaaaaaaaaaaaa + self.bbbbbbbbbbbbbbbbbbbbbbb > self.cccccccccccccccccccccc and a",
]
QUERIES = [
    "models.Q(sold__isnull=True) | models.Q(sold__gte=models.F('bought')) | ~models.Q(on='lent')",
    "models.Q(sold__isnull=True) & (models.Q(sold__gte=models.F('bought')) | ~models.Q(a='lent'))",
    "~(models.Q(sold__isnull=True) | models.Q(sold__gte=models.F('bought')) | models.Q(a='lent'))",
]


def test_layout_is_left_alone_by_ruff(tmp_path: Path) -> None:
    blocks = [f"{print_test(parse_cell(each), 8)}\n            pass\n" for each in PLAIN]
    lines = f"class A:\n    def clean(self):\n{''.join(blocks)}"
    queries = [print_code(parse_cell(f"f(condition={each}, n=1)"), 0, "a = ") for each in QUERIES]
    file = tmp_path / "sample.py"
    file.write_text("\n".join([*queries, "\n", lines]), encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--diff", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
