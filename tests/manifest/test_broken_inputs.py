"""Broken inputs: never a traceback, never a wait, and the report near the damage."""

from collections.abc import Sequence

import pytest

from tests.measurements import KIND_NAMES, Outcome, count_outcomes, read_damaged
from tests.mutations import damage_fixtures
from tests.projects import PROJECTS


@pytest.fixture(scope="module")
def outcomes() -> Sequence[Outcome]:
    """What was said of every file of every example, damaged twice in each way."""
    return [read_damaged(damage) for damage in damage_fixtures(2)]


def test_every_example_is_damaged_in_every_way(outcomes: Sequence[Outcome]) -> None:
    assert len(outcomes) >= 150
    assert {outcome.damage.project for outcome in outcomes} == {*PROJECTS}
    assert {outcome.damage.kind for outcome in outcomes} == {*KIND_NAMES}


def test_nothing_takes_long(outcomes: Sequence[Outcome]) -> None:
    assert max(outcome.seconds for outcome in outcomes) < 5


def test_reports_are_near_the_damage(outcomes: Sequence[Outcome]) -> None:
    tallies = count_outcomes(outcomes)
    far = [
        (outcome.damage.kind, outcome.damage.file, outcome.damage.line, outcome.problems)
        for outcome in outcomes
        if outcome.is_error and outcome.distance > 1
    ]
    assert tallies[""].errors >= 150
    assert tallies[""].share >= 0.95, far


def test_one_damage_gives_one_report(outcomes: Sequence[Outcome]) -> None:
    """A name whose declaration is gone may be missed in several places."""
    tallies = count_outcomes(outcomes)
    assert tallies[""].median == 1
    several = {kind for kind, tally in tallies.items() if tally.median > 1}
    assert several <= {"delete a line"}


def test_damage_is_the_same_in_every_run() -> None:
    assert list(damage_fixtures(1)) == list(damage_fixtures(1))
    assert list(damage_fixtures(1)) != list(damage_fixtures(1, seed=1))
