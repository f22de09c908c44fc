"""What is settled by itself isn't asked: constants are folded before conditions are built."""

import re
from pathlib import Path

import pytest

from tests.projects import run_dazzle
from transformer.backends.django.expressions.compiler import compile_operand
from transformer.backends.django.names import spell_names
from transformer.backends.django.printing import spell
from transformer.manifest import read_project
from transformer.model import build_model

PROJECT = """\
app notes "Notes"
entity Note:
  text: str
  size: int required
  done: bool required
  label: computed "x"
  empty: computed ""
  invariant: {}
surface note_list:
  uses entity Note
  mode: list
"""
# What is left of an invariant in the check of the database, and in `clean`.
LEFT = {
    'size > 3 or "" is not null': ("size__gt=3", "self.size <= 3"),
    'size > 3 and "" is null': ("size__gt=3", "self.size <= 3"),
    "size > 3 and label is not null": ("size__gt=3", "self.size <= 3"),
    "size > 3 or empty is not null": ("size__gt=3", "self.size <= 3"),
    "size > 3 and 1 < 2": ("size__gt=3", "self.size <= 3"),
    "size > 3 and not (2 in [1, 3])": ("size__gt=3", "self.size <= 3"),
    "size > 3 and 0.1 = 0.10": ("size__gt=3", "self.size <= 3"),
    'size > 3 or "a" < ""': ("size__gt=3", "self.size <= 3"),
    "not (size <= 3 or 1 != 1)": ("size__gt=3", "self.size <= 3"),
    "size > 3 and (done or true)": ("size__gt=3", "self.size <= 3"),
}
SETTLED = ["size > 3 or 1 < 2", 'label = "x" or size > 3', "true", "size in [1] or not false"]


def build(folder: Path, rule: str) -> tuple[str, str]:
    """The conditions of its check and of its `clean` in what is built, else the empty string."""
    (folder / "app.dsl").write_text(PROJECT.format(rule), encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl")
    assert done.returncode == 0, done.stdout + done.stderr
    source = (folder / "build/django_micro/core/models.py").read_text(encoding="utf-8")
    check = re.search(r"DatabaseCheck\(\s+condition=(.*?),\s+name", source, re.DOTALL)
    asked = re.search(r"errors = .*?\n\s+if (.*?):\n", source, re.DOTALL)
    return check[1] if check else "", asked[1] if asked else ""


@pytest.mark.parametrize(("rule", "left"), LEFT.items())
def test_only_what_is_open_is_asked(tmp_path: Path, rule: str, left: tuple[str, str]) -> None:
    check, asked = build(tmp_path, rule)
    assert check.lstrip("~") == f"models.Q({left[0]})"
    assert asked.removeprefix("self.size is not None and ") == left[1]


@pytest.mark.parametrize("rule", SETTLED)
def test_what_always_holds_is_no_rule(tmp_path: Path, rule: str) -> None:
    assert build(tmp_path, rule) == ("", "")


REFERRED = """\
app notes "Notes"
entity Book:
  title: str required
  label: computed "x"
  five: computed 5
  half: computed 0.5
  big: computed 3000000000
entity Note:
  book: ref Book required
  value: computed {}
"""
# A query gets an expression, not what Python makes of two numbers.
COMPUTED = {
    'book.label + "y"': 'functions.JoinTexts(models.Value("x"), models.Value("y"))',
    "book.five + 1": "models.functions.Cast(models.Value(5), models.BigIntegerField()) + 1",
    "book.five + book.big": "models.Value(5) + 3000000000",
    "book.big * book.big": "functions.Exact(models.Value(3000000000)) * 3000000000",
    "book.half + book.half": 'models.Value(Decimal("0.5")) + Decimal("0.5")',
}


@pytest.mark.parametrize(("text", "expected"), COMPUTED.items())
def test_constants_of_others_are_computed_by_the_query(
    tmp_path: Path, text: str, expected: str
) -> None:
    (tmp_path / "app.dsl").write_text(REFERRED.format(text), encoding="utf-8")
    manifest = read_project(tmp_path / "app.dsl").manifest
    assert manifest is not None
    model = build_model(manifest)
    entity = model.entity("Note")
    (computed,) = entity.computed
    found = compile_operand(computed.expression, entity, spell_names(model))
    assert spell(found.code) == expected
