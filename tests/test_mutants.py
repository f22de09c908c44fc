"""The sample of mutants that `make mutants` tries, and what its page says of them."""

from collections import Counter

from tools.mutants import (
    SUBJECTS,
    Mutant,
    choose_mutants,
    find_subject,
    name_function,
    print_survivors,
    print_table,
)

NAMES = [f"{start}.module.x_act__mutmut_{number}" for start in SUBJECTS for number in range(50)]
CHANGE = "- return True\n+ return False"


def test_sample_has_some_of_each_subject_and_stays_as_it_is() -> None:
    chosen = choose_mutants(NAMES, 20)
    assert Counter(map(find_subject, chosen)) == dict.fromkeys(SUBJECTS.values(), 20)
    assert chosen == choose_mutants(NAMES[::-1], 20)
    # What is written anew elsewhere exchanges no other mutant.
    assert set(choose_mutants(NAMES[1:], 20)) >= set(chosen) - {NAMES[0]}


def test_functions_and_methods_have_their_names() -> None:
    assert (
        name_function("transformer.model.parts.x__show__mutmut_2")
        == "transformer.model.parts._show"
    )
    method = "transformer.model.surfaces.xǁSurfaceǁactions_on__mutmut_2"
    assert name_function(method) == "transformer.model.surfaces.Surface.actions_on"


def test_row_counts_what_ran_out_of_time_apart() -> None:
    statuses = ["killed"] * 6 + ["mistyped", "snapshot", "timeout", "survived", "untested"]
    mutants = [Mutant(name, status) for name, status in zip(NAMES, statuses, strict=False)]
    table = print_table(dict.fromkeys(SUBJECTS.values(), 0) | {"checks": 50}, mutants)
    assert "| checks | 50 | 11 | 6 | 1 | 1 | 1 | 2 | 80.0 |" in table


def test_survivor_is_shown_with_its_reason() -> None:
    mutants = [Mutant(NAMES[0], "survived", CHANGE), Mutant(NAMES[1], "killed")]
    function = name_function(NAMES[0])
    assert "a test is missing" in print_survivors(mutants, [])
    row = {"function": function, "change": CHANGE, "reason": "It is the same."}
    told = print_survivors(mutants, [row])
    assert told == f"`{function}`: It is the same.\n\n```diff\n{CHANGE}\n```\n"
