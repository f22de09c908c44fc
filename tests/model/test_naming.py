"""Names that are unique among others, whatever the case of their letters."""

import pytest

from transformer.model.naming import make_unique


@pytest.mark.parametrize(
    ("wanted", "taken", "name"),
    [
        ("task", {"tasks", "task_2"}, "task"),
        ("task", {"task", "task_2"}, "task_3"),
        ("Task", {"task"}, "Task_2"),  # taken by a name in lower case, which Django takes for it
        ("TASK", {"TASK"}, "TASK_2"),  # taken as it is written
        ("Task", {"task", "task_2"}, "Task_3"),
    ],
)
def test_name_is_the_first_that_is_free(wanted: str, taken: set[str], name: str) -> None:
    assert make_unique(wanted, taken) == name
