"""Every test may have the example projects, built and migrated once per session."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.projects import PROJECTS, BuiltProject, share_build

# How long an example takes says more of the machine than of the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

Finder = Callable[[str], BuiltProject]

# Modules that only a generated project can import, within which they run.
collect_ignore_glob = ["micro/[!t]*.py"]


@pytest.fixture(scope="session")
def common_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all workers of a session have in common."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def find_built(common_folder: Path) -> Finder:
    """The way to a built and migrated fixture, which tests must leave as it is."""
    shared = common_folder / "built"
    shared.mkdir(exist_ok=True)
    return lambda name: share_build(name, shared)


@pytest.fixture(params=PROJECTS)
def built(request: pytest.FixtureRequest, find_built: Finder) -> BuiltProject:
    """Each built fixture in turn, shared: to be looked at only."""
    return find_built(request.param)


@pytest.fixture
def task_project(find_built: Finder, tmp_path: Path) -> BuiltProject:
    """A copy of the built `simple_task`, to do with as one likes."""
    return find_built("simple_task").copy_to(tmp_path / "task")
