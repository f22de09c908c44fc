"""A field type that is added to scratch copies of the tables, and nothing else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.projects import run_dazzle

ROOT = Path(__file__).resolve().parent.parent

TYPE = """
color:
  words: written
  model: models.CharField
  options: {max_length: 7}
  literal: $string
  limit: $plain
  widget: forms.TextInput
  attributes: {type: color}
  text: self.$name
  cell: plain
  shown: plain
  admin: column
  sample: '"#00000$n"'
"""
SCHEMA = """
color: {type: string, bounds: length, empty: yes}
"""
WORD = """types:
  color:
    forms: [color]
    value_type: text
    empty: text
    default: [text]
    suits: [regex]
"""
APP = """
entity Paint:
  name: str required
  shade: color="#ff8800" regex("^#[0-9a-f]{6}$")
  base: color required
  invariant: base != shade and shade contains "#"

surface paint_list:
  uses entity Paint
  mode: list
surface paint_create:
  uses entity Paint
  mode: create
"""

USES = """
entity Note:
  words: text required
  size: decimal(5, 2) = 1.5 required
  at: time
  code: uuid required
  short: str(9) regex("^[a-z]+$")
  display_field: words
surface note_create:
  uses entity Note
  mode: create
  section main:
    field words "Words" widget=input
    field size "Size"
    field at "At"
    field code "Code"
"""


def copy_tables(folder: Path) -> None:
    shutil.copytree(ROOT / "mappings", folder / "mappings")
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    types = folder / "mappings" / "django" / "types.yaml"
    types.write_text(types.read_text(encoding="utf-8") + TYPE, encoding="utf-8")
    types = folder / "mappings" / "openapi" / "types.yaml"
    types.write_text(types.read_text(encoding="utf-8") + SCHEMA, encoding="utf-8")
    language = folder / "mappings" / "language" / "grammar.yaml"
    text = language.read_text(encoding="utf-8").replace("types:\n", WORD, 1)
    language.write_text(text, encoding="utf-8")
    schema = folder / "schemas" / "manifest.schema.json"
    text = schema.read_text(encoding="utf-8").replace('["str",', '["color", "str",')
    schema.write_text(text, encoding="utf-8")


def test_new_type_needs_no_python(tmp_path: Path) -> None:
    copy_tables(tmp_path)
    (tmp_path / "app.dsl").write_text(APP, encoding="utf-8")
    environment = {**os.environ, "DAZZLE_DATA": str(tmp_path)}
    dazzle = [sys.executable, "-m", "transformer"]
    for words in (["build", "app.dsl"], ["manifest", "app.dsl", "--output", "m.yaml"]):
        subprocess.run([*dazzle, *words], cwd=tmp_path, env=environment, check=True)
    again = [*dazzle, "build", "--manifest", "m.yaml", "--output", "again"]
    subprocess.run(again, cwd=tmp_path, env=environment, check=True)
    stack = [*dazzle, "build", "app.dsl", "--stack", "openapi_only"]
    subprocess.run(stack, cwd=tmp_path, env=environment, check=True)
    document = yaml.safe_load((tmp_path / "build" / "openapi" / "openapi.yaml").read_text("utf-8"))
    shade = document["components"]["schemas"]["Paint.create"]["properties"]["shade"]
    assert shade["default"] == "#ff8800" and {"const": ""} in shade["anyOf"]

    output = tmp_path / "build" / "django_micro"
    models = (output / "core" / "models.py").read_text(encoding="utf-8")
    assert 'default="#ff8800"' in models
    assert 'type="color"' not in models
    forms = (output / "core" / "forms.py").read_text(encoding="utf-8")
    assert 'forms.TextInput(attrs={"type": "color"})' in forms
    own = subprocess.run(
        [sys.executable, "manage.py", "test"], cwd=output, capture_output=True, text=True
    )
    assert own.returncode == 0, own.stderr


@pytest.mark.parametrize(
    ("table", "cell", "wrong", "word"),
    [
        ("types", "Truncator(self.$name).chars(80)", "Abbreviator(self.$name, 80)", "Abbreviator"),
        ("types", "literal: Decimal(", "literal: Dezimal(", "Dezimal"),
        ("types", "widget: TimeInput", "widget: ClockInput", "ClockInput"),
        ("types", "uuid.UUID(int=$n)", "uuidd.UUID(int=$n)", "uuidd"),
        ("traits", "RegexValidator(", "PatternValidator(", "PatternValidator"),
        ("widgets", "class: forms.TextInput", "class: LineInput", "LineInput"),
    ],
)
def test_name_from_nowhere_is_an_error_at_its_cell(
    tmp_path: Path, table: str, cell: str, wrong: str, word: str
) -> None:
    copy_tables(tmp_path)
    file = tmp_path / "mappings" / "django" / f"{table}.yaml"
    text = file.read_text(encoding="utf-8")
    assert cell in text
    file.write_text(text.replace(cell, wrong, 1), encoding="utf-8")
    (tmp_path / "app.dsl").write_text(USES, encoding="utf-8")
    done = run_dazzle(tmp_path, "build", "app.dsl", DAZZLE_DATA=str(tmp_path))
    number = text[: text.index(cell)].count("\n") + 1
    assert done.returncode == 1, done.stdout
    assert f"error[backend-import]: no import is known for `{word}`" in done.stdout
    assert f"mappings/django/{table}.yaml:{number}:" in done.stdout
    assert not (tmp_path / "build").exists()
