"""Places of a manifest that tables and backends name are held to the schema."""

import pytest

from tests.projects import BACKENDS
from transformer.diagnostics.resources import read_table
from transformer.engine.capabilities import read_capabilities
from transformer.engine.manifest_places import find_unknown_step

UNKNOWN = {
    "permisions": "permisions",
    "entities/*/computd": "computd",
    "entities/fields": "fields",
    "entities/*/fields/*/type/x": "x",
    "entities/*/invariants/*/condition/**/roel": "roel",
    "entitys/**/role": "entitys",
    "surfaces/*/ux/show/*/*": "*",
}


@pytest.mark.parametrize("table", ["links", "uniqueness"])
def test_places_of_tables_are_known(table: str) -> None:
    places = list(read_table(f"language/{table}"))
    assert [place for place in places if find_unknown_step(place)] == []
    assert places


@pytest.mark.parametrize("backend", BACKENDS)
def test_places_of_backends_are_known(backend: str) -> None:
    found = read_capabilities(backend)
    assert [each for each in (*found.unbuilt, *found.unenforced) if find_unknown_step(each)] == []


@pytest.mark.parametrize("place", UNKNOWN)
def test_misspelt_step_is_found(place: str) -> None:
    unknown = find_unknown_step(place)
    assert unknown and unknown[0] == UNKNOWN[place]


def test_other_steps_are_listed() -> None:
    unknown = find_unknown_step("entities/*/computd")
    assert unknown and {"computed", "fields", "permissions"} <= set(unknown[1])


@pytest.mark.parametrize("place", ["extensions/*/rule", "services/*/auth/options/anything"])
def test_any_property_goes_where_the_schema_permits_any(place: str) -> None:
    assert find_unknown_step(place) is None
