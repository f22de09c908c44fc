"""The example projects, each built once."""

from collections.abc import Callable

import pytest

from tests.projects import FIXTURES, NAMES, Built, build_project


@pytest.fixture(scope="session")
def build_example(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Built]:
    """A way to an example's Django project, which is built when it is first asked for."""
    made: dict[str, Built] = {}

    def build(name: str) -> Built:
        if name not in made:
            made[name] = build_project(FIXTURES / name, tmp_path_factory.mktemp(name))
        return made[name]

    return build


# Tests of one example run in one process, so that each example is built once.
@pytest.fixture(
    params=[pytest.param(name, marks=pytest.mark.xdist_group(name), id=name) for name in NAMES]
)
def built(request: pytest.FixtureRequest, build_example: Callable[[str], Built]) -> Built:
    """An example's Django project."""
    return build_example(request.param)
