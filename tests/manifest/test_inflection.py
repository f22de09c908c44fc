"""Inflection: titles, plurals and spellings of names."""

import pytest

from transformer.manifest.inflection import (
    kebab_name,
    pluralize_title,
    snake_name,
    snake_plural,
    title_from_name,
)

PLURALS = """
Category Categories, Address Addresses, Person People, Staff Staff, Status Statuses, Quiz Quizzes,
Analysis Analyses, Series Series, News News, Bus Buses, Knife Knives, Child Children, Box Boxes,
Criterion Criteria, Leaf Leaves, Datum Data, Equipment Equipment, Day Days, Key Keys, Hero Heroes,
Bonus Bonuses, Virus Viruses, Human Humans, Gas Gases, Lens Lenses, Photo Photos, Foot Feet,
Tasks Tasks, People People, Index Indices, Media Media, Half Halves, Safe Safes, Piano Pianos,
Company Companies,
Document Documents, Salesperson Salespeople, Foreman Foremen,
Process Processes, Branch Branches, Wife Wives, Roof Roofs, Man Men, Woman Women
"""


@pytest.mark.parametrize("pair", [pair.split() for pair in PLURALS.split(",")])
def test_plural_of_a_word(pair: list[str]) -> None:
    assert pluralize_title(pair[0]) == pair[1]


@pytest.mark.parametrize(
    ("title", "plural"),
    [
        ("Point of sale", "Points of sale"),
        ("Maintenance task", "Maintenance tasks"),
        ("Staff member", "Staff members"),
        ("TODO", "TODOs"),
        ("할 일", "할 일"),
        ("{{ 7*7 }}", "{{ 7*7 }}"),
        ("Route 66", "Route 66"),
    ],
)
def test_plural_of_a_title(title: str, plural: str) -> None:
    assert pluralize_title(title) == plural


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("MaintenanceTask", "Maintenance task"),
        ("created_at", "Created at"),
        ("id", "ID"),
        ("homepage_url", "Homepage URL"),
        ("HTTPLog", "HTTP log"),
        ("_", "Record"),
        ("a__b_", "A b"),
    ],
)
def test_title_from_name(name: str, title: str) -> None:
    assert title_from_name(name) == title


def test_names_for_programs() -> None:
    assert snake_name("MaintenanceTask") == "maintenance_task"
    assert snake_name("_2fa") == "the_2fa"
    assert snake_plural("PointOfSale") == "points_of_sale"
    assert kebab_name("taskList_2") == "task-list-2"
