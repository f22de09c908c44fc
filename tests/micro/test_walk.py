"""Every page of every example app, used through HTTP."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.long_runs import take_some
from tests.projects import FIXTURES, PROJECTS, ROOT, BuiltProject, run_python
from transformer.manifest import read_project

WALKED = [name for name in reversed(PROJECTS) if name not in ("clinic", "help_desk")]
"""The examples whose pages take what a stranger types.

A doctor's account is no other one's, and a ticket needs its agent: tests/browser has their days.
"""


def walk_through(built: BuiltProject, data: Path) -> dict[str, Any]:
    """What the walk found, which leaves nothing behind but in `data`."""
    done = run_python(
        built.folder,
        "-W",
        "error::RuntimeWarning",
        "-m",
        "tests.micro.walk",
        PYTHONPATH=str(ROOT),
        DATA_DIR=str(data),
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def list_titles(manifest: dict[str, Any]) -> Iterator[str]:
    """What the pages must say: titles of surfaces, and of fields that lists and details show."""
    for surface in manifest["surfaces"]:
        if surface["mode"] != "view":  # a detail page is titled with its row
            yield surface["title"]
        if surface["mode"] in ("list", "view"):
            for section in surface["sections"]:
                yield from (field["title"] for field in section["fields"])


@pytest.mark.parametrize("built", take_some(WALKED, 4), indirect=True)
def test_every_page_works(built: BuiltProject, tmp_path: Path) -> None:
    found = walk_through(built, tmp_path)
    manifest = read_project(FIXTURES / built.name).manifest
    assert manifest is not None
    assert found["findings"] == []
    assert found["pages"] >= 4 + len(manifest["surfaces"])
    assert (found["rows"] > 0) == bool(manifest["entities"])
    said = set(found["texts"])
    lacking = [title for title in list_titles(manifest) if " ".join(title.split()) not in said]
    assert lacking == []
