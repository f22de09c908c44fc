"""A project may use patterns as often as it likes; what one use leads to has a limit."""

from pathlib import Path

from transformer.manifest import read_project

USES = 120


def test_many_entities_use_a_pattern(tmp_path: Path) -> None:
    entity = "entity Thing{}:\n  name: str\n  @use audit_fields()\n"
    (tmp_path / "app.dsl").write_text("".join(map(entity.format, range(USES))), encoding="utf-8")
    analysis = read_project(tmp_path / "app.dsl")
    assert analysis.manifest, analysis.problems[0]
    names = {field["name"] for field in analysis.manifest["entities"][-1]["fields"]}
    assert "created_at" in names
