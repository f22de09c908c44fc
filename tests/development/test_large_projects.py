"""Saves of a project whose builds take long: no more is built than they have an effect on."""

from pathlib import Path

import pytest

from bench.projects import write_project
from transformer.cli import dev_builds
from transformer.cli.build_requests import BuildRequest, BuildResult
from transformer.cli.dev_builds import Builder
from transformer.cli.pipeline import build_project

FIELD = "  title: str(200) required\n"


@pytest.mark.parametrize(("seconds", "whole"), [(0.0, 2), (600.0, 3)])
def test_part_is_built_where_the_whole_takes_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, whole: int
) -> None:
    builds: list[BuildRequest] = []

    def count(request: BuildRequest) -> BuildResult:
        builds.append(request)
        return build_project(request)

    monkeypatch.setattr(dev_builds, "build_project", count)
    monkeypatch.setattr(dev_builds, "_LONG", seconds)
    source = tmp_path / "app.dsl"
    builder = Builder(BuildRequest(tmp_path))
    for title in ("", ' "Name"', ' "What it is called"'):
        text = write_project(9)
        source.write_text(text.replace(FIELD, FIELD[:-1] + title + "\n", 1), "utf-8")
        assert builder.build().is_done
    assert len(builds) == whole
    models = tmp_path / "build/django_micro/core/models.py"
    assert "What it is called" in models.read_text("utf-8")
