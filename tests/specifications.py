"""Specifications of the API of projects, and ways to look into them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.projects import FIXTURES
from transformer.engine.render import render_project
from transformer.manifest import read_project

METHODS = ("get", "post", "patch", "delete")
HEAD = 'app odd "Odd"\n'


def specify(path: Path) -> Any:
    manifest = read_project(path).manifest
    assert manifest is not None
    return yaml.load(render_project(manifest, "openapi").files["openapi.yaml"], yaml.CSafeLoader)


@cache
def specify_fixture(name: str) -> Any:
    return specify(FIXTURES / name)


def specify_text(folder: Path, text: str) -> Any:
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    return specify(folder)


def list_operations(specification: Any) -> list[tuple[str, str, Any]]:
    return [
        (path, method, item[method])
        for path, item in specification["paths"].items()
        for method in METHODS
        if method in item
    ]
