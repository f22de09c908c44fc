"""What pages show where the project leaves it to them."""

from pathlib import Path

import pytest

from transformer.manifest import read_project


@pytest.mark.parametrize("lines", ["", "  section main:\n    other fields\n"])
@pytest.mark.parametrize(
    ("mode", "shown"),
    [
        ("list", ["name", "version"]),
        ("view", ["name", "version"]),
        ("create", ["name"]),
        ("edit", ["name"]),
    ],
)
def test_when_a_record_was_put_away_is_not_shown(
    tmp_path: Path, mode: str, shown: list[str], lines: str
) -> None:
    file = tmp_path / "app.dsl"
    entity = "entity Note:\n  name: str\n  @use soft_delete_behavior\n  @use versioned_entity\n"
    surface = f"surface note:\n  uses entity Note\n  mode: {mode}\n{lines}"
    file.write_text(entity + surface, encoding="utf-8")
    manifest = read_project(file).manifest
    assert manifest
    fields = manifest["surfaces"][0]["sections"][0]["fields"]
    assert [item["field"] for item in fields] == shown
