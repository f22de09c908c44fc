"""Apps with rules over HTTP: they answer what the interpreter says, to everybody, everywhere."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.long_runs import take_some
from tests.projects import BuiltProject, run_python
from tests.rules.planted_bugs import COMPILER_BUGS, MUTANTS, PAGES, RULED
from tests.rules.ruled_apps import ask_app, build_app, damage_compiler, plant_bug
from tests.rules.ruled_projects import write_pages, write_project, write_rules


def build(
    folder: Path,
    rules: Iterable[Iterable[str]],
    access: str,
    pages: Iterable[Mapping[str, Iterable[str]]] = (),
    **variables: str,
) -> BuiltProject:
    """An app with the rules."""
    settings = f'\n[app]\naccess = "{access}"\n'
    return build_app(folder, "rules", write_project(rules, pages), settings, **variables)


def build_random(folder: Path, seed: int, access: str) -> BuiltProject:
    """An app with random rules, the same ones for the same seed."""
    random = Random(seed)
    rules = [[*write_rules(random)] for _ in range(4)]
    return build(folder, rules, access, [write_pages(random) for _ in rules])


def try_app(built: BuiltProject, seed: int, **variables: str) -> Any:
    """What everybody finds at the pages of an app."""
    return ask_app(built, "tests.rules.attempts", seed, **variables)


def is_noticed(built: BuiltProject) -> bool:
    """Whether anybody finds anything that is otherwise than the rules say."""
    return bool(ask_app(built, "tests.rules.attempts", 1, "--first")["differences"])


@settings(max_examples=2, phases=[Phase.explicit, Phase.generate])
@given(seed=st.integers(0, 2**32), access=st.sampled_from(["private", "read"]))
def test_apps_do_what_the_rules_say(
    seed: int, access: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    built = build_random(tmp_path_factory.mktemp("rules"), seed, access)
    ruff = run_python(built.folder, "-m", "ruff", "format", "--isolated", "--check", "core")
    assert ruff.returncode == 0, ruff.stdout
    found = try_app(built, seed)
    assert found["requests"] > 500
    assert found["answers"] > 1000
    assert found["differences"] == []


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """An app with each kind of line, in which nothing is wrong."""
    return build(tmp_path_factory.mktemp("ruled"), RULED, "read", PAGES)


def test_nothing_is_wrong_without_a_mutant(ruled: BuiltProject) -> None:
    assert try_app(ruled, 1)["differences"] == []


@pytest.mark.parametrize("mutant", take_some(MUTANTS, 3))
def test_app_that_decides_otherwise_is_noticed(
    mutant: str, ruled: BuiltProject, tmp_path: Path
) -> None:
    assert is_noticed(plant_bug(ruled, MUTANTS[mutant], tmp_path))


@pytest.mark.parametrize("bug", take_some(COMPILER_BUGS, 4))
def test_compiler_that_does_otherwise_is_noticed(bug: str, tmp_path: Path) -> None:
    variables = damage_compiler(COMPILER_BUGS[bug], tmp_path / "damaged")
    assert is_noticed(build(tmp_path, RULED, "read", PAGES, **variables))
