"""Fields of emitted models: their names, their labels, and what people are told."""

import re
from pathlib import Path

import pytest

from transformer.engine.render import render_project
from transformer.manifest import read_project


def render_models(tmp_path: Path, text: str) -> str:
    (tmp_path / "app.dsl").write_text(text, encoding="utf-8")
    manifest = read_project(tmp_path / "app.dsl").manifest
    assert manifest
    return render_project(manifest, "django_micro").files["core/models.py"].decode()


def test_percent_sign_in_a_message_is_doubled(tmp_path: Path) -> None:
    text = 'entity Task:\n  rate: str regex("^[0-9]+%$", message="As in 5 %")\n'
    assert '"As in 5 %%"' in render_models(tmp_path, text)  # Django formats the message


@pytest.mark.parametrize("name", ["class", "objects", "full_clean"])
def test_name_that_python_or_django_needs_is_changed(tmp_path: Path, name: str) -> None:
    models = render_models(tmp_path, f"entity Task:\n  {name}: str\n")
    assert re.search(rf'  {name}_field = models\.CharField\([^)]*db_column="{name}"', models)


@pytest.mark.parametrize(("modifier", "last"), [("auto_add", "-pk"), ("", "pk")])
def test_equal_rows_are_in_the_direction_of_the_others(
    tmp_path: Path, modifier: str, last: str
) -> None:
    models = render_models(tmp_path, f"entity Task:\n  made: date {modifier}\n")
    (order,) = re.findall(r"ordering = \[(.*)\]", models)
    assert order.endswith(f'"{last}"')


@pytest.mark.parametrize(
    ("kind", "condition"), [("str", "not self.name"), ("int", "self.name is None")]
)
def test_row_without_a_name_goes_by_its_key(tmp_path: Path, kind: str, condition: str) -> None:
    models = render_models(tmp_path, f"entity Task:\n  name: {kind}\n  display_field: name\n")
    assert f"if {condition}:" in models
