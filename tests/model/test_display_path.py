"""What a record is displayed as: one walk over references, with an end."""

import pytest
from hypothesis import given

from tests.model.graphs import ACCOUNT, Graph, build_graph, graphs
from transformer.model.display import DisplayPath


@pytest.mark.parametrize(
    ("graph", "path", "end"),
    [
        ({"A": ("name", {})}, "A.name", "value"),
        ({"A": (None, {})}, "", "key"),
        ({"A": ("r", {"r": ACCOUNT})}, "A.r", "account"),
        ({"A": ("r", {"r": "A"})}, "A.r", "cycle"),
        ({"A": ("r", {"r": "B"}), "B": ("name", {})}, "A.r B.name", "value"),
        ({"A": ("r", {"r": "B"}), "B": (None, {})}, "A.r", "key"),
        ({"A": ("r", {"r": "B"}), "B": ("s", {"s": "A"})}, "A.r B.s", "cycle"),
        ({"A": ("r", {"r": "B"}), "B": ("s", {"s": ACCOUNT})}, "A.r B.s", "account"),
    ],
)
def test_path_of_an_entity(graph: Graph, path: str, end: str) -> None:
    found = build_graph(graph).entity("A").display_path
    assert (" ".join(f"{each.entity.name}.{each.name}" for each in found.fields), found.end) == (
        path,
        end,
    )


def test_path_of_a_reference_passes_its_own_entity_again() -> None:
    model = build_graph({"A": ("name", {"r": "B"}), "B": ("s", {"s": "A"})})
    found = model.entity("A").field("r").display_path
    assert [each.name for each in found.fields] == ["r", "s", "name"]
    assert [each.name for each in found.references] == ["r", "s"]
    assert found.end == "value"


def test_path_of_a_value_is_the_value() -> None:
    field = build_graph({"A": (None, {})}).entity("A").field("name")
    assert field.display_path.fields == (field,)
    assert field.display_path.references == ()


@given(graphs())
def test_path_is_a_way_that_ends_where_it_says(graph: Graph) -> None:
    model = build_graph(graph)
    for field in (field for entity in model.entities for field in entity.fields):
        path = field.display_path
        assert path.fields[0] is field
        assert len(set(path.fields)) == len(path.fields)
        for before, after in zip(path.fields, path.fields[1:], strict=False):
            assert before.target is not None
            assert before.target.display is after
        assert path.end == find_end(path)


def find_end(path: DisplayPath) -> str:
    """Where a path ends, by its last field alone."""
    last = path.fields[-1]
    if not last.is_reference:
        return "value"
    if last.target is None:
        return "account"
    return "cycle" if last.target.display in path.fields else "key"


@given(graphs())
def test_path_of_an_entity_is_that_of_its_display(graph: Graph) -> None:
    for entity in build_graph(graph).entities:
        if entity.display is None:
            assert (entity.display_path.fields, entity.display_path.end) == ((), "key")
        else:
            assert entity.display_path == entity.display.display_path
