"""A build of an app that is killed at each change it makes, and the DSL edited or reverted then."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.output.killed_builds import KilledBuilds
from tests.output.quick_builds import NEXT, answer_quickly


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[KilledBuilds]:
    """A project whose builds are killed."""
    with answer_quickly(tmp_path):
        yield KilledBuilds(tmp_path)


@pytest.mark.long
def test_next_build_goes_on(killed: KilledBuilds) -> None:
    # tests/output tries each step with each of them, on less than an app.
    found = list(killed.kill_at_each_step(lambda step: [list(NEXT)[step % 3]]))
    is_done = [each for _, each in found if each is not None]
    assert is_done == sorted(is_done) and set(is_done) == {True, False}


def test_build_may_be_killed_at_any_moment(killed: KilledBuilds) -> None:
    found = list(killed.kill_at_moments(12, seed=3))
    assert {name for name, _ in found} == NEXT.keys()
