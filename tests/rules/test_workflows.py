"""Apps with transitions over HTTP and in code: they do what the interpreter says, everywhere."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.long_runs import take_some
from tests.projects import BuiltProject, run_python
from tests.rules.ruled_apps import ask_app, build_app, plant_bug
from tests.rules.workflow_projects import write_fixed_project, write_stateful_project


def try_app(built: BuiltProject, seed: int, *options: str) -> Any:
    """What everybody finds who tries the states of rows."""
    return ask_app(built, "tests.rules.workflow_attempts", seed, *options)


@settings(max_examples=2, phases=[Phase.explicit, Phase.generate])
@given(seed=st.integers(0, 2**32))
def test_apps_let_states_follow_as_the_transitions_say(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = write_stateful_project(Random(seed), 1)
    built = build_app(tmp_path_factory.mktemp("states"), "states", text)
    ruff = run_python(built.folder, "-m", "ruff", "format", "--isolated", "--check", ".")
    assert ruff.returncode == 0, ruff.stdout
    found = try_app(built, seed)
    assert found["answers"] > 1000
    assert found["differences"] == []


@pytest.fixture(scope="module")
def stateful(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """An app with a transition of each kind, in which nothing is wrong."""
    return build_app(tmp_path_factory.mktemp("stateful"), "states", write_fixed_project())


GUARDS, TRANSITIONS = "records/guards.py", "records/transitions.py"
FORMS = "pages/forms/models.py"
TIMED = "records/timed_transitions.py"
MUTANTS = {
    "people who aren't asked": (GUARDS, "[] if self.test(row, user) else None", "[]"),
    "people who are mixed up": (
        GUARDS,
        "[] if self.test(row, user) else None",
        "None if self.test(row, user) else []",
    ),
    "everybody as a superuser": (GUARDS, "user.is_active and user.is_superuser", "True"),
    "code that may do nothing": (
        GUARDS,
        "if user is None or (user.is_active and user.is_superuser):",
        "if user is None:\n            return None\n        if user.is_superuser:",
    ),
    "a guard that isn't turned round": (
        GUARDS,
        "not self.test(row, user)",
        "self.test(row, user)",
    ),
    "rows that are let pass": (GUARDS, "[] if self.test(row) else [self.words]", "[]"),
    "values that aren't needed": (GUARDS, 'in (None, "")', "in ()"),
    "one of two conditions": (
        GUARDS,
        "None if left is None or right is None else [*left, *right]",
        "right",
    ),
    "both of two ways": (GUARDS, "return left if right is None else right", "return None"),
    "roles that are mixed up": ("records/roles.py", " in names", " not in names"),
    "any state before": (TRANSITIONS, "each.before in (ANY, before)", "True"),
    "no line for any state": (TRANSITIONS, "in (ANY, before)", "in (before,)"),
    "guards that ask for the new state": (
        TRANSITIONS,
        "setattr(judged, self.field, before)",
        "setattr(judged, self.field, after)",
    ),
    "guards of other lines": (TRANSITIONS, "if each.after == after", "if True"),
    "a state that may be lost": (TRANSITIONS, "(before in EMPTY and after in EMPTY)", "not after"),
    "code that isn't asked": (
        TRANSITIONS,
        "(error := workflow.refuse(self, before, actor))",
        "(error := None)",
    ),
    "forms that offer all": (TRANSITIONS, "if each[0] in states", "if True"),
    "lists that offer all": (
        "pages/generic/changes.py",
        "if all(each[0] in states for states in found)",
        "if True",
    ),
    "models that aren't asked": (
        "core/models.py",
        "if refusal := find_refusal(self):",
        "if refusal := None:",
    ),
    "buttons for all": (
        TRANSITIONS,
        "reasons = workflow.explain(row, before, state, user)",
        "reasons = workflow.explain(row, before, state, user) or []",
    ),
    "the admin of nobody": (
        "pages/admin.py",
        "offer_states(self, user)",
        "offer_states(self, None)",
    ),
    "transitions that aren't kept": (TRANSITIONS, "not in (None, after)", "in (None, after)"),
    "transitions that only time may make": (
        TRANSITIONS,
        "[each for each in lines if each.delay is None]",
        "list(lines)",
    ),
    "times that are over at once": (
        TRANSITIONS,
        "return Transition(before, after, guard, delay)",
        "return Transition(before, after, guard, delay / 3)",
    ),
    "rows that needn't wait for what they lack": (TIMED, "if reasons == []:", "if True:"),
    "pages that don't see what is due": (
        TIMED,
        "if find_advance(row, moment).after:",
        "if False:",
    ),
    "transitions of nobody": ("records/tracking/records.py", "user=by", "user=None"),
}


@pytest.mark.long
def test_nothing_is_wrong_without_a_mutant(stateful: BuiltProject) -> None:
    assert try_app(stateful, 1)["differences"] == []


@pytest.mark.parametrize("mutant", take_some(MUTANTS, 4))
def test_app_that_decides_otherwise_is_noticed(
    mutant: str, stateful: BuiltProject, tmp_path: Path
) -> None:
    built = plant_bug(stateful, MUTANTS[mutant], tmp_path)
    assert try_app(built, 1, "--first")["differences"] != []
