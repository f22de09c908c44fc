"""Functions for defaults in emitted models: what they return, and their names."""

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


@pytest.mark.parametrize(("length", "name"), [(60, r"\w{60}"), (61, "field_[0-9a-f]+")])
def test_name_is_that_of_entity_and_field_unless_it_is_long(
    tmp_path: Path, length: int, name: str
) -> None:
    entity = "e" * 30
    field = "f" * (length - len(entity) - 1)
    models = render_models(tmp_path, f"entity {entity}:\n  {field}: date=today + 3d\n")
    (function,) = re.findall(r"def (\w+)_default\(\)", models)
    assert re.fullmatch(name, function)
    assert f"default={function}_default" in models


@pytest.mark.parametrize("zone", ["+02:00", "-05:30"])
def test_moment_keeps_its_zone_and_is_in_utc_without_one(tmp_path: Path, zone: str) -> None:
    moment = "2026-01-02T10:00:00"
    text = f'entity Task:\n  a: datetime="{moment}{zone}"\n  b: datetime="{moment}"\n'
    found = re.findall(r'fromisoformat\("(.*)"\)', render_models(tmp_path, text))
    assert found == [f"{moment}{zone}", f"{moment}+00:00"]
