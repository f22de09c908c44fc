"""Workbenches for the tests of `dazzle dev`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.development.workbench import Workbench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    """A project to work on; nothing of it runs yet."""
    workbench = Workbench(tmp_path / "task")
    yield workbench
    workbench.close()
