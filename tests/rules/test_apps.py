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
from tests.rules.ruled_apps import ask_app, build_app, plant_bug
from tests.rules.ruled_projects import EVERY_KIND, write_pages, write_project, write_rules


def build(
    folder: Path,
    rules: Iterable[Iterable[str]],
    access: str,
    pages: Iterable[Mapping[str, Iterable[str]]] = (),
) -> BuiltProject:
    """An app with the rules."""
    return build_app(folder, "rules", write_project(rules, pages), f'\n[app]\naccess = "{access}"\n')


def build_random(folder: Path, seed: int, access: str) -> BuiltProject:
    """An app with random rules, the same ones for the same seed."""
    random = Random(seed)
    rules = [[*write_rules(random)] for _ in range(4)]
    return build(folder, rules, access, [write_pages(random) for _ in rules])


def try_app(built: BuiltProject, seed: int, **variables: str) -> Any:
    """What everybody finds at the pages of an app."""
    return ask_app(built, "tests.rules.attempts", seed, **variables)


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
    rules = [EVERY_KIND.splitlines(), ["tenant: team"]]
    return build(tmp_path_factory.mktemp("ruled"), rules, "read")


POLICIES, PAGE = "pages/policies.py", "pages/generic/page.py"
MUTANTS = {
    "a policy that isn't asked": (
        "pages/permissions.py",
        "if model and not is_allowed(user, action, model, obj):",
        "if False:",
    ),
    "all rows for everybody": (
        "pages/querysets.py",
        "return policy.narrow(self, user, operation) if policy else self",
        "return self",
    ),
    "scopes that are left out": (
        POLICIES,
        "if scopes := self.list_scopes(operation):",
        "if False:",
    ),
    "bans that are left out": (POLICIES, "if bans := ", "if False and "),
    "scopes for everybody": (POLICIES, "to & condition", "condition"),
    "a query that is turned round": (
        POLICIES,
        "return self.query(user)",
        "return ~self.query(user)",
    ),
    "a test that is turned round": (
        POLICIES,
        "return bool(self.test(row, user))",
        "return not self.test(row, user)",
    ),
    "roles that are mixed up": ("pages/roles.py", " in names", " not in names"),
    "pages of rows that can only be listed": (
        PAGE,
        '"read" if self.is_about_row',
        '"list" if True',
    ),
    "buttons for all who may read": (PAGE, "OPERATIONS[action])", '"list")'),
    "rows of all tenants": (
        POLICIES,
        "return self.tenant & granted if self.tenant else granted",
        "return granted",
    ),
    "tests that know no tenant": (
        POLICIES,
        """return key is not None and getattr(row, f"{self.name}_id") == key""",
        "return key is not None",
    ),
    "rows of no tenant for people of none": (
        POLICIES,
        "return key is not None and Q(**{self.name: key})",
        "return Q(**{self.name: key})",
    ),
    "tenants that one chooses": (
        "pages/forms/models.py",
        "self.fields.pop(self.tenant_field, None)",
        "pass",
    ),
    "new rows of any kind": (
        "pages/forms/models.py",
        "refuse_forbidden_row(self, self.user)",
        "pass",
    ),
}


def test_nothing_is_wrong_without_a_mutant(ruled: BuiltProject) -> None:
    assert try_app(ruled, 1)["differences"] == []


@pytest.mark.parametrize("mutant", take_some(MUTANTS, 3))
def test_app_that_decides_otherwise_is_noticed(
    mutant: str, ruled: BuiltProject, tmp_path: Path
) -> None:
    built = plant_bug(ruled, MUTANTS[mutant], tmp_path)
    assert try_app(built, 1)["differences"] != []
